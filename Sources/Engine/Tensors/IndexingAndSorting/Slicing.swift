// # Slicing: parts of an array
//
//     x[1]            the second entry of the first axis: one axis less
//     x[-1]           the last entry
//     x[0..., 1]      all of the first axis, entry 1 of the second: a column
//     x[4..<10, ..<3] rows 4 to 9, columns 0 to 2; ranges may count from the end: x[(-3)...]
//     x[.newAxis]     with a new axis of length 1 in front (Python's None)
//     x[.ellipsis, 1] entry 1 of the last axis, all others whole (Python's ...)
//
// All are views. Writing through one, x[0] = y, changes x; y must have the part's shape, or broadcast to it.
//
// A range that reaches beyond the end is a mistake, as in Swift's own arrays. (Python shortens it without a word, to
// nothing if need be.) `..<min(10, x.shape[0])` asks for as many as there are.

import Kernels

/// What can be written in an array's brackets: a number or a range for an axis, `.newAxis`, `.ellipsis`.
public protocol AxisIndex {
    /// What this picks from an axis of the given length; nil if it reaches outside.
    func selection(of length: Int) -> AxisSelection?
}

/// One entry of an axis, or a run of them.
public enum AxisSelection: Equatable {
    case entry(Int)
    case entries(start: Int, count: Int, step: Int)
    /// No axis of the array, but one of length 1 that it does not have.
    case newAxis
    /// As many whole axes as the other indices leave.
    case ellipsis

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

/// An axis of length 1 where the array has none: `x[0..., .newAxis]` makes a column of a vector. (Python's `None`.)
public struct NewAxis: AxisIndex {
    public func selection(of length: Int) -> AxisSelection? { .newAxis }
}
/// All axes that the other indices leave, each of them whole: `x[.ellipsis, 0]`. (Python's `...`.)
public struct Ellipsis: AxisIndex {
    public func selection(of length: Int) -> AxisSelection? { .ellipsis }
}
extension AxisIndex where Self == NewAxis {
    /// An axis of length 1 where the array has none. (Python's `None`.)
    public static var newAxis: NewAxis { NewAxis() }
}
extension AxisIndex where Self == Ellipsis {
    /// All axes that the other indices leave, each of them whole. (Python's `...`.)
    public static var ellipsis: Ellipsis { Ellipsis() }
}

extension NDArray {
    /// The picked part, as a view. Axes that are not mentioned are kept whole.
    public subscript(_ indices: any AxisIndex...) -> NDArray {
        get { self[indices] }
        set { self[indices] = newValue }
    }

    subscript(_ indices: [any AxisIndex]) -> NDArray {
        get {
            var (view, axis) = (self, 0)
            (view.shape, view.strides) = ([], [])
            for number in indices.indices {
                let length = axis < rank ? shape[axis] : 0
                switch indices[number].selection(of: length) {
                case .entry(let place):
                    view.offset += place * strides[axis]
                    axis += 1
                case .entries(let start, let count, let step):
                    if axis == rank { stopIndexing(shape, indices, axis, number) }
                    view.offset += start * strides[axis]
                    view.shape.append(count)
                    view.strides.append(strides[axis] * step)
                    axis += 1
                case .newAxis:
                    view.shape.append(1)
                    view.strides.append(axis < rank ? length * strides[axis] : 1)
                case .ellipsis:
                    if indices[(number + 1)...].contains(where: { $0 is Ellipsis }) {
                        stop("index \(shape)", "there are two ellipses", try: "one: it takes all axes that are left")
                    }
                    let end = Swift.max(axis, rank - axisCount(indices[(number + 1)...]))
                    view.shape += shape[axis..<end]
                    view.strides += strides[axis..<end]
                    axis = end
                case nil: stopIndexing(shape, indices, axis, number)
                }
            }
            if axis < rank {
                view.shape += shape[axis...]
                view.strides += strides[axis...]
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
                shape: target.shape, out: memory.base + target.offset, outStrides: target.strides,
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
        gatherRows(result.memory.base, dense.base, stride: length, length: length, rows: numbers, count: numbers.count)
        return result
    }
}

/// How many axes of an array these indices are about.
private func axisCount(_ indices: ArraySlice<any AxisIndex>) -> Int {
    indices.count { index in
        switch index.selection(of: 0) {
        case .newAxis, .ellipsis: false
        default: true
        }
    }
}

/// Stops because an index does not fit: there is no such axis, or it reaches outside.
@inline(__always)
private func stopIndexing(_ shape: [Int], _ indices: [any AxisIndex], _ axis: Int, _ number: Int) -> Never {
    if axis == shape.count {
        let axes = shape.count == 1 ? "only one axis" : shape.isEmpty ? "no axis" : "\(shape.count) axes"
        let count = axisCount(indices[...])
        stop("index \(shape)", "there \(count == 1 ? "is one index" : "are \(count) indices"), but \(axes)")
    }
    stop(
        "index \(shape)", "axis \(axis) has \(shape[axis]) entries; \(indices[number]) reaches outside",
        try: "numbers and ranges within 0..<\(shape[axis]), or counted from the end with a minus")
}
