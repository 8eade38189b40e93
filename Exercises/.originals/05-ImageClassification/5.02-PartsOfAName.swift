// Exercise 5.2 · The parts of a name
// Section 5.1, question 5.2: Chapters/05-ImageClassification/01d-LabelsFromNames.swift

import Practice

/// Takes the name of a photo apart: `great_pyrenees_173.jpg` has the breed `great_pyrenees`, the number 173, and the
/// ending `jpg`.
///
/// - The breed begins with a letter from a to z or A to Z. After that come such letters, digits from 0 to 9, and `_`.
/// - Between breed and number is one `_`, the last one of the name. So `husky_2_5.jpg` is number 5 of `husky_2`.
/// - The number has digits from 0 to 9 only, and is given as an `Int`; `007` is 7.
/// - The ending is `jpg`, `jpeg` or `png`, in any mixture of capitals and small letters. It is given in small letters.
///
/// Whatever is not exactly so gives nil, and so does a number that is too large for an `Int`.
public func partsOfName(_ name: String) throws -> (breed: String, number: Int, ending: String)? {
    throw Unanswered("5.2")
}
