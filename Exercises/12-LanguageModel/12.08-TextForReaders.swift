// Exercise 12.8 · A text for many readers
// Section 12.5: Chapters/12-LanguageModel/05c-GroupedText.swift

import Practice
import Tensors

/// Lay out a text for a model with a state, directly from the stream, and waste as little as possible. (`groupChunks`
/// cuts the text into samples first and leaves out the samples that do not fill a batch.)
///
/// There are `readers` rows. Each gets a piece of the stream of the same length, the longest that is possible, one
/// right after the other from place 0 on; and as every word needs a word that follows it, there must be one more word
/// after the last piece. The pieces are read in batches of `length` words; the last batch is shorter if the length does
/// not go into the piece.
///
/// The result: for every batch x [readers, words], and y of the same shape, whose words are those that follow. With the
/// stream 0 to 8, two readers and length 3: x is [[0, 1, 2], [4, 5, 6]] and then [[3], [7]]; y is [[1, 2, 3], [5, 6,
/// 7]] and then [[4], [8]]. If the stream is too short for a piece of one word, there are no batches. `readers` and
/// `length` are at least 1.
public func textForReaders(_ stream: [Int], readers: Int, length: Int) throws -> [(x: IntTensor, y: IntTensor)] {
    throw Unanswered("12.8")
}
