// # Words become numbers
//
// Section 12.1 · After this page you can turn a text into a list of whole numbers, and back.

import Datasets
import Figures
import Notebook
import Tensors

// A net needs numbers. So each different word gets one: the first word of the text is number 0, the next one that has
// not come before is number 1, and so on. The list of the words is the *vocabulary* (`WordVocabulary`). It leads from a
// number to its word; the way back, from a word to its number, is a dictionary. To *numericalize* a text is to put the
// number in the place of each word. A word that is not in the vocabulary cannot be read, and is an error of its own,
// `UnknownWord`:

/// A word that a vocabulary does not have.
public struct UnknownWord: Error, Equatable, CustomStringConvertible {
    public let word: String
    public var description: String { "“\(word)” is not in the vocabulary" }
}

/// The different words of a text, numbered in the order in which they first come. (The book's `vocab` and `word2idx`.)
public struct WordVocabulary: Sendable {
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

// The pages of this chapter share the text. `tokens` are its words, `vocabulary` is the vocabulary, and `stream` are
// the words as numbers. All three are properties of the chapter, so that any section can be run alone.

extension LanguageModel {
    func numericalization() throws {
        // How many different words do the numbers up to 9,999 need?
        record(
            "human-numbers/vocabulary", vocabulary.words.count, book: 30,
            ask: "How many different tokens are there, with the full stop?")
        show(vocabulary.words.joined(separator: " "), "in the order of their numbers")

        // One to nineteen have names of their own, then come eight words for the tens, hundred, thousand, and the full
        // stop, which is number 1, since it comes second. The text as a list of numbers:
        show(Array(try stream.prefix(10)), "one . two . three . four . five .")
        show(
            vocabulary.index["thousand"]!, "the number of “thousand”",
            ask: "The words are numbered from 0 in the order in which they first come. Which number has “thousand”?")

        // And back again. Nothing is lost:
        show(vocabulary.words(of: try stream) == tokens, "the way there and back leads to the same words")

        // A word that has never come has no number:
        do {
            _ = try vocabulary.numericalized(["one", "hundred", "and", "one"])
        } catch let error as UnknownWord {
            show("\(error)", "numericalized(\"one hundred and one\")")
        }

        // Before training anything, look at the data. How often does each token come?
        let counts = Dictionary(grouping: tokens, by: { $0 }).mapValues(\.count)
        let some = [".", "hundred", "thousand", "one", "eight", "nine", "ten", "ninety"]
        show(
            Chart("Three tokens make up 44 % of the text", x: "token", y: "how often it comes") {
                Bars(some.map { $0 == "." ? "“.”" : $0 }, some.map { counts[$0]! })
            }, "How often some of the 30 tokens come",
            predict: .choice(
                "One to nine come equally often, but for one of them. Which one comes once less?",
                ["one", "five", "eight", "nine"], answer: "eight"))
        show(["seven", "eight", "nine"].map { counts[$0]! }, "how often seven, eight and nine come")

        // Eight has lost one of its 2,900 places with the missing line. The frequencies matter for two reasons. A model
        // that has learned nothing else will soon have learned them. And a metric has to be compared with what one gets
        // by always saying the most frequent word, as we will do in section 12.2.
    }
}
