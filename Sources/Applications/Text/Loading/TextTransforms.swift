// # Texts in pipelines
//
//     Pipeline { ReadText(); Tokenizer(); Numericalize() }        // a file → [2, 8, 30, …]
//
// For a whole corpus there are faster ways (`TokenizedTexts`, `NumberedTexts`), which come to the same numbers. These
// are its steps one by one, for pipelines of your own.

import Foundation
import Tensors
import Training

/// Reads a text from a file.
public struct ReadText: Transform {
    public init() {}
    /// - Throws: ``TextProblem``, when the file cannot be read.
    public func callAsFunction(_ file: URL) throws -> String { try TextFile(file).text }
}

extension Tokenizer: ReversibleTransform {}

/// Tokens as numbers, by a vocabulary of the training tokens. (The book's class of the same name.)
public struct Numericalize: LearningTransform, ReversibleTransform {
    public private(set) var vocabulary: TokenVocabulary
    private let minFrequency: Int, maximum: Int, isGiven: Bool

    /// - Parameters: as those of ``TokenVocabulary/init(of:minFrequency:maximum:multiple:)``.
    public init(minFrequency: Int = 3, maximum: Int = 60_000) {
        (self.minFrequency, self.maximum, isGiven) = (minFrequency, maximum, false)
        vocabulary = TokenVocabulary(SpecialToken.allCases.map(\.rawValue))
    }

    /// With a vocabulary that was made before: there is nothing to learn then.
    public init(_ vocabulary: TokenVocabulary) {
        (self.vocabulary, minFrequency, maximum, isGiven) = (vocabulary, 0, 0, true)
    }

    public mutating func setUp(on texts: [[String]]) {
        if isGiven { return }
        vocabulary = TokenVocabulary(of: TokenizedTexts(texts), minFrequency: minFrequency, maximum: maximum)
    }
    public func callAsFunction(_ tokens: [String]) -> [Int] { vocabulary(tokens) }
    public func decode(_ ids: [Int]) -> [String] { vocabulary.decode(ids) }
}

/// Texts of a batch, filled up at their ends to the longest of them; labels stay. (The book's `pad_input`.)
@Sendable public func padInput<Label>(_ items: [([Int], Label)]) -> [(IntTensor, Label)] {
    zip(filledUp(items.map(\.0), with: SpecialToken.padding.id), items).map { (IntTensor($0), $1.1) }
}
