// # Reductions: an axis disappears
//
// sum() folds all elements into one; sum(axes: -1) folds the last axis, so [12, 28, 28] becomes
// [12, 28]. With `keepingAxes` a folded axis stays as an axis of length 1, ready to be
// broadcast against the original.

import Kernels

extension Tensor {
    /// y = Σ x   ⇒   dx = dy, repeated along the folded axes
    public func sum(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        let axes = checked(axes, "sum")
        let y = folded(.sum, axes).reshaped(foldedShape(axes, keepingAxes))
        return y.recorded("sum", self) { [shape, kept = foldedShape(axes, true)] dy in
            dy.reshaped(kept).expanded(to: shape)
        }
    }
    public func sum(axes: Int..., keepingAxes: Bool = false) -> Tensor {
        sum(axes: orAll(axes), keepingAxes: keepingAxes)
    }
    public func sum(axis: Int, keepingAxes: Bool = false) -> Tensor { sum(axes: [axis], keepingAxes: keepingAxes) }
    public func sum() -> Tensor { sum(axes: Array(0..<rank)) }

    /// y = Σ x / n   ⇒   dx = dy / n, repeated along the folded axes
    public func mean(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        let axes = checked(axes, "mean")
        let n = Float(axes.reduce(1) { $0 * shape[$1] })
        let y = (folded(.sum, axes) / n).reshaped(foldedShape(axes, keepingAxes))
        return y.recorded("mean", self) { [shape, kept = foldedShape(axes, true)] dy in
            (dy / n).reshaped(kept).expanded(to: shape)
        }
    }
    public func mean(axes: Int..., keepingAxes: Bool = false) -> Tensor {
        mean(axes: orAll(axes), keepingAxes: keepingAxes)
    }
    public func mean(axis: Int, keepingAxes: Bool = false) -> Tensor { mean(axes: [axis], keepingAxes: keepingAxes) }
    public func mean() -> Tensor { mean(axes: Array(0..<rank)) }
}

// MARK: Largest and smallest

extension Tensor {
    /// y = the largest along an axis   ⇒   dy goes to where it was found first
    public func max(axis: Int, keepingAxes: Bool = false) -> (values: Tensor, indices: IntTensor) {
        extreme("max", largest: true, axis, keepingAxes)
    }

    /// y = the smallest along an axis   ⇒   dy goes to where it was found first
    public func min(axis: Int, keepingAxes: Bool = false) -> (values: Tensor, indices: IntTensor) {
        extreme("min", largest: false, axis, keepingAxes)
    }

    /// The largest element over several axes   ⇒   dy is shared by all elements that equal it
    public func max(axes: [Int], keepingAxes: Bool = false) -> Tensor { shared("max", .maximum, axes, keepingAxes) }
    public func max() -> Tensor { max(axes: Array(0..<rank)) }
    /// The smallest element over several axes   ⇒   dy is shared by all elements that equal it
    public func min(axes: [Int], keepingAxes: Bool = false) -> Tensor { shared("min", .minimum, axes, keepingAxes) }
    public func min() -> Tensor { min(axes: Array(0..<rank)) }

    /// Where along an axis the largest element is; the first one if there are several.
    public func argmax(axis: Int) -> IntTensor { found("argmax", largest: true, checked([axis], "argmax")[0]) }
    /// Where along an axis the smallest element is; the first one if there are several.
    public func argmin(axis: Int) -> IntTensor { found("argmin", largest: false, checked([axis], "argmin")[0]) }

    private func shared(_ name: String, _ reduction: Reduction, _ axes: [Int], _ keep: Bool) -> Tensor {
        let axes = checked(axes, name)
        require(axes.allSatisfy { shape[$0] > 0 }, "\(name) of \(shape) over axes \(axes)", "there are no elements")
        let kept = foldedShape(axes, true)
        let y = count == 0 ? Tensor.zeros(kept) : folded(reduction, axes).reshaped(kept)
        return y.reshaped(foldedShape(axes, keep)).recorded(name, self) { dy in
            let mask = Tensor(detached() .== y)
            return dy.reshaped(kept) / mask.sum(axes: axes, keepingAxes: true) * mask
        }
    }

    private func extreme(_ name: String, largest: Bool, _ axis: Int, _ keep: Bool) -> (Tensor, IntTensor) {
        let axis = checked([axis], name)[0]
        return picked(found(name, largest: largest, axis).unsqueezed(axis), axis, keep)
    }

    /// The one element along an axis that is at each place, and the places themselves.
    func picked(_ places: IntTensor, _ axis: Int, _ keep: Bool) -> (values: Tensor, indices: IntTensor) {
        let values = gathered(axis: axis, places)
        return keep ? (values, places) : (values.squeezed(axis), places.squeezed(axis))
    }

    private func found(_ name: String, largest: Bool, _ axis: Int) -> IntTensor {
        require(shape[axis] > 0, "\(name) of \(shape) along axis \(axis)", "there are no elements")
        let dense = array.contiguous()
        let result = IntTensor(uninitialized: foldedShape([axis], false))
        argReduce(
            largest: largest, out: result.memory.base, dense.base, outer: shape[..<axis].reduce(1, *),
            count: shape[axis], inner: shape[(axis + 1)...].reduce(1, *))
        return result
    }
}

// MARK: Folding

extension Tensor {
    /// `sum(keepingAxes: true)` names no axis and means all of them.
    func orAll(_ axes: [Int]) -> [Int] { axes.isEmpty ? Array(0..<rank) : axes }

    /// The fold over the given axes, as a flat vector of the other axes' elements.
    private func folded(_ reduction: Reduction, _ axes: [Int]) -> Tensor {
        if axes.isEmpty { return Tensor(array: array.reshaped(-1)) }
        // A run of neighbouring axes is a box [outer, count, inner]. Of several runs, the last is folded first.
        if let gap = axes.indices.dropLast().last(where: { axes[$0 + 1] != axes[$0] + 1 }) {
            let last = Array(axes[(gap + 1)...])
            return folded(reduction, last).reshaped(foldedShape(last, true)).folded(reduction, Array(axes[...gap]))
        }
        let box = array.contiguous()
        let count = axes.reduce(1) { $0 * shape[$1] }
        let (outer, inner) = (shape[..<axes.first!].reduce(1, *), shape[(axes.last! + 1)...].reduce(1, *))
        let result = NDArray<Float>(uninitialized: [outer * inner])
        reduce(reduction, out: result.memory.base, box.base, outer: outer, count: count, inner: inner)
        return Tensor(array: result)
    }
}
