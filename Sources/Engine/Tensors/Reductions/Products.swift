// # Products of many numbers
//
// The slope of a product in one of its factors is the product of all others. It is computed as such, never as the
// whole product divided by the factor, so factors may be 0.

import Kernels

extension Tensor {
    /// y = Π x   ⇒   dx = dy · Π of all other x
    ///
    /// A product of nothing is 1.
    public func prod(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        let axes = checked(axes, "prod")
        let rows = array.foldedRows(axes)
        let y = NDArray<Float>(uninitialized: foldedShape(axes, keepingAxes))
        productRows(out: y.memory.base, rows.base, rows: rows.shape[0], count: rows.shape[1])
        return Tensor(array: y).recorded("prod", self) { [shape] dy in
            let (dense, dx) = (dy.array.contiguous(), NDArray<Float>(uninitialized: rows.shape))
            runningProductBackward(
                dx.memory.base, dense.base, ofLast: true, rows.base, outer: rows.shape[0], count: rows.shape[1],
                inner: 1)
            return Tensor(array: dx.unfolded(axes, to: shape))
        }
    }
    public func prod(axes: Int..., keepingAxes: Bool = false) -> Tensor {
        prod(axes: orAll(axes), keepingAxes: keepingAxes)
    }
    public func prod(axis: Int, keepingAxes: Bool = false) -> Tensor { prod(axes: [axis], keepingAxes: keepingAxes) }
    public func prod() -> Tensor { prod(axes: Array(0..<rank)) }

    /// y[i] = Π x[j] over j ≤ i along an axis   ⇒   dx[j] = Σ dy[i] · Π of all other x up to i, over i ≥ j
    public func cumprod(axis: Int) -> Tensor {
        let axis = axisIndex(axis, shape, "cumprod")
        let x = array.contiguous()
        let (outer, inner) = (shape[..<axis].reduce(1, *), shape[(axis + 1)...].reduce(1, *))
        let y = NDArray<Float>(uninitialized: shape)
        runningProduct(out: y.memory.base, x.base, outer: outer, count: shape[axis], inner: inner)
        return Tensor(array: y).recorded("cumprod", self) { dy in
            let (dense, dx) = (dy.array.contiguous(), NDArray<Float>(uninitialized: x.shape))
            runningProductBackward(
                dx.memory.base, dense.base, ofLast: false, x.base, outer: outer, count: x.shape[axis], inner: inner)
            return Tensor(array: dx)
        }
    }
}
