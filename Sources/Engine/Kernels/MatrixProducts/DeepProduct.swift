// # Long sums of which there are few
//
// The gradient of a dense layer's weight, xᵀ · g, is a small matrix: inputs × outputs. But each of its numbers is a sum
// over all rows of the batch. Cut by rows and columns, such a product makes a handful of jobs, each of which reads all
// of an operand, from far away. So the sums themselves are cut: every job computes the whole result from its part of
// the terms, and in the end these parts are added up.

/// In how many parts to cut the sums of a product; nil if the result is large enough to be cut itself.
func partsOfDeepProduct(m: Int, n: Int, k: Int, _ b: MatrixView) -> Int? {
    // A part is worth a job of its own; and its result, which is written and read once more, costs little beside its
    // operands.
    let most = min(32, m * n * k / (1 << 18), k * (m + n) / (4 * m * n))
    let isDeep = k >= 8 * max(m, n) && m * n <= 1 << 17
    let parts = isStreamed(m, b, n, k) ? min(most, k / 32) : isDeep ? min(most, k / 1024) : 0
    return parts > 1 ? parts : nil
}

/// Whether so few rows are multiplied by b [k, n] that the time is that of reading it, row by row.
func isStreamed(_ m: Int, _ b: MatrixView, _ n: Int, _ k: Int) -> Bool { m <= 4 && b.isDenseByRow && n * k > 1 << 16 }

/// c = a · b (+ addend), for a [m, k] and b [k, n], as the sum of products of a part of the columns of a with the same
/// rows of b.
func multiplyInParts(_ parts: Int, m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView, into c: TileResult) {
    withScratch(parts * m * n) { sums in
        parallelFor(parts) { range in
            for part in range {
                let terms = evenly(k, in: parts, part)
                // Not too many at a time, so that both operands stay in the cache.
                let pieces = dividedUp(terms.count, by: 512)
                for piece in 0..<pieces {
                    let here = evenly(terms.count, in: pieces, piece)
                    let first = terms.lowerBound + here.lowerBound
                    multiply(
                        m: m, n: n, k: here.count, a.from(column: first), b.from(row: first),
                        into: sums + part * m * n, cStride: n, accumulate: piece > 0)
                }
            }
        }
        parallelFor(m, grain: max(1, elementGrain / (parts * n))) { rows in
            for row in rows { addUp(sums + row * n, parts, m * n, into: c.from(row: row)) }
        }
    }
}

/// One row of all parts, which are `distance` elements apart.
private func addUp(_ sums: UnsafePointer<Float>, _ parts: Int, _ distance: Int, into c: TileResult) {
    let whole = c.columns / 16 * 16
    for j in stride(from: 0, to: whole, by: 16) {
        var sum = load(sums + j)
        for part in 1..<parts { sum += load(sums + j + part * distance) }
        store(c.addend.map { load($0 + j) + sum } ?? sum, to: c.base + j)
    }
    for j in whole..<c.columns {
        var sum = sums[j]
        for part in 1..<parts { sum += sums[j + part * distance] }
        c.base[j] = c.addend.map { $0[j] + sum } ?? sum
    }
}
