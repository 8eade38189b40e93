// # Chapter 10: reviews to tokens
//
// The 5,000 training reviews of `imdb_subset`, in memory as strings, on one thread: the eight rules of the book, and
// then words, numbers, short forms and single signs as a regular expression would find them, which is simpler than
// our own words. There have to be 1,508,532 tokens. `ch10-text/numbered` goes on: which tokens occur three times, and
// what number has each?

import Foundation
import Tensors
import Text

func ch10Text(_ bench: Bench) throws {
    let files = try textFiles(in: bench.folder("imdb_subset", "imdb"), folders: ["train"])
    let texts = try files.map { try TextFile($0).text }
    let tokenizer = Tokenizer(PlainWords())
    let count = tokenizer.tokenized(texts).tokenCount
    var tokens = 0
    try bench.measure("ch10-text", items: count, "tokens", metric: "tokens") { _ in
        Work {
            tokens = tokenizer.tokenized(texts).tokenCount
        } judge: {
            Double(tokens)
        }
    }
    try bench.measure("ch10-text/numbered", items: count, "tokens", metric: "size of the vocabulary") { _ in
        Work {
            let tokenized = tokenizer.tokenized(texts)
            let vocabulary = TokenVocabulary(of: tokenized)
            _ = vocabulary.numbered(tokenized)
            tokens = vocabulary.count
        } judge: {
            Double(tokens)
        }
    }
}

/// What this regular expression finds in a text of small letters:
///
///     (?:[a-z]\.){2,}|\d+(?:[.,]\d+)*|\w+(?=n't\b)|n't\b|'(?:s|m|d|ll|re|ve)\b|\w+|[^\w\s]
private struct PlainWords: TextSplitter {
    func split(_ text: Scalars, into tokens: inout [Range<Int>]) {
        text.withUnsafeBufferPointer { text in
            var place = 0
            while place < text.count {
                if isSpace(text[place]) {
                    place += 1
                } else {
                    let end = self.end(text, place)
                    tokens.append(place..<end)
                    place = end
                }
            }
        }
    }

    func decode(_ tokens: [String]) -> String { tokens.joined(separator: " ") }

    private typealias Signs = UnsafeBufferPointer<Unicode.Scalar>

    /// The end of the token that begins at a place.
    private func end(_ text: Signs, _ place: Int) -> Int {
        let first = text[place]
        if isSmall(first), let end = acronym(text, place) { return end }
        if isDigit(first) { return number(text, place) }
        if isWord(first) {
            var end = place + 1
            while end < text.count, isWord(text[end]) { end += 1 }
            // “n't” is taken off, or is itself the token.
            guard text[end - 1] == "n", end + 1 < text.count, text[end] == "'", text[end + 1] == "t",
                end + 2 == text.count || !isWord(text[end + 2])
            else { return end }
            return end - 1 == place ? end + 2 : end - 1
        }
        if first == "'" {
            for form in forms where text[(place + 1)...].starts(with: form) {
                let end = place + 1 + form.count
                if end == text.count || !isWord(text[end]) { return end }
            }
        }
        return place + 1
    }

    private func acronym(_ text: Signs, _ place: Int) -> Int? {
        var end = place
        while end + 1 < text.count, isSmall(text[end]), text[end + 1] == "." { end += 2 }
        return end - place >= 4 ? end : nil
    }

    private func number(_ text: Signs, _ place: Int) -> Int {
        var end = place
        while end < text.count, isDigit(text[end]) { end += 1 }
        while end + 1 < text.count, text[end] == "." || text[end] == ",", isDigit(text[end + 1]) {
            end += 1
            while end < text.count, isDigit(text[end]) { end += 1 }
        }
        return end
    }
}

private let forms = ["s", "m", "d", "ll", "re", "ve"].map { Array($0.unicodeScalars) }

private func isSmall(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 97 < 26 }
private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 128 ? scalar.value &- 48 < 10 : scalar.properties.generalCategory == .decimalNumber
}
private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 128
        ? scalar.value == 32 || 9...13 ~= scalar.value || 28...31 ~= scalar.value : scalar.properties.isWhitespace
}
private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 128 {
        return (scalar.value | 32) &- 97 < 26 || scalar.value &- 48 < 10 || scalar == "_"
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber,
        .otherNumber:
        return true
    default: return false
    }
}
