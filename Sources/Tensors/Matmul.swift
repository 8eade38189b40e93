// # Matrix multiplication
//
// y[i, j] = Σₖ a[i, k] · b[k, j]: every row of a meets every column of b. A transposed operand
// is not copied: the product is told to read it the other way round.

import Kernels

extension Tensor {
    /// y = a · b   ⇒   da = dy · bᵀ, db = aᵀ · dy
    ///
    /// [m, k] × [k, n] → [m, n]. A vector [k] counts as a row on the left and as a column on the
    /// right. Axes before the last two are batches and broadcast: [64, 5, 3] × [3, 2] → [64, 5, 2].
    public func matmul(_ b: Tensor) -> Tensor {
        let a = self
        require(a.rank > 0 && b.rank > 0, "matmul \(a.shape) × \(b.shape)", "a single number is not a matrix", try: "*")
        if a.rank == 1 { return a.unsqueezed(0).matmul(b).squeezed(b.rank == 1 ? 0 : -2) }
        if b.rank == 1 { return a.matmul(b.unsqueezed(1)).squeezed(-1) }
        let (inner, rows) = (a.shape[a.rank - 1], b.shape[b.rank - 2])
        if inner != rows {
            stop("matmul \(a.shape) × \(b.shape)", "inner sizes differ (\(inner) ≠ \(rows))",
                 try: inner == b.shape[b.rank - 1] ? "the second operand transposed" : "a second operand with \(inner) rows")
        }
        return Tensor(array: product(a.array, b.array)).recorded(
            "matmul", a, b,
            { dy in dy.matmul(b.detached().T).summed(to: a.shape) },
            { dy in
                // A batch of rows against one matrix: one long product instead of a sum of many.
                if b.rank == 2 && a.rank > 2 {
                    return a.detached().reshaped(-1, inner).T.matmul(dy.reshaped(-1, b.shape[1]))
                }
                return a.detached().T.matmul(dy).summed(to: b.shape)
            })
    }

    /// The last two axes swapped: rows become columns.
    public var T: Tensor { rank < 2 ? self : transposed(-1, -2) }

    /// y = x · wᵀ + b in one go   ⇒   dx = dy · w, dw = dyᵀ · x, db = Σ dy
    ///
    /// x [..., in] · w [out, in] · b [out] → y [..., out]
    public func linear(_ w: Tensor, _ b: Tensor? = nil) -> Tensor {
        let x = self
        require(w.rank == 2 && x.rank > 0 && x.shape[x.rank - 1] == w.shape[1], "linear \(x.shape), weight \(w.shape)",
                "the last axis of the input is \(x.shape.last ?? 0), the weight expects \(w.shape.last ?? 0)",
                try: "an input [..., \(w.shape.last ?? 0)]")
        require(b == nil || b!.shape == [w.shape[0]], "linear \(x.shape), weight \(w.shape)", "its bias is \(b!.shape), not [\(w.shape[0])]")
        let y = multiplied(x.array.reshaped(-1, w.shape[1]), w.array.transposed(), bias: b?.array)
            .reshaped(x.shape.dropLast() + [w.shape[0]])
        return Tensor(array: y).recorded("linear", [x, w] + (b.map { [$0] } ?? [])) { dy in
            let rows = dy.reshaped(-1, w.shape[0])
            return [
                x.requiresGrad ? rows.matmul(w.detached()).reshaped(x.shape) : nil,
                w.requiresGrad ? rows.T.matmul(x.detached().reshaped(-1, w.shape[1])) : nil,
                b?.requiresGrad == true ? rows.sum(axis: 0) : nil,
            ]
        }
    }
}

/// a · b with broadcast batch axes.
private func product(_ a: NDArray<Float>, _ b: NDArray<Float>) -> NDArray<Float> {
    if a.rank == 2 && b.rank == 2 { return multiplied(a, b) }
    let (m, k, n) = (a.shape[a.rank - 2], a.shape[a.rank - 1], b.shape[b.rank - 1])
    if b.rank == 2 { return multiplied(a.reshaped(-1, k), b).reshaped(a.shape.dropLast() + [n]) }
    let batch = broadcastShape(Array(a.shape.dropLast(2)), Array(b.shape.dropLast(2)), "matmul")
    let (x, y) = (a.expanded(to: batch + [m, k]), b.expanded(to: batch + [k, n]))
    let result = NDArray<Float>(uninitialized: batch + [m, n])
    let items = batch.reduce(1, *)
    // Where the matrices of a batch lie, odometer-free: the batch axes' own offsets.
    func offsets(_ array: NDArray<Float>) -> [Int] {
        batch.indices.reduce([0]) { starts, axis in
            starts.flatMap { start in (0..<batch[axis]).map { start + $0 * array.strides[axis] } }
        }
    }
    let (xs, ys) = (offsets(x), offsets(y))
    let (left, right) = (x.matrix, y.matrix)
    parallelFor(items, grain: Swift.max(1, (1 << 18) / Swift.max(m * n * k, 1))) { range in
        for i in range {
            multiply(m: m, n: n, k: k, left.moved(by: xs[i]), right.moved(by: ys[i]),
                     into: result.storage.base + i * m * n, cStride: n)
        }
    }
    return result
}

/// a [m, k] · b [k, n] (+ bias [n], to every row) → [m, n]
private func multiplied(_ a: NDArray<Float>, _ b: NDArray<Float>, bias: NDArray<Float>? = nil) -> NDArray<Float> {
    let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
    var result = NDArray<Float>(uninitialized: [m, n])
    if let bias {
        result[[]] = bias
    } else if k == 0 {
        result[[]] = NDArray(0)
    }
    guard m * n * k > 0 else { return result }
    let (left, right) = (a.oneDense, b.oneDense)
    withExtendedLifetime((left, right)) {
        multiply(m: m, n: n, k: k, left.matrix, right.matrix, into: result.storage.base, cStride: n, accumulate: bias != nil)
    }
    return result
}

extension NDArray<Float> {
    /// This matrix with dense rows or dense columns, as BLAS wants it; copied if it has neither.
    fileprivate var oneDense: NDArray<Float> {
        let (rows, columns) = (strides[rank - 2], strides[rank - 1])
        let dense = (columns == 1 && rows >= shape[rank - 1]) || (rows == 1 && columns >= shape[rank - 2])
        return dense ? self : copied()
    }

    fileprivate var matrix: MatrixView {
        MatrixView(base, rowStride: strides[rank - 2], columnStride: strides[rank - 1])
    }
}
