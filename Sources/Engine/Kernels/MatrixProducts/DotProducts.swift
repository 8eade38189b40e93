// # Dense rows times dense columns
//
// Where both the rows of a and the columns of b are dense, as in x · wᵀ, a vector can hold sixteen terms of one sum.
// Then no lane is lost, however few columns there are, and nothing needs to be laid out first. But in the end, the
// sixteen parts of every sum have to be added up, and so this is the better way only for long sums, with few rows or
// few columns.

/// Whether to compute the product in this way.
///
/// Adding up the lanes takes about as long as 200 more terms. The other way needs panels, as much work as 5 more rows,
/// and loses the lanes beyond the last column.
func suitsDotProducts(m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView) -> Bool {
    guard a.isDenseByRow, b.rowStride == 1, k >= 16 else { return false }
    // The smaller operand is read again for every few rows of the other one; it must not be far away.
    guard min(m, n) * k <= 1 << 15 else { return false }
    let lost = Float(dividedUp(n, by: 16) * 16) / Float(n) - 1
    return 200 / Float(k) < 5 / Float(m) + lost
}

/// c = a · b (+ addend), for a [m, k] with dense rows and b [k, n] with dense columns, k at least 16.
func multiplyByDotProducts(m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView, into c: TileResult) {
    // Sixteen sums at a time, in a shape that fits the result.
    let rows = n == 1 ? 16 : n == 2 ? 8 : m == 1 ? 1 : m == 2 ? 2 : 4
    let columns = 16 / rows
    let (tilesInColumn, tilesInRow) = (dividedUp(m, by: rows), dividedUp(n, by: columns))
    parallelFor(tilesInColumn * tilesInRow, grain: max(1, (1 << 18) / (16 * k))) { range in
        for tile in range {
            let (row, column) =
                m < n
                ? (tile % tilesInColumn * rows, tile / tilesInColumn * columns)
                : (tile / tilesInRow * rows, tile % tilesInRow * columns)
            let dots = DotTile(
                a: a.from(row: row), b: b.from(column: column), rows: min(rows, m - row),
                columns: min(columns, n - column), depth: k)
            let sums =
                switch columns {
                case 1: dots.sums(InlineArray<1, Vector>.self)
                case 2: dots.sums(InlineArray<2, Vector>.self)
                case 4: dots.sums(InlineArray<4, Vector>.self)
                case 8: dots.sums(InlineArray<8, Vector>.self)
                default: dots.sums(InlineArray<16, Vector>.self)
                }
            for i in 0..<dots.rows {
                let to = c.base + (row + i) * c.stride + column
                for j in 0..<dots.columns {
                    let addend = c.addend.map { $0[(row + i) * c.addendStride + column + j] } ?? 0
                    to[j] = addend + sums[i * columns + j]
                }
            }
        }
    }
}

/// Sixteen sums, of some rows of a with some columns of b.
private struct DotTile {
    let a, b: MatrixView
    /// How many there are. In place of more, the last one is taken again.
    let rows, columns: Int
    let depth: Int

    func sums<let columns: Int>(_: InlineArray<columns, Vector>.Type) -> Vector {
        let whole = depth / 16 * 16
        var parts = InlineArray<16, Vector>(repeating: .zero)
        withUnsafeMutableBytes(of: &parts) { bytes in
            add(into: bytes.baseAddress!.assumingMemoryBound(to: Vector.self), InlineArray<columns, Vector>.self)
        }
        if whole < depth {
            // The last sixteen terms, without those that have been added.
            let (count, p) = (depth - whole, depth - 16)
            for i in 0..<16 / columns {
                let factor = load(a.base + row(i) + p).last(count)
                for j in 0..<columns { parts[i * columns + j] += factor * load(b.base + column(j) + p).last(count) }
            }
        }
        return totals(parts)
    }

    /// The products of all terms but the last few, added up in registers and only then written to `result`. (Generic in
    /// its vectors because the compiler makes fused multiplications of vectors from it only then.)
    @inline(__always)
    private func add<let columns: Int, Lanes: SIMD<Float>>(
        into result: UnsafeMutablePointer<Lanes>, _: InlineArray<columns, Lanes>.Type
    ) {
        var sums = InlineArray<16, Lanes>(repeating: .zero)
        var (rows, right) = (InlineArray<16, Int>(repeating: 0), InlineArray<columns, Int>(repeating: 0))
        for i in 0..<16 / columns { rows[i] = row(i) }
        for j in 0..<columns { right[j] = column(j) }
        for p in stride(from: 0, to: depth / 16 * 16, by: 16) {
            var factors = InlineArray<columns, Lanes>(repeating: .zero)
            for j in 0..<columns { factors[j] = load(b.base + right[j] + p) }
            for i in 0..<16 / columns {
                let factor: Lanes = load(a.base + rows[i] + p)
                for j in 0..<columns { sums[i * columns + j].addProduct(factor, factors[j]) }
            }
        }
        for i in 0..<16 { result[i] = sums[i] }
    }

    private func row(_ i: Int) -> Int { min(i, rows - 1) * a.rowStride }
    private func column(_ j: Int) -> Int { min(j, columns - 1) * b.columnStride }
}
