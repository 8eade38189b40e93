// # Windows that slide along an axis
//
//     [1, 2, 3, 4, 5] in windows of 3, step 1:  [[1, 2, 3], [2, 3, 4], [3, 4, 5]]
//
// Nothing is copied: the windows overlap in memory, as two axes with strides of the
// same size. (PyTorch calls this `unfold`.)

extension NDArray {
    /// All windows of `size` neighbours along an axis, `step` apart; the neighbours are a new last axis.
    ///
    /// [..., n, ...] → [..., (n - size) / step + 1, ..., size], a view
    public func windows(axis: Int, size: Int, step: Int = 1) -> NDArray {
        let axis = axisIndex(axis, "windows")
        require(
            size > 0 && step > 0 && size <= shape[axis],
            "windows of \(size), step \(step), along axis \(axis) of \(shape)",
            "the axis has \(shape[axis]) entries", try: "a size from 1 to \(shape[axis]) and a step of at least 1")
        var view = self
        view.shape[axis] = (shape[axis] - size) / step + 1
        view.strides[axis] *= step
        view.shape.append(size)
        view.strides.append(strides[axis])
        return view
    }
}

extension Tensor {
    /// All windows of `size` neighbours along an axis, `step` apart; the neighbours are a new last axis
    ///   ⇒   dx sums the gradients of all windows
    ///
    /// [..., n, ...] → [..., (n - size) / step + 1, ..., size], a view
    public func windows(axis: Int, size: Int, step: Int = 1) -> Tensor {
        let axis = axisIndex(axis, shape, "windows")
        return Tensor(array: array.windows(axis: axis, size: size, step: step)).recorded("windows", partOf: self) {
            [shape] dy, dx in
            let count = dy.shape[axis]
            let sources = (0..<count).flatMap { window in (0..<size).map { window * step + $0 } }
            // The windows' neighbours back behind their windows, then both in one axis:
            let order = Array(0...axis) + [shape.count] + Array(axis + 1..<shape.count)
            let entries = dy.permuted(order).reshaped(shape[..<axis] + [count * size] + shape[(axis + 1)...])
            dx.array.add(entries.array, toEntries: sources, axis: axis)
        }
    }
}
