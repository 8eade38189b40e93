// # A word is a category
//
// Section 10.1 · After this page you know how a net takes words as input, and what becomes of learned words when the
// list of words changes.

import Figures
import Notebook
import Tensors
import Text

// You know most of the answer. A film in chapter 8 was a category, and so is a word:
//
// 1. List all words there are: the *vocabulary*.
// 2. Replace each word by its number in that list.
// 3. Make an embedding matrix with one row for each.
// 4. Look up rows where a one-hot vector would have to be multiplied by the matrix.
//
// New is that words come in a sequence. All texts are put into one long row of words. What goes into the net is the row
// from the first word to the last but one, and what it should predict is the row from the second word to the last.

extension FilmReviews {
    func rowsForWords() {
        let words = "the film was good and the end was good".split(separator: " ").map(String.init)
        let vocabulary = TokenVocabulary(Array(Set(words)).sorted())
        show(vocabulary.tokens, "vocabulary")
        let numbers = vocabulary(words)
        show(numbers, "the words as numbers")
        show(
            numbers[0] == numbers[5], "“the” has the same number both times",
            predict: .yesNo("Does “the” get the same number wherever it stands?", true))
        show(numbers.dropLast().map { vocabulary.tokens[$0] }.joined(separator: " "), "what goes in")
        show(numbers.dropFirst().map { vocabulary.tokens[$0] }.joined(separator: " "), "what should come out")

        // The embedding matrix has a row for each word of the vocabulary. Looking up rows gives what one-hot vectors
        // times the matrix would give:
        var random = run.random
        let table = Tensor.randn(vocabulary.count, 4, using: &random)
        show(
            table.shape, "shape of the embedding matrix",
            predict: .shape(
                "The vocabulary has \(vocabulary.count) words, each gets 4 numbers. What is the matrix's shape?",
                table.shape))
        let oneHot = Tensor(numbers.map { number in (0..<vocabulary.count).map { $0 == number ? Float(1) : 0 } })
        let difference = (oneHot.matmul(table) - table.embedded(IntTensor(numbers))).abs().max().item
        show(difference, "largest difference of the two ways")
    }
}

// With films, each new set of ratings had new films, and everything began anew. Words are different: most words of a
// review occur in an encyclopaedia as well. So the rows that a model has learned are kept for all words that both
// vocabularies have. Words that are new get a row to start with. The library's choice for them is the mean of all rows,
// a word of no special kind; the book's text speaks of random ones. `rowsForNewVocabulary` builds the new matrix:

/// The rows of an embedding matrix for another vocabulary: rows of words in both are copied, all others are the mean.
///
/// rows [old words, width] → [new words, width]
public func rowsForNewVocabulary(_ rows: [[Float]], old: [String], new: [String]) -> [[Float]] {
    let places = Dictionary(zip(old, old.indices)) { first, _ in first }
    let mean = rows[0].indices.map { column in
        rows.reduce(0) { $0 + $1[column] } / Float(rows.count)
    }
    return new.map { word in places[word].map { rows[$0] } ?? mean }
}

extension FilmReviews {
    func anotherVocabulary() throws {
        let (old, new) = (["city", "river", "good"], ["good", "film", "city"])
        let rows: [[Float]] = [[1, 0], [3, 0], [2, 6]]
        show(
            rowsForNewVocabulary(rows, old: old, new: new), "rows for “good”, “film” and “city”",
            predict: .numbers(
                "city [1, 0], river [3, 0], good [2, 6]: which row does “film” get, which is new?", [2.0, 2.0]))
        let theirs = mergedRows(Tensor(rows), from: TokenVocabulary(old), to: TokenVocabulary(new))
        show(theirs.table, "the same from the module Text, which knows \(theirs.shared) of the words")

        // How much do two vocabularies have in common? Take two different halves of the reviews:
        let tokens = try someTokens
        let half = tokens.count / 2
        let (first, second) = (
            TokenVocabulary(of: tokens.at(0..<half)), TokenVocabulary(of: tokens.at(half..<tokens.count))
        )
        let shared = second.tokens.filter { first[$0] != nil }
        let share = Double(shared.count) / Double(second.tokens.count { $0 != TokenVocabulary.filler })
        record(
            "two-halves-of-the-reviews/share-of-shared-words", share,
            predict: .share(
                "Which share of the words of one half occurs in the other half, too?", share, within: .plusMinus(0.15)))
        // What differs are the rare ones, names above all. The frequent ones are shared, and they make up most of a
        // text.
    }
}
