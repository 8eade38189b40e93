// # Conclusion
//
// Section 14.10 · After this page you have all nets of the chapter side by side, and know what later nets have kept of
// them.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// What has been built, in one table. The counts are those of the book's sizes, for pictures of 128 × 128 and ten
// classes:

extension ResidualNets {
    func allNets() {
        var random = run.random
        let x = Tensor.zeros(1, 3, 128, 128)
        let nets: [(name: String, net: any Layer<Tensor, Tensor>, book: Double?)] = [
            ("one convolution a stage", convolutionalNet(classes: 10, using: &random), 0.659108),
            ("a block a stage", residualNet(classes: 10, blocks: 1, using: &random), 0.667771),
            ("two blocks a stage", residualNet(classes: 10, blocks: 2, using: &random), 0.692739),
            ("ResNet-18", OwnResNet(classes: 10, blocks: [2, 2, 2, 2], using: &random), 0.757197),
            (
                "ResNet-50",
                OwnResNet(classes: 10, blocks: [3, 4, 6, 3], expansion: 4, body: bottleneckBody, using: &random),
                0.872611
            ),
        ]
        var table = TextTable(
            ["net", "convolutions", "parameters", "million multiplications", "the book's accuracy"], decimals: 4)
        for (name, net, book) in nets {
            let rows = ledger(of: net, for: x)
            let work = rows.reduce(0) { $0 + $1.multiplications }
            table.add(name, rows.count, net.parameterCount, "\(Int((Double(work) / 1e6).rounded()))", book)
        }
        show(table, "The nets of this chapter at the book's sizes")

        // (The last one had twenty epochs and larger pictures, 224 × 224; the others five epochs.)
        //
        // The first step from plain layers to blocks gains little, and the second step, to twice as many blocks, more:
        // what skip connections give is that depth can be used.
    }

    func ourNets() throws {
        // And what ours have reached, which are smaller and had fewer pictures:
        let nets: [(name: String, learners: [PictureLearner], book: Double)] = [
            ("one convolution a stage", try plainTrainings, 0.659108),
            ("a block a stage", try oneBlockTrainings, 0.667771),
            ("two blocks a stage", try twoBlockTrainings, 0.692739), ("ResNet-18", try resNet18s, 0.757197),
            ("ResNet-50", try resNet50s, 0.872611),
        ]
        var table = TextTable(["net", "parameters", "epochs", "accuracy", "the book's on Imagenette"], decimals: 3)
        for (name, learners, book) in nets {
            table.add(
                name, learners[0].model.parameterCount, learners[0].recorder.rows.count, Spread(learners.ends), book)
        }
        table.add("always the most frequent class", nil as Int?, nil as Int?, Double(try majorityShare), nil as Double?)
        show(table, "our nets on \(dataName)")
        let best = nets.max { $0.learners.accuracy < $1.learners.accuracy }!
        show(
            "\(best.name): \(fixed(best.learners.accuracy, 3))",
            "the best of ours. In the book it is the deepest, which also had the most epochs")
    }
}

// Research item 4 of the book asks to train longer, with and without label smoothing. That is a matter of two numbers
// in the loss. The target is not 1 for the right class and 0 for all others. A share ε of it is spread evenly over all
// classes, so the net is not pushed to be ever surer (section 7.6 tells the whole story, and exercise 7.12 asks for the
// loss). The engine's `crossEntropy` takes `smoothing:`.

extension ResidualNets {
    func longerWithSmoothing() throws {
        // The plain net of section 14.2 with one stage less, on pictures of 32 × 32, for more epochs than before, with
        // and without:
        let epochs = run.size(quick: 1, usual: 8, full: 20)
        var table = TextTable(["smoothing", "accuracy", "valid_loss", "largest probability, on average"], decimals: 3)
        for smoothing in [0, 0.1] as [Float] {
            let ends = try run.overSeedsAtOnce(run.size(quick: 1, usual: 3)) { random in
                try smoothedEnd(smoothing, epochs: epochs, using: &random)
            }
            let columns = (0..<3).map { column in Spread(ends.map { $0[column] }) }
            table.add(smoothing, columns[0], columns[1], columns[2])
            record("smoothing-\(smoothing == 0 ? "none" : "0.1")/accuracy", over: ends.map { $0[0] })
        }
        show(table, "After \(counted(epochs, "epoch")) on \(dataName), 32 × 32, validated with plain cross-entropy")

        // What smoothing surely does is seen in the last column: the net is less sure of its answers. Whether that
        // makes more of them right, look at the first, and at its spread. The leaderboard of Imagenette, to which the
        // book sends its readers, lists what others have reached, and how.
    }
}

// Nearly all nets for pictures that came later have kept this: a straight path from the input to the end, to which
// every layer adds its part. So do the transformers of today's language models. Chapter 18 looks into a trained net,
// and the next one, chapter 15, shows how applications are built from it.

extension ResidualNets {
    func theStraightPath() {
        // The path can be seen in the gradient. In a new net every block begins as the identity. Then what the first
        // block gets back is, to the last bit, what the last one gets:
        var random = run.random
        let blocks = (0..<20).map { _ in OwnBlock(8, 8, using: &random) }
        var gradients: [Tensor] = []
        let x = Tensor.rand([4, 8, 6, 6], low: 0, high: 1, using: &random).requiringGrad()
        let y = blocks.reduce(x) { value, block in block(value) }
        y.squared().sum().backward()
        gradients = [x.grad!, 2 * y.detached()]
        show(
            gradients[0].scalars == gradients[1].scalars,
            "behind twenty blocks and before them, the gradient is the same",
            predict: .yesNo(
                "The gradient of a loss goes back through twenty new blocks. Does it arrive as it set out, to the last "
                    + "bit?", true))
    }

    // MARK: Helpers

    /// Accuracy, plain cross-entropy, and the mean of the largest probability, after a training with smoothing.
    private func smoothedEnd(_ smoothing: Float, epochs: Int, using random: inout SplitMix64) throws -> [Float] {
        let net = convolutionalNet(classes: try classNames.count, filters: [16, 32, 64, 128], using: &random)
        let learner = try smallLearner(net, smoothing: smoothing, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(epochs, learningRate: 3e-3) }
        let valid = try smallPictures.valid
        net.eval()
        let scores = noGrad { net(valid.inputs) }
        let probabilities = scores.softmax(axis: 1)
        return [
            Metric<IntTensor>.accuracy.value(scores, valid.targets), crossEntropy(scores, valid.targets).item,
            probabilities.max(axis: 1).values.mean().item,
        ]
    }
}
