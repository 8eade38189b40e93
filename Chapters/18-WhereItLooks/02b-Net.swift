// # A net whose maps are exact
//
// Section 18.2 · After this page you can say which net a class activation map needs, and have trained one.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The net is a small ResNet, as in chapters 4 and 14: convolutions with batch norm, and blocks that add what they were
// given to what they make of it. One thing is different. Where a ResNet halves its maps, a window of 3 × 3 pixels moves
// on by two, and its middle stands on the first of the two. Our windows have 4 × 4 pixels there, and 2 × 2 on the
// shortcut: their middle is the middle of the two. Section 18.3 shows what that is good for.

/// relu(x + f(x)), f being two convolutions with batch norm: x [n, channels, h, w] → [n, filters, h / 2, w / 2]
public final class HalvingBlock: Module, Layer {
    let first, second, shortcut: Conv2d
    let firstNorm, secondNorm, shortcutNorm: BatchNorm2d

    public init(_ channels: Int, _ filters: Int, using random: inout SplitMix64) {
        first = Conv2d(channels, filters, kernel: 4, stride: 2, padding: 1, bias: false, using: &random)
        second = Conv2d(filters, filters, kernel: 3, padding: 1, bias: false, using: &random)
        shortcut = Conv2d(channels, filters, kernel: 2, stride: 2, bias: false, using: &random)
        (firstNorm, secondNorm) = (BatchNorm2d(filters, activation: .relu), BatchNorm2d(filters))
        shortcutNorm = BatchNorm2d(filters)
    }

    public func forward(_ x: Tensor) -> Tensor {
        (shortcutNorm(shortcut(x)) + secondNorm(second(firstNorm(first(x))))).relu()
    }
}

// What matters is the end. Its *body* makes 64 maps of 8 × 8 places from a picture. Its *head* takes the mean of each
// map over all places, and a linear layer makes four scores of the 64 means. There is nothing else in the head.
// Remember that; everything that is exact in this chapter depends on it.

/// A body that makes feature maps, their means, and a linear layer: x [n, 3, h, w] → scores [n, kinds]
public final class MapNet: Module, Layer {
    /// x → [n, channels, h, w]. (The book's `model[0]`.)
    public let body: Sequential
    /// [n, channels] → scores
    public let head: Linear

    public init(body: Sequential, head: Linear) { (self.body, self.head) = (body, head) }

    public convenience init(kinds: Int, using random: inout SplitMix64) {
        let stem = Sequential(
            Conv2d(3, 16, kernel: 4, stride: 2, padding: 1, bias: false, using: &random),
            BatchNorm2d(16, activation: .relu))
        let body = Sequential(stem, HalvingBlock(16, 32, using: &random), HalvingBlock(32, 64, using: &random))
        self.init(body: body, head: Linear(64, kinds, using: &random))
    }

    public func forward(_ x: Tensor) -> Tensor { head(body(x).mean(axes: 2, 3)) }
}

// `train` is the engine's Learner with Adam and one cycle. It returns what the epoch table would show: for each epoch
// the two losses, the error rate and the time.

/// Trains a net. → what was measured after every epoch, its only metric the error rate
func train(
    _ net: MapNet, on set: BytePictures, checking valid: LabelledPictures, epochs: Int, learningRate: Float = 0.01,
    using random: inout SplitMix64
) throws -> [Recorder.Row] {
    let batches = DataLoader(set, batchSize: min(64, set.count), dropsLast: true, shuffledUsing: &random)
    let learner = Learner(
        DataLoaders(batches, DataLoader(valid, batchSize: 200)), net, loss: { crossEntropy($0, $1) },
        optimizer: { Adam($0, learningRate: $1) }, metrics: [.errorRate])
    try EpochReporting.silently { try learner.fitOneCycle(epochs, learningRate: learningRate) }
    net.eval()
    return learner.recorder.rows
}

extension WhereItLooks {
    func trainTheNet() throws {
        // One training for each of several seeds. These are the epochs of the first:
        let nets = try nets
        var table = TextTable(["epoch", "train_loss", "valid_loss", "error_rate"], decimals: 4)
        for row in nets[0].rows { table.add(row.epoch, row.trainLoss, row.validLoss, row.metrics[0]) }
        show(table, "The first of our nets learns from \(sceneName)")
        record("net/valid-loss", over: nets.map(\.last.validLoss), on: scenes)
        record("net/error-rate", over: nets.map(\.errorRate), on: scenes)
        let share = 1 - 1 / Float(Self.kinds.count)
        record(
            "net/error-rate-of-one-answer", share, on: scenes,
            predict: .share(
                "There are equally many scenes of four kinds. Who always says \"cat\" errs how often?", share))

        // (The book's net has learned from a million photos before, and is only *fine-tuned* on pets. Section 18.6 does
        // that, too, and shows its table beside the book's.)
    }
}
