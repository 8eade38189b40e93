// Exercise 17.4 · Finding elements by strides
// Section 17.1, questions 17.6 and 17.20: Chapters/17-Foundations/01b-Transpose.swift

import Practice

/// The place in the storage of the element at an index: the offset, plus each index times its stride.
/// Index [1, 2] of a tensor [2, 3] with the strides [3, 1] and the offset 0 → 5.
///
/// A negative index counts from the end of its axis, −1 being the last entry. nil if the tensor has no such element: an
/// index reaches outside its axis on either side, or there are more or fewer indices than axes.
public func place(of index: [Int], shape: [Int], strides: [Int], offset: Int) throws -> Int? {
    throw Unanswered("17.4")
}

/// All elements of a tensor in the order in which they are read, row by row.
/// The storage [1, 2, 3, 4, 5, 6] seen as [3, 2] with the strides [1, 3] → [1, 4, 2, 5, 3, 6].
///
/// For any number of axes: with none, there is one element. Strides may be 0, or negative. An axis of length 0 leaves
/// nothing.
public func elements(of storage: [Float], shape: [Int], strides: [Int], offset: Int) throws -> [Float] {
    throw Unanswered("17.4")
}
