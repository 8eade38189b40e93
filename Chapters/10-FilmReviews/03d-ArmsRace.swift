// # A race that detectors lose
//
// Section 10.3 · After this page you have measured by what a machine's texts can be told from those of people, and seen
// why a better detector makes better fakes.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Text

// A `DetectorTrial` has texts of people, as many that the model has `written`, each of `textLength` tokens, and the
// three detectors made of them. `detectorTrials` are those of several starts, each with other texts:

/// What was learned from some texts, and others to be judged.
struct DetectorTrial: Sendable {
    let detectors: [Detector]
    let people: [[Int]], machine: [[Int]]

    /// The share of judgements that are right; there are as many texts of people as of the machine.
    func right(_ number: Int) -> Double {
        let (found, wronged) = (detectors[number].count(machine), detectors[number].count(people))
        return Double(found + people.count - wronged) / Double(max(machine.count + people.count, 1))
    }
}

extension FilmReviews {
    /// Tokens of each text, without that of the beginning.
    var textLength: Int { run.size(quick: 20, usual: 80) }

    /// Texts that the language model writes.
    func written(_ count: Int, using random: inout SplitMix64) throws -> [[Int]] {
        let language = try languageModel
        return (0..<count).map { _ in
            let text = language.net.continued(
                [SpecialToken.beginning.id], by: textLength, vocabulary: language.vocabulary, using: &random)
            return Array(text.dropFirst())
        }
    }

    var detectorTrials: [DetectorTrial] {
        get throws {
            try run.once {
                let language = try languageModel
                let (train, count) = (language.train, language.vocabulary.count)
                // People's texts for the two tables, and others for the lines between.
                let (known, counted) = (train.at(0..<train.count / 4), train.at(train.count / 4..<train.count))
                let triples = NGramModel(counted, vocabulary: count)
                let strange = company(counted, vocabulary: count)
                return try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
                    let people = openings(known, run.size(quick: 6, usual: 90), using: &random)
                    let others = openings(language.valid, run.size(quick: 4, usual: 40), using: &random)
                    let machine = try written(people.count, using: &random)
                    let words = BagOfWords(
                        NumberedTexts((people + machine).map(withoutUnknown)),
                        labels: people.map { _ in 0 } + machine.map { _ in 1 }, classes: 2, vocabulary: count)
                    let scores: [@Sendable ([Int]) -> Double] = [
                        { Double(words(withoutUnknown($0))[1]) }, { surprise($0, triples) },
                        { strange(withoutUnknown($0)) },
                    ]
                    return DetectorTrial(
                        detectors: scores.map { Detector(people: people, machine: machine, score: $0) },
                        people: others, machine: try written(others.count, using: &random))
                }
            }
        }
    }

    func threeDetectors() throws {
        let trials = try detectorTrials
        let names = ["bag of words", "triples", "company"]
        let shares = names.indices.map { number in trials.map { $0.right(number) } }
        let means = shares.map { $0.reduce(0, +) / Double($0.count) }
        var table = TextTable(["detector"] + trials.indices.map { "start \($0 + 1)" } + ["mean"], decimals: 3)
        for (place, name) in names.enumerated() {
            table.rows.append([name] + shares[place] + [means[place]])
            record("detectors/\(slug(name))", over: shares[place])
        }
        let best = means.indices.max { means[$0] < means[$1] }!
        show(
            table, "Share of right judgements, with \(textLength) tokens of \(dataName) and of the model; chance: 0.5",
            predict: .choice("Which of the three detectors is the best, on average?", names, answer: names[best]))
        // Is that more than chance? A share of n judgements has a standard error of at most 1/(2√n):
        let judged = trials.reduce(0) { $0 + $1.people.count + $1.machine.count }
        let error = 0.5 / Double(max(judged, 1)).squareRoot()
        show(
            "\(means[best].cellText(decimals: 3)) ± \(error.cellText(decimals: 3))", "the best of them, in \(judged)")
        // #hide
        show(
            means[best] - 0.5 > 2 * error
                ? "So this detector works on these texts: it is ahead of chance by more than two standard errors."
                : "That is less than two standard errors: on these texts, none of the three can tell.")
    }
}

extension FilmReviews {
    func detectorAndWriter() throws {
        // Take the best of the three, as it was in the first start. Now the writer gets it, too. It writes
        // four texts, and publishes the one that looks least like a machine's:
        let trials = try detectorTrials
        let best = trials[0].detectors.indices.max { one, other in
            trials.reduce(0) { $0 + $1.right(one) } < trials.reduce(0) { $0 + $1.right(other) }
        }!
        let (detector, trial) = (trials[0].detectors[best], trials[0])
        var random = run.random
        let chosen = try (0..<run.size(quick: 4, usual: 30)).map { _ in
            try written(4, using: &random).map(withoutUnknown).min { detector.score($0) < detector.score($1) }!
        }
        let (people, plain, clever) = (
            detector.found(trial.people), detector.found(trial.machine), detector.found(chosen)
        )
        let table = TextTable(
            ["texts", "called fake"],
            rows: [
                ["of people", people], ["of the model", plain], ["of the model that asks the detector", clever],
            ], decimals: 3)
        show(
            table, "What the detector says of texts beside \(dataName)",
            predict: .change(
                "\(percent(plain)) of the model's texts are found. Of the chosen ones, fewer or more?",
                from: plain, to: clever))
        record("detector/called-fake-of-peoples-texts", people)
        record("detector/found-of-the-models-texts", plain)
        record("detector/found-of-those-that-were-chosen", clever)
        // That is the trouble with detectors: whoever has one has a teacher for the writer. Here the writer only
        // chooses; it could also be trained with the detector's answer as its loss. So one cannot rely on nets to find
        // what nets have written. What else could help is a question for people: who signs what they write, who is
        // liable, what a platform lets pass, and how much we believe of what we read.
    }
}

// MARK: Helpers

/// The mean of -log p over all triples without an unknown token.
private func surprise(_ text: [Int], _ model: NGramModel) -> Double {
    let places = text.indices.dropFirst(2).filter { !text[$0 - 2...$0].contains(SpecialToken.unknown.id) }
    let sum = places.reduce(0.0) { $0 - log(model.probability(of: text[$1], after: text[$1 - 2], text[$1 - 1])) }
    return sum / Double(max(places.count, 1))
}

extension FilmReviews {
    /// The beginnings of some texts that are long enough.
    private func openings(_ texts: NumberedTexts, _ count: Int, using random: inout SplitMix64) -> [[Int]] {
        let lengths = texts.lengths
        let long = lengths.indices.filter { lengths[$0] > textLength }
        return random.permutation(long.count).prefix(count).map { Array(texts[long[$0]][1...textLength]) }
    }
}
