// Resizing images: every new pixel is between old ones, and is a mixture of them. Like pooling, in two
// steps: first between two rows, for all columns at once, then between the columns of the resulting row.

/// The two places of an axis that a new one is between, and the second one's share of it.
public struct Tap: Sendable {
    public let first, second: Int
    public let share: Float

    public init(first: Int, second: Int, share: Float) {
        (self.first, self.second, self.share) = (first, second, share)
    }
}

/// Images of one size, [planes, height, width], and where the new rows and columns are.
public struct Interpolation: Sendable {
    let planes, height, width: Int
    let rows, columns: [Tap]

    public init(planes: Int, height: Int, width: Int, rows: [Tap], columns: [Tap]) {
        (self.planes, self.height, self.width) = (planes, height, width)
        (self.rows, self.columns) = (rows, columns)
    }

    /// Height and width of the result.
    public var size: [Int] { [rows.count, columns.count] }

    /// y = the mixture of the four pixels around it
    public func mix(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>) {
        forEachPlane { plane, between in
            let (y, x) = (y + plane * rows.count * columns.count, x + plane * height * width)
            for (place, row) in rows.enumerated() {
                let (a, b) = (x + row.first * width, x + row.second * width)
                for i in 0..<width { between[i] = (1 - row.share) * a[i] + row.share * b[i] }
                let y = y + place * columns.count
                for (place, column) in columns.enumerated() {
                    y[place] = (1 - column.share) * between[column.first] + column.share * between[column.second]
                }
            }
        }
    }

    /// dx = dy, each shared among the four pixels that it was mixed from
    public func mixBackward(_ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>) {
        forEachPlane { plane, between in
            let (dx, dy) = (dx + plane * height * width, dy + plane * rows.count * columns.count)
            dx.update(repeating: 0, count: height * width)
            for (place, row) in rows.enumerated() {
                between.update(repeating: 0, count: width)
                let dy = dy + place * columns.count
                for (place, column) in columns.enumerated() {
                    between[column.first] += (1 - column.share) * dy[place]
                    between[column.second] += column.share * dy[place]
                }
                let (a, b) = (dx + row.first * width, dx + row.second * width)
                for i in 0..<width { a[i] += (1 - row.share) * between[i] }
                for i in 0..<width { b[i] += row.share * between[i] }
            }
        }
    }

    /// y = the first of the pixels
    public func pick(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>) {
        forEachPlane { plane, _ in
            let (y, x) = (y + plane * rows.count * columns.count, x + plane * height * width)
            for (place, row) in rows.enumerated() {
                let (y, x) = (y + place * columns.count, x + row.first * width)
                for (place, column) in columns.enumerated() { y[place] = x[column.first] }
            }
        }
    }

    /// dx = dy where it was picked from
    public func pickBackward(_ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>) {
        forEachPlane { plane, _ in
            let (dx, dy) = (dx + plane * height * width, dy + plane * rows.count * columns.count)
            dx.update(repeating: 0, count: height * width)
            for (place, row) in rows.enumerated() {
                let (dx, dy) = (dx + row.first * width, dy + place * columns.count)
                for (place, column) in columns.enumerated() { dx[column.first] += dy[place] }
            }
        }
    }

    /// Calls `body` for every plane, on all threads, with room for a row.
    private func forEachPlane(_ body: (_ plane: Int, _ room: UnsafeMutablePointer<Float>) -> Void) {
        parallelFor(planes, grain: max(1, elementGrain / 4 / max(rows.count * columns.count, 1))) { range in
            withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { room in
                for plane in range { body(plane, room.baseAddress!) }
            }
        }
    }
}
