// # Other shapes of the same numbers, and how gradients find their way back
//
// What a view does to the numbers, its gradient undoes.

extension Tensor {
    /// The same elements under another shape; one axis may be -1, "as long as it needs to be".
    public func reshaped(_ shape: [Int]) -> Tensor {
        Tensor(array: array.reshaped(shape)).recorded("reshaped", self) { [old = self.shape] dy in dy.reshaped(old) }
    }
    public func reshaped(_ shape: Int...) -> Tensor { reshaped(shape) }

    /// All axes from `start` on in one.
    public func flattened(from start: Int = 0) -> Tensor {
        let start = rank == 0 ? 0 : axisIndex(start, shape, "flattened")
        return reshaped(shape[..<start] + [shape[start...].reduce(1, *)])
    }

    /// The last two axes swapped.
    public func transposed() -> Tensor { transposed(-1, -2) }

    /// Axes a and b swapped; negative axes count from the end.
    public func transposed(_ a: Int, _ b: Int) -> Tensor {
        Tensor(array: array.transposed(a, b)).recorded("transposed", self) { dy in dy.transposed(a, b) }
    }

    /// Axes in another order: axis k of the result is axis `order[k]` of this tensor.
    public func permuted(_ order: [Int]) -> Tensor {
        Tensor(array: array.permuted(order)).recorded("permuted", self) { dy in
            let places = order.map { $0 < 0 ? $0 + order.count : $0 }
            return dy.permuted(places.indices.map { places.firstIndex(of: $0)! })
        }
    }
    public func permuted(_ order: Int...) -> Tensor { permuted(order) }

    /// Without the given axis, whose length must be 1; without an argument, without all such.
    public func squeezed(_ axis: Int? = nil) -> Tensor {
        Tensor(array: array.squeezed(axis)).recorded("squeezed", self) { [shape] dy in dy.reshaped(shape) }
    }

    /// With a new axis of length 1 at the given place; -1 appends one.
    public func unsqueezed(_ axis: Int) -> Tensor {
        Tensor(array: array.unsqueezed(axis)).recorded("unsqueezed", self) { [shape] dy in dy.reshaped(shape) }
    }

    /// Repeated to a larger shape without copying   ⇒   dx = dy summed over the repeats
    public func expanded(to shape: [Int]) -> Tensor {
        Tensor(array: array.expanded(to: shape)).recorded("expanded", self) { [old = self.shape] dy in
            dy.summed(to: old)
        }
    }

    /// Repeated to the shape of another tensor, whose numbers do not matter. (PyTorch's `expand_as`.)
    public func expanded(as other: Tensor) -> Tensor { expanded(to: other.shape) }

    /// The picked part   ⇒   dx = dy at its place, 0 elsewhere
    public subscript(_ indices: any AxisIndex...) -> Tensor {
        get {
            Tensor(array: array[indices]).recorded("slice", partOf: self) { dy, dx in
                dx.array.add(dy.array, at: indices)
            }
        }
        set {
            require(
                !(Autograd.isRecording && node?.isLeaf == true), "assignment to a part of \(shape)",
                "a parameter cannot be changed while gradients are recorded", try: "noGrad { … }")
            let (past, shape) = (Tensor(NDArray(0), node), newValue.shape)
            forgetPast()
            array[indices] = newValue.array
            self = recorded("assign", [past, newValue]) { dy in
                var kept = dy.array
                kept[indices] = NDArray(0)
                return [Tensor(array: kept), Tensor(array: dy.array[indices]).summed(to: shape)]
            }
        }
    }

    /// The rows (entries of the first axis) with the given numbers, in that order
    ///   ⇒   every dy row is added to where it came from
    public func rows(_ numbers: [Int]) -> Tensor {
        Tensor(array: array.rows(numbers)).recorded("rows", partOf: self) { dy, dx in
            dx.array.add(dy.array, toEntries: numbers, axis: 0)
        }
    }

    /// Tensors of the same shape side by side along a new axis   ⇒   each gets its slice of dy
    public static func stack(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
        let y = Tensor(array: NDArray.stack(tensors.map(\.array), axis: axis))
        let place = axisIndex(axis, y.shape, "stack")
        return y.recorded("stack", tensors) { [count = tensors.count] dy in
            (0..<count).map { dy.part(of: place, $0) }
        }
    }

    /// Tensors one after the other along an axis   ⇒   each gets its part of dy
    public static func cat(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
        let y = Tensor(array: NDArray.cat(tensors.map(\.array), axis: axis))
        let place = axisIndex(axis, y.shape, "cat")
        return y.recorded("cat", tensors) { [lengths = tensors.map { $0.shape[place] }] dy in
            var start = 0
            return lengths.map { length in
                defer { start += length }
                return dy.part(of: place, start..<start + length)
            }
        }
    }

    /// The picked part of one axis, all of the others   ⇒   dx = dy at its place, 0 elsewhere
    subscript(axis axis: Int, _ index: any AxisIndex) -> Tensor {
        part(of: axis, index).recorded("slice", partOf: self) { dy, dx in
            dx.array.add(dy.array, at: [any AxisIndex](repeating: 0..., count: axis) + [index])
        }
    }

    /// What an index picks from one axis, all of the others. Not recorded.
    private func part(of axis: Int, _ index: any AxisIndex) -> Tensor {
        Tensor(array: array[[any AxisIndex](repeating: 0..., count: axis) + [index]])
    }
}
