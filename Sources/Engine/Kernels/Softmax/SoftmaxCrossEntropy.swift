// Softmax and cross-entropy in one: neither the probabilities nor their logarithms are ever written down.

/// loss = ln Σ eˣ - (1 - ε) x[label] - ε mean x for every row of x [rows, columns]
///
/// - Parameters:
///   - losses: [rows].
///   - tops, logTotals: [rows], ln Σ eˣ in two parts, for the backward pass: the largest x, and the rest.
///   - labels: [rows], each 0 ..< columns.
///   - smoothing: ε.
public func softmaxCrossEntropyRows(
    _ losses: UnsafeMutablePointer<Float>, tops: UnsafeMutablePointer<Float>, logTotals: UnsafeMutablePointer<Float>,
    _ x: UnsafePointer<Float>, labels: UnsafePointer<Int>, smoothing: Float, rows: Int, columns: Int
) {
    parallelFor(rows, grain: max(1, 4_096 / max(1, columns))) { range in
        for row in range {
            let x = x + row * columns
            let top = Float(foldRow(.maximum, x, columns))
            let logTotal = logarithm(Float(sumOfPowers(x, top, columns)))
            (tops[row], logTotals[row]) = (top, logTotal)
            let right = x[labels[row]] - top
            losses[row] = logTotal - right
            if smoothing > 0 {
                let mean = Float(foldRow(.sum, x, columns) / Double(columns)) - top
                losses[row] = logTotal - (1 - smoothing) * right - smoothing * mean
            }
        }
    }
}

/// dx = dy · (softmax x - target), the target being 1 - ε at the label and ε / columns everywhere
///
/// - Parameters: those of ``softmaxCrossEntropyRows``, with dx shaped like x and dy [rows].
public func softmaxCrossEntropyBackwardRows(
    _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, tops: UnsafePointer<Float>,
    logTotals: UnsafePointer<Float>, _ x: UnsafePointer<Float>, labels: UnsafePointer<Int>, smoothing: Float,
    rows: Int, columns: Int
) {
    let everywhere = smoothing / Float(columns)
    parallelFor(rows, grain: max(1, 4_096 / max(1, columns))) { range in
        for row in range {
            let (x, dx) = (x + row * columns, dx + row * columns)
            let (top, logTotal, dy) = (tops[row], logTotals[row], dy[row])
            for i in 0..<columns { dx[i] = (exp((x[i] - top) - logTotal) - everywhere) * dy }
            dx[labels[row]] -= (1 - smoothing) * dy
        }
    }
}

/// Σ e^(x - top), via a piece of memory that stays in the nearest cache.
private func sumOfPowers(_ x: UnsafePointer<Float>, _ top: Float, _ n: Int) -> Double {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 1_024) { powers in
        let powers = powers.baseAddress!
        var total = 0.0
        for start in stride(from: 0, to: n, by: 1_024) {
            let (x, length) = (x + start, min(1_024, n - start))
            for i in 0..<length { powers[i] = exp(x[i] - top) }
            total += foldRow(.sum, powers, length)
        }
        return total
    }
}
