// # Matrix products
//
// Each is compared with OpenBLAS, called with as many threads.

import Kernels
import Tensors

func matrixProducts(_ bench: Bench) throws {
    var random = SplitMix64(seed: bench.seed)
    for (m, k, n) in [(64, 784, 30), (256, 784, 50), (512, 512, 512), (1024, 1024, 1024), (2048, 2048, 2048)] {
        let (a, b) = (Tensor.randn(m, k, using: &random), Tensor.randn(k, n, using: &random))
        let name = "matmul/\(m)x\(k)x\(n)"
        bench.measureCall(name, .operations(2 * m * k * n)) { _ = a.matmul(b) }
        bench.measureOpenBLAS(name + "/openblas", a.scalars, b.scalars, m, k, n)
    }
    // The operands as they are stored in training: x · wᵀ forward; the gradients g · w and gᵀ · x backward.
    for (m, k, n) in [(1024, 1024, 1024), (2048, 2048, 2048), (64, 4096, 1024), (64, 50_000, 64)] {
        for (name, isLeftTurned, isRightTurned) in [("nt", false, true), ("tn", true, false), ("tt", true, true)] {
            let a = isLeftTurned ? Tensor.randn(k, m, using: &random).transposed() : .randn(m, k, using: &random)
            let b = isRightTurned ? Tensor.randn(n, k, using: &random).transposed() : .randn(k, n, using: &random)
            bench.measureCall("matmul/\(m)x\(k)x\(n)-\(name)", .operations(2 * m * k * n)) { _ = a.matmul(b) }
        }
    }
    // Tall and thin.
    for (m, k, n) in [(50_000, 64, 64), (64, 50_000, 64), (4096, 4096, 16), (1, 4096, 4096), (4096, 4096, 1)] {
        let (a, b) = (Tensor.randn(m, k, using: &random), Tensor.randn(k, n, using: &random))
        bench.measureCall("matmul/\(m)x\(k)x\(n)", .operations(2 * m * k * n)) { _ = a.matmul(b) }
    }
    let (a, b) = (Tensor.randn(64, 128, 64, using: &random), Tensor.randn(64, 64, 128, using: &random))
    bench.measureCall("matmul/batched-64x128x64x128", .operations(2 * 64 * 128 * 64 * 128)) { _ = a.matmul(b) }
}

extension Bench {
    fileprivate func measureOpenBLAS(_ name: String, _ a: [Float], _ b: [Float], _ m: Int, _ k: Int, _ n: Int) {
        var c = [Float](repeating: 0, count: m * n)
        let left = MatrixView(a, rows: m, columns: k, rowStride: k, columnStride: 1)!
        let right = MatrixView(b, rows: k, columns: n, rowStride: n, columnStride: 1)!
        withExtendedLifetime((a, b)) {
            measureCall(name, .operations(2 * m * k * n)) {
                multiplyByOpenBLAS(m: m, n: n, k: k, left, right, into: &c, cStride: n)
            }
        }
    }
}
