// # A net that cannot help itself
//
// Section 7.2 · After this page you have seen the scale of pixels matter, in a net without batch norms, and know what
// normalizing adds to it.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// If that is the reason, then a net without batch norms should feel the difference. `XResNetPlan` can leave them out;
// the last convolution of a block then begins with weights of 0, so that blocks still begin as nothing. Its head has no
// norm either: pooling, and a linear layer. `plainLearner` is a learner of such a net:

extension StateOfTheArt {
    /// A learner whose net has no batch norm at all.
    func plainLearner(_ setup: Setup, using random: inout SplitMix64) throws -> Learner<Tensor, IntTensor> {
        let data = try getDls(setup, using: &random)
        var plan = setup.plan
        plan.hasNorm = false
        let body = plan.body(using: &random)
        let net = Sequential(
            body.layers, AdaptiveAveragePool2d(1), Flatten(), Linear(body.channels, data.target.outputs, using: &random)
        )
        return Learner(
            data.loaders, net, loss: { crossEntropy($0, $1) },
            optimizer: { AdamW($0, learningRate: $1) }, metrics: [.accuracy])
    }

    func withoutNorms() throws {
        let count = run.size(quick: 1, usual: 5)
        var chosen = baseline
        chosen.size = small  // so that it does not take long
        chosen.rate /= 5  // without norms, a net cannot learn as fast
        chosen.epochs = run.size(quick: 1, usual: 3, full: 20)
        let pixels: [(name: String, key: String, normalization: Normalization?)] = [
            ("0 to 255", "bytes", Normalization(mean: [0, 0, 0], deviation: Array(repeating: 1 / 255, count: 3))),
            ("0 to 1", "raw", nil), ("normalized", "normalized", .imageNet),
        ]
        var table = TextTable(["pixels", "loss after the first epoch", "loss at the end", "accuracy"], decimals: 3)
        var (curves, ends) = ([[Float]](), [[Float]]())
        for (name, key, normalization) in pixels {
            var changed = chosen
            changed.normalization = normalization
            let setup = changed
            let learners = try run.overSeedsAtOnce(count) { random in
                let learner = try plainLearner(setup, using: &random)
                try learner.fitOneCycle(setup.epochs, learningRate: setup.rate)
                return learner
            }
            let losses = learners.map { $0.recorder["valid_loss"] }
            let accuracies = learners.map { $0.recorder["accuracy"].last! }
            table.add(name, Spread(losses.map { $0[0] }), Spread(losses.map { $0.last! }), Spread(accuracies))
            curves.append(losses[0])
            ends.append(losses.map { $0.last! })
            record("no-norms/accuracy-\(key)", over: accuracies)
        }
        show(
            table,
            "A net without batch norms, photos of \(dataName), \(small) pixels wide, \(counted(run.options.seedCount ?? count, "seed"))"
        )
        let known = Double(try classes.count)
        show(
            Chart(
                "Without norms, the scale of the pixels matters", x: "epoch", y: "validation loss", yScale: .logarithmic
            ) {
                for (k, curve) in curves.enumerated() {
                    Line(1...curve.count, curve, pixels[k].name, colour: Colour.palette[k])
                    Points(Array(1...curve.count), curve, colour: Colour.palette[k])
                }
                Rule(y: log(known), "knowing nothing")
            }, "One seed of each")

        // The great step is from 255 to 1: with numbers in the hundreds, the net spends its first epoch on coming down
        // again. Numbers from 0 to 1 are already of the size that its first weights are made for. What the mean and the
        // deviation add to that is another question, and the last two rows of the table answer it for this run:
        show(
            "\(zip(ends[2], ends[1]).count { $0 < $1 }) of \(ends[1].count)",
            "seeds with which normalized photos end with a lower loss than photos from 0 to 1")
    }

    func whatStartsTooLarge() throws {
        // What goes wrong with pixels up to 255 can be seen before anything is learned. A new net passes on whatever
        // size its input has, and the first scores are that large. The first loss is then not the logarithm of the
        // number of classes, but many times that (section 5.4), and so are the first gradients:
        var (random, setup) = (run.random, baseline)
        setup.batchSize = run.size(quick: 16, usual: 64)
        let net = try plainLearner(setup, using: &random).model
        let x = try aBatch(nil)
        var table = TextTable(
            ["pixels", "deviation of the first scores", "of the scores with batch norms"], decimals: 3)
        let normed = TransferNet(
            XResNetPlan.small.body(using: &random),
            head: HeadPlan(hidden: [], dropout: 0, poolsMaximum: false).layers(
                64, outputs: try classes.count, using: &random))
        for (name, input) in [("0 to 255", x * 255), ("0 to 1", x), ("normalized", Normalization.imageNet(x))] {
            let scores = noGrad { (net(input), normed(input)) }
            table.add(name, scores.0.std().item, scores.1.std().item)
        }
        show(table, "New nets, before they have learned anything")
        // With norms, the three are nearly the same. That is one of the reasons why batch norm was such a step forward
        // (section 13.13): it takes care of the scale wherever it goes astray, and at the very beginning, too.
    }
}
