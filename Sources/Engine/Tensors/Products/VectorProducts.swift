// # Products of vectors, and the diagonal of a matrix

import Kernels

extension Tensor {
    /// y = Σ a[i] b[i]   ⇒   da = dy · b, db = dy · a
    ///
    /// [n] · [n] → []
    public func dot(_ b: Tensor) -> Tensor {
        require(
            rank == 1 && b.rank == 1 && count == b.count, "dot \(shape) · \(b.shape)",
            "these are not two vectors of equal length", try: rank == 1 && b.rank == 1 ? nil : "matmul")
        return matmul(b)
    }

    /// y[i, j] = a[i] b[j]   ⇒   da[i] = Σ dy[i, j] b[j], db[j] = Σ dy[i, j] a[i]
    ///
    /// [m] and [n] → [m, n]
    public func outer(_ b: Tensor) -> Tensor {
        require(rank == 1 && b.rank == 1, "outer \(shape) × \(b.shape)", "these are not two vectors", try: "einsum")
        return unsqueezed(1) * b
    }

    /// The diagonal over the first two axes: of a matrix [n, n] → [n].
    public func diagonal() -> Tensor { diagonal(0, 1) }

    /// y[..., i] = x[..., i, ..., i]   ⇒   dx = dy on the diagonal, 0 elsewhere
    ///
    /// Two axes of equal length n become one, the last: [n, n] → [n], [n, k, n] over axes 0 and 2 → [k, n]. A view.
    public func diagonal(_ a: Int, _ b: Int) -> Tensor {
        Tensor(array: array.diagonal(a, b)).recorded("diagonal", self) { [shape] dy in
            let dx = NDArray<Float>(repeating: 0, shape: shape)
            let place = dx.diagonal(a, b)
            Kernels.copy(
                shape: place.shape, out: place.memory.base + place.offset, outStrides: place.strides,
                dy.array.base, strides: dy.strides, width: MemoryLayout<Float>.stride)
            return Tensor(array: dx)
        }
    }
}

extension NDArray {
    /// The diagonal over the first two axes: a view.
    public func diagonal() -> NDArray { diagonal(0, 1) }

    /// The elements at which the indices of two axes agree, along a new last axis: a view.
    public func diagonal(_ a: Int, _ b: Int) -> NDArray {
        let (a, b) = (axisIndex(a, "diagonal"), axisIndex(b, "diagonal"))
        require(
            a != b && shape[a] == shape[b], "diagonal of \(shape) over axes \(a) and \(b)",
            a == b ? "these are the same axis" : "their lengths differ (\(shape[a]) ≠ \(shape[b]))")
        var view = self
        for axis in [Swift.max(a, b), Swift.min(a, b)] {
            view.shape.remove(at: axis)
            view.strides.remove(at: axis)
        }
        view.shape.append(shape[a])
        view.strides.append(strides[a] + strides[b])
        return view
    }
}
