// # It writes
//
// Section 10.2 · After this page you can let a language model write, and know what the temperature does.

import Figures
import Foundation
import Notebook
import Tensors
import Text

// A language model says how probable each token is. Draw one of them, put it at the end of the text, and ask again.
// (The book's `predict`.)
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
        var table = TextTable(["temperature", "good", "nice", "blue"], decimals: 4)
        for temperature: Float in [0.25, 0.75, 1, 2, 10] {
            let shares = probabilities(scores, temperature: temperature)
            table.add(temperature.formatted(), shares[0], shares[1], shares[2])
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
            table.add(temperature.formatted(), readable(trained.vocabulary.decode(ids)))
        }
        show(
            table, "Reviews that nobody wrote, learned from \(dataName)",
            predict: .choice(
                "Which of them repeats itself most, and risks least?", ["0.3", "0.75", "1.5"], answer: "0.3"))
        // Nobody told it a rule of grammar. Capitals after a full stop, commas, endings: all of it came from guessing
        // what comes next. (Only the spaces are put right afterwards, by `readable`.)
    }
}

// How much grammar does it really know? Take a beginning such as "The actors near the end", and ask which of "is" and
// "are" it thinks more probable. (T. Linzen, E. Dupoux and Y. Goldberg have tested LSTMs in this way: "Assessing the
// Ability of LSTMs to Learn Syntax-Sensitive Dependencies", 2016.) A table of triples sees the last two tokens, "the
// end", and so it has to give the same answer for one actor and for many. `beginnings` are all with these words that
// the vocabulary knows:

extension FilmReviews {
    /// Beginnings of sentences, without or with something between subject and verb, and whether the subject is plural.
    func beginnings(apart: Bool, _ vocabulary: TokenVocabulary) -> [(ids: [Int], isPlural: Bool)] {
        let nouns = [
            ("actor", "actors"), ("scene", "scenes"), ("character", "characters"), ("effect", "effects"),
            ("performance", "performances"), ("joke", "jokes"), ("idea", "ideas"), ("hero", "heroes"),
        ].filter { vocabulary[$0.0] != nil && vocabulary[$0.1] != nil }
        let between = ["in the film", "near the end", "of the book", "in the first half", "on the screen"]
        return (apart ? between : [""]).flatMap { place in
            nouns.flatMap { one, many in
                [(one, false), (many, true)].map { (vocabulary(Tokenizer()("The \($0.0) \(place)")), $0.1) }
            }
        }.filter { !$0.0.contains(SpecialToken.unknown.id) }
    }

    func isOrAre() throws {
        let (language, triples) = (try languageModel, try tripleModel)
        guard let one = language.vocabulary["is"], let many = language.vocabulary["are"] else { return }
        language.net.eval()
        defer { language.net.reset() }
        // What the net and the table say of a beginning: which of both is right.
        func areRight(_ ids: [Int], _ isPlural: Bool) -> (net: Bool, table: Bool) {
            language.net.reset()
            let scores = noGrad { language.net(IntTensor(shape: [1, ids.count], ids))[0, -1].scalars }
            func counted(_ token: Int) -> Double {
                triples.probability(of: token, after: ids[ids.count - 2], ids[ids.count - 1])
            }
            return ((scores[many] > scores[one]) == isPlural, (counted(many) > counted(one)) == isPlural)
        }
        var table = TextTable(["between them", "beginnings", "net is right", "triples are right"], decimals: 3)
        var shares: [(net: Double, table: Double)] = []
        for apart in [false, true] {
            let found = beginnings(apart: apart, language.vocabulary)
            let right = found.map { areRight($0.ids, $0.isPlural) }
            let count = Double(max(right.count, 1))
            shares.append((Double(right.count(where: \.net)) / count, Double(right.count(where: \.table)) / count))
            table.add(apart ? "two to four words" : "nothing", found.count, shares.last!.net, shares.last!.table)
        }
        show(
            table, "Is it “is” or “are”? The model of \(dataName) chooses",
            predict: .share(
                "“The actors near the end …”: in which share of such cases are triples right?", shares[1].table,
                within: .plusMinus(0.1)))
        record("is-or-are/net-with-words-between", shares[1].net)
        record("is-or-are/triples-with-words-between", shares[1].table)
        // #hide
        show(
            shares[1].net > 0.6
                ? "So somewhere in its \(language.net.encoder.plan.hidden) numbers the net keeps, over some words, "
                    + "how many the sentence is about. Nobody asked for that; it only helps to guess the verb."
                : "That is hardly more than guessing: this small net does not keep over some words how many the "
                    + "sentence is about.")
    }
}
