// Exercise 6.3 · Rows of zeros and ones
// Section 6.2, question 6.2: Chapters/06-OtherVisionProblems/02d-ManyHot.swift

import Practice

/// A vocabulary and a row of zeros and ones for each photo, from texts such as "horse person".
///
/// The texts have labels with spaces between them: one or more, in any order, perhaps the same one twice; an empty text
/// is a photo that shows nothing. The classes are all labels that occur, each once, sorted. Sort as Swift sorts texts.
///
/// Example: "dog cat", "", "cat" → classes cat, dog and rows [1, 1], [0, 0], [1, 0].
public func encoded(_ texts: [String]) throws -> ([String], [[Float]]) {
    throw Unanswered("6.3")
}

/// The labels of a row, in the order of the classes: of those whose number is above the threshold.
///
/// nil if the row has another length than the classes.
public func decoded(_ row: [Float], classes: [String], threshold: Float) throws -> [String]? {
    throw Unanswered("6.3")
}
