// # Numbers for tokens
//
// Section 10.1 · After this page you can make a vocabulary, turn texts into numbers and back, and say what gets lost on
// the way.

import Figures
import Notebook
import Text

// Numbering works as it does for any category: list what there is, and give each its place as a number. Two things are
// special. The special tokens come first, in their fixed order, so that `xxunk` is number 0 and `xxpad` number 1 in
// every vocabulary. And what is rare gets no number of its own. A token that occurs twice would need a row of the
// embedding matrix, and two examples to learn it from. So there are two limits: a token must occur at least
// `minFrequency` times, and the most frequent `maximum` tokens are taken. Everything else becomes `xxunk`.

/// Special tokens, then all that occur often enough, the most frequent first; of equally frequent ones, the one that
/// came first. (The book's `make_vocab`.)
public func vocabulary(of texts: [[String]], minFrequency: Int = 3, maximum: Int = 60_000) -> [String] {
    let special = SpecialToken.allCases.map(\.rawValue)
    var (counts, order): ([String: Int], [String]) = ([:], [])
    for token in texts.joined() {
        if counts[token] == nil { order.append(token) }
        counts[token, default: 0] += 1
    }
    let known = order.filter { counts[$0]! >= minFrequency && !special.contains($0) }
    let places = known.indices.sorted { (counts[known[$1]]!, $0) < (counts[known[$0]]!, $1) }
    return Array((special + places.map { known[$0] }).prefix(maximum))
}

// (Sorting compares pairs, with the counts turned round: a larger count first, and if both are equal, the smaller
// place.)

extension FilmReviews {
    func numbersForTokens() throws {
        let texts = try tokensOf200
        let byHand = vocabulary(of: Array(texts))
        show(briefly(byHand, 24), "the vocabulary of \(texts.count) of the \(dataName)")
        show(
            byHand.firstIndex(of: SpecialToken.unknown.rawValue)!, "number of xxunk",
            predict: .count("Which number has xxunk?", 0))
        // `TokenVocabulary` of the module Text does the same (the book's `Numericalize`). It fills the list up with
        // `xxfake`, so that its size is a multiple of 8, which processors like:
        let theirs = TokenVocabulary(of: texts)
        show(
            theirs.decode(0..<theirs.count) == byHand, "its tokens, without the fillers, are the same")
        record(
            "200-reviews/size-of-the-vocabulary", theirs.count, book: 2000, differs: "other reviews, our tokenizer",
            predict: .count(
                "\(byHand.count) tokens, filled up to the next multiple of 8: how many are that?", theirs.count))
    }

    func whatIsLost() throws {
        // Now a text is a list of numbers. Back from numbers to tokens, it is not quite the same text:
        let texts = try tokensOf200
        let vocabulary = TokenVocabulary(of: texts)
        let first = Array(texts[0].prefix(20))
        let numbers = vocabulary(first)
        show(numbers, "the first 20 tokens of a review as numbers")
        show(vocabulary.decode(numbers).joined(separator: " "), "and back")
        let lost = texts.flatMap { $0 }.filter { vocabulary[$0] == nil }
        show(briefly(lost, 12), "what became xxunk in these \(texts.count) reviews")
        let share = Double(lost.count) / Double(texts.tokenCount)
        record(
            "200-reviews/share-of-xxunk", share,
            predict: .yesNo("Can the text be put together again from its numbers, to the last word?", lost.isEmpty))
        // What is rare is not unimportant: names are rare. But a net can learn nothing of a word from one or two
        // sentences.
    }

    func theBooksTwentyNumbers() {
        // The book prints the first 20 numbers of a review, too, and the tokens that come back. There it is the word
        // "discovered" that is lost:
        let numbers = [2, 8, 21, 28, 11, 90, 18, 59, 0, 45, 9, 351, 499, 11, 72, 533, 584, 146, 29, 12]
        let tokens = cutAtWhiteSpace(
            "xxbos xxmaj this movie , which i just xxunk at the video store , has apparently sit around for a")
        var table = TextTable(["place", "token", "its number"])
        for (place, (token, number)) in zip(tokens, numbers).enumerated() { table.add(place, token, number) }
        show(
            table, "The first 20 tokens of the book's first review",
            predict: .count("Nine special tokens, then “the”, the most frequent one. Which number has it?", 9))
        // Small numbers are frequent tokens: after the special ones, the book's vocabulary goes on with "the", ".",
        // ",", "a", "and", "of", "to", "is", "in", "i" and "it". "discovered" is not among its 2000, so it has occurred
        // only once or twice in the 200 reviews.
    }

    func howRareIsTooRare() throws {
        // Where should the limit be? The higher, the smaller the matrix, and the more is lost. What counts are texts
        // that the vocabulary was not made of:
        let (texts, others) = (try someTokens, Tokenizer().tokenized(try otherTexts))
        let limits = [1, 2, 3, 5, 10, 20, 50]
        let vocabularies = limits.map { TokenVocabulary(of: texts, minFrequency: $0) }
        let lost = vocabularies.map { 100 * $0.numbered(others).unknownShare }
        var table = TextTable(["at least", "tokens", "% of new texts lost"], decimals: 2)
        for (place, limit) in limits.enumerated() { table.add(limit, vocabularies[place].count, lost[place]) }
        show(
            table, "How often a token has to occur, in \(texts.count) of the \(dataName)",
            predict: .yesNo("With a limit of 1, every token gets a number. Is anything lost in new texts?", lost[0] > 0)
        )
        show(
            Chart(
                "The larger the vocabulary, the less is lost", x: "tokens in the vocabulary",
                y: "% of new texts that is lost", xScale: .logarithmic
            ) {
                Line(vocabularies.map(\.count), lost)
                Points(vocabularies.map(\.count), lost, colour: .blue)
            }, "What is lost in \(others.count) new reviews; limits from \(limits.last!) on the left to 1 on the right")
        record("limit-3/percent-of-new-texts-lost", lost[2])
        record("limit-3/size-of-the-vocabulary", vocabularies[2].count)
        // The other limit, 60,000 tokens, keeps the matrix small where there are very many texts. Against rows with too
        // little to learn from, the first limit is the better one.
    }
}
