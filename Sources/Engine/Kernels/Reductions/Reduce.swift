// Many numbers in, one number out.
//
// Every reduction sees its input as a box [outer, count, inner] and folds the middle axis:
// inner = 1 folds rows (the last axis), outer = 1 folds columns (the first axis). Long sums
// are cut into pieces of a fixed length whose totals are added in double precision: float
// alone would lose digits, and fixed pieces give the same bits on any number of threads.

/// How a reduction folds two values into one.
public enum Reduction: Sendable {
    case sum, maximum, minimum
}

/// Numbers of a piece: few enough that float can add them up.
let pieceLength = 1_024

/// out[o, i] = fold over r of x[o, r, i]
///
/// - Parameters:
///   - out: room for `outer * inner` floats.
///   - x: `outer * count * inner` floats, contiguous. `count` is at least 1 for maximum and
///     minimum; a sum over nothing is 0.
public func reduce(
    _ reduction: Reduction, out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
    outer: Int, count: Int, inner: Int
) {
    if inner == 1 && outer == 1 {
        out[0] = foldLong(reduction, x, count)
    } else if inner == 1 {
        parallelFor(outer, grain: max(1, elementGrain / max(count, 1))) { rows in
            for row in rows { out[row] = Float(foldRow(reduction, x + row * count, count)) }
        }
    } else {
        foldColumns(reduction, out, x, outer, count, inner)
    }
}

/// A single long row: its pieces are folded on all threads.
private func foldLong(_ reduction: Reduction, _ x: UnsafePointer<Float>, _ n: Int) -> Float {
    let block = 32 * pieceLength
    let blocks = max(1, (n + block - 1) / block)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: blocks) { parts in
        let parts = parts.baseAddress!
        parallelFor(blocks) { range in
            for k in range {
                parts[k] = foldRow(reduction, x + k * block, min(block, n - k * block))
            }
        }
        var total = parts[0]
        for k in 1..<blocks { total = fold(reduction, total, parts[k]) }
        return Float(total)
    }
}

@inline(__always) private func fold(_ reduction: Reduction, _ a: Double, _ b: Double) -> Double {
    switch reduction {
    case .sum: a + b
    case .maximum: a > b || a != a ? a : b
    case .minimum: a < b || a != a ? a : b
    }
}

func foldRow(_ reduction: Reduction, _ x: UnsafePointer<Float>, _ n: Int) -> Double {
    switch reduction {
    case .sum:
        var total = 0.0
        var start = 0
        while start < n {
            total += sumPiece(x + start, min(pieceLength, n - start))
            start += pieceLength
        }
        return total
    case .maximum: return extreme(x, n, vectors: { $0.replacing(with: $1, where: .!($1 .<= $0)) }) { $0 > $1 }
    case .minimum: return extreme(x, n, vectors: { $0.replacing(with: $1, where: .!($1 .>= $0)) }) { $0 < $1 }
    }
}

/// Four vectors of running sums, so that additions need not wait for one another.
func sumPiece(_ x: UnsafePointer<Float>, _ n: Int) -> Double {
    var (a, b, c, d) = (Vector(), Vector(), Vector(), Vector())
    var i = 0
    while i + 64 <= n {
        a += load(x + i)
        b += load(x + i + 16)
        c += load(x + i + 32)
        d += load(x + i + 48)
        i += 64
    }
    var total = Kernels.total((a + b) + (c + d))
    while i < n { total += Double(x[i]); i += 1 }
    return total
}

/// The largest or smallest of n ≥ 1 numbers; NaN if one of them is.
@inline(__always) private func extreme(
    _ x: UnsafePointer<Float>, _ n: Int, vectors: (Vector, Vector) -> Vector,
    _ better: (Float, Float) -> Bool
) -> Double {
    var best = x[0]
    var i = 0
    if n >= 16 {
        var lanes = load(x)
        var broken = lanes .!= lanes
        i = 16
        while i + 16 <= n {
            let v = load(x + i)
            broken = broken .| (v .!= v)
            lanes = vectors(lanes, v)
            i += 16
        }
        if any(broken) { return .nan }
        best = lanes[0]
        for lane in 1..<16 where better(lanes[lane], best) { best = lanes[lane] }
    }
    while i < n {
        if x[i] != x[i] { return .nan }
        if better(x[i], best) { best = x[i] }
        i += 1
    }
    return best != best ? .nan : Double(best)
}

/// Folds columns in strips that fit the first cache, a block of rows at a time.
private func foldColumns(
    _ reduction: Reduction, _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
    _ outer: Int, _ count: Int, _ inner: Int
) {
    if inner == 0 { return }
    let width = 256
    let strips = (inner + width - 1) / width
    parallelFor(outer * strips, grain: max(1, elementGrain / (max(count, 1) * min(width, inner)))) { range in
        for k in range {
            let (o, first) = (k / strips, k % strips * width)
            foldStrip(
                reduction, out + o * inner + first, x + o * count * inner + first,
                count: count, stride: inner, width: min(width, inner - first))
        }
    }
}

private func foldStrip(
    _ reduction: Reduction, _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
    count: Int, stride: Int, width: Int
) {
    guard reduction == .sum else {
        for i in 0..<width { out[i] = x[i] }
        for row in 1..<max(count, 1) {
            let x = x + row * stride
            if reduction == .maximum {
                for i in 0..<width { out[i] = x[i] > out[i] || x[i] != x[i] ? x[i] : out[i] }
            } else {
                for i in 0..<width { out[i] = x[i] < out[i] || x[i] != x[i] ? x[i] : out[i] }
            }
        }
        return
    }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { part in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: width) { total in
            let (part, total) = (part.baseAddress!, total.baseAddress!)
            for i in 0..<width { total[i] = 0 }
            for block in Swift.stride(from: 0, to: count, by: 32) {
                for i in 0..<width { part[i] = 0 }
                for row in block..<min(block + 32, count) {
                    let x = x + row * stride
                    for i in 0..<width { part[i] += x[i] }
                }
                for i in 0..<width { total[i] += Double(part[i]) }
            }
            for i in 0..<width { out[i] = Float(total[i]) }
        }
    }
}
