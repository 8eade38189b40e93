// # Softmax: scores become probabilities
//
// softmax x = eˣ / Σ eˣ along an axis. Its logarithm is what losses need; computed directly it
// never overflows, and where a probability is too small for a float, its logarithm still is not.

import Kernels

extension Tensor {
    /// y = x - ln Σ eˣ   ⇒   dx = dy - eʸ Σ dy, sums along the axis
    public func logSoftmax(axis: Int = -1) -> Tensor {
        let axis = axisIndex(axis, shape, "logSoftmax")
        if axis != rank - 1 { return transposed(axis, -1).logSoftmax().transposed(axis, -1) }
        let x = array.contiguous()
        let y = rowByRow { logSoftmaxRows($0, x.base, rows: $1, columns: $2) }
        return y.recorded("logSoftmax", self) { dy in
            let dense = dy.array.contiguous()
            return y.rowByRow { logSoftmaxBackwardRows($0, dense.base, y.array.base, rows: $1, columns: $2) }
        }
    }

    /// y = eˣ / Σ eˣ   ⇒   dx = y (dy - Σ dy y), sums along the axis
    public func softmax(axis: Int = -1) -> Tensor {
        let axis = axisIndex(axis, shape, "softmax")
        if axis != rank - 1 { return transposed(axis, -1).softmax().transposed(axis, -1) }
        let x = array.contiguous()
        let y = rowByRow { softmaxRows($0, x.base, rows: $1, columns: $2) }
        return y.recorded("softmax", self) { dy in
            let dense = dy.array.contiguous()
            return y.rowByRow { softmaxBackwardRows($0, dense.base, y.array.base, rows: $1, columns: $2) }
        }
    }

    /// A new tensor of this shape that `body` writes; its rows run along the last axis.
    private func rowByRow(
        _ body: (_ out: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int) -> Void
    ) -> Tensor {
        let result = NDArray<Float>(uninitialized: shape)
        if count > 0 { body(result.memory.base, count / shape[rank - 1], shape[rank - 1]) }
        return Tensor(array: result)
    }
}
