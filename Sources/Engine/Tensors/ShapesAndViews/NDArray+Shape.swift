// Other ways to look at the same elements. All of these cost next to nothing: they change
// shape and strides, and share the memory. Only `reshaped` must copy, when the elements do
// not follow one another in the order that it needs.

extension NDArray {
    /// The same elements in row-major order under another shape; one axis may be -1, "as
    /// long as it needs to be".
    public func reshaped(_ shape: [Int]) -> NDArray {
        let shape = inferred(shape)
        let dense = contiguous()
        return NDArray(dense.memory, shape: shape, strides: NDArray.rowMajorStrides(shape), offset: dense.offset)
    }
    public func reshaped(_ shape: Int...) -> NDArray { reshaped(shape) }

    /// Replaces -1 with the length that makes the element count match.
    private func inferred(_ wanted: [Int]) -> [Int] {
        var result = wanted
        if let free = wanted.firstIndex(of: -1), let known = elements(in: wanted.filter { $0 != -1 }), known > 0,
            count % known == 0
        {
            result[free] = count / known
        }
        requireFilling(shape, result, wanted: wanted)
        return result
    }

    /// The last two axes swapped.
    public func transposed() -> NDArray { transposed(-1, -2) }

    /// Axes a and b swapped; negative axes count from the end.
    public func transposed(_ a: Int, _ b: Int) -> NDArray {
        let (a, b) = (axisIndex(a, "transpose"), axisIndex(b, "transpose"))
        var view = self
        view.shape.swapAt(a, b)
        view.strides.swapAt(a, b)
        return view
    }

    /// Axes in another order: axis k of the result is axis `order[k]` of this array.
    public func permuted(_ order: [Int]) -> NDArray {
        let axes = order.map { axisIndex($0, "permute") }
        require(axes.sorted() == Array(0..<rank), "permute \(shape) by \(order)", "every axis must occur once")
        var view = self
        view.shape = axes.map { shape[$0] }
        view.strides = axes.map { strides[$0] }
        return view
    }
    public func permuted(_ order: Int...) -> NDArray { permuted(order) }

    /// Without the given axis, whose length must be 1; without an argument, without any
    /// axis of length 1.
    public func squeezed(_ axis: Int? = nil) -> NDArray {
        var view = self
        if let axis {
            let axis = axisIndex(axis, "squeeze")
            require(shape[axis] == 1, "squeeze axis \(axis) of \(shape)", "its length is \(shape[axis]), not 1")
            view.shape.remove(at: axis)
            view.strides.remove(at: axis)
        } else {
            let kept = shape.indices.filter { shape[$0] != 1 }
            view.shape = kept.map { shape[$0] }
            view.strides = kept.map { strides[$0] }
        }
        return view
    }

    /// With a new axis of length 1 at the given place; -1 appends one.
    public func unsqueezed(_ axis: Int) -> NDArray {
        let place = axis < 0 ? axis + rank + 1 : axis
        require(
            place >= 0 && place <= rank, "unsqueeze \(shape)", "there is no place \(axis) for a new axis",
            try: "a place from \(-rank - 1) to \(rank)")
        var view = self
        view.shape.insert(1, at: place)
        view.strides.insert(place < rank ? strides[place] * shape[place] : 1, at: place)
        return view
    }

    /// Another look at the same memory: any shape and strides that stay within it. The caller has made sure of that.
    package func view(shape: [Int], strides: [Int], offset: Int) -> NDArray {
        NDArray(memory, shape: shape, strides: strides, offset: self.offset + offset)
    }

    /// Stretched to a larger shape without copying: an axis of length 1, or one that is
    /// missing on the left, repeats its element with stride 0.
    public func expanded(to target: [Int]) -> NDArray {
        if target == shape { return self }
        let missing = target.count - rank
        let fits = missing >= 0 && shape.indices.allSatisfy { shape[$0] == target[$0 + missing] || shape[$0] == 1 }
        require(fits, "expand \(shape) to \(target)", "only an axis of length 1 can be stretched")
        require(
            elements(in: target) != nil, "expand \(shape) to \(target)",
            target.contains { $0 < 0 } ? "an axis cannot be negative" : "that is more than memory can have")
        var view = self
        view.shape = target
        view.strides =
            [Int](repeating: 0, count: missing)
            + shape.indices.map { shape[$0] == 1 && target[$0 + missing] != 1 ? 0 : strides[$0] }
        return view
    }

    /// Stretched to the shape of another array; the numbers of that one do not matter. (PyTorch's `expand_as`.)
    public func expanded<Other>(as other: NDArray<Other>) -> NDArray { expanded(to: other.shape) }
}
