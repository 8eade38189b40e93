// # Two phases
//
// Section 7.3 · After this page you have trained in two phases, and know what the first round of `fine_tune` does to a
// net that was never cut.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// The whole training, epoch by epoch. The book's second phase begins with an epoch after which the accuracy has fallen
// from 0.80 to 0.57; then it goes up, down once more, and ends at 0.863, its best. Ours (`recorded` are the accuracies
// of all seeds after an epoch):

extension StateOfTheArt {
    func bothPhases() throws {
        let learners = try progressiveLearners
        let rows = learners[0].learner.recorder.rows
        show(
            BookTrainings.beside(Array(rows.prefix(smallEpochs)), BookTrainings.small),
            "First phase, \(small) × \(small): \(dataName) beside the book's 128 × 128 of imagenette2")
        show(
            BookTrainings.beside(Array(rows.dropFirst(smallEpochs)), BookTrainings.large),
            "Second phase, \(large) × \(large), beside the book's 224 × 224; the first row is the first round of fine_tune"
        )
        let note = "a small net, \(try parts.train.count) photos, \(small) and \(large) pixels wide"
        func recorded(_ epoch: Int) -> [Float] { learners.map { $0.learner.recorder["accuracy"][epoch] } }
        record("progressive/accuracy-small", over: recorded(smallEpochs - 1), book: 0.797984, differs: note)
        record("progressive/accuracy-first-round", over: recorded(smallEpochs), book: 0.565721, differs: note)
        record("progressive/accuracy", over: learners.map(\.accuracy), book: 0.863331, differs: note)
        show(
            Chart("Small photos, then large ones", x: "epoch", y: "accuracy") {
                for (k, learner) in learners.enumerated() {
                    Line(1...rows.count, learner.learner.recorder["accuracy"], "seed \(k + 1)")
                }
                Rule(x: smallEpochs, "photos become large")
            }, "Accuracy after each epoch on \(dataName)")
    }

    func oneGroup() throws {
        // What does the first round do? `fine_tune` is said to train the head alone for an epoch, with the rest frozen
        // (section 5.6). Look at the times in the book's table: that epoch took 66 seconds, and one in which everything
        // learned took 67. Were all layers but the last frozen, the gradients of their weights would be left out, a
        // good part of the work. The reason is that freezing goes by *groups of parameters*: all but the last group are
        // frozen. `cnn_learner` divides a net into groups. A `Learner` that is made of a net, as here, has one group.
        // All but the last of one is none, and so nothing is frozen:
        func frozen(ofGroups count: Int) -> Int { (0..<count).dropLast().count }
        show(
            frozen(ofGroups: 1), "groups that are frozen, of one",
            predict: .count("All groups but the last are frozen. There is one group. How many are frozen?", 0))
        show(frozen(ofGroups: 3), "groups that are frozen, of three")
        // With one group there are no lower rates for early layers either. `goOn` does the same: both rounds train
        // everything. What if it were done as it is said? Ours has three groups, so it can be tried, from the same nets
        // of the first phase (`continued`):
        let ways = [
            ("everything learns", "all", try afterFirstRound),
            (
                "the head alone", "head",
                try continued { learner, rate in
                    learner.freeze()
                    try learner.fitOneCycle(1, .slice(rate), rise: 0.99)
                }
            ),
            (
                "everything, at a thirtieth of the rate", "slow",
                try continued { try $0.fitOneCycle(1, LearningRates($1 / 30), rise: 0.99) }
            ),
        ]
        var table = TextTable(["first round", "accuracy after it"], decimals: 3)
        let before = try smallNets.map { try accuracy(of: $0, size: small) }
        table.add("(before it, on small photos)", Spread(before))
        for (name, key, after) in ways {
            table.add(name, Spread(after))
            record("first-round/accuracy-\(key)", over: after)
        }
        show(table, "One epoch of large photos, from nets that have learned from small ones")
    }

    // MARK: Helpers

    /// The accuracies after the first round of the second phase.
    var afterFirstRound: [Double] {
        get throws { try progressiveLearners.map { Double($0.learner.recorder["accuracy"][smallEpochs]) } }
    }

    /// The accuracies after going on from each net of the first phase in some way.
    func continued(
        _ train: @Sendable (VisionLearner<CategoryBlock>, Float) throws -> Void
    ) throws -> [Double] {
        let (states, setup) = (try smallNets.map(\.stateDictionary), baseline)
        return try zip(states, run.seeds(states.count)).map { state, seed in
            var random = SplitMix64(seed: seed)
            let learner = try newLearner(setup, using: &random)
            try learner.net.load(state)
            try EpochReporting.silently { try train(learner, setup.rate / 3) }
            return learner.accuracy
        }
    }
}
