// # Chapter 17's ladder: (5 × 784) · (784 × 10) in ever fewer loops

import Tensors

func ch17Matmul(_ bench: Bench) throws {
    var random = SplitMix64(seed: bench.seed)
    let (a, b) = (Tensor.randn(5, 784, using: &random), Tensor.randn(784, 10, using: &random))
    bench.measureLoop(a, b)
    let (lists, others) = (lists(a), lists(b))
    let steps: [(name: String, product: () -> Void)] = [
        ("loop-lists", { _ = product(lists, others) }),
        ("elementwise-row", { _ = rowByColumn(a, b) }),
        ("broadcast", { _ = rowByMatrix(a, b) }),
        ("einsum", { _ = einsum("ik,kj->ij", a, b) }),
        ("at", { _ = a.matmul(b) }),
    ]
    for step in steps {
        bench.measureCall("ch17-matmul/" + step.name, .operations(2 * 5 * 784 * 10), call: step.product)
    }
}

extension Bench {
    /// Three loops over the entries of tensors: slow enough to be timed at once.
    fileprivate func measureLoop(_ a: Tensor, _ b: Tensor) {
        try? measure("ch17-matmul/loop-tensor", items: 5 * 784 * 10, "products", metric: "largest error") { _ in
            var c = Tensor.zeros(5, 10)
            return Work {
                for i in 0..<5 {
                    for j in 0..<10 {
                        for k in 0..<784 { c[i, j] = c[i, j] + a[i, k] * b[k, j] }
                    }
                }
            } judge: {
                Double((c - a.matmul(b)).abs().max().item)
            }
        }
    }
}

/// Three loops over lists of numbers.
private func product(_ a: [[Float]], _ b: [[Float]]) -> [[Float]] {
    var c = [[Float]](repeating: [Float](repeating: 0, count: b[0].count), count: a.count)
    for i in a.indices {
        for j in b[0].indices {
            for k in b.indices { c[i][j] += a[i][k] * b[k][j] }
        }
    }
    return c
}

/// Two loops: a row times a column, summed.
private func rowByColumn(_ a: Tensor, _ b: Tensor) -> Tensor {
    var c = Tensor.zeros(5, 10)
    for i in 0..<5 {
        for j in 0..<10 { c[i, j] = (a[i] * b[0..., j]).sum() }
    }
    return c
}

/// One loop: a row, turned into a column, times the whole matrix.
private func rowByMatrix(_ a: Tensor, _ b: Tensor) -> Tensor {
    var c = Tensor.zeros(5, 10)
    for i in 0..<5 { c[i] = (a[i].unsqueezed(-1) * b).sum(axis: 0) }
    return c
}

private func lists(_ x: Tensor) -> [[Float]] { (0..<x.shape[0]).map { x[$0].scalars } }
