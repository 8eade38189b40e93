// From outlines to pixels: how much of each pixel lies inside, exactly.
//
// A side of a polygon changes everything to its right: going down it adds an area, going up it takes one away.
//
//          ·     ·     ·                    The side that goes down cuts the second pixel in two. That pixel gets
//          |  \  |     |                    the part of it to the right of the side, every pixel further right a
//          |   \ |     |                    whole one. The side that goes up, on the right end of the polygon, takes
//          ·    \·     ·                    both away again.
//
// So we note, for each side and row, only by how much the area changes from one pixel to the next, in the few pixels
// that the side goes through. The sums from the left are then the areas: smooth edges for nothing. Where outlines
// overlap an area counts twice, so everything above 1 is 1; they must all be drawn in the same direction.

/// The share of every pixel that lies inside some outlines.
struct Coverage {
    let width, height: Int
    /// The pixels that the outlines may touch.
    private(set) var rows = 0..<0
    private(set) var columns = 0..<0
    /// Change from the pixel before, with one column more than the image: [height, width + 1].
    private var changes: [Float]

    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        changes = [Float](repeating: 0, count: (width + 1) * height)
    }

    /// Starts over with the union of some outlines, in pixels.
    mutating func draw(_ outlines: [Outline]) {
        for row in rows { for column in 0...width { changes[row * (width + 1) + column] = 0 } }
        let points = outlines.joined()
        guard let first = points.first else { return (rows, columns) = (0..<0, 0..<0) }
        let (low, high) = points.reduce((first, first)) { (pointwiseMin($0.0, $1), pointwiseMax($0.1, $1)) }
        rows = pixels(from: low.y, to: high.y, height)
        columns = pixels(from: low.x, to: high.x, width)
        for outline in outlines {
            for (i, p) in outline.enumerated() { add(p, outline[i + 1 < outline.count ? i + 1 : 0]) }
        }
    }

    /// Calls `body` with the share of each pixel of a row that is not wholly outside.
    @inline(__always)
    func forEachPixel(inRow row: Int, _ body: (_ column: Int, _ share: Float) -> Void) {
        var sum: Float = 0
        for column in columns {
            sum += changes[row * (width + 1) + column]
            let share = min(1, abs(sum))
            // Less than a thousandth is what rounding leaves of nothing.
            if share > 0.001 { body(column, share) }
        }
    }

    /// Adds one side, row by row.
    private mutating func add(_ p: Point, _ q: Point) {
        guard p.y != q.y else { return }
        let (top, bottom, sign): (Point, Point, Float) = p.y < q.y ? (p, q, 1) : (q, p, -1)
        let slope = (bottom.x - top.x) / (bottom.y - top.y)
        for row in pixels(from: top.y, to: bottom.y, height) {
            let (start, end) = (max(Float(row), top.y), min(Float(row + 1), bottom.y))
            let (x, next) = (top.x + (start - top.y) * slope, top.x + (end - top.y) * slope)
            let limit = Float(width)
            addPiece(row, max(0, min(limit, min(x, next))), max(0, min(limit, max(x, next))), sign * (end - start))
        }
    }

    /// Adds the piece of a side within one row, from `x0` to `x1`, which goes down by `height`.
    private mutating func addPiece(_ row: Int, _ x0: Float, _ x1: Float, _ height: Float) {
        let (first, last) = (Int(x0), min(width, Int(x1)))
        let start = row * (width + 1)
        if first == last {
            // The mean of both ends says how much of the pixel lies to the right.
            let left = (x0 + x1) / 2 - Float(first)
            changes[start + first] += height * (1 - left)
            if first < width { changes[start + first + 1] += height * left }
            return
        }
        // Each pixel on the way gets its share of the height.
        let perPixel = height / (x1 - x0)
        for column in first...last {
            let (enter, leave) = (max(x0, Float(column)), min(x1, Float(column + 1)))
            let left = (enter + leave) / 2 - Float(column)
            changes[start + column] += perPixel * (leave - enter) * (1 - left)
            if column < width { changes[start + column + 1] += perPixel * (leave - enter) * left }
        }
    }
}
