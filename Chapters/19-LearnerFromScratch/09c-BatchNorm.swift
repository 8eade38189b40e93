// # Further: batch norm
//
// Section 19.9 · After this page you can write batch norm with its gradients and its running averages, and say what it
// allows.

import Common
import Figures
import Notebook
import Tensors

// While a net learns, what a layer is given changes all the time, because the layers before it change. *Batch norm*
// (section 13.13) takes that away: each channel of its input is brought to mean 0 and standard deviation 1, over all
// pictures of the batch and all places. (S. Ioffe and C. Szegedy, 2015.) Two parameters for each channel, γ and β, let
// the net undo this where it wants to. When the model is used, there may be one picture and no batch. So the layer
// keeps running averages of what it has measured, a tenth of the new to nine tenths of the old, and uses those.
//
// All of it is arithmetic with gradients. The mean and the variance depend on x, and autograd knows:

/// Batch norm for pictures: y = γ · (x − mean) / √(variance + ε) + β, for every channel. x [n, c, h, w] → the same
/// shape
public final class BatchNorm: Module {
    /// [c]
    public let gamma, beta: Parameter
    /// [1, c, 1, 1]: running averages, which are no parameters, since no gradient changes them.
    public private(set) var runningMean, runningVariance: Tensor
    private let epsilon: Float = 1e-5, share: Float = 0.1

    public init(_ channels: Int) {
        (gamma, beta) = (Parameter(.ones(channels)), Parameter(.zeros(channels)))
        (runningMean, runningVariance) = (.zeros(1, channels, 1, 1), .ones(1, channels, 1, 1))
    }

    public override func forward(_ x: Tensor) -> Tensor {
        let (mean, variance) = isTraining ? measured(x) : (runningMean, runningVariance)
        let scale = gamma.value.reshaped(1, -1, 1, 1) / (variance + epsilon).sqrt()
        return (x - mean) * scale + beta.value.reshaped(1, -1, 1, 1)
    }

    /// Mean and variance of every channel [1, c, 1, 1]; moves the running averages. (What is kept for later is the
    /// unbiased variance, with n − 1, as in PyTorch.)
    private func measured(_ x: Tensor) -> (mean: Tensor, variance: Tensor) {
        let n = Float(x.count / x.shape[1])
        require(n > 1, "BatchNorm of \(x.shape) in training", "a single number in a channel has no variance")
        let mean = x.mean(axes: 0, 2, 3, keepingAxes: true)
        let variance = (x - mean).squared().mean(axes: 0, 2, 3, keepingAxes: true)
        noGrad {
            runningMean = (1 - share) * runningMean + share * mean.detached()
            runningVariance = (1 - share) * runningVariance + share * n / (n - 1) * variance.detached()
        }
        return (mean, variance)
    }
}

extension LearnerFromScratch {
    func batchNormBothWays() {
        // The engine has it as one operation, with a derivative worked out by hand. Both, on the same numbers:
        var random = run.random
        let values = Tensor.randn(4, 3, 5, 5, using: &random) * 3 + 2
        let dy = Tensor.randn(4, 3, 5, 5, using: &random)
        let (x, same) = (values.requiringGrad(), values.requiringGrad())
        let layer = BatchNorm(3)
        layer.isTraining = true
        let (y, engines) = (layer(x), same.batchNorm(.ones(3), .zeros(3)).y)
        y.backward(gradient: dy)
        engines.backward(gradient: dy)
        show(
            [largestDifference(y, engines), largestDifference(x.grad!, same.grad!)],
            "largest differences, in y and in the gradient of x")
        show(y.mean(axes: 0, 2, 3).abs().max().item < 1e-5, "every channel has mean 0")
        // After one batch, the running mean is a tenth of the batch's mean, as it began with 0:
        let ratio = layer.runningMean.reshaped(-1) / values.mean(axes: 0, 2, 3)
        show(
            ratio, "running mean / mean of the batch",
            predict: .numbers(
                "The running mean began with 0. What share of the batch's mean is it, in each of the three channels?",
                [0.1, 0.1, 0.1]))

        // So in the first batches, a model that is switched to being used is not what it is in training:
        layer.isTraining = false
        show(
            layer(values).mean(axes: 0, 2, 3), "means of the channels when the layer is used after a single batch")
    }
}

// A layer that convolves and normalizes needs no bias, since the mean is subtracted anyway. `ConvNorm` is the unit that
// modern nets are built of; with `isNormalized` false it is a convolution with a bias, for comparison. (It always
// begins as for a ReLU. Section 19.3 asks first whether there is one; here the norm takes the scale of the weights out
// again.)

/// Convolution, batch norm, and ReLU if wanted: x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]
public final class ConvNorm: Module {
    let weight: Parameter
    let bias: Parameter?
    let norm: BatchNorm?
    let stride: Int, act: Bool

    public init(
        _ channels: Int, _ filters: Int, window: Int = 3, stride: Int = 1, act: Bool = true, isNormalized: Bool = true,
        using random: inout SplitMix64
    ) {
        weight = Parameter(kaimingNormal([filters, channels, window, window], using: &random))
        (bias, norm) = isNormalized ? (nil, BatchNorm(filters)) : (Parameter(.zeros(filters)), nil)
        (self.stride, self.act) = (stride, act)
    }

    public override func forward(_ x: Tensor) -> Tensor {
        let window = weight.value.shape[2]
        let y = x.conv2d(
            weight.value, bias: bias?.value, stride: Size2D(stride, stride), padding: Size2D(window / 2, window / 2))
        let normalized = norm?(y) ?? y
        return act ? normalized.relu() : normalized
    }
}

// `normalizedCNN` is the simple CNN of section 19.4 from such layers:

/// Four convolutions of stride 2, with batch norm or without, the mean of each channel, and a linear layer.
public func normalizedCNN(classes: Int, isNormalized: Bool = true, using random: inout SplitMix64) -> Module {
    let widths = [3, 16, 32, 64, 128]
    var layers: [Module] = zip(widths, widths.dropFirst()).map {
        ConvNorm($0, $1, stride: 2, isNormalized: isNormalized, using: &random)
    }
    layers += [AdaptivePool(), Linear(128, classes, using: &random)]
    return Sequential(layers)
}

extension LearnerFromScratch {
    func higherRates() throws {
        // What is it good for? `accuracies` trains it at a rate, from several seeds. Both, at two rates:
        func accuracies(_ rate: Float, isNormalized: Bool) throws -> [Float] {
            try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
                try trained(
                    normalizedCNN(classes: fewClasses, isNormalized: isNormalized, using: &random), on: fewPictures,
                    batchSize: 64, epochs: run.size(quick: 1, usual: 2, full: 8), learningRate: rate, using: &random
                ).results.lastAccuracy
            }
        }
        var table = TextTable(["rate", "without batch norm", "with batch norm"], decimals: 4)
        for rate in [0.03, 1] as [Float] {
            let (without, with) = (try accuracies(rate, isNormalized: false), try accuracies(rate, isNormalized: true))
            table.add("\(rate)", Spread(without), Spread(with))
            record("batch-norm/without-at-rate-\(rate)", over: without)
            record("batch-norm/with-at-rate-\(rate)", over: with)
        }
        let most = fixed(majority(of: try fewPictures), 4)
        show(table, "Accuracy on some of \(dataName); the most frequent label has \(most)")

        // Numbers that are brought back to the same size after every layer cannot grow without limit. So there are
        // rates at which a net without batch norm is lost, and with it still learns. Look for them in the table.
    }
}
