// # Words become numbers
//
// Section 12.1 · After this page you can turn a text into a list of whole numbers, and back.

import Datasets
import Notebook
import Tensors

// …

/// A word that a vocabulary does not have.
public struct UnknownWord: Error, Equatable, CustomStringConvertible {
    public let word: String
    public var description: String { "“\(word)” is not in the vocabulary" }
}

/// The different words of a text, numbered in the order in which they first come. (The book's `vocab` and `word2idx`.)
public struct Vocabulary: Sendable {
    /// Number → word.
    public let words: [String]
    /// Word → number.
    public let index: [String: Int]

    public init(_ tokens: some Sequence<String>) {
        var (words, index) = ([String](), [String: Int]())
        for token in tokens where index[token] == nil {
            index[token] = words.count
            words.append(token)
        }
        (self.words, self.index) = (words, index)
    }

    /// Words as their numbers.
    /// - Throws: ``UnknownWord``.
    public func numericalized(_ tokens: some Sequence<String>) throws -> [Int] {
        try tokens.map { token in
            guard let number = index[token] else { throw UnknownWord(word: token) }
            return number
        }
    }

    /// Numbers as their words.
    public func words(of numbers: some Sequence<Int>) -> [String] { numbers.map { words[$0] } }
}

extension LanguageModel {
    /// All words of the data set, with a full stop between two numbers: 63,095.
    var tokens: [String] { HumanNumbers.tokens }
    /// The 30 different ones.
    var vocabulary: Vocabulary { run.once { Vocabulary(tokens) } }
    /// All words as numbers. (The book's `nums`.)
    var stream: [Int] { get throws { try run.once { try vocabulary.numericalized(tokens) } } }
}
