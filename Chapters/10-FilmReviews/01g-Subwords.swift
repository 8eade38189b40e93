// # Parts of words
//
// Section 10.1 · After this page you know how a text is cut without any rule of its language, and how the size of the
// vocabulary decides how long texts are.

import Figures
import Foundation
import Notebook
import Text

// Rules for words need a language with words between spaces. Chinese and Japanese have no spaces. Turkish and Hungarian
// glue so many parts together that nearly every sentence has a word which nobody has ever seen. *Subwords* need no
// rules. They take two steps:
//
// 1. Look through many texts for the groups of letters that occur most often. They are the vocabulary.
// 2. Cut every text into these groups.
//
// A space is a sign like all others. To make it visible, it is written as ▁. A word that begins with ▁ had a space
// before it, and so the text can be put together again exactly.
//
// Which groups are worth a place? Give each a probability, and cut each word in the most probable way; then see how
// often each group was of use, and throw out those that nobody would miss, until as many are left as wanted. This is
// the *unigram* model of SentencePiece, which the book uses as well. Here it is `SubwordTokenizer`, in the module Text.
// `subwords` learns a vocabulary of some size from the reviews:

extension FilmReviews {
    /// The sizes of the book, which are smaller in a quick run.
    var subwordSizes: [Int] { run.size(quick: [60, 100, 200], usual: [200, 1000, 10_000]) }

    /// Parts of words for each of the sizes. (The book's `setup`.)
    var subwords: [SubwordTokenizer] {
        get throws {
            try run.once {
                let texts = try someTexts
                return subwordSizes.map { SubwordTokenizer(training: texts, size: $0) }
            }
        }
    }

    func threeSizes() throws {
        let (tokenizers, text) = (try subwords, try someTexts[0])
        var table = TextTable(["size", "the first 40 tokens"])
        for (size, tokenizer) in zip(subwordSizes, tokenizers) {
            table.add(size, tokenizer(text).prefix(40).joined(separator: " "))
        }
        let lengths = tokenizers.map { $0(text).count }
        show(
            table, "The same review with parts of words, of the \(dataName)",
            predict: .change(
                "The first review has \(lengths[0]) tokens with the smallest vocabulary. How many with the largest?",
                from: Double(lengths[0]), to: Double(lengths[2])))
        // With few parts, almost every letter stands alone, and 40 tokens do not reach far. With many, most words are
        // one token.
        let isExact = zip(tokenizers, tokenizers.map { $0(text) }).allSatisfy { $0.decode($1) == text }
        show(
            isExact, "the tokens put together are the text again",
            predict: .yesNo("Can the text be put together again, to the last sign?", true))
    }

    func fewerTokens() throws {
        let (tokenizers, texts) = (try subwords, try otherTexts)
        // How many tokens has a review, on average? Look at reviews that the parts were not learned from; `mean` counts
        // something in each of them:
        func mean(_ count: (String) -> Int) -> Double {
            texts.reduce(0.0) { $0 + Double(count($1)) } / Double(texts.count)
        }
        let found = tokenizers.map { tokenizer in mean { tokenizer($0).count } }
        let sizes = tokenizers.map { $0.pieces.count + SpecialToken.allCases.count }
        let (words, signs) = (mean { WordTokenizer()($0).count }, mean { CharacterTokenizer()($0).count })
        show(
            Chart(
                "The more parts there are, the fewer of them a text needs", x: "parts of words in the vocabulary",
                y: "tokens of a review", xScale: .logarithmic
            ) {
                Line(sizes, found)
                Points(sizes, found, colour: .blue)
                Rule(y: signs, "every sign a token", colour: .vermilion)
                Rule(y: words, "words and signs", colour: .grey)
            }, "Tokens of a review in \(texts.count) of the \(dataName)")
        var table = TextTable(
            ["size wanted", "size", "tokens of a review", "numbers in an embedding of 400"], decimals: 1)
        for (place, size) in subwordSizes.enumerated() {
            table.add(size, sizes[place], found[place], sizes[place] * 400)
        }
        show(table, "What a larger vocabulary gains, and what it costs")
        record("tokens-of-a-review/smallest-vocabulary", found[0])
        record("tokens-of-a-review/largest-vocabulary", found[2])
        record("tokens-of-a-review/words", words)
        // #hide
        if sizes[2] < subwordSizes[2] {
            show("These texts have no more than \(sizes[2]) parts that are of use.")
        }
        // Fewer tokens are less to compute, and less for a net to remember. But every token of the vocabulary is a row
        // of the embedding matrix, and wants to be seen often enough to learn something. Subwords let you choose: with
        // few, you are near the single letters, with many, near the words. And they do not care whether what they cut
        // is a language at all. Genes have been cut like this, and music.
    }
}

// Is it true that no spaces are needed? Here are the same reviews as Chinese would print them, one letter after the
// other. The tokenizer learns its parts from that, and is then asked where it would cut. `boundaries` are the places
// between two tokens:

/// The places of a text where one token ends and the next begins, without the ▁ in front.
public func boundaries(of tokens: [String]) -> Set<Int> {
    var (places, place): (Set<Int>, Int) = ([], 0)
    for token in tokens.dropLast() {
        place += token.filter { $0 != "▁" }.count
        if place > 0 { places.insert(place) }
    }
    return places
}

extension FilmReviews {
    func withoutSpaces() throws {
        let sentences = try someTexts.prefix(run.size(quick: 60, usual: 300)).flatMap { text in
            text.split(whereSeparator: { ".!?<>".contains($0) }).map(String.init)
        }
        let glued = sentences.map { $0.filter { !$0.isWhitespace } }
        let tokenizer = SubwordTokenizer(training: glued, size: run.size(quick: 150, usual: 1500))
        show(glued[0], "a sentence without spaces")
        show(tokenizer(glued[0]).joined(separator: " "), "and how it is cut")
        var (cuts, right, edges, signs) = (0, 0, 0, 0)
        for (sentence, joined) in zip(sentences, glued).prefix(300) {
            let truth = boundaries(of: cutAtWhiteSpace(sentence))
            let found = boundaries(of: tokenizer(joined))
            cuts += found.count
            right += found.intersection(truth).count
            edges += truth.count
            signs += max(joined.count - 1, 0)
        }
        let (share, chance) = (Double(right) / Double(max(cuts, 1)), Double(edges) / Double(max(signs, 1)))
        record("without-spaces/share-of-cuts-at-the-end-of-a-word-by-chance", chance)
        record(
            "without-spaces/share-of-cuts-at-the-end-of-a-word", share,
            predict: .change(
                "Of 100 places, \(Int((100 * chance).rounded())) are the end of a word. Of 100 cuts, fewer or more?",
                from: chance, to: share))
    }
}
