// Matrix products, by OpenBLAS.
//
// OpenBLAS uses one thread here and the result is cut into tiles for our own: a tile's work
// depends on the shapes alone, so the product has the same bits on any number of threads,
// and the threads that multiply are the ones that add and compare.

import COpenBLAS

/// A matrix in memory: element (i, j) is at `base[i * rowStride + j * columnStride]`, and
/// one of the two strides is 1.
public struct MatrixView: @unchecked Sendable {
    var base: UnsafePointer<Float>
    var rowStride: Int
    var columnStride: Int

    /// nil if neither its rows nor its columns are dense: BLAS cannot read it then.
    public init?(_ base: UnsafePointer<Float>, rows: Int, columns: Int, rowStride: Int, columnStride: Int) {
        (self.base, self.rowStride, self.columnStride) = (base, rowStride, columnStride)
        // An axis of length 1 may have any stride; it gets one that fits.
        if columns == 1 { self.columnStride = 1 }
        if rows == 1 { self.rowStride = self.columnStride == 1 ? columns : 1 }
        let isDense = isDenseByRow && self.rowStride >= columns || self.rowStride == 1 && self.columnStride >= rows
        if !isDense { return nil }
    }

    /// BLAS calls a matrix whose rows are dense "not transposed".
    var isDenseByRow: Bool { columnStride == 1 }
    var leading: Int32 { Int32(max(isDenseByRow ? rowStride : columnStride, 1)) }

    func from(row: Int) -> MatrixView { moved(by: row * rowStride) }
    func from(column: Int) -> MatrixView { moved(by: column * columnStride) }
    /// The same layout, `offset` elements further on.
    public func moved(by offset: Int) -> MatrixView {
        var view = self
        view.base += offset
        return view
    }
}

private let singleThreadedBLAS: Void = openblas_set_num_threads(1)

/// The least number of multiplications in one tile: enough to pay for handing it to a thread.
private let tileWork = 1 << 20

/// Multiplications up to which OpenBLAS uses both matrices in place, which is up to a third faster. Above, it
/// first copies ("packs") what a tile needs, again for every tile: so large products should be cut into few.
private let unpackedWork = 1_000_000

/// How many entries of the longer side of c, whose other side is `shorter`, belong to one tile.
///
/// - Parameter isSlowUnpacked: for dot products of long rows OpenBLAS's way without packing is slower.
private func tileLength(_ longer: Int, _ shorter: Int, _ k: Int, isSlowUnpacked: Bool) -> Int {
    let unpacked = unpackedWork / max(shorter * k, 1) / 16 * 16
    if unpacked >= 32 && longer <= 32 * unpacked && !isSlowUnpacked { return unpacked }
    let tiles = max(1, min(longer * shorter * k / tileWork, max(4, longer / 512), 16))
    return roundUp((longer + tiles - 1) / tiles, to: 16)
}

/// c = a · b, or c += a · b.
///
/// - Parameters:
///   - m, n, k: a is [m, k], b is [k, n].
///   - c: [m, n], rows dense, `cStride` elements apart.
///   - accumulate: add to what c holds instead of overwriting it.
public func multiply(
    m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView,
    into c: UnsafeMutablePointer<Float>, cStride: Int, accumulate: Bool = false
) {
    _ = singleThreadedBLAS
    let beta: Float = accumulate ? 1 : 0
    let isSlowUnpacked = a.isDenseByRow && !b.isDenseByRow && n >= 64
    if m >= n {
        let rows = tileLength(m, n, k, isSlowUnpacked: isSlowUnpacked)
        parallelFor(m, grain: rows) { r in
            tile(r.count, n, k, a.from(row: r.lowerBound), b, c + r.lowerBound * cStride, cStride, beta)
        }
    } else {
        let columns = tileLength(n, m, k, isSlowUnpacked: isSlowUnpacked)
        parallelFor(n, grain: columns) { r in
            tile(m, r.count, k, a, b.from(column: r.lowerBound), c + r.lowerBound, cStride, beta)
        }
    }
}

private func roundUp(_ value: Int, to step: Int) -> Int { (value + step - 1) / step * step }

private func tile(
    _ m: Int, _ n: Int, _ k: Int, _ a: MatrixView, _ b: MatrixView,
    _ c: UnsafeMutablePointer<Float>, _ cStride: Int, _ beta: Float
) {
    requireRoomForBLAS()
    let (m32, n32, k32) = (Int32(m), Int32(n), Int32(k))
    if n == 1 && cStride == 1 {
        // A matrix times a column: the step along the column is whichever stride b has.
        cblas_sgemv(
            CblasRowMajor, a.isDenseByRow ? CblasNoTrans : CblasTrans,
            a.isDenseByRow ? m32 : k32, a.isDenseByRow ? k32 : m32, 1, a.base, a.leading,
            b.base, Int32(max(b.rowStride, 1)), beta, c, 1)
    } else if m == 1 {
        cblas_sgemv(
            CblasRowMajor, b.isDenseByRow ? CblasTrans : CblasNoTrans,
            b.isDenseByRow ? k32 : n32, b.isDenseByRow ? n32 : k32, 1, b.base, b.leading,
            a.base, Int32(max(a.columnStride, 1)), beta, c, 1)
    } else {
        cblas_sgemm(
            CblasRowMajor, a.isDenseByRow ? CblasNoTrans : CblasTrans,
            b.isDenseByRow ? CblasNoTrans : CblasTrans, m32, n32, k32,
            1, a.base, a.leading, b.base, b.leading, beta, c, Int32(max(cStride, 1)))
    }
}
