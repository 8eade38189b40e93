// The outlines that everything in a scene is made of.
//
// Whatever its shape, an outline ends up as a polygon of many short sides. Points are pairs of numbers, x to the right
// and y down. A shape is drawn around the origin in a box of about one by one; a `Placement` brings it into the scene.

import Tensors

/// x and y.
typealias Point = SIMD2<Float>

/// The corners of a polygon; its last side leads back to the first corner.
typealias Outline = [Point]

/// A closed curve through points: smooth, but for the corners. (The pen of the digits draws open ones.)
func closedCurve(_ points: PenStroke) -> Outline {
    let (count, pieces) = (points.count, 6)
    return points.indices.flatMap { i -> Outline in
        let (p1, p2) = (points[i], points[(i + 1) % count])
        if p1.isCorner && p2.isCorner { return [[p1.x, p1.y]] }
        // A curve knows no neighbours beyond a corner.
        let p0 = p1.isCorner ? p1 : points[(i + count - 1) % count]
        let p3 = p2.isCorner ? p2 : points[(i + 2) % count]
        return (0..<pieces).map { k in
            let t = Float(k) / Float(pieces)
            return [catmullRom(p0.x, p1.x, p2.x, p3.x, t), catmullRom(p0.y, p1.y, p2.y, p3.y, t)]
        }
    }
}

/// An upright rectangle.
func box(_ left: Float, _ top: Float, _ right: Float, _ bottom: Float) -> Outline {
    [[left, top], [right, top], [right, bottom], [left, bottom]]
}

/// An ellipse.
///
/// A circle needs no sine: (1 − t²)/(1 + t²) and 2t/(1 + t²) run through its first quarter while t runs from 0 to 1.
/// - Parameter turn: how far it is turned.
func ellipse(_ x: Float, _ y: Float, _ across: Float, _ down: Float, turn: Turn = .none) -> Outline {
    let quarter = (0..<8).map { Turn(tangentOfHalf: Float($0) / 8) }
    let directions: [(Turn) -> Point] = [
        { [$0.cosine, $0.sine] }, { [-$0.sine, $0.cosine] }, { [-$0.cosine, -$0.sine] }, { [$0.sine, -$0.cosine] },
    ]
    return directions.flatMap { direction in
        quarter.map { [x, y] + turn(direction($0) * [across, down]) }
    }
}

/// A turn around the origin.
struct Turn: Sendable {
    var cosine, sine: Float

    /// The turn by the angle of which half has this tangent: 0.13 for 15 degrees, 0.41 for 45, 1 for 90.
    init(tangentOfHalf t: Float) {
        cosine = (1 - t * t) / (1 + t * t)
        sine = 2 * t / (1 + t * t)
    }

    static let none = Turn(tangentOfHalf: 0)

    func callAsFunction(_ p: Point) -> Point { [cosine * p.x - sine * p.y, sine * p.x + cosine * p.y] }
}

/// A limb: a curve with a width that changes steadily from its first point to its last, such as a trunk, a leg or a tail.
func limb(_ points: PenStroke, width start: Float, to end: Float? = nil) -> Outline {
    let pieces = segments(of: points)
    guard let last = pieces.last else { return [] }
    let path = pieces.map { Point($0.x0, $0.y0) } + [Point(last.x1, last.y1)]
    var (left, right): (Outline, Outline) = ([], [])
    for (i, p) in path.enumerated() {
        let along = path[min(i + 1, path.count - 1)] - path[max(i - 1, 0)]
        let length = max(1e-6, (along * along).sum().squareRoot())
        let share = Float(i) / Float(path.count - 1)
        let half = (start + ((end ?? start) - start) * share) / (2 * length)
        left.append(p + half * [along.y, -along.x])
        right.append(p - half * [along.y, -along.x])
    }
    return left + right.reversed()
}

/// The area of an outline: positive if it is drawn clockwise, as seen in the picture.
func signedArea(_ outline: Outline) -> Float {
    var sum: Float = 0
    for (i, p) in outline.enumerated() {
        let q = outline[(i + 1) % outline.count]
        sum += p.x * q.y - q.x * p.y
    }
    return sum / 2
}
