// # A net with batch norm
//
// Section 13.13 · After this page you can put batch norm into a net, and find its layers again by number.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Where does it go? After each convolution. Before the ReLU, or after it? The book contradicts itself here: its code
// normalizes first and then applies the ReLU, and a later task asks to "move" the ReLU behind the batch norm, where it
// is already. The authors' original notebook has it the other way round. So our block can do both, and section 13.14
// compares them. What we take for now is the order of the printed code, which is that of the paper, too. The
// convolution keeps its bias, as in the book, although it does nothing: the mean is subtracted right after it. The last
// block has a batch norm as well, but no ReLU.
//
// `NormOrder` is the switch, `normedConv` the block, `normedDigitCNN` the net, and `normed` is what comes of training
// it:

/// Which of the two comes first after a convolution.
public enum NormOrder: Sendable { case normThenReLU, reluThenNorm }

/// A convolution of stride 2, a norm, and a ReLU unless it is left out: x [n, channels, h, w] → [n, filters, ⌈h / 2⌉,
/// ⌈w / 2⌉]. (The book's `conv` with batch norm.)
/// - Parameter norm: makes the norm for so many channels; nil for none.
public func normedConv(
    _ channels: Int, _ filters: Int, kernel: Int = 3, hasReLU: Bool = true, order: NormOrder = .normThenReLU,
    norm: (Int) -> (any Layer<Tensor, Tensor>)? = { BatchNorm2d($0) }, using random: inout SplitMix64
) -> Sequential {
    let convolution = Conv2d(
        channels, filters, kernel: Size2D(kernel), stride: 2, padding: Size2D(kernel / 2), using: &random)
    let norms: [any Layer<Tensor, Tensor>] = norm(filters).map { [$0] } ?? []
    let relu: [any Layer<Tensor, Tensor>] = hasReLU ? [ReLU()] : []
    return Sequential([convolution] + (order == .normThenReLU ? norms + relu : relu + norms))
}

/// `digitCNN` with a norm in every block.
/// - Parameter normsLast: false leaves it out of the last block, which has a single place for each channel.
public func normedDigitCNN(
    order: NormOrder = .normThenReLU, normsLast: Bool = true,
    norm: (Int) -> (any Layer<Tensor, Tensor>)? = { BatchNorm2d($0) }, using random: inout SplitMix64
) -> Sequential {
    Sequential(
        normedConv(1, 8, kernel: 5, order: order, norm: norm, using: &random),
        normedConv(8, 16, order: order, norm: norm, using: &random),
        normedConv(16, 32, order: order, norm: norm, using: &random),
        normedConv(32, 64, order: order, norm: norm, using: &random),
        normedConv(64, 10, hasReLU: false, order: order, norm: { normsLast ? norm($0) : nil }, using: &random),
        Flatten())
}

extension ConvolutionalNets {
    /// Batches of 512, one cycle up to 0.06, one epoch, with batch norm.
    var normed: [DigitLearner] {
        get throws {
            try run.once {
                try trained(
                    run.size(quick: 2, usual: 3, full: 5), batchSize: largeBatch,
                    net: { normedDigitCNN(using: &$0) }
                ) {
                    try $0.fitOneCycle(1, learningRate: 0.06)
                }
            }
        }
    }

    func theNormedNet() {
        // Each channel has two parameters more, its γ and its β:
        var random = run.random
        let (plain, normed) = (digitCNN(using: &random), normedDigitCNN(using: &random))
        show(
            normed.parameterCount - plain.parameterCount, "parameters more",
            ask: "There are 8 + 16 + 32 + 64 + 10 = 130 channels. How many parameters more does the net have?")
        show(normed.parameterCount, "parameters in all")
    }

    func trainingWithBatchNorm() throws {
        // Train it as before, one epoch, one cycle up to 0.06:
        let learners = try normed
        let (without, with) = (Spread(try oneCycle.all("accuracy")).mean, Spread(learners.all("accuracy")).mean)
        show(
            learners.table(beside: TenDigitsInTheBook.batchNorm),
            "With batch norm: one epoch, one cycle up to 0.06, batches of \(largeBatch)",
            predict: .change("Batch norm is added. What happens to the accuracy?", from: without, to: with))
        learners.recordFirstEpoch("batch-norm", beside: TenDigitsInTheBook.batchNorm, differs: try otherStart)
        show("\(fixed(without, 4)) without, \(fixed(with, 4)) with batch norm", "mean accuracy")

        // The layers that are watched are numbered anew, since a batch norm has parameters and counts as one. The
        // fourth convolution was number -2. Now it is another:
        let stats = learners.example
        show(stats.layers.count, "watched layers")
        show(
            6 - stats.layers.count, "the number of the fourth convolution, counted from the end",
            ask: "Without batch norm, the fourth convolution is layer -2. Which is it now?")
        show(stats.colorDim(-4, "The fourth convolution, with batch norm"), "colorDim(-4): before its batch norm")
        show(stats.colorDim(-3, "The batch norm after it"), "colorDim(-3): after it, before the ReLU")

        let crashes = (before: try oneCycle.example.crashes(-2), after: stats.crashes(-4))
        show(
            "\(crashes.before) without, \(crashes.after) with batch norm", "crashes in the fourth convolution",
            predict: .yesNo("And with batch norm: does the fourth convolution still crash?", crashes.after > 0))

        // That is what good training looks like: the activations spread steadily from the first batch on, and stay
        // spread. Behind the batch norm, the spread is what γ makes of it. And the losses, with and without:
        let (plain, normed) = (try oneCycle[0].recorder.batchLosses, learners[0].recorder.batchLosses)
        show(
            Chart("The loss of every batch, without and with batch norm", x: "batch", y: "loss", yScale: .logarithmic) {
                Line(plain, "without batch norm", colour: .vermilion, dashed: true)
                Line(normed, "with batch norm", colour: .blue)
            }, "The loss of every training batch, both with one cycle up to 0.06")
        var table = TextTable(["below a loss of", "batches without batch norm", "with batch norm"])
        for loss in [1, 0.5, 0.25] as [Float] {
            let batches = [plain, normed].map { losses in losses.firstIndex { $0 < loss } }
            table.add("\(loss)", batches[0], batches[1])
        }
        show(table, "After how many batches the loss is below a number for the first time")

        // Ioffe and Szegedy showed a picture of this kind: on ImageNet, a known net with batch norm reached the
        // accuracy of the same net without it in a fraction of the steps, and got further. The book reads about a fifth
        // off it. So large a factor is not seen here: digits are an easier task, and one cycle has done much already.
    }
}
