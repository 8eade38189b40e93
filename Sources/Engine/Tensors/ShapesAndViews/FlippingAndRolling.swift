// # Flipping and rolling

extension NDArray {
    /// Every given axis from its end to its start: a view whose strides are negative there.
    public func flipped(_ axes: [Int]) -> NDArray {
        var view = self
        for axis in Set(axes.map { axisIndex($0, "flipped") }) where shape[axis] > 0 {
            view.offset += (shape[axis] - 1) * strides[axis]
            view.strides[axis] = -strides[axis]
        }
        return view
    }

    /// Entries moved on by `places` along an axis; those that leave at one end re-enter at the other.
    public func rolled(by places: Int, axis: Int) -> NDArray {
        let axis = axisIndex(axis, "rolled")
        let length = shape[axis]
        let start = length == 0 ? 0 : (length - places % length) % length
        let whole = [any AxisIndex](repeating: 0..., count: axis)
        return NDArray.cat([self[whole + [start..<length]], self[whole + [0..<start]]], axis: axis)
    }
}

extension Tensor {
    /// Every given axis from its end to its start   ⇒   dx = dy, flipped back
    public func flipped(_ axes: [Int]) -> Tensor {
        Tensor(array: array.flipped(axes)).recorded("flipped", self) { dy in dy.flipped(axes) }
    }
    public func flipped(_ axes: Int...) -> Tensor { flipped(axes) }

    /// Entries moved on by `places` along an axis, from the end back to the start   ⇒   dx = dy, moved back
    ///
    /// [1, 2, 3, 4] rolled by 1 → [4, 1, 2, 3]. A single number has no axis to be rolled along.
    public func rolled(by places: Int, axis: Int) -> Tensor {
        Tensor(array: array.rolled(by: places, axis: axis)).recorded("rolled", self) { dy in
            dy.rolled(by: -(places % Swift.max(dy.shape[axisIndex(axis, dy.shape, "rolled")], 1)), axis: axis)
        }
    }
}
