// # Slicing: parts of an array
//
//     x[1]            the second entry of the first axis: one axis less
//     x[-1]           the last entry
//     x[0..., 1]      all of the first axis, entry 1 of the second: a column
//     x[4..<10, ..<3] rows 4 to 9, columns 0 to 2; ranges may count from the end: x[(-3)...]
//
// All are views. Writing through one, x[0] = y, changes x; y must have the part's shape, or broadcast to it.
//
// A range that reaches beyond the end is a mistake, as in Swift's own arrays. (Python shortens it without a word, to
// nothing if need be.) `..<min(10, x.shape[0])` asks for as many as there are.

import Kernels

/// What can be written in an array's brackets: a number or a range for an axis.
public protocol AxisIndex {
    /// What this picks from an axis of the given length; nil if it reaches outside.
    func selection(of length: Int) -> AxisSelection?
}

/// One entry of an axis, or a run of them.
public enum AxisSelection: Equatable {
    case entry(Int)
    case entries(start: Int, count: Int, step: Int)

    /// A run whose ends may be negative, "from the end".
    static func run(_ lower: Int, _ upper: Int, of length: Int) -> AxisSelection? {
        let start = lower < 0 ? lower + length : lower
        let end = upper < 0 ? upper + length : upper
        guard start >= 0, start <= end, end <= length else { return nil }
        return .entries(start: start, count: end - start, step: 1)
    }
}

extension Int: AxisIndex {
    public func selection(of length: Int) -> AxisSelection? {
        let place = self < 0 ? self + length : self
        return (0..<length).contains(place) ? .entry(place) : nil
    }
}
extension Range<Int>: AxisIndex {
    public func selection(of length: Int) -> AxisSelection? {
        lowerBound < 0 && upperBound == 0
            ? .run(lowerBound, length, of: length) : .run(lowerBound, upperBound, of: length)
    }
}
extension ClosedRange<Int>: AxisIndex {
    public func selection(of length: Int) -> AxisSelection? {
        .run(lowerBound, upperBound == -1 ? length : upperBound + 1, of: length)
    }
}
extension PartialRangeFrom<Int>: AxisIndex {
    public func selection(of length: Int) -> AxisSelection? { .run(lowerBound, length, of: length) }
}
extension PartialRangeUpTo<Int>: AxisIndex {
    public func selection(of length: Int) -> AxisSelection? { .run(0, upperBound, of: length) }
}
extension PartialRangeThrough<Int>: AxisIndex {
    public func selection(of length: Int) -> AxisSelection? {
        .run(0, upperBound == -1 ? length : upperBound + 1, of: length)
    }
}
extension StrideTo<Int>: AxisIndex {
    public func selection(of length: Int) -> AxisSelection? {
        let entries = Array(self)
        guard let first = entries.first else { return .entries(start: 0, count: 0, step: 1) }
        guard first >= 0, let last = entries.last, last < length, last >= first else { return nil }
        return .entries(start: first, count: entries.count, step: entries.count > 1 ? entries[1] - first : 1)
    }
}

extension NDArray {
    /// The picked part, as a view. Axes that are not mentioned are kept whole.
    public subscript(_ indices: any AxisIndex...) -> NDArray {
        get { self[indices] }
        set { self[indices] = newValue }
    }

    subscript(_ indices: [any AxisIndex]) -> NDArray {
        get {
            require(
                indices.count <= rank, "index \(shape)",
                "there are \(indices.count) indices, but \(rank == 1 ? "only one axis" : "\(rank) axes")")
            var view = self
            (view.shape, view.strides) = ([], [])
            for axis in 0..<rank {
                let index: any AxisIndex = axis < indices.count ? indices[axis] : 0...
                guard let selection = index.selection(of: shape[axis]) else {
                    stop(
                        "index \(shape)", "axis \(axis) has \(shape[axis]) entries; \(index) reaches outside",
                        try: "numbers and ranges within 0..<\(shape[axis]), or counted from the end with a minus")
                }
                switch selection {
                case .entry(let place):
                    view.offset += place * strides[axis]
                case .entries(let start, let count, let step):
                    view.offset += start * strides[axis]
                    view.shape.append(count)
                    view.strides.append(strides[axis] * step)
                }
            }
            return view
        }
        set {
            _ = mutableBase()
            let target = self[indices]
            let part = target.shape
            require(
                newValue.shape == part || BroadcastAlignment(part, newValue.shape).shape == part,
                "assignment to a part of \(shape)", "the part is \(part), the new value \(newValue.shape)",
                try: newValue.rank > part.count ? "reshaped(\(part)): axes of length 1 in front do not go away" : nil)
            let source = newValue.expanded(to: target.shape)
            Kernels.copy(
                shape: target.shape, out: storage.base + target.offset, outStrides: target.strides,
                source.base, strides: source.strides, width: MemoryLayout<Element>.stride)
        }
    }

    /// The rows (entries of the first axis) with the given numbers, in that order: a copy.
    public func rows(_ numbers: [Int]) -> NDArray {
        require(rank > 0, "rows of \(shape)", "a single number has no rows")
        if let bad = numbers.first(where: { $0 < 0 || $0 >= shape[0] }) {
            stop("rows of \(shape)", "there is no row \(bad)", try: "row numbers from 0 to \(shape[0] - 1)")
        }
        let dense = contiguous()
        let length = shape.dropFirst().reduce(1, *)
        let result = NDArray(uninitialized: [numbers.count] + shape.dropFirst())
        gatherRows(result.storage.base, dense.base, stride: length, length: length, rows: numbers, count: numbers.count)
        return result
    }
}
