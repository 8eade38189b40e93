// # Adding to a part of an array
//
// The gradient of a slice belongs to the slice's place in the gradient of the whole. The cost of adding it there
// depends on the length of the slice, not of the whole.

import Kernels

extension NDArray<Float> {
    /// self[indices] += x
    mutating func add(_ x: NDArray, at indices: [any AxisIndex]) {
        _ = mutableBase()
        let part = self[indices]
        Kernels.add(
            shape: part.shape, to: memory.base + part.offset, strides: part.strides, x.base, strides: x.strides)
    }

    /// Adds entry i of an axis of x to entry `numbers[i]` of that axis.
    mutating func add(_ x: NDArray, toEntries numbers: [Int], axis: Int) {
        let dense = x.contiguous()
        scatterAddEntries(
            denseBase(), dense.base, outer: shape[..<axis].reduce(1, *), length: shape[axis],
            inner: shape[(axis + 1)...].reduce(1, *), numbers: numbers, count: numbers.count)
    }

    /// Adds element i of x to the element with number `places[i]` in row-major order.
    mutating func add(_ x: NDArray, toPlaces places: [Int]) {
        let dense = x.contiguous()
        scatterAddRows(denseBase(), dense.base, length: 1, rows: places, count: places.count)
    }

    /// Adds row i of x to row `numbers[i]`, on all threads.
    mutating func add(_ x: NDArray, toRows numbers: IntTensor) {
        let (dense, numbers) = (x.contiguous(), numbers.contiguous())
        addRows(
            denseBase(), rows: shape[0], dense.base, length: shape[1...].reduce(1, *), numbers: numbers.base,
            count: numbers.count)
    }
}

extension NDArray {
    /// The first element's address, for writing: row-major, and no other array sees the change.
    mutating func denseBase() -> UnsafeMutablePointer<Element> {
        if !isContiguous { self = copied() }
        return mutableBase()
    }
}
