// # Matrix multiplication
//
// y[i, j] = Σₖ a[i, k] · b[k, j]: every row of a times every column of b. A transposed operand
// is not copied: the product reads it column by column instead.

import Kernels

extension Tensor {
    /// y = a · b   ⇒   da = dy · bᵀ, db = aᵀ · dy
    ///
    /// [m, k] × [k, n] → [m, n]. A vector [k] counts as a row on the left and as a column on the
    /// right. Axes before the last two are batches and broadcast: [64, 5, 3] × [3, 2] → [64, 5, 2].
    public func matmul(_ b: Tensor) -> Tensor {
        let a = self
        requireInnerSizes(a.shape, b.shape, "matmul")
        if a.rank == 1 { return a.unsqueezed(0).matmul(b).squeezed(b.rank == 1 ? 0 : -2) }
        if b.rank == 1 { return a.matmul(b.unsqueezed(1)).squeezed(-1) }
        return Tensor(array: product(a.array, b.array)).recorded("matmul", a, b, { dy in dy.matmul(b.mT) }) { dy in
            // A batch of rows against one matrix: one long product instead of a sum of many.
            b.rank == 2 ? a.asMatrix.T.matmul(dy.asMatrix) : a.mT.matmul(dy)
        }
    }

    /// A matrix transposed: [rows, columns] → [columns, rows].
    ///
    /// For matrices alone, where NumPy and PyTorch agree on what it means. Any other shape stops the program: a
    /// batch of matrices is transposed by ``mT``, other axes by `transposed(_:_:)` and `permuted(_:)`.
    public var T: Tensor {
        require(
            rank == 2, "T of \(shape)", "a matrix has 2 axes, not \(rank)",
            try: rank < 2 ? "unsqueezed(…) to make it a matrix" : "mT for the last two axes, or permuted(…)")
        return transposed()
    }

    /// Every matrix of a batch transposed, as PyTorch's `mT`: [..., rows, columns] → [..., columns, rows].
    ///
    /// Fewer than two axes stop the program.
    public var mT: Tensor {
        require(
            rank >= 2, "mT of \(shape)", "a matrix has 2 axes, not \(rank)",
            try: "unsqueezed(…) to make it a matrix")
        return transposed()
    }

    /// y = x · wᵀ + b in one go   ⇒   dx = dy · w, dw = dyᵀ · x, db = Σ dy
    ///
    /// x [..., in] · w [out, in] · b [out] → y [..., out]
    public func linear(_ w: Tensor, _ b: Tensor? = nil) -> Tensor {
        let x = self
        require(
            w.rank == 2 && x.rank > 0 && x.shape[x.rank - 1] == w.shape[1], "linear \(x.shape), weight \(w.shape)",
            "the last axis of the input is \(x.shape.last ?? 0), the weight expects \(w.shape.last ?? 0)",
            try: "an input [..., \(w.shape.last ?? 0)]")
        require(
            b == nil || b!.shape == [w.shape[0]], "linear \(x.shape), weight \(w.shape)",
            "its bias is \(b!.shape), not [\(w.shape[0])]")
        let y = multiplied(x.asMatrix.array, w.array.transposed(), bias: b?.array)
            .reshaped(x.shape.dropLast() + [w.shape[0]])
        return Tensor(array: y).recorded("linear", [x, w] + (b.map { [$0] } ?? [])) { dy in
            let rows = dy.asMatrix
            return [
                x.requiresGrad ? rows.matmul(w).reshaped(x.shape) : nil,
                w.requiresGrad ? rows.T.matmul(x.asMatrix) : nil,
                b?.requiresGrad == true ? rows.sum(axis: 0) : nil,
            ]
        }
    }

    /// All axes but the last in one: [..., k] → [n, k]. Not recorded.
    var asMatrix: Tensor { Tensor(array: array.asMatrix) }
}

/// a · b with broadcast batch axes.
func product(_ a: NDArray<Float>, _ b: NDArray<Float>) -> NDArray<Float> {
    if b.rank == 2 { return multiplied(a.asMatrix, b).reshaped(a.shape.dropLast() + [b.shape[1]]) }
    let (m, k, n) = (a.shape[a.rank - 2], a.shape[a.rank - 1], b.shape[b.rank - 1])
    let batch = broadcastShape(Array(a.shape.dropLast(2)), Array(b.shape.dropLast(2)), "matmul")
    let (x, y) = (a.oneDense.expanded(to: batch + [m, k]), b.oneDense.expanded(to: batch + [k, n]))
    let result = NDArray<Float>(uninitialized: batch + [m, n])
    let (xs, ys) = (x.starts(batch), y.starts(batch))
    let (left, right) = (x.matrix!, y.matrix!)
    parallelFor(xs.count, grain: Swift.max(1, (1 << 18) / Swift.max(m * n * k, 1))) { range in
        for i in range {
            multiply(
                m: m, n: n, k: k, left.moved(by: xs[i]), right.moved(by: ys[i]),
                into: result.memory.base + i * m * n, cStride: n)
        }
    }
    return withExtendedLifetime((x, y)) { result }
}

/// a [m, k] · b [k, n] (+ bias [n], to every row) → [m, n]
private func multiplied(_ a: NDArray<Float>, _ b: NDArray<Float>, bias: NDArray<Float>? = nil) -> NDArray<Float> {
    let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
    let result = NDArray<Float>(uninitialized: [m, n])
    let (left, right, bias) = (a.oneDense, b.oneDense, bias?.contiguous())
    withExtendedLifetime((left, right, bias)) {
        multiply(
            m: m, n: n, k: k, left.matrix!, right.matrix!, into: result.memory.base, cStride: n, bias: bias?.base)
    }
    return result
}

extension NDArray<Float> {
    /// All axes but the last in one: [..., k] → [n, k].
    fileprivate var asMatrix: NDArray<Float> {
        rank == 2 ? self : reshaped(shape.dropLast().reduce(1, *), shape[rank - 1])
    }

    /// These matrices with dense rows or dense columns, as a product needs them; copied if they have neither.
    fileprivate var oneDense: NDArray<Float> { matrix == nil ? copied() : self }

    /// The last two axes, of the first matrix if this is a batch.
    fileprivate var matrix: MatrixView? {
        MatrixView(
            base, rows: shape[rank - 2], columns: shape[rank - 1],
            rowStride: strides[rank - 2], columnStride: strides[rank - 1])
    }

    /// Where each matrix of a batch starts, in row-major order of the batch axes.
    fileprivate func starts(_ batch: [Int]) -> [Int] {
        batch.indices.reduce([0]) { starts, axis in
            starts.flatMap { start in (0..<batch[axis]).map { start + $0 * strides[axis] } }
        }
    }
}
