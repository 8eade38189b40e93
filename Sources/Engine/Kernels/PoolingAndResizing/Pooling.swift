// Pooling: windows slide over an image, and each leaves one number.
//
// A window is the product of a range of rows and a range of columns, so it is folded in two
// steps: its rows are folded into one, for all columns at once, and then the columns of that one.

/// The part of an axis that a window covers.
public struct Window: Sendable {
    public let start, end: Int
    /// What an average divides by: end - start, or more where padding counts.
    public let size: Int

    public init(start: Int, end: Int, size: Int) { (self.start, self.end, self.size) = (start, end, size) }
}

/// Images of one size, [planes, height, width], and the windows along both axes.
public struct Pooling: Sendable {
    let planes, height, width: Int
    let rows, columns: [Window]

    public init(planes: Int, height: Int, width: Int, rows: [Window], columns: [Window]) {
        (self.planes, self.height, self.width) = (planes, height, width)
        (self.rows, self.columns) = (rows, columns)
    }

    /// Height and width of the result.
    public var size: [Int] { [rows.count, columns.count] }

    /// Calls `body` for every plane, on all threads, with room for `count` numbers.
    func forEachPlane(_ count: Int, _ body: (_ plane: Int, _ room: UnsafeMutablePointer<Float>) -> Void) {
        parallelFor(planes, grain: max(1, elementGrain / 4 / max(height * width, 1))) { range in
            withUnsafeTemporaryAllocation(of: Float.self, capacity: count) { room in
                for plane in range { body(plane, room.baseAddress!) }
            }
        }
    }
}

extension Pooling {
    /// y = the mean over each window
    public func average(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>) {
        forEachPlane(width) { plane, sums in
            for (place, window) in rows.enumerated() {
                let x = x + (plane * height + window.start) * width
                for i in 0..<width { sums[i] = x[i] }
                for row in 1..<max(window.end - window.start, 1) {
                    for i in 0..<width { sums[i] += x[row * width + i] }
                }
                let y = y + (plane * rows.count + place) * columns.count
                averageColumns(y, sums, scale: 1 / Float(window.size))
            }
        }
    }

    private func averageColumns(_ y: UnsafeMutablePointer<Float>, _ sums: UnsafePointer<Float>, scale: Float) {
        for (place, window) in columns.enumerated() {
            var sum: Float = 0
            for i in window.start..<window.end { sum += sums[i] }
            y[place] = sum * (scale / Float(window.size))
        }
    }

    /// dx = Σ dy / size over all windows that cover a place
    public func averageBackward(_ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>) {
        forEachPlane(width) { plane, shares in
            let dx = dx + plane * height * width
            dx.update(repeating: 0, count: height * width)
            for (place, window) in rows.enumerated() {
                shares.update(repeating: 0, count: width)
                let dy = dy + (plane * rows.count + place) * columns.count
                spreadColumns(shares, dy, scale: 1 / Float(window.size))
                for row in window.start..<window.end {
                    for i in 0..<width { dx[row * width + i] += shares[i] }
                }
            }
        }
    }

    private func spreadColumns(_ shares: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, scale: Float) {
        for (place, window) in columns.enumerated() {
            let share = dy[place] * (scale / Float(window.size))
            for i in window.start..<window.end { shares[i] += share }
        }
    }
}
