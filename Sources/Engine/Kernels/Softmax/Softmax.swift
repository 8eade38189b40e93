// Softmax and its logarithm, row by row: [rows, columns], contiguous; and their gradients.
//
// The largest element is subtracted first, so that no power overflows.

/// y = x - log Σ eˣ for every row
public func logSoftmaxRows(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, rows: Int, columns: Int
) {
    forEachBlock(rows, columns) { first, rows in
        let (x, y) = (x + first, y + first)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: rows) { tops in
            writePowers(y, x, tops.baseAddress!, rows, columns)
            for row in 0..<rows {
                let (x, y, top) = (x + row * columns, y + row * columns, tops[row])
                let total = logarithm(sum(y, columns))
                // In this order: top + total would drop digits where the numbers are large.
                for i in 0..<columns { y[i] = (x[i] - top) - total }
            }
        }
    }
}

/// y = eˣ / Σ eˣ for every row
public func softmaxRows(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, rows: Int, columns: Int) {
    forEachBlock(rows, columns) { first, rows in
        let (x, y) = (x + first, y + first)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: rows) { tops in
            writePowers(y, x, tops.baseAddress!, rows, columns)
            for row in 0..<rows {
                let y = y + row * columns
                let scale = 1 / sum(y, columns)
                for i in 0..<columns { y[i] *= scale }
            }
        }
    }
}

/// dx = dy - eʸ Σ dy for every row
public func logSoftmaxBackwardRows(
    _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ y: UnsafePointer<Float>, rows: Int, columns: Int
) {
    forEachRow(rows, columns) { start in
        let (dx, dy, y) = (dx + start, dy + start, y + start)
        var sum = LaneSum()
        sum.add(columns, { load(dy + $0) }, { dy[$0] })
        let total = Float(sum.total)
        for i in 0..<columns { dx[i] = dy[i] - expOfNegative(y[i]) * total }
    }
}

/// dx = y (dy - Σ dy y) for every row
public func softmaxBackwardRows(
    _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ y: UnsafePointer<Float>, rows: Int, columns: Int
) {
    forEachRow(rows, columns) { start in
        let (dx, dy, y) = (dx + start, dy + start, y + start)
        var sum = LaneSum()
        sum.add(columns, { load(dy + $0) * load(y + $0) }, { dy[$0] * y[$0] })
        let total = Float(sum.total)
        for i in 0..<columns { dx[i] = y[i] * (dy[i] - total) }
    }
}

/// A few thousand numbers: rows that stay in the nearer caches.
@inline(__always) private func forEachBlock(_ rows: Int, _ columns: Int, _ body: (_ first: Int, _ rows: Int) -> Void) {
    parallelFor(rows, grain: max(1, 16_384 / max(columns, 1))) { range in
        body(range.lowerBound * columns, range.count)
    }
}

@inline(__always) private func forEachRow(_ rows: Int, _ columns: Int, _ body: (_ start: Int) -> Void) {
    forEachBlock(rows, columns) { first, rows in
        for row in 0..<rows { body(first + row * columns) }
    }
}

/// Writes the largest number of each row to tops, and e^(x - top) to y.
private func writePowers(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ tops: UnsafeMutablePointer<Float>,
    _ rows: Int, _ columns: Int
) {
    if columns < 128 {
        // Rows that are too short to be vectors are one long loop.
        for row in 0..<rows {
            let (x, y) = (x + row * columns, y + row * columns)
            tops[row] = Largest(x, columns).value
            for i in 0..<columns { y[i] = x[i] - tops[row] }
        }
        for i in 0..<rows * columns { y[i] = expOfNegative(y[i]) }
        return
    }
    tops[0] = Largest(x, columns).value
    for row in 0..<rows {
        let (x, y, top) = (x + row * columns, y + row * columns, tops[row])
        // The next row comes from memory while this one is computed.
        var next = Largest()
        for start in stride(from: 0, to: columns, by: 128) {
            let end = min(start + 128, columns)
            for i in start..<end { y[i] = expOfNegative(x[i] - top) }
            if row + 1 < rows { next.take(x + columns + start, end - start) }
        }
        if row + 1 < rows { tops[row + 1] = next.value }
    }
}

/// The largest of some numbers; NaN is ignored: it will show up in the sum.
private struct Largest {
    private var (a, b) = (Vector(repeating: -.infinity), Vector(repeating: -.infinity))
    private var rest = -Float.infinity

    init() {}

    init(_ x: UnsafePointer<Float>, _ n: Int) { take(x, n) }

    @inline(__always) mutating func take(_ x: UnsafePointer<Float>, _ n: Int) {
        var i = 0
        while i + 32 <= n {
            add(load(x + i), load(x + i + 16))
            i += 32
        }
        // What is left over is part of the last sixteen, and of all if there are fewer.
        if n >= 16 { return add(load(x + max(n - 32, 0)), load(x + n - 16)) }
        while i < n { rest = x[i] > rest ? x[i] : rest; i += 1 }
    }

    @inline(__always) private mutating func add(_ c: Vector, _ d: Vector) {
        a.replace(with: c, where: c .> a)
        b.replace(with: d, where: d .> b)
    }

    var value: Float {
        let all = a.replacing(with: b, where: b .> a)
        return max(all.max(), rest)
    }
}

private func sum(_ x: UnsafePointer<Float>, _ n: Int) -> Float {
    var sum = LaneSum()
    for start in stride(from: 0, to: n, by: 4_096) {
        let x = x + start
        sum.add(min(4_096, n - start), { load(x + $0) }, { x[$0] })
    }
    return Float(sum.total)
}
