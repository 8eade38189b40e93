// # Training a neural net
//
// Section 4.15 · After this page you have trained a neural net, compared it fairly with the linear model, and looked at
// what it learned.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// A deeper model is trained with more care: a lower rate, more epochs. `net` makes one. It learns from shuffled
// batches, for the reasons of section 4.14:

extension DigitClassifier {
    /// 784 pixels → 30 features → one score
    private func net(using random: inout SplitMix64) -> Sequential {
        Sequential(Linear(28 * 28, 30, using: &random), ReLU(), Linear(30, 1, using: &random))
    }

    func trainTheNet() throws {
        // Forty epochs at rate 0.1:
        var random = run.random
        let learner = try learnerShuffled(net(using: &random), using: &random)
        let epochs = run.size(quick: 2, usual: 40)
        try learner.fit(epochs, learningRate: 0.1)

        // The recorder has kept the table; ask it for the column of accuracies. (The book's `learn.recorder.values` and
        // `itemgot(2)`.)
        let accuracy = learner.recorder["batch_accuracy"]
        let (similarity, majority) = (try similarityAccuracy, try majorityShare)
        let lowest = Double(min(similarity, accuracy.min()!)) - 0.01
        show(
            Chart("784-30-1 keeps learning, on \(dataName)", x: "epoch", y: "accuracy", yLimits: lowest...1) {
                Line(1...accuracy.count, accuracy, "net")
                Rule(y: similarity, "pixel similarity")
            }, "Accuracy of the net, epoch by epoch; always the more frequent digit gets \(fixed(majority, 4))")
        record("net/accuracy", accuracy.last!, book: 0.9828, differs: "shuffled; the book keeps the order")

        // From several seeds, and once as the book does it, in the order of the data:
        let ends = try run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
            let learner = try learnerShuffled(net(using: &random), using: &random)
            try EpochReporting.silently { try learner.fit(epochs, learningRate: 0.1) }
            return learner.recorder["batch_accuracy"].last!
        }
        record("net/accuracy-by-seed", over: ends, book: 0.9828, differs: "shuffled; the book keeps the order")
        random = run.random
        let ordered = try learnerInOrder(net(using: &random))
        try EpochReporting.silently { try ordered.fit(epochs, learningRate: 0.1) }
        record(
            "net-in-order/accuracy", ordered.recorder["batch_accuracy"].last!, book: 0.9828,
            differs: "other random weights")
    }

    func linearOrNet() throws {
        // Is that better than the linear model of section 4.14? Not by much, if at all. But the net had a lower rate
        // and is still learning. For a fair comparison both get the same: forty epochs at rate 1, from the same seeds.
        let epochs = run.size(quick: 2, usual: 40)
        let seeds = run.size(quick: 2, usual: 5, full: 10)

        // This gives the accuracies after all epochs, for each seed:
        func accuracies(_ model: (inout SplitMix64) -> any Layer<Tensor, Tensor>) throws -> [[Float]] {
            try run.overSeeds(seeds) { random in
                let learner = try learnerShuffled(model(&random), using: &random)
                try EpochReporting.silently { try learner.fit(epochs, learningRate: 1) }
                return learner.recorder["batch_accuracy"]
            }
        }
        let linear = try accuracies { Linear(28 * 28, 1, using: &$0) }
        let withBend = try accuracies { net(using: &$0) }
        let lowest = Double((linear[0] + withBend[0]).min()!) - 0.005
        show(
            Chart("With and without a bend, on \(dataName)", x: "epoch", y: "accuracy", yLimits: lowest...1) {
                Line(1...epochs, withBend[0], "net")
                Line(1...epochs, linear[0], "linear model", dashed: true)
            }, "Both at rate 1, from the first seed")
        record("rate-1/linear", over: linear.map(\.last!))
        record("rate-1/net", over: withBend.map(\.last!))
        let wins = zip(withBend, linear).count { $0.last! > $1.last! }
        show("\(wins) of \(linear.count)", "seeds on which the net is better at the end")

        // How much the bend adds depends on the data. The book's threes and sevens are almost a problem for a straight
        // line, and there it is little. Section 4.16 finds out what adds more.
        //
        // Still, you have now seen two things that border on magic: a function that can be anything, given the right
        // numbers, and a way to find the numbers.
    }

    func whatTheNetLearned() throws {
        // What did the net learn? Each of the 30 rows of the first weight has the size of an image. Ink where it is red
        // raises the feature, ink where it is blue lowers it.
        var random = run.random
        let net = net(using: &random)
        let learner = try learnerShuffled(net, using: &random)
        try EpochReporting.silently { try learner.fit(run.size(quick: 2, usual: 40), learningRate: 1) }
        let weight = net.parameters[0].value.detached()
        let chosen = different(weight, atMost: 4)
        let reach = weight.abs().max().item
        let features = chosen.map { Raster(weight[$0].reshaped(28, 28), range: -reach...reach, colours: .signed) }
        let ways = chosen.map { net.parameters[2].value[0, $0].item > 0 ? "for a three" : "for a seven" }
        show(
            ImageGrid(features, titles: ways, columns: 4, scale: ColourScale(-reach...reach, .signed)),
            "The strongest features that differ from each other, after 40 epochs at rate 1")

        // A feature speaks for a three if its weight in the last layer is positive. Look at the lower left and the
        // lower right: a three has ink there, a seven has only its stem between them. Most of the 30 features are paler
        // than the first of these, and have hardly left their random start. Towards the corners, hardly any image has
        // ink. There the weights have had next to no gradient, and the pictures are still the noise that they were at
        // the start.
    }

    // MARK: Helpers

    /// The rows with the largest norms, without those that are almost the same as a stronger one (their cosine is above
    /// 0.6).
    private func different(_ weight: Tensor, atMost count: Int) -> [Int] {
        let norms = weight.squared().sum(axis: 1).sqrt().scalars
        var chosen: [Int] = []
        for row in norms.indices.sorted(by: { norms[$0] > norms[$1] }) {
            let isNew = chosen.allSatisfy { other in
                (weight[row] * weight[other]).sum().item < 0.6 * norms[row] * norms[other]
            }
            if isNew, chosen.count < count { chosen.append(row) }
        }
        return chosen
    }
}
