// A scene, painted: the picture, and what is where in it.

import Tensors

/// An object of a scene, in pixels of its picture.
public struct SceneObject: Sendable, Equatable {
    public let kind: SceneClass
    /// The box around all of it, also around what something in front of it hides.
    public let box: PixelBox
    /// Three places of every object, in an order that its class fixes.
    public let keyPoints: [KeyPoint]
}

/// A named place of an object, such as a bird's beak.
public struct KeyPoint: Sendable, Equatable {
    public let name: String
    /// In pixels from the upper left corner; the middle of the first pixel is at 0.5, 0.5.
    public let x, y: Float
    /// False where something is in front of it.
    public let isVisible: Bool
}

/// A picture with its objects.
struct ScenePicture {
    let width, height: Int
    /// Bytes [height, width, 3].
    let pixels: [UInt8]
    /// Which object a pixel shows, from 1; 0 for none [height, width].
    let owners: [UInt8]
    let objects: [SceneObject]

    /// Paints a scene from back to front.
    init(_ scene: GeneratedScene, width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        var random = SplitMix64(seed: scene.seed)
        var canvas = Canvas(width: width, height: height, light: scene.light)
        scene.setting.paint(on: &canvas, using: &random)
        for thing in scene.behind { canvas.paint(thing.sketch, thing.placement, shadow: 0.2) }
        let boxes = scene.objects.enumerated().map { i, thing in
            canvas.paint(thing.sketch, thing.placement, owner: UInt8(i + 1), shadow: 0.35)
            return canvas.touched
        }
        for thing in scene.inFront { canvas.paint(thing.sketch, thing.placement, shadow: 0.2) }
        pixels = canvas.developed(using: &random)
        owners = canvas.owners
        objects = zip(scene.kinds, scene.objects).enumerated().map { i, pair in
            let (kind, thing) = pair
            let points = thing.sketch.marks.map { mark in
                KeyPoint(mark.name, at: canvas.unit * thing.placement(mark.place), in: boxes[i], canvas, UInt8(i + 1))
            }
            return SceneObject(kind: kind, box: boxes[i], keyPoints: points)
        }
    }
}

extension ScenePicture {
    /// The picture without its colours, by the usual weights of red, green and blue [height, width].
    var grey: [UInt8] {
        (0..<width * height).map { i in
            let (red, green, blue) = (Int(pixels[3 * i]), Int(pixels[3 * i + 1]), Int(pixels[3 * i + 2]))
            return UInt8((299 * red + 587 * green + 114 * blue + 500) / 1000)
        }
    }
}

extension KeyPoint {
    /// - Parameter owner: the number of the object that it belongs to.
    fileprivate init(_ name: String, at p: Point, in box: PixelBox, _ canvas: Canvas, _ owner: UInt8) {
        self.name = name
        // A tip that is thinner than a pixel may end beyond the box, by less than a pixel or two.
        x = max(Float(box.left), min(Float(box.right) - 0.01, p.x))
        y = max(Float(box.top), min(Float(box.bottom) - 0.01, p.y))
        isVisible = canvas.owners[Int(y) * canvas.width + Int(x)] == owner
    }
}
