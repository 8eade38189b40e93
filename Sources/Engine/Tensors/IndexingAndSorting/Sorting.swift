// # Sorting
//
// Sorting finds places, and the values are picked from there: so the gradient of a sorted value
// goes to the place where the value was (see Gather.swift).
//
// NaN counts as larger than any number. Equal numbers keep their order, the earlier one first.

import Kernels

extension Tensor {
    /// Along an axis, the numbers in ascending or descending order, and where each was.
    public func sorted(axis: Int = -1, descending: Bool = false) -> (values: Tensor, indices: IntTensor) {
        let places = argsort(axis: axis, descending: descending)
        return (gathered(axis: axis, places), places)
    }

    /// Along an axis, where the smallest (or largest) number is, the second smallest, and so on.
    public func argsort(axis: Int = -1, descending: Bool = false) -> IntTensor {
        let axis = axisIndex(axis, shape, "argsort")
        return firstPlaces(shape[axis], axis, descending: descending)
    }

    /// The k largest (or smallest) numbers along an axis, the most extreme one first, and where each is.
    ///
    /// [..., n, ...] → [..., k, ...]
    public func topK(_ k: Int, axis: Int = -1, largest: Bool = true) -> (values: Tensor, indices: IntTensor) {
        let axis = axisIndex(axis, shape, "topK")
        require(
            k >= 0 && k <= shape[axis], "topK(\(k)) of \(shape) along axis \(axis)",
            "there are \(shape[axis]) elements", try: "a number from 0 to \(shape[axis])")
        let places = firstPlaces(k, axis, descending: largest)
        return (gathered(axis: axis, places), places)
    }

    /// The places of the k numbers that come first when an axis is sorted.
    private func firstPlaces(_ k: Int, _ axis: Int, descending: Bool) -> IntTensor {
        let rows = array.transposed(axis, -1).contiguous()
        let places = IntTensor(uninitialized: rows.shape.dropLast() + [k])
        sortRows(
            places.memory.base, rows.base, rows: rows.shape.dropLast().reduce(1, *), columns: shape[axis], kept: k,
            descending: descending)
        return places.transposed(axis, -1)
    }
}
