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
            result.memory.base, dense.base, outer: shape[..<axis].reduce(1, *), length: shape[axis],
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
        return Tensor(array: array.entries(numbers, axis: axis)).recorded("entries", partOf: self) { dy, dx in
            dx.array.add(dy.array, toEntries: numbers, axis: axis)
        }
    }

    /// The same with numbers of any shape, which takes the place of the axis:
    /// [..., n, ...] by [a, b] → [..., a, b, ...]
    public func entries(_ numbers: IntTensor, axis: Int) -> Tensor {
        let axis = axisIndex(axis, shape, "entries")
        return entries(numbers.scalars, axis: axis).reshaped(shape[..<axis] + numbers.shape + shape[(axis + 1)...])
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
}
