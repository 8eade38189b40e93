// Exercise 21.9 · Which pixel is it?
// Section 21.6, question 21.9: Chapters/21-BirdsAndAirplanes/06-FlatPictures.swift

import Practice

/// Where an element of a flattened tensor is in the tensor: a number for each axis. The page asks a tensor of zeros;
/// here it is to be arithmetic alone. `elementNumber` on the page goes the other way, for three axes. This works for
/// any number of them.
///
/// Element 176 of the shape [3, 32, 32] → [0, 5, 16]. Element 0 of the shape [], a single number → [].
///
/// nil where there is no such element: below 0, beyond the last, or in a shape that has an axis of length 0.
public func place(ofElement element: Int, in shape: [Int]) throws -> [Int]? {
    throw Unanswered("21.9")
}
