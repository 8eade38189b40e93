// # A table of numbers with any number of axes
//
// Memory is one long line of elements. An array is a way to look at it: `shape` says how
// long each axis is, `strides` how many elements to move on for one step along each axis,
// and `offset` where to begin. A slice, a transpose or a broadcast only changes these three:
//
//     [[1, 2, 3],      shape   [2, 3]        its transpose    shape   [3, 2]
//      [4, 5, 6]]      strides [3, 1]                         strides [1, 3]
//
// Both look at the same six numbers. Nothing was copied.

import Kernels

/// What an array can hold: plain numbers and truth values.
public protocol ArrayElement: BitwiseCopyable, Sendable {}
extension Float: ArrayElement {}
extension Double: ArrayElement {}
extension Int: ArrayElement {}
extension Int32: ArrayElement {}
extension UInt8: ArrayElement {}
extension Bool: ArrayElement {}

/// Bytes: the pixels of images, 0...255.
public typealias ByteTensor = NDArray<UInt8>
/// Whole numbers: labels, token ids, indices.
public typealias IntTensor = NDArray<Int>
/// Truth values: masks, and the result of comparisons.
public typealias BoolTensor = NDArray<Bool>

/// A rectangular array of any rank, with value semantics.
///
/// Copies and views share their memory until one of them is written to.
/// For floats that can be differentiated, see ``Tensor``.
public struct NDArray<Element: ArrayElement>: Sendable {
    /// Length of each axis; `[]` for a single number.
    public internal(set) var shape: [Int]
    /// Elements between neighbours along each axis; 0 where an axis repeats one element, negative
    /// where it runs backwards.
    public internal(set) var strides: [Int]
    /// Elements before the first one.
    public internal(set) var offset = 0
    var memory: Storage<Element>

    /// Number of axes.
    public var rank: Int { shape.count }
    /// Number of elements.
    public var count: Int { shape.reduce(1, *) }

    /// An array with undefined contents, for a kernel to fill.
    init(uninitialized shape: [Int]) {
        require(shape.allSatisfy { $0 >= 0 }, "an array of shape \(shape)", "an axis cannot be negative")
        self.shape = shape
        strides = NDArray.rowMajorStrides(shape)
        memory = Storage(capacity: shape.reduce(1, *))
    }

    /// A view of the same memory.
    init(_ memory: Storage<Element>, shape: [Int], strides: [Int], offset: Int) {
        (self.memory, self.shape, self.strides, self.offset) = (memory, shape, strides, offset)
    }

    /// The last axis is dense; each axis before it steps over all that follow.
    static func rowMajorStrides(_ shape: [Int]) -> [Int] {
        var strides = [Int](repeating: 1, count: shape.count)
        var count = 1
        for axis in shape.indices.reversed() {
            strides[axis] = count
            let (next, isTooMuch) = count.multipliedReportingOverflow(by: max(shape[axis], 1))
            require(
                !isTooMuch && next <= Int.max >> 8, "an array of shape \(shape)", "that is more than memory can have")
            count = next
        }
        return strides
    }
}

// MARK: Making one

extension NDArray {
    /// An array of the given shape from its elements in row-major order.
    public init(shape: [Int], _ scalars: [Element]) {
        require(
            elements(in: shape) == scalars.count, "an array of shape \(shape)",
            elements(in: shape).map { "it holds \($0) elements, but \(scalars.count) were given" }
                ?? "no array has this shape, and \(scalars.count) elements were given")
        self.init(shape: shape) { buffer in _ = buffer.initialize(from: scalars) }
    }

    /// An array whose elements `body` writes, row-major. It must write all of them.
    package init(
        shape: [Int], initializingWith body: (UnsafeMutableBufferPointer<Element>) throws -> Void
    ) rethrows {
        self.init(uninitialized: shape)
        try body(UnsafeMutableBufferPointer(start: memory.base, count: count))
    }

    /// An array with the same element everywhere.
    public init(repeating element: Element, shape: [Int]) {
        self.init(shape: shape) { $0.initialize(repeating: element) }
    }

    /// A single number, rank 0.
    public init(_ scalar: Element) { self.init(shape: [], [scalar]) }

    /// A vector, [n].
    public init(_ scalars: [Element]) { self.init(shape: [scalars.count], scalars) }

    /// A matrix, [rows, columns]; rows of different lengths are refused.
    public init(_ rows: [[Element]]) {
        let width = rows.first?.count ?? 0
        NDArray.requireRectangular(rows.map(\.count))
        self.init(shape: [rows.count, width], rows.flatMap { $0 })
    }

    /// A stack of matrices, [n, rows, columns]; matrices of different shapes are refused.
    public init(_ blocks: [[[Element]]]) {
        let (height, width) = (blocks.first?.count ?? 0, blocks.first?.first?.count ?? 0)
        NDArray.requireRectangular(blocks.map(\.count))
        NDArray.requireRectangular(blocks.flatMap { $0.map(\.count) })
        self.init(shape: [blocks.count, height, width], blocks.flatMap { $0.flatMap { $0 } })
    }

    private static func requireRectangular(_ lengths: [Int]) {
        guard let first = lengths.first, let other = lengths.first(where: { $0 != first }) else { return }
        stop(
            "an array from nested lists", "lists of \(first) and of \(other) elements are side by side",
            try: "lists of equal length: an array is always rectangular, never jagged")
    }
}

// MARK: Reading it

extension NDArray {
    /// All elements in row-major order.
    public var scalars: [Element] { withContiguous { Array($0) } }

    /// The elements of the memory that this array is a view of, in their order there. (The book's `storage()`.)
    ///
    /// Element [i, j] of a matrix is `storage[offset + i * strides[0] + j * strides[1]]`. Views share the storage of
    /// what they look at, so it may have more elements than the array, or fewer, if an axis repeats them. What you get
    /// is a copy, to look at.
    public var storage: [Element] {
        withExtendedLifetime(memory) { Array(UnsafeBufferPointer(start: memory.base, count: memory.count)) }
    }

    /// The only element of an array that has one.
    public var item: Element {
        require(
            count == 1, "item of \(shape)", "there are \(count) elements, not one",
            try: "a reduction like mean(), or an index for every axis")
        return memory.base[offset]
    }

    /// True if the elements follow one another in memory in row-major order.
    public var isContiguous: Bool {
        var expected = 1
        for axis in shape.indices.reversed() where shape[axis] != 1 {
            if strides[axis] != expected { return count == 0 }
            expected *= shape[axis]
        }
        return true
    }

    /// The same elements in row-major order; a copy only if they are not so already.
    public func contiguous() -> NDArray { isContiguous ? self : copied() }

    /// A copy in memory of its own, row-major.
    func copied() -> NDArray {
        let copy = NDArray(uninitialized: shape)
        Kernels.copy(
            shape: shape, out: copy.memory.base, outStrides: copy.strides,
            base, strides: strides, width: MemoryLayout<Element>.stride)
        return copy
    }

    /// Calls `body` with the elements in row-major order.
    package func withContiguous<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result {
        let dense = contiguous()
        return try withExtendedLifetime(dense.memory) {
            try body(UnsafeBufferPointer(start: dense.base, count: count))
        }
    }

    /// The first element's address. The array must outlive its use.
    var base: UnsafePointer<Element> { UnsafePointer(memory.base + offset) }

    /// The first element's address, for writing, after making sure that no other array sees
    /// the change. Afterwards the array is contiguous or a view whose elements do not overlap.
    mutating func mutableBase() -> UnsafeMutablePointer<Element> {
        if !isKnownUniquelyReferenced(&memory) || (!isContiguous && overlapsItself) { self = copied() }
        return memory.base + offset
    }

    /// True if several elements may share one place in memory, as in an expanded axis or in windows:
    /// if some axis steps no further than all the axes with shorter steps together reach.
    private var overlapsItself: Bool {
        var reach = 0
        for (size, step) in zip(shape, strides.map(abs)).sorted(by: { $0.1 < $1.1 }) where size > 1 {
            if step <= reach { return true }
            reach += step * (size - 1)
        }
        return false
    }
}

/// Memory for elements, given back to the pool when the last array that uses it is released.
final class Storage<Element: ArrayElement>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>
    /// How many elements there is room for.
    let count: Int

    init(capacity: Int) {
        count = capacity
        base = Memory.allocate(bytes: capacity * MemoryLayout<Element>.stride).bindMemory(
            to: Element.self, capacity: max(capacity, 1))
    }

    deinit { Memory.deallocate(base) }
}
