// # Pieces of words
//
//     let tokenizer = SubwordTokenizer(training: texts, size: 1000)
//     tokenizer("This movie")                         // ▁This, ▁mo, v, ie
//
// Not all languages have spaces, and in some a word is a sentence. So let statistics say what the units are: pieces
// that occur often. `▁` stands for the space before a word, and belongs to it. Of all ways to cut a text into known
// pieces, that one is taken whose pieces are the most probable together (T. Kudo, “Subword Regularization”, 2018: the
// unigram model of SentencePiece). How the pieces are found is told in `SubwordTraining.swift`.

import Common
import Foundation

/// Cuts a text into pieces that were learned from texts. (The book's class of the same name, which is SentencePiece's
/// unigram model.)
public struct SubwordTokenizer: TextSplitter, Equatable {
    /// The pieces with the logarithms of their probabilities, the most probable first.
    public let pieces: [String], scores: [Float]
    private let tree: PieceTree

    init(pieces: [String], scores: [Float]) {
        (self.pieces, self.scores) = (pieces, scores)
        tree = PieceTree(pieces.map { Scalars(of: $0) })
    }

    public static func == (a: SubwordTokenizer, b: SubwordTokenizer) -> Bool {
        a.pieces == b.pieces && a.scores == b.scores
    }

    public var identity: String {
        "\(Self.self): " + zip(pieces, scores).map { "\($0) \($1)" }.joined(separator: "\n")
    }

    /// Every space becomes `▁`, and there is one in front.
    public func prepared(_ text: Scalars) -> Scalars { [wordMark] + text.map { $0 == " " ? wordMark : $0 } }

    public func split(_ text: Scalars, into tokens: inout [Range<Int>]) {
        text.withUnsafeBufferPointer { text in
            words(in: text) { word in
                // A special token is whole, and has no mark.
                if text[word.lowerBound] == wordMark, isSpecial(text, word.dropFirst()) {
                    tokens.append(word.dropFirst())
                } else {
                    tokens.append(contentsOf: tree.best(text, word, scores: scores))
                }
            }
        }
    }

    /// Exact: what was tokenized, unless a `▁` was in it.
    public func decode(_ tokens: [String]) -> String {
        // By scalars: an accent after the mark would be one sign with it.
        var text: Scalars = []
        for token in tokens {
            if SpecialToken(rawValue: token) != nil { text.append(" ") }
            text += token.unicodeScalars.map { $0 == wordMark ? " " : $0 }
        }
        return String(scalars: text.first == " " ? text.dropFirst() : text[...])
    }
}

/// Stands for a space.
let wordMark: Unicode.Scalar = "▁"

/// The words of a prepared text, each with the mark before it.
func words(in text: Letters, _ body: (Range<Int>) -> Void) {
    var start = 0
    while start < text.count {
        var end = start + 1
        while end < text.count, text[end] != wordMark { end += 1 }
        body(start..<end)
        start = end
    }
}

private func isSpecial(_ text: Letters, _ word: Range<Int>) -> Bool {
    word.count > 4 && text[word.lowerBound] == "x"
        && SpecialToken(rawValue: String(String.UnicodeScalarView(text[word]))) != nil
}

// MARK: Files

extension SubwordTokenizer {
    private struct Saved: Codable {
        var format = "subwords", version = 1, pieces: [String], scores: [Float]
    }

    /// - Throws: ``TextProblem``; what was there before is still there.
    public func write(to file: URL) throws {
        do { try writeWhole(try JSONEncoder().encode(Saved(pieces: pieces, scores: scores)), to: file) } catch {
            throw TextProblem(file.path, "the pieces cannot be written: \(sentence(for: error))")
        }
    }

    /// Reads what `write` has written.
    /// - Throws: ``TextProblem`` for a file that is missing, damaged, or something else.
    public init(reading file: URL) throws {
        func refuse(_ problem: String) -> TextProblem {
            TextProblem(file.path, problem, try: "a file that `write(to:)` has written")
        }
        let data = try readData(file) { TextProblem(file.path, $0) }
        guard let saved = try? JSONDecoder().decode(Saved.self, from: data), saved.format == "subwords" else {
            throw refuse("it is no file of subwords, or a damaged one")
        }
        guard saved.version == 1 else { throw refuse("it is of version \(saved.version), and this program reads 1") }
        guard saved.pieces.count == saved.scores.count, !saved.pieces.isEmpty else {
            throw refuse("it has \(counted(saved.pieces.count, "piece")), and \(saved.scores.count) scores")
        }
        guard Set(saved.pieces).count == saved.pieces.count, saved.scores.allSatisfy({ $0.isFinite && $0 <= 0 }),
            saved.pieces.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.count <= longestPiece })
        else { throw refuse("its pieces make no sense") }
        self.init(pieces: saved.pieces, scores: saved.scores)
    }
}
