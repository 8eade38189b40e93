// A person before a camera, painted.

import Tensors

/// What a camera sees of a head.
struct HeadView {
    let looks: HeadLooks, position: HeadPosition
    /// A length of 1 in the scene is the shorter side of the picture: so many of it are a millimetre at a distance of
    /// one.
    let focus: Float
    /// What is straight ahead, in the scene.
    let middle: Point
    let clothes: Colour

    /// Where a place in space is seen.
    func seen(_ p: Place) -> Point { middle + focus * Point(p.x, p.y) / max(p.z, 50) }
    /// Where a place of the head is seen.
    func point(_ p: Place) -> Point { seen(position(p)) }
    /// How large a millimetre of the head is.
    var scale: Float { focus / position.centre.z }
    /// Whether the surface at a place looks at the camera.
    func faces(_ p: Place) -> Bool {
        let axes = looks.axes
        let normal = position.turned(p / (axes * axes))
        return (normal * position(p)).sum() < -0.05
            * ((normal * normal).sum() * (position(p) * position(p)).sum()).squareRoot()
    }

    /// The rim of an egg around a place of the head.
    func rim(_ middle: Place, _ axes: Place) -> Outline {
        // The shadow of an egg is an ellipse: its two axes are a root of the matrix of the egg as it is turned.
        let rows = position.rotation, squares = axes * axes
        let (xx, xy, yy) = (
            (rows[0] * rows[0] * squares).sum(), (rows[0] * rows[1] * squares).sum(),
            (rows[1] * rows[1] * squares).sum()
        )
        let first = xx.squareRoot()
        let (skew, second) = (xy / first, max(1, yy - xy * xy / xx).squareRoot())
        let centre = point(middle)
        return directions(perQuarter: 8).map { centre + scale * Point(first * $0.x, skew * $0.x + second * $0.y) }
    }

    /// - Parameter noise: the grain of skin, hair and cloth. It must differ from picture to picture: where it is the
    ///   same at the same place of all pictures, it tells a net the place, and that a picture was mirrored.
    func paint(on canvas: inout Canvas, grain noise: Noise) {
        var sketch = Sketch()
        body(in: &sketch)
        head(in: &sketch)
        face(in: &sketch)
        var placement = Placement(at: [0, 0], size: 1)
        placement.noise = noise
        canvas.paint(sketch, placement, shadow: 0)
    }

    private func body(in sketch: inout Sketch) {
        let c = position.centre
        func at(_ x: Float, _ y: Float) -> PenPoint {
            let p = seen(c + [x, y, 40])
            return .at(p.x, p.y)
        }
        let skin = Paint(looks.skin * 0.85, grain: 0.08, roundness: 0.5)
        if looks.hairLength == 2 {
            let hair = Paint(looks.hair, grain: 0.3, roundness: 0.4)
            sketch.paint(hair, rim([0, 45, 35], looks.axes * [1.22, 1.2, 0.8]))
        }
        sketch.paint(skin, limb([at(0, 40), at(0, 190)], width: 95 * scale))
        let cloth = Paint(clothes, .stripes(9, Turn(tangentOfHalf: 1)), clothes * 0.75, grain: 0.1, roundness: 0.3)
        sketch.paint(
            cloth,
            closedCurve([
                at(-55, 165), at(0, 185), at(55, 165), at(170, 205), at(225, 320), at(235, 700), at(-235, 700),
                at(-225, 320), at(-170, 205),
            ]))
    }

    private func head(in sketch: inout Sketch) {
        let skin = Paint(looks.skin, grain: 0.08, roundness: 0.8)
        let hair = Paint(looks.hair, grain: 0.3, roundness: 0.6)
        for side: Float in [-1, 1] {
            let p = point([side * looks.axes.x, 0, 8])
            sketch.paint(skin, ellipse(p.x, p.y, 13 * scale, 24 * scale))
        }
        sketch.paint(looks.hairLength == 0 ? skin : hair, rim([0, -8, 10], looks.axes * 1.06))
        // The face reaches from the jaw to the hairline.
        let forehead: [Point] = [
            [62, -28], [52, looks.hairline], [20, looks.hairline - 8], [-20, looks.hairline - 8],
            [-52, looks.hairline], [-62, -28],
        ]
        let edge = looks.places[0...16] + forehead.map { looks.surface($0.x, $0.y) }
        if looks.hairLength > 0 { sketch.paint(skin, edge.map(point)) }
        if looks.hasBeard {
            let chin =
                looks.places[2...14] + [[40, 42], [0, 46], [-40, 42]].map { (p: Point) in looks.surface(p.x, p.y) }
            sketch.paint(hair, chin.map(point))
        }
    }

    private func face(in sketch: inout Sketch) {
        let places = looks.places
        func outline(_ range: ClosedRange<Int>) -> Outline { places[range].map(point) }
        func stroke(_ range: ClosedRange<Int>, _ width: Float, _ paint: Paint) {
            guard range.contains(where: { faces(places[$0]) }) else { return }
            sketch.paint(paint, limb(outline(range).map { .at($0.x, $0.y) }, width: width * scale))
        }
        let dark = Paint(looks.skin * 0.6, grain: 0, roundness: 0)
        let brow = Paint(looks.hair * 0.9, grain: 0.1, roundness: 0)
        stroke(17...21, 7, brow)
        stroke(22...26, 7, brow)
        for range in [36...41, 42...47] where faces(places[range.lowerBound + 1]) {
            sketch.paint(Paint(.white, grain: 0), outline(range))
            let middle = range.map { point(places[$0]) }.reduce(Point(), +) / 6
            sketch.paint(Paint(looks.iris, grain: 0), ellipse(middle.x, middle.y, 5.5 * scale, 5.5 * scale))
            sketch.paint(Paint(.black, grain: 0), ellipse(middle.x, middle.y, 2.5 * scale, 2.5 * scale))
            if looks.hasGlasses {
                let ring = directions(perQuarter: 4).map { middle + 21 * scale * Point($0.x, 0.85 * $0.y) }
                sketch.paint(
                    Paint(.black, grain: 0), limb((ring + [ring[0]]).map { .at($0.x, $0.y) }, width: 4 * scale))
            }
        }
        stroke(27...30, 5, Paint(looks.skin * 1.08, grain: 0, roundness: 0))
        stroke(31...35, 5, dark)
        if faces(places[51]) || faces(places[48]) || faces(places[54]) {
            sketch.paint(Paint(looks.lips, grain: 0.05), outline(48...59))
            stroke(60...64, 2, dark)
        }
    }
}
