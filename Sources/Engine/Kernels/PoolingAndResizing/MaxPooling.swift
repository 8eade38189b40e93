// Max pooling, in the same two steps as the average. If a gradient will be needed, the place of the
// largest number is kept: the gradient goes there and nowhere else.

extension Pooling {
    /// y = the largest number of each window; NaN if it holds one.
    public func largest(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>) {
        forEachPlane(width) { plane, best in
            for (place, window) in rows.enumerated() {
                let x = x + (plane * height + window.start) * width
                for i in 0..<width { best[i] = x[i] }
                for row in 1..<max(window.end - window.start, 1) {
                    for i in 0..<width { best[i] = larger(x[row * width + i], best[i]) }
                }
                let y = y + (plane * rows.count + place) * columns.count
                for (place, window) in columns.enumerated() {
                    var top = best[window.start]
                    for i in window.start + 1..<max(window.end, window.start + 1) { top = larger(best[i], top) }
                    y[place] = top
                }
            }
        }
    }

    /// The same, and where in its plane each was found: the first one in row-major order.
    public func largest(
        _ y: UnsafeMutablePointer<Float>, places: UnsafeMutablePointer<Int32>, _ x: UnsafePointer<Float>
    ) {
        forEachPlane(2 * width) { plane, room in
            let (best, found) = (room, UnsafeMutableRawPointer(room + width).assumingMemoryBound(to: Int32.self))
            for (place, window) in rows.enumerated() {
                foldRows(window, best, found, x + plane * height * width)
                let start = (plane * rows.count + place) * columns.count
                foldColumns(y + start, places + start, best, found)
            }
        }
    }

    /// The largest number of each column, and the row in which it was found first.
    private func foldRows(
        _ window: Window, _ best: UnsafeMutablePointer<Float>, _ found: UnsafeMutablePointer<Int32>,
        _ x: UnsafePointer<Float>
    ) {
        let first = x + window.start * width
        for i in 0..<width {
            best[i] = first[i]
            found[i] = Int32(truncatingIfNeeded: window.start)
        }
        for row in window.start + 1..<max(window.end, window.start + 1) {
            let (x, number) = (x + row * width, Int32(truncatingIfNeeded: row))
            for i in 0..<width {
                let wins = x[i] > best[i] || x[i] != x[i]
                best[i] = wins ? x[i] : best[i]
                found[i] = wins ? number : found[i]
            }
        }
    }

    private func foldColumns(
        _ y: UnsafeMutablePointer<Float>, _ places: UnsafeMutablePointer<Int32>,
        _ best: UnsafePointer<Float>, _ found: UnsafePointer<Int32>
    ) {
        let width = Int32(truncatingIfNeeded: width)
        for (place, window) in columns.enumerated() {
            var (top, row, column) = (best[window.start], found[window.start], Int32(truncatingIfNeeded: window.start))
            for i in window.start + 1..<max(window.end, window.start + 1) {
                let wins = best[i] > top || best[i] != best[i] || (best[i] == top && found[i] < row)
                top = wins ? best[i] : top
                row = wins ? found[i] : row
                column = wins ? Int32(truncatingIfNeeded: i) : column
            }
            y[place] = top
            places[place] = row * width + column
        }
    }

    /// dx = dy at the places where the largest were found, 0 elsewhere
    public func largestBackward(
        _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, places: UnsafePointer<Int32>
    ) {
        let count = rows.count * columns.count
        parallelFor(planes, grain: max(1, elementGrain / 4 / max(height * width, 1))) { range in
            for plane in range {
                let (dx, dy, places) = (dx + plane * height * width, dy + plane * count, places + plane * count)
                dx.update(repeating: 0, count: height * width)
                for i in 0..<count { dx[Int(places[i])] += dy[i] }
            }
        }
    }
}

@inline(__always) private func larger(_ a: Float, _ b: Float) -> Float { a > b || a != a ? a : b }
