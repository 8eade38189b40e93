// Exercise 12.7 · What the rows read
// Section 12.5: Chapters/12-LanguageModel/05c-GroupedText.swift

import Practice
import Tensors

/// Print what a model gets to read (question 12.13), with each number turned back into its word: for each of the first
/// `rows` rows, the words of this row from all batches, one after the other, with a blank between two of them. Where
/// there is a seam, where one batch ends and the next begins, stands a bar with blanks around it: "one . two | . three
/// .".
///
/// Every batch is [rows, words]. If there are fewer rows than asked for, the result has fewer; without batches it is
/// empty. A number that the vocabulary does not have is written as "?".
public func readRows(_ batches: [IntTensor], rows: Int, vocabulary: [String]) throws -> [String] {
    throw Unanswered("12.7")
}
