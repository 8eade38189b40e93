// # How surprised is a model?
//
// Section 10.2 · After this page you can read the numbers of a language model, and know a model without a net that it
// has to beat.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Text

// A language model is a classifier, whose classes are all tokens of the vocabulary. So its loss is the cross-entropy,
// and its accuracy is the share of tokens that it guesses right. There is a third number, *perplexity*: e to the
// cross-entropy. Why that? It says how many tokens the model hesitates between.

/// e to the mean of -log p, where p are the probabilities that a model has given to what came next.
public func perplexity(_ probabilities: [Double]) -> Double {
    exp(-probabilities.reduce(0) { $0 + log($1) } / Double(probabilities.count))
}

extension FilmReviews {
    func hesitation() {
        show(
            perplexity([0.25, 0.25, 0.25]), "always one of four",
            predict: .number(
                "A model gives each of four tokens the probability 1/4, always. What is its perplexity?", 4.0))
        show(
            fixed(perplexity([1, 1, 1, 1, 1, 1, 1, 1, 1, 1e-6]), 2), "nine times sure and right, once sure and wrong",
            predict: .choice(
                "Nine times sure and right; the tenth time, the right token got a millionth. What is the perplexity?",
                ["1.0, as nine of ten are right", "about 4, as a single surprise weighs much", "about 100,000"],
                answer: "about 4, as a single surprise weighs much"))

        // The book has trained the embeddings and the output for one epoch, then the whole net for ten. It reports
        // loss, accuracy and perplexity for each:
        let book: [(train: Double, valid: Double, accuracy: Double, perplexity: Double)] = [
            (4.120048, 3.912788, 0.299565, 50.038246), (3.893486, 3.772820, 0.317104, 43.502548),
            (3.820479, 3.717197, 0.323790, 41.148880), (3.735622, 3.659760, 0.330321, 38.851997),
            (3.677086, 3.624794, 0.333960, 37.516987), (3.636646, 3.601300, 0.337017, 36.645859),
            (3.553636, 3.584241, 0.339355, 36.026001), (3.507634, 3.571892, 0.341353, 35.583862),
            (3.444101, 3.565988, 0.342194, 35.374371), (3.398597, 3.566283, 0.342647, 35.384815),
            (3.375563, 3.568166, 0.342528, 35.451500),
        ]
        var table = TextTable(
            ["epoch", "train_loss", "valid_loss", "accuracy", "perplexity", "e to the valid_loss"], decimals: 3)
        for (place, row) in book.enumerated() {
            table.add(
                place == 0 ? "first" : "\(place - 1)", row.train, row.valid, row.accuracy, row.perplexity,
                exp(row.valid))
        }
        show(table, "The book's eleven epochs, of twelve minutes each, and the check of its perplexities")
        record("the-books-table/largest-error-of-a-perplexity", book.map { abs(exp($0.valid) - $0.perplexity) }.max()!)
        // Epoch 7 has the lowest perplexity of new texts. After it, only the loss of the old ones goes on falling; and
        // the share of right guesses rises once more, by less than a twentieth of a point.
    }

    /// Counts of three tokens in a row.
    var tripleModel: NGramModel {
        get throws {
            try run.once { NGramModel(try languageTexts.train, vocabulary: try languageTexts.vocabulary.count) }
        }
    }

    func threeInARow() throws {
        // Is 35 good? That depends on the texts, and on how many of their words are in the vocabulary; perplexities can
        // only be compared with the same tokens. So compare with models that anybody could make. The first knows
        // nothing. The second knows how frequent each token is. The third was the usual one for decades: it counts
        // which token follows which two, and falls back on fewer where it has never seen the two. (Such tables are
        // called *n-gram models*, here with n = 3: `NGramModel`, of the module Text.)
        let texts = try languageTexts
        let (vocabulary, train, valid) = (texts.vocabulary, texts.train, texts.valid)
        let nothing = Double(vocabulary.tokens.count { $0 != TokenVocabulary.filler })
        var counts = [Double](repeating: 1, count: vocabulary.count)
        for id in train.joined() { counts[id] += 1 }
        let sum = counts.reduce(0, +)
        let frequencies = perplexity(valid.joined().map { counts[$0] / sum })
        let triples = try tripleModel.perplexity(valid)
        var table = TextTable(["model", "perplexity"], decimals: 1)
        table.add("all tokens alike", nothing)
        table.add("how frequent each token is", frequencies)
        table.add("which token follows which two", triples)
        show(
            table, "Three models without a net, on new texts of the \(dataName)",
            predict: .choice(
                "Every one of \(Int(nothing)) tokens has the same probability. What is the perplexity?",
                ["1", "\(Int(nothing))", "\(Int(nothing) * 10)"], answer: "\(Int(nothing))"))
        record("perplexity/how-frequent-each-token-is", frequencies)
        record("perplexity/3-grams", triples)
    }
}
