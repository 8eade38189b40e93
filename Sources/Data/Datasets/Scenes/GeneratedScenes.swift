// Many scenes at once, from a seed: the stand-in for photographs.
//
//     let scenes = try GeneratedScenes(count: 1000)            // one object in each, the ten classes in turn
//     let crowds = try GeneratedScenes(count: 1000, objects: 0...4)
//
// The task is about as hard as it should be to show what learning is. On pictures of 64 × 64, a linear model of all
// pixels is right for a good 40 % of ten classes; a convolutional net with four layers that has learned from 6,000
// scenes for 10 epochs is right for about 90 % (`bench --only scenes` measures both). It takes birds, fish and
// airplanes for one another, but hardly ever cars or houses.

import Kernels
import Tensors

/// Colour pictures of objects before cluttered backgrounds, and all that is known about them.
public struct GeneratedScenes: Sendable {
    /// What objects can be. A label is a place in this list.
    public let classes: [SceneClass]
    /// Red, green and blue, 0...255 [n, size, size, 3].
    public let images: ByteTensor
    /// Which object a pixel shows: k + 1 for `objects[i][k]`, 0 for none [n, size, size].
    public let masks: ByteTensor
    /// The objects of each scene, from back to front [n].
    public let objects: [[SceneObject]]
    /// Where each scene takes place [n].
    public let settings: [SceneSetting]

    /// Paints scenes, on all threads.
    /// - Parameters:
    ///   - size: the width and height of the pictures in pixels, 32...1024.
    ///   - classes: what objects can be.
    ///   - objects: how many a scene has, at most six. With one in each, the classes take turns.
    ///   - part: scenes for training, or others for validation.
    ///   - seed: the same seed gives the same bytes, on every machine.
    /// - Throws: `DatasetError` when there are no such scenes.
    public init(
        count: Int, size: Int = 64, classes: [SceneClass] = SceneClass.allCases, objects: ClosedRange<Int> = 1...1,
        part: ScenePart = .train, seed: UInt64 = 42
    ) throws(DatasetError) {
        try ScenePlan.check(count: count, size: size)
        let plan = try ScenePlan(classes, objects: objects, part: part, seed: seed)
        self.classes = classes
        let truth: [Truth]
        (images, masks, truth) = Self.paint(plan, count, size)
        self.objects = truth.map(\.objects)
        settings = truth.map(\.setting)
    }

    /// Raised whenever a change makes other pictures from the same seed.
    static let version = 1

    /// How many scenes there are.
    public var count: Int { objects.count }

    /// What the classes are called: "airplane", "bird" …
    public var names: [String] { classes.map(\.name) }

    private typealias Truth = (objects: [SceneObject], setting: SceneSetting)

    private static func paint(
        _ plan: ScenePlan, _ count: Int, _ size: Int
    ) -> (images: ByteTensor, masks: ByteTensor, truth: [Truth]) {
        let area = size * size
        var (masks, truth) = (ByteTensor(shape: [0], []), [Truth]())
        let images = ByteTensor(shape: [count, size, size, 3]) { pixels in
            masks = ByteTensor(shape: [count, size, size]) { owners in
                truth = [Truth](unsafeUninitializedCapacity: count) { known, painted in
                    nonisolated(unsafe) let (pixels, owners, known) = (pixels, owners, known)
                    parallelFor(count, grain: 8) { block in
                        for i in block {
                            let scene = plan.scene(i)
                            let picture = ScenePicture(scene, width: size, height: size)
                            _ = pixels[(3 * i * area)...].update(fromContentsOf: picture.pixels)
                            _ = owners[(i * area)...].update(fromContentsOf: picture.owners)
                            known.initializeElement(at: i, to: (picture.objects, scene.setting))
                        }
                    }
                    painted = count
                }
            }
        }
        return (images, masks, truth)
    }
}

// MARK: What there is to learn

extension GeneratedScenes {
    /// The class of each scene's only object [n]. Scenes with more or fewer stop the program.
    public var labels: [Int] {
        let places = places
        return objects.map { objects in
            require(
                objects.count == 1, "labels of scenes", "a scene with \(objects.count) objects has no one label",
                try: "presence, which has a column for each class")
            return places[objects[0].kind]!
        }
    }

    /// Whether a scene shows a class: 1 or 0 [n, classes].
    public var presence: Tensor {
        var present = [Float](repeating: 0, count: count * classes.count)
        for (i, objects) in objects.enumerated() {
            for object in objects { present[i * classes.count + places[object.kind]!] = 1 }
        }
        return Tensor(shape: [count, classes.count], present)
    }

    /// What a pixel shows: 1 + the place of the class in `classes`, 0 for the background [n, size, size].
    public var classMasks: ByteTensor {
        let places = places
        let area = masks.shape[1] * masks.shape[2]
        let codes = objects.map { [0] + $0.map { UInt8(1 + places[$0.kind]!) } }
        return ByteTensor(
            shape: masks.shape, masks.scalars.enumerated().map { codes[$0.offset / area][Int($0.element)] })
    }

    /// The place of each class in `classes`.
    private var places: [SceneClass: Int] { Dictionary(uniqueKeysWithValues: zip(classes, classes.indices)) }
}
