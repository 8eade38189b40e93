// Softmax and its logarithm, row by row: [rows, columns], contiguous, and their way back.
//
// The largest element is taken out first, so that no power overflows.

/// y = x - log Σ eˣ for every row
public func logSoftmaxRows(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, rows: Int, columns: Int
) {
    forEachRow(rows, columns) { start in
        let (x, y) = (x + start, y + start)
        let top = largest(x, columns)
        let total = logarithm(writePowers(y, x, top, columns))
        // In this order: top + total would drop digits where the numbers are large.
        for i in 0..<columns { y[i] = (x[i] - top) - total }
    }
}

/// y = eˣ / Σ eˣ for every row
public func softmaxRows(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, rows: Int, columns: Int) {
    forEachRow(rows, columns) { start in
        let (x, y) = (x + start, y + start)
        let total = writePowers(y, x, largest(x, columns), columns)
        for i in 0..<columns { y[i] = y[i] / total }
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
        for i in 0..<columns { dx[i] = dy[i] - exp(y[i]) * total }
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

@inline(__always) private func forEachRow(_ rows: Int, _ columns: Int, _ body: (_ start: Int) -> Void) {
    parallelFor(rows, grain: max(1, 4_096 / max(columns, 1))) { range in
        for row in range { body(row * columns) }
    }
}

private func largest(_ x: UnsafePointer<Float>, _ n: Int) -> Float { Float(foldRow(.maximum, x, n)) }

/// y = e^(x - top), and their sum
private func writePowers(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ top: Float, _ n: Int
) -> Float {
    for i in 0..<n { y[i] = exp(x[i] - top) }
    return Float(foldRow(.sum, y, n))
}
