// From points to ink.
//
// A smooth curve through given points is a Catmull-Rom spline: between two neighbours p1 and p2 it
// leaves in the direction from the point before p1 to p2, and arrives in the direction from p1 to
// the point after p2. We cut it into short straight pieces and ink every pixel by its distance
// to the nearest piece.
//
// Only + - × ÷ and √ are used: these are exact to the last bit on every machine, sin and exp are not,
// and the same seed has to give the same bytes everywhere.

/// A straight piece of a stroke, in pixels.
struct Segment: Sendable {
    var x0, y0, x1, y1: Float

    /// The squared distance from a point to the nearest point of the piece.
    func squaredDistance(x: Float, y: Float) -> Float {
        let (dx, dy) = (x1 - x0, y1 - y0)
        let length2 = dx * dx + dy * dy
        let along = length2 > 0 ? ((x - x0) * dx + (y - y0) * dy) / length2 : 0
        let t = max(0, min(1, along))
        let (ex, ey) = (x - x0 - t * dx, y - y0 - t * dy)
        return ex * ex + ey * ey
    }
}

/// The straight pieces of a stroke, eight for every pair of neighbouring points.
func segments(of stroke: PenStroke) -> [Segment] {
    let pieces = 8
    var result: [Segment] = []
    for i in 0..<max(0, stroke.count - 1) {
        let (p1, p2) = (stroke[i], stroke[i + 1])
        // At a corner, and at the ends, there is no neighbour to look to.
        let p0 = p1.isCorner || i == 0 ? p1 : stroke[i - 1]
        let p3 = p2.isCorner || i + 2 == stroke.count ? p2 : stroke[i + 2]
        var (x, y) = (p1.x, p1.y)
        for k in 1...pieces {
            let t = Float(k) / Float(pieces)
            let next = (catmullRom(p0.x, p1.x, p2.x, p3.x, t), catmullRom(p0.y, p1.y, p2.y, p3.y, t))
            result.append(Segment(x0: x, y0: y, x1: next.0, y1: next.1))
            (x, y) = next
        }
    }
    return result
}

/// One coordinate of the curve between p1 (t = 0) and p2 (t = 1).
func catmullRom(_ p0: Float, _ p1: Float, _ p2: Float, _ p3: Float, _ t: Float) -> Float {
    let a = 2 * p1
    let b = p2 - p0
    let c = 2 * p0 - 5 * p1 + 4 * p2 - p3
    let d = 3 * (p1 - p2) + p3 - p0
    return 0.5 * (a + t * (b + t * (c + t * d)))
}

/// How much ink lies on every pixel of a square image, 0...1: full within the pen's half width,
/// fading to nothing over the next pixel.
/// - Returns: side × side values, row by row.
func coverage(of segments: [Segment], thickness: Float, side: Int) -> [Float] {
    let (full, reach) = (thickness / 2 - 0.5, thickness / 2 + 0.5)
    var nearest = [Float](repeating: reach * reach, count: side * side)
    for s in segments {
        for row in pixels(from: min(s.y0, s.y1) - reach, to: max(s.y0, s.y1) + reach, side) {
            for column in pixels(from: min(s.x0, s.x1) - reach, to: max(s.x0, s.x1) + reach, side) {
                let d = s.squaredDistance(x: Float(column) + 0.5, y: Float(row) + 0.5)
                nearest[row * side + column] = min(nearest[row * side + column], d)
            }
        }
    }
    return nearest.map { max(0, min(1, 1 - ($0.squareRoot() - full))) }
}

/// The pixels that an interval touches, as far as they are in the image.
func pixels(from low: Float, to high: Float, _ side: Int) -> Range<Int> {
    let first = Int(max(0, min(Float(side), low.rounded(.down))))
    let last = Int(max(0, min(Float(side), high.rounded(.up))))
    return first..<max(first, last)
}
