// Where the largest element is, or the smallest.

/// out[o, i] = the first r at which x[o, r, i] is largest (or smallest); NaN counts as extreme.
public func argReduce(
    largest: Bool, out: UnsafeMutablePointer<Int>, _ x: UnsafePointer<Float>,
    outer: Int, count: Int, inner: Int
) {
    if inner == 1 {
        parallelFor(outer, grain: max(1, elementGrain / max(count, 1))) { rows in
            for row in rows { out[row] = firstExtreme(largest, x + row * count, count) }
        }
    } else if inner > 0 {
        // Columns in strips, all of a strip's columns a row at a time.
        let width = min(256, inner)
        let strips = (inner + width - 1) / width
        parallelFor(outer * strips, grain: max(1, elementGrain / (max(count, 1) * width))) { range in
            for k in range {
                let (o, first) = (k / strips, k % strips * width)
                firstExtremes(
                    largest, out + o * inner + first, x + o * count * inner + first, count: count, stride: inner,
                    width: min(width, inner - first))
            }
        }
    }
}

private func firstExtreme(_ largest: Bool, _ x: UnsafePointer<Float>, _ n: Int) -> Int {
    var best = 0
    for r in 1..<max(n, 1) {
        let (value, champion) = (x[r], x[best])
        if champion != champion { break }
        if value != value || (largest ? value > champion : value < champion) { best = r }
    }
    return best
}

private func firstExtremes(
    _ largest: Bool, _ out: UnsafeMutablePointer<Int>, _ x: UnsafePointer<Float>, count: Int, stride: Int, width: Int
) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { champions in
        let champions = champions.baseAddress!
        let sign: Float = largest ? 1 : -1
        for i in 0..<width { (champions[i], out[i]) = (sign * x[i], 0) }
        for r in 1..<max(count, 1) {
            let x = x + r * stride
            for i in 0..<width {
                let (value, champion) = (sign * x[i], champions[i])
                let wins = value > champion || (value != value && champion == champion)
                champions[i] = wins ? value : champion
                out[i] = wins ? r : out[i]
            }
        }
    }
}
