// # A race that detectors lose
//
// Section 10.3 · After this page you have seen why a better detector makes better fakes.

import Figures
import Notebook
import Tensors
import Text

// A template is easily found. A language model has none. The book shows a conversation of two programs about the costs
// of defence, and the profile of a woman with many important contacts who never existed: her face was made by a net.
// Can a detector tell what a model has written? Train one, and see. It is a bag of words, which learns from texts of
// both kinds.

extension FilmReviews {
    /// Texts that the language model writes, without the token of the beginning.
    func written(_ count: Int, _ length: Int, using random: inout SplitMix64) throws -> [[Int]] {
        let language = try languageModel
        return (0..<count).map { _ in
            Array(
                language.net.continued(
                    [SpecialToken.beginning.id], by: length, vocabulary: language.vocabulary, using: &random
                ).dropFirst())
        }
    }

    func detectorAndWriter() throws {
        let (language, length) = (try languageModel, 30)
        var random = run.random
        let count = run.size(quick: 12, usual: 150)
        let unknown = SpecialToken.unknown.id
        // `people` are beginnings of reviews, without unknown words:
        func people(_ texts: NumberedTexts) -> [[Int]] {
            texts.filter { $0.count > length && !$0[1...length].contains(unknown) }.prefix(count).map {
                Array($0[1...length])
            }
        }
        let (known, new) = (people(language.train), people(language.valid))
        let fakes = try written(known.count, length, using: &random)
        let detector = BagOfWords(
            NumberedTexts(known + fakes), labels: known.map { _ in 0 } + fakes.map { _ in 1 }, classes: 2,
            vocabulary: language.vocabulary.count)
        // Which share of texts is `found`?
        func found(_ texts: [[Int]]) -> Double {
            Double(texts.count { detector($0)[1] > 0.5 }) / Double(max(texts.count, 1))
        }
        let others = try written(run.size(quick: 6, usual: 40), length, using: &random)

        // Now the writer gets the detector, too. It writes eight texts, and publishes the one that the detector takes
        // for human with the most confidence:
        let chosen = try others.indices.map { _ in
            try written(run.size(quick: 3, usual: 8), length, using: &random).min { detector($0)[1] < detector($1)[1] }!
        }
        let table = TextTable(
            ["texts", "called fake"],
            rows: [
                ["of people, new ones", found(new)], ["of the model", found(others)],
                ["of the model that asks the detector", found(chosen)],
            ], decimals: 3)
        show(table, "What a detector says of new texts of \(dataName)")
        record("detector/found, of the model's texts", found(others))
        record("detector/called fake, of people's texts", found(new))
        record(
            "detector/found, of those that were chosen", found(chosen),
            predict: .change(
                "\(Int((100 * found(others)).rounded())) % of the texts are found. Of the chosen ones, fewer or more?",
                from: found(others), to: found(chosen)))
        // Is the difference between the first two rows more than chance? A share p of n texts has a standard error of
        // √(p(1 − p)/n); `chance` is that of the difference of both:
        let (a, b) = (found(others), found(new))
        let chance = (a * (1 - a) / Double(others.count) + b * (1 - b) / Double(max(new.count, 1))).squareRoot()
        show(
            "\((a - b).cellText(decimals: 3)) ± \(chance.cellText(decimals: 3))",
            "by so much more of the model's texts are called fake, of \(others.count) and \(new.count) texts")
        // #hide
        show(
            found(others) - found(new) > 2 * chance
                ? "The detector finds the model's texts more often than it suspects people."
                : "That is less than two standard errors: this detector cannot tell the model's texts from those of people."
        )
        // That is the trouble with detectors: whoever has one has a teacher for the writer. Here the writer only
        // chooses; it could also be trained with the detector's answer as its loss. So one cannot rely on nets to find
        // what nets have written. What else could help is a question for people: who signs what they write, who is
        // liable, what a platform lets pass, and how much we believe of what we read.
    }
}
