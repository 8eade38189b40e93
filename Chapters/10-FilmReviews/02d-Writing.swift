// # It writes
//
// Section 10.2 · After this page you can let a language model write, and know what the temperature does.

import Figures
import Foundation
import Notebook
import Tensors
import Text

// A language model says how probable each token is. Draw one of them, put it at the end of the text, and ask again.
//
// Before the draw, the scores are divided by a *temperature* T. Below 1, what is probable becomes more probable; above
// 1, all become more alike:

/// The probabilities of tokens with these scores, at a temperature: softmax(scores / T).
public func probabilities(_ scores: [Float], temperature: Float) -> [Float] {
    let highest = scores.max() ?? 0
    let powers = scores.map { exp(($0 - highest) / temperature) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
}

extension FilmReviews {
    func temperatures() {
        let scores: [Float] = [2, 1, 0]
        var table = TextTable(["temperature", "good", "nice", "blue"], decimals: 3)
        for temperature: Float in [0.25, 0.75, 1, 2, 10] {
            let shares = probabilities(scores, temperature: temperature)
            table.add(temperature, shares[0], shares[1], shares[2])
        }
        show(
            table, "The same three scores, 2, 1 and 0, at several temperatures",
            predict: .choice(
                "At a very high temperature, how probable is each of the three?",
                ["the first nearly 1", "all about 1/3", "the last nearly 1"], answer: "all about 1/3"))
    }

    func writtenReviews() throws {
        // The book's model begins with "I liked this movie because". Its "I" is an "i", since the rule for capitals
        // wants two letters. `xxunk` and `xxpad` are never drawn. (A word of the beginning that is not in the
        // vocabulary is left out: in the small generated language, nobody gives a reason.)
        let trained = try languageModel
        let prompt = trained.vocabulary(Tokenizer()("I liked this movie because")).filter {
            $0 != SpecialToken.unknown.id
        }
        var random = run.random
        var table = TextTable(["temperature", "what the model writes"])
        for temperature: Float in [0.3, 0.75, 0.75, 1.5] {
            let ids = trained.net.continued(
                prompt, by: 40, vocabulary: trained.vocabulary, temperature: temperature, using: &random)
            table.add(temperature, readable(trained.vocabulary.decode(ids)))
        }
        show(
            table, "Reviews that nobody wrote, learned from \(dataName)",
            predict: .choice(
                "Which of them repeats itself most, and risks least?", ["0.3", "0.75", "1.5"], answer: "0.3"))
        // Nobody told it a rule of grammar. Capitals after a full stop, spaces, endings: all of it came from guessing
        // what comes next.
    }
}
