// Several arrays become one: `stack` puts them on a new axis, `cat` lengthens an old one.

import Kernels

extension NDArray {
    /// Arrays of the same shape [...] side by side along a new axis: [n, ...] for axis 0.
    public static func stack(_ arrays: [NDArray], axis: Int = 0) -> NDArray {
        guard let first = arrays.first else { stop("stack", "there is nothing to stack", try: "at least one array") }
        if let odd = arrays.firstIndex(where: { $0.shape != first.shape }) {
            stop(
                "stack of \(arrays.count) arrays", "number 0 is \(first.shape), number \(odd) is \(arrays[odd].shape)",
                try: "arrays of the same shape")
        }
        let place = axis < 0 ? axis + first.rank + 1 : axis
        require(
            place >= 0 && place <= first.rank, "stack of \(first.shape)", "there is no place \(axis) for a new axis",
            try: "a place from \(-first.rank - 1) to \(first.rank)")
        return cat(arrays.map { $0.unsqueezed(place) }, axis: place)
    }

    /// Arrays one after the other along an axis; their other axes must agree.
    public static func cat(_ arrays: [NDArray], axis: Int = 0) -> NDArray {
        guard let first = arrays.first else { stop("cat", "there is nothing to join", try: "at least one array") }
        let axis = first.axisIndex(axis, "cat")
        func others(_ shape: [Int]) -> [Int] { var s = shape; s.remove(at: axis); return s }
        for (number, array) in arrays.enumerated() {
            require(
                array.rank == first.rank && others(array.shape) == others(first.shape),
                "cat of \(arrays.count) arrays along axis \(axis)",
                "number 0 is \(first.shape), number \(number) is \(array.shape)",
                try: "arrays that differ along axis \(axis) only")
        }
        var shape = first.shape
        shape[axis] = arrays.reduce(0) { $0 + $1.shape[axis] }
        let result = NDArray(uninitialized: shape)
        var place = result.memory.base
        for array in arrays {
            Kernels.copy(
                shape: array.shape, out: place, outStrides: result.strides,
                array.base, strides: array.strides, width: MemoryLayout<Element>.stride)
            place += array.shape[axis] * result.strides[axis]
        }
        return result
    }
}
