// # A few rows times a transposed weight
//
// x · wᵀ is the forward pass of a dense layer: x has a row for every item of the batch, w a row for every output. The
// product lays out its right operand in panels, and here that is the weight, which is much the larger of the two:
// laying it out takes as long as multiplying dozens of rows. But (x · wᵀ)ᵀ = w · xᵀ. Now the small operand is on the
// right, and the weight is read where it is, once. What comes out is the transposed result; each job turns its part
// while it is in the cache.

/// Whether to compute the transposed product: it saves laying out the n · k numbers of b, but has to turn the m · n of
/// the result, and to lay out the m · k of a (which is quick if its columns are dense, but takes twice as long if not).
func suitsTurning(m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView) -> Bool {
    let layingOut = a.isDenseByRow ? 2 * m * k : 0
    return !b.isDenseByRow && n >= m && m <= 256 && k >= 64 && n * k > 1 << 14 && n * k > layingOut + m * n
}

/// c = a · b (+ addend), for a [m, k] and b [k, n] with dense columns.
func multiplyTurned(m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView, into c: TileResult) {
    let tile = TileLimits.best
    let stride = dividedUp(m, by: 16) * 16
    let room = MatrixPanels.room(depth: k, columns: m, width: tile.width, isPacked: true)
    withScratch(room) { room in
        let panels = MatrixPanels(a.transposed, depth: k, columns: m, tile, isPacked: true, room: room)
        // Sixteen columns of c are turned at a time; and 48 rows of w are whole tiles, whether these have 6 or 8.
        let pieces = dividedUp(n, by: 48)
        let parts = max(dividedUp(pieces, by: 2), min(pieces, m * n * k / (1 << 18)))
        parallelFor(parts) { range in
            for part in range {
                let pieces = evenly(pieces, in: parts, part)
                let columns = pieces.lowerBound * 48..<min(pieces.upperBound * 48, n)
                withScratch(columns.count * stride) { turned in
                    let result = TileResult(turned, stride: stride, columns: m, accumulate: false)
                    let rows = b.transposed.from(row: columns.lowerBound)
                    MatrixProduct(rows: columns.count, a: rows, result: result).multiply(panels)
                    turn(turned, stride, into: c.from(column: columns.lowerBound), rows: m, columns: columns.count)
                }
            }
        }
    }
}

/// c[i, j] = turned[j, i] (+ addend)
private func turn(
    _ turned: UnsafePointer<Float>, _ stride: Int, into c: TileResult, rows: Int, columns: Int
) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 256) { square in
        let square = square.baseAddress!
        for column in Swift.stride(from: 0, to: columns, by: 16) {
            let width = min(16, columns - column)
            for row in Swift.stride(from: 0, to: rows, by: 16) {
                turnSixteen(square, 16, turned + column * stride + row, stride, rows: width)
                for i in 0..<min(16, rows - row) {
                    let c = c.from(row: row + i).from(column: column)
                    write(square + 16 * i, width, into: c)
                }
            }
        }
    }
}

/// A piece of a row, of sixteen numbers or fewer.
@inline(__always)
private func write(_ sums: UnsafePointer<Float>, _ width: Int, into c: TileResult) {
    guard width == 16 else {
        for j in 0..<width { c.base[j] = (c.addend?[j] ?? 0) + sums[j] }
        return
    }
    if let addend = c.addend { store(load(addend) + load(sums), to: c.base) } else { store(load(sums), to: c.base) }
}
