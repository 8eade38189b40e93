// # One group after the other
//
// Section 10.2 · After this page you know gradual unfreezing, and at which rates the groups of a text classifier learn.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Text
import Training

// The classifier has an encoder that knows something, and a head of random numbers. Nets for photos are usually
// unfrozen all at once when the head has learned a little. The authors of ULMFiT found that texts want it step by step:
// first the head alone, then the last layer of the encoder as well, then the one before. That is *gradual unfreezing*.
// And those that are unfrozen do not learn at the same rate: from each group to the one before, the rate is divided by
// 2.6.

/// The rates of `count` groups from the first to the last, each as many times the one before as any other. (What the
/// book's `slice(low, high)` does.)
public func spreadRates(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    count < 2 ? [high] : (0..<count).map { low * pow(high / low, Double($0) / Double(count - 1)) }
}

extension FilmReviews {
    func ratesOfFiveGroups() {
        // The book's net has five groups: embeddings, three layers, and the head. Its first slice goes from 1e-2/2.6⁴
        // to 1e-2:
        let rates = spreadRates(1e-2 / pow(2.6, 4), 1e-2, 5)
        let table = TextTable(
            ["group", "learning rate"],
            rows: zip(["embeddings", "layer 1", "layer 2", "layer 3", "head"], rates).map { [$0, $1.formatted()] })
        show(table, "The rates of the book's five groups")
        show(
            rates[4] / rates[3], "times as fast as the group before",
            predict: .number(
                "From 1e-2/2.6⁴ to 1e-2 in five groups: how many times as fast as the one before does each learn?", 2.6,
                within: .percent(1)))
    }

    func whoLearns() throws {
        var random = run.random
        let texts = try languageTexts
        let (vocabulary, train) = (texts.vocabulary, texts.train)
        let plan = AWDPlan(vocabulary: vocabulary.count, embedding: 8, hidden: 12, layers: 3)
        let net = TextClassifierNet(plan, classes: 2, using: &random)
        let loader = DataLoader(texts: train.at(0..<4), labels: [0, 1, 0, 1], batchSize: 4)
        let learner = TextLearner(classifier: DataLoaders(loader, loader), net)
        var table = TextTable(["step", "embeddings", "layer 1", "layer 2", "layer 3", "head"])
        for (name, first) in [("freeze()", -1), ("freezeTo(-2)", -2), ("freezeTo(-3)", -3), ("unfreeze()", 0)] {
            learner.freezeTo(first)
            let learning = net.groups.map { $0.flatMap(\.parameters).contains { $0.requiresGrad } ? "learns" : "" }
            table.add(name, learning[0], learning[1], learning[2], learning[3], learning[4])
        }
        // (The book's `freeze`, `freeze_to` and `unfreeze`. In between, `fitOneCycle` trains, its `fit_one_cycle`.)
        show(
            table, "Who learns after which call",
            predict: .choice(
                "freezeTo(-2): which groups learn?", ["all but the last two", "the last two", "the second"],
                answer: "the last two"))
        // The book reports, on all of IMDb and with its large net:
        let book: [(step: String, train: Double, valid: Double, accuracy: Double)] = [
            ("head", 0.347427, 0.184480, 0.929320), ("freezeTo(-2)", 0.247763, 0.171683, 0.934640),
            ("freezeTo(-3)", 0.193377, 0.156696, 0.941200), ("unfreeze(), epoch 0", 0.172888, 0.153770, 0.943120),
            ("unfreeze(), epoch 1", 0.161492, 0.155567, 0.942640),
        ]
        var steps = TextTable(["step", "train_loss", "valid_loss", "accuracy", "right of 25,000"], decimals: 4)
        for row in book {
            steps.add(row.step, row.train, row.valid, row.accuracy, Int((25_000 * row.accuracy).rounded()))
        }
        show(steps, "The book's five epochs")
        // After the first epoch, which trains nothing but the head, 92.9 % are right. The book's classifier of chapter
        // 1, which had read an encyclopaedia but no reviews, had 93.1 % after five epochs; so a single epoch of the
        // head comes within a quarter of a point of it, and the next one overtakes it. A second model that reads all
        // texts from the end to the beginning, and the mean of both, brought 95.1 %.
    }
}
