// The second opinion: matrix products by OpenBLAS, to compare results and times with ours.

import COpenBLAS

/// What ``multiply(m:n:k:_:_:into:cStride:accumulate:bias:)`` computes, by OpenBLAS on as many threads.
public func multiplyByOpenBLAS(
    m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView,
    into c: UnsafeMutablePointer<Float>, cStride: Int, accumulate: Bool = false
) {
    _ = readyBLAS
    cblas_sgemm(
        CblasRowMajor, a.isDenseByRow ? CblasNoTrans : CblasTrans, b.isDenseByRow ? CblasNoTrans : CblasTrans,
        Int32(m), Int32(n), Int32(k), 1, a.base, a.leading, b.base, b.leading, accumulate ? 1 : 0, c,
        Int32(max(cStride, 1)))
}

private let readyBLAS: Void = {
    requireRoomForBLAS()
    openblas_set_num_threads(Int32(threadCount))
}()

/// Which OpenBLAS this is and which kernels it picked: "OpenBLAS 0.3.21, kernel Zen". An old one does not know a new
/// processor and takes kernels that are several times slower; so may `OPENBLAS_CORETYPE`, which pins them.
public func blasDescription() -> String {
    let version = String(cString: openblas_get_config()).split(separator: " ").prefix(2).joined(separator: " ")
    return "\(version), kernel \(String(cString: openblas_get_corename()))"
}

extension MatrixView {
    /// BLAS calls a matrix whose rows are dense "not transposed".
    fileprivate var leading: Int32 { Int32(max(isDenseByRow ? rowStride : columnStride, 1)) }
}
