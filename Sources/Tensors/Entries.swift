// # Picking entries of any axis by number
//
// `rows` picks along the first axis; `entries` along any. `scatterAdded` is the other way round:
// it adds numbers to places, several to one place if need be. Each is the other's derivative.

import Kernels

extension NDArray {
    /// The entries of an axis with the given numbers, in that order: a copy.
    public func entries(_ numbers: [Int], axis: Int) -> NDArray {
        let axis = axisIndex(axis, "entries")
        if let bad = numbers.first(where: { $0 < 0 || $0 >= shape[axis] }) {
            stop(
                "entries of \(shape) along axis \(axis)", "there is no entry \(bad)",
                try: "numbers from 0 to \(shape[axis] - 1)")
        }
        let dense = contiguous()
        let result = NDArray(uninitialized: shape[..<axis] + [numbers.count] + shape[(axis + 1)...])
        gatherEntries(
            result.storage.base, dense.base, outer: shape[..<axis].reduce(1, *), length: shape[axis],
            inner: shape[(axis + 1)...].reduce(1, *), numbers: numbers, count: numbers.count)
        return result
    }

    /// The same with numbers of any shape, which takes the place of the axis.
    public func entries(_ numbers: IntTensor, axis: Int) -> NDArray {
        let axis = axisIndex(axis, "entries")
        return entries(numbers.scalars, axis: axis).reshaped(shape[..<axis] + numbers.shape + shape[(axis + 1)...])
    }
}

extension Tensor {
    /// The entries of an axis with the given numbers, in that order
    ///   ⇒   every entry of dy is added to where it came from
    ///
    /// [..., n, ...] → [..., numbers.count, ...]
    public func entries(_ numbers: [Int], axis: Int) -> Tensor {
        let axis = axisIndex(axis, shape, "entries")
        return Tensor(array: array.entries(numbers, axis: axis)).recorded("entries", self) { [shape] dy in
            dy.scatteredEntries(to: shape, axis, numbers)
        }
    }

    /// The same with numbers of any shape, which takes the place of the axis:
    /// [..., n, ...] by [a, b] → [..., a, b, ...]
    public func entries(_ numbers: IntTensor, axis: Int) -> Tensor {
        let axis = axisIndex(axis, shape, "entries")
        return entries(numbers.scalars, axis: axis).reshaped(shape[..<axis] + numbers.shape + shape[(axis + 1)...])
    }

    /// Zeros of the given shape, with entry i of this tensor's axis added to entry `numbers[i]`. Not recorded.
    func scatteredEntries(to shape: [Int], _ axis: Int, _ numbers: [Int]) -> Tensor {
        let dense = array.contiguous()
        let result = NDArray<Float>(repeating: 0, shape: shape)
        scatterAddEntries(
            result.storage.base, dense.base, outer: shape[..<axis].reduce(1, *), length: shape[axis],
            inner: shape[(axis + 1)...].reduce(1, *), numbers: numbers, count: numbers.count)
        return Tensor(array: result)
    }

    /// y = x, then y[i, indices[i, j]] += source[i, j] along the given axis
    ///   ⇒   dx = dy, and source gets dy from where it was added
    ///
    /// - Parameters:
    ///   - indices: shaped like this tensor, but for the length of `axis`.
    ///   - source: shaped like `indices`.
    public func scatterAdded(axis: Int, _ indices: IntTensor, _ source: Tensor) -> Tensor {
        let places = flatPlaces(axis: axis, indices, "scatterAdded")
        require(
            source.shape == indices.shape, "scatterAdded to \(shape) along axis \(axis)",
            "the indices are \(indices.shape), what is added is \(source.shape)", try: "one number for every index")
        var y = array.copied()
        let added = source.array.contiguous()
        scatterAddRows(y.mutableBase(), added.base, length: 1, rows: places, count: places.count)
        return Tensor(array: y).recorded("scatterAdded", self, source) { dy in
            dy
        } _: { dy in
            dy.gathered(axis: axis, indices)
        }
    }

    /// The elements at which the mask is true, in row-major order: [number of trues]
    ///
    /// A mask over the first axes only picks whole entries: [4, 3] by a mask [4] → [trues, 3].
    public subscript(_ mask: BoolTensor) -> Tensor {
        let rank = mask.rank
        require(
            rank <= self.rank && mask.shape == Array(shape.prefix(rank)), "index \(shape) by a mask \(mask.shape)",
            "the mask is not of the same shape", try: "a mask of shape \(shape), or of its first axes")
        let places = mask.withContiguous { marks in marks.indices.filter { marks[$0] } }
        return reshaped([mask.count] + shape[rank...]).rows(places)
    }
}
