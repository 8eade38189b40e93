// # Softmax: scores become probabilities
//
// softmax x = eˣ / Σ eˣ along an axis. The logarithm is what losses need, and computing it
// directly never overflows, so the plain softmax is its exponential.

import Kernels

extension Tensor {
    /// y = x - ln Σ eˣ   ⇒   dx = dy - eʸ Σ dy, sums along the axis
    public func logSoftmax(axis: Int = -1) -> Tensor {
        let axis = axisIndex(axis, shape, "logSoftmax")
        if axis != rank - 1 { return transposed(axis, -1).logSoftmax().transposed(axis, -1) }
        let dense = array.contiguous()
        let columns = shape[axis]
        let y = Tensor(array: NDArray<Float>(uninitialized: shape))
        if count > 0 { logSoftmaxRows(y.array.storage.base, dense.base, rows: count / columns, columns: columns) }
        return y.recorded("logSoftmax", self) { dy in dy - y.exp() * dy.sum(axis: -1, keepingAxes: true) }
    }

    /// y = eˣ / Σ eˣ along the axis
    public func softmax(axis: Int = -1) -> Tensor { logSoftmax(axis: axis).exp() }
}
