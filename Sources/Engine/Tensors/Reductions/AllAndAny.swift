// # What is true of a mask
//
//     (preds .== labels).all              of all elements, a Bool
//     (preds .== labels).all(axis: 1)     of every row, a mask again
//
// `trueCount` says how many, in the same two ways.

import Kernels

extension NDArray<Bool> {
    /// How many elements are true.
    public var trueCount: Int { withContiguous { $0.reduce(0) { $1 ? $0 + 1 : $0 } } }
    /// True if every element is; so also if there are none.
    public var all: Bool { trueCount == count }
    /// True if any element is.
    public var any: Bool { withContiguous { $0.contains(true) } }

    /// How many elements along the given axes are true.
    public func trueCount(axes: [Int], keepingAxes: Bool = false) -> IntTensor {
        counted(axes, keepingAxes, "trueCount").trues
    }
    public func trueCount(axis: Int, keepingAxes: Bool = false) -> IntTensor {
        trueCount(axes: [axis], keepingAxes: keepingAxes)
    }

    /// True where every element along the given axes is; so also where there are none.
    public func all(axes: [Int], keepingAxes: Bool = false) -> BoolTensor {
        let (trues, count) = counted(axes, keepingAxes, "all")
        return trues .== count
    }
    public func all(axis: Int, keepingAxes: Bool = false) -> BoolTensor { all(axes: [axis], keepingAxes: keepingAxes) }

    /// True where any element along the given axes is.
    public func any(axes: [Int], keepingAxes: Bool = false) -> BoolTensor {
        counted(axes, keepingAxes, "any").trues .> 0
    }
    public func any(axis: Int, keepingAxes: Bool = false) -> BoolTensor { any(axes: [axis], keepingAxes: keepingAxes) }

    /// How many elements are true along the given axes, and how many there are.
    private func counted(_ axes: [Int], _ keep: Bool, _ name: String) -> (trues: IntTensor, count: Int) {
        let axes = checked(axes, name)
        let (rows, trues) = (foldedRows(axes), IntTensor(uninitialized: foldedShape(axes, keep)))
        countTrueRows(out: trues.memory.base, rows.base, rows: rows.shape[0], count: rows.shape[1])
        return (trues, rows.shape[1])
    }
}
