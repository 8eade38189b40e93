// # Further: a ResNet
//
// Section 19.9 · After this page you have put eighteen layers together from this chapter's objects, and trained them
// with this chapter's Learner.

import Figures
import Notebook
import Tensors

// Chapter 14 has shown that deep plain nets learn badly, and the remedy of K. He and others ("Deep Residual Learning
// for Image Recognition", 2015): a block adds what it was given to what its two convolutions make of it. Where a block
// makes the picture smaller, the way around gets a convolution with a window of one pixel.

/// relu(x + f(x)), f being two convolutions: x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]
/// - Parameter isResidual: without it, the block of a plain net, relu(f(x)).
public final class ResidualBlock: Module {
    let first, second: ConvNorm
    let shortcut: ConvNorm?
    let isResidual: Bool

    public init(
        _ channels: Int, _ filters: Int, stride: Int = 1, isResidual: Bool = true, using random: inout SplitMix64
    ) {
        self.isResidual = isResidual
        first = ConvNorm(channels, filters, stride: stride, using: &random)
        second = ConvNorm(filters, filters, act: false, using: &random)
        let changesShape = isResidual && (stride != 1 || channels != filters)
        shortcut =
            changesShape ? ConvNorm(channels, filters, window: 1, stride: stride, act: false, using: &random) : nil
    }

    public override func forward(_ x: Tensor) -> Tensor {
        let y = second(first(x))
        return (isResidual ? (shortcut?(x) ?? x) + y : y).relu()
    }
}

// Before the blocks comes a large convolution and *max pooling*, which keeps the largest number of each window. It is
// an operation of the engine, and becomes a module in one line. Then there are four groups of two blocks; each group
// but the first halves height and width and has twice as many filters. `resNet18` makes the list:

/// The largest number in each window of 3 × 3, at every second place.
public final class MaxPool: Module {
    public override func forward(_ x: Tensor) -> Tensor { x.maxPooled(3, stride: 2, padding: 1) }
}

/// ResNet-18: x [n, 3, h, w] → [n, classes]
/// - Parameter filters: of the four groups; the paper's are 64, 128, 256 and 512.
public func resNet18(
    classes: Int, filters: [Int] = [64, 128, 256, 512], isResidual: Bool = true, using random: inout SplitMix64
) -> Module {
    var layers: [Module] = [ConvNorm(3, filters[0], window: 7, stride: 2, using: &random), MaxPool()]
    for (group, width) in filters.enumerated() {
        let (before, stride) = (filters[max(group - 1, 0)], group == 0 ? 1 : 2)
        layers.append(ResidualBlock(before, width, stride: stride, isResidual: isResidual, using: &random))
        layers.append(ResidualBlock(width, width, isResidual: isResidual, using: &random))
    }
    layers += [AdaptivePool(), Linear(filters[filters.count - 1], classes, using: &random)]
    return Sequential(layers)
}

// To train it in a few seconds, it has a quarter of the filters, and few pictures to learn from. (With `--full` it has
// all of both.) `fewPicturesOneCycle` trains any net on them with one cycle; `simpleOnFewPictures` has it done with the
// simple CNN, which is what the others are compared with:

extension LearnerFromScratch {
    var epochsOnFewPictures: Int { run.size(quick: 1, usual: 3, full: 8) }

    /// One training for each seed.
    func fewPicturesOneCycle(
        callback: (inout SplitMix64) -> (any Listener)? = { _ in nil }, _ net: (inout SplitMix64) throws -> Module
    ) throws -> [TrackResults] {
        try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
            let model = try net(&random)
            let callbacks = [OneCycle(0.1)] + [callback(&random)].compactMap(\.self)
            return try trained(
                model, on: fewPictures, batchSize: 64, epochs: epochsOnFewPictures, callbacks: callbacks, using: &random
            ).results
        }
    }

    var simpleOnFewPictures: [TrackResults] {
        get throws {
            try run.once { try fewPicturesOneCycle { simpleCNN(classes: try fewClasses, using: &$0) } }
        }
    }

    /// A table of what some trainings end with.
    func ends(of trainings: [(name: String, results: [TrackResults])]) -> TextTable {
        var table = TextTable(["training", "train_loss", "valid_loss", "accuracy"], decimals: 4)
        for (name, results) in trainings {
            let rows = results.map { (train: $0.rows(training: true).last!, valid: $0.rows(training: false).last!) }
            table.add(
                name, Spread(rows.map(\.train.loss)), Spread(rows.map(\.valid.loss)), Spread(rows.map(\.valid.accuracy))
            )
        }
        return table
    }
}

extension LearnerFromScratch {
    func eighteenLayers() {
        // Is it the one of the paper? Count the convolutions, but for those of the shortcuts, and the linear layer: 1 +
        // 8 · 2 + 1. And the numbers: for the 1000 classes of ImageNet, PyTorch's `resnet18` has 11,689,512.
        var random = run.random
        let net = resNet18(classes: 1000, using: &random)
        show(net.parameterCount, "numbers in the parameters of ours")
        show(
            net.parameterCount == 11_689_512, "as many as PyTorch's",
            ask: "Has the net of this page exactly as many numbers as PyTorch's resnet18?")
    }

    func trainTheResNet() throws {
        let (filters, classes) = (
            run.size(quick: [4, 4, 8, 8], usual: [16, 32, 64, 128], full: [64, 128, 256, 512]), try fewClasses
        )
        let residual = try fewPicturesOneCycle { resNet18(classes: classes, filters: filters, using: &$0) }
        let plain = try fewPicturesOneCycle {
            resNet18(classes: classes, filters: filters, isResidual: false, using: &$0)
        }
        let normalized = try fewPicturesOneCycle { normalizedCNN(classes: classes, using: &$0) }
        let simple = try simpleOnFewPictures
        let epochs = epochsOnFewPictures
        show(
            ends(of: [
                ("simple CNN", simple), ("the same with batch norm", normalized), ("18 layers, plain", plain),
                ("ResNet-18", residual),
            ]),
            "After \(epochs == 1 ? "one epoch" : "\(epochs) epochs") on some of \(dataName)")
        let (accuracies, beside) = (residual.map(\.lastAccuracy), simple.map(\.lastAccuracy))
        record("resnet/valid-accuracy", over: accuracies)
        record("resnet/simple-cnn-beside-it", over: beside)
        record("resnet/batch-norm-beside-it", over: normalized.map(\.lastAccuracy))
        record("resnet/plain-layers-beside-it", over: plain.map(\.lastAccuracy))
        for (name, others) in [("the simple CNN", simple), ("the same layers without the addition", plain)] {
            let wins = zip(accuracies, others).count { $0 > $1.lastAccuracy }
            show("\(wins) of \(others.count)", "how often the ResNet is better than \(name)")
        }
        let losses = [residual, plain].map { $0.map { $0.rows(training: true).last!.loss } }
        let lower = zip(losses[0], losses[1]).count { $0 < $1 }
        show("\(lower) of \(plain.count)", "how often it has the lower loss on its own training pictures")
        // The ResNet differs from the simple CNN in three things: depth, batch norm and the addition. Each row changes
        // less. What the addition does is the difference between the last two: look at train_loss first, since it is
        // there to make deep nets learn. On other pictures, few and small, a shallow net may do just as well.

        // Nothing of the Learner had to change for it, nor of the callbacks, nor of the optimizer. That was the point.
    }
}
