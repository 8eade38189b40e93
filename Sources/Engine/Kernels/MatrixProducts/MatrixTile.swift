// # The tile: a product that never leaves the registers
//
// Three loops compute a matrix product, and nearly all of their time is spent fetching numbers. A number that has been
// fetched should be used as often as possible while it is at hand, and nothing is nearer at hand than a register. So
// the innermost loop computes a *tile* of the result, a few rows of a few vectors each, whose sums stay in registers
// from the first product to the last:
//
//     for every p:     b[p]  a few vectors, loaded once, are multiplied by
//                      a[p]  one number of each row
//
// With 8 rows of 3 vectors, or 6 of 4, some ten loads pay for 24 multiplications and additions of whole vectors.
// Processors can load as often as they can multiply, and so the multiplications set the pace.

/// The sums of a tile: `rows` rows of `vectors` vectors.
typealias TileSums<let rows: Int, let vectors: Int, Vector: SIMD<Float>> = InlineArray<
    rows, InlineArray<vectors, Vector>
>

/// Where a tile reads its rows of a: element (i, p) is at `base[i * rowStride + p * columnStride]`.
struct TileRows {
    var base: UnsafePointer<Float>
    var rowStride, columnStride: Int
}

/// Where a tile reads its columns of b: row p begins at `base + p * stride`, but the last one at `last`.
struct TileColumns {
    var base: UnsafePointer<Float>
    var stride: Int
    var last: UnsafePointer<Float>
}

/// Where a tile writes.
struct TileResult {
    var base: UnsafeMutablePointer<Float>
    var stride: Int
    /// How many columns are wanted.
    var columns: Int
    /// What is added to the product: nothing, or numbers whose rows are `addendStride` apart, 0 for the same row each
    /// time.
    var addend: UnsafePointer<Float>?
    var addendStride = 0

    /// - Parameters:
    ///   - accumulate: whether the product is added to what is there.
    ///   - bias: added to every row otherwise.
    init(
        _ base: UnsafeMutablePointer<Float>, stride: Int, columns: Int, accumulate: Bool,
        bias: UnsafePointer<Float>? = nil
    ) {
        (self.base, self.stride, self.columns) = (base, stride, columns)
        (addend, addendStride) = accumulate ? (UnsafePointer(base), stride) : (bias, 0)
    }

    func from(row: Int) -> TileResult { moved(row * stride, row * addendStride) }
    func from(column: Int) -> TileResult { moved(column, column) }
    func only(_ columns: Range<Int>) -> TileResult {
        var result = from(column: columns.lowerBound)
        result.columns = columns.count
        return result
    }

    /// From now on, products are added to what is here.
    mutating func addsToItself() { (addend, addendStride) = (UnsafePointer(base), stride) }

    private func moved(_ offset: Int, _ addendOffset: Int) -> TileResult {
        var result = self
        result.base += offset
        result.addend = addend.map { $0 + addendOffset }
        return result
    }
}

/// c[i, j] = Σₚ a[i, p] · b[p, j] (+ addend), for the rows of a tile.
///
/// - Parameters:
///   - depth: how many p there are, at least one.
///   - b: whole vectors are read, also where fewer columns are wanted.
@inline(__always)
func multiplyTile<let rows: Int, let vectors: Int, Vector: SIMD<Float>>(
    depth: Int, _ a: TileRows, _ b: TileColumns, into c: TileResult, _: TileSums<rows, vectors, Vector>.Type
) {
    let width = Vector.scalarCount
    var sums = TileSums<rows, vectors, Vector>(repeating: InlineArray(repeating: .zero))
    var (left, right) = (a.base, b.base)
    for p in 0..<depth {
        if p == depth - 1 { right = b.last }
        var columns = InlineArray<vectors, Vector>(repeating: .zero)
        for v in 0..<vectors { columns[v] = load(right + v * width) }
        for row in 0..<rows {
            let factor = Vector(repeating: left[row * a.rowStride])
            for v in 0..<vectors { sums[row][v].addProduct(factor, columns[v]) }
        }
        left += a.columnStride
        right += b.stride
    }
    if c.columns < vectors * width {
        // Written by way of memory, so that the sums above need none.
        let whole = sums
        withUnsafeBytes(of: whole) { bytes in
            let first = bytes.baseAddress!.assumingMemoryBound(to: Float.self)
            for row in 0..<rows { writePart(c, row, first + row * vectors * width) }
        }
    } else if let addend = c.addend {
        // What was there before is added only now: sums of sums lose fewer digits than one long sum.
        for row in 0..<rows {
            for v in 0..<vectors {
                store(
                    load(addend + row * c.addendStride + v * width) + sums[row][v],
                    to: c.base + row * c.stride + v * width)
            }
        }
    } else {
        for row in 0..<rows {
            for v in 0..<vectors { store(sums[row][v], to: c.base + row * c.stride + v * width) }
        }
    }
}

/// One row, as far as it is wanted.
@inline(__always)
private func writePart(_ c: TileResult, _ row: Int, _ sums: UnsafePointer<Float>) {
    let (to, columns) = (c.base + row * c.stride, c.columns)
    if let addend = c.addend {
        let addend = addend + row * c.addendStride
        for j in 0..<columns { to[j] = addend[j] + sums[j] }
    } else {
        for j in 0..<columns { to[j] = sums[j] }
    }
}
