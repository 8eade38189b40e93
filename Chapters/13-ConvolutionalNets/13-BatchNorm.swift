// # Batch normalization
//
// Section 13.13 · After this page you can write batch norm for images, in both of its modes, and say what it learns and
// what it merely keeps.

import Common
import Figures
import Layers
import Notebook
import Tensors

// One cycle has mended the accuracy, but not the activations: those near zero have to be brought to life, and after a
// crash once more. Sergey Ioffe and Christian Szegedy (2015) saw the reason in what they called *internal covariate
// shift*. While a net learns, what a layer is given changes with every step, because the layers before it change. So
// each layer aims at a target that moves; low rates and careful initial weights are needed. Their remedy: make
// *normalizing* a part of the net. In each mini-batch, every channel is brought to mean 0 and standard deviation 1.
//
// But what if it is not good for the net that a channel has mean 0? Then the net should learn it. So each channel gets
// two parameters: γ, by which the normalized numbers are multiplied, and β, which is added to them. With these, a
// channel can have any mean and any deviation, and does not depend on what the layers before happen to give.
//
//     y = γ · (x − mean) / √(variance + ε) + β
//
// ε is a small number that keeps us from dividing by 0 where all numbers of a channel are equal.
//
// That is how it goes in training. When the net is used, there may be one image and no batch, and what is said of an
// image should not depend on the images beside it. So the layer keeps *running averages* of what it has measured in
// training, a tenth of the new to nine tenths of the old, and uses those. They are no parameters: no gradient changes
// them. The engine has `Buffer` for this, a tensor that belongs to a layer, is saved with it, and is not learned.
// `PlainBatchNorm` is all of this in plain arithmetic, and `bothLayers` compares it with the engine's layer:

/// Batch norm for images x [n, c, h, w], from plain arithmetic. (What the book calls `BatchNorm2d`.)
public final class PlainBatchNorm: Module, Layer {
    /// [c]: learned.
    public let gamma, beta: Parameter
    /// [c]: measured in training, used in validation.
    public let runningMean, runningVariance: Buffer
    public let epsilon: Float, share: Float

    public init(_ channels: Int, epsilon: Float = 1e-5, share: Float = 0.1) {
        gamma = Parameter(.ones(channels))
        beta = Parameter(.zeros(channels))
        runningMean = Buffer(.zeros(channels))
        runningVariance = Buffer(.ones(channels))
        (self.epsilon, self.share) = (epsilon, share)
    }

    public func forward(_ x: Tensor) -> Tensor {
        require(
            x.rank == 4 && x.shape[1] == gamma.value.count && (!isTraining || x.count > x.shape[1]), "PlainBatchNorm",
            "x is \(x.shape), and the layer has \(gamma.value.count) channels",
            try: "[n, \(gamma.value.count), h, w], in training with two numbers or more in each channel")
        var (mean, variance) = (runningMean.value, runningVariance.value)
        if isTraining {
            mean = x.mean(axes: 0, 2, 3)
            variance = (x - perChannel(mean)).squared().mean(axes: 0, 2, 3)
            remember(mean.detached(), variance.detached(), count: x.count / x.shape[1])
        }
        let normalized = (x - perChannel(mean)) / (perChannel(variance) + epsilon).sqrt()
        return perChannel(gamma.value) * normalized + perChannel(beta.value)
    }

    /// [c] → [c, 1, 1], so that it is broadcast over images and places.
    private func perChannel(_ numbers: Tensor) -> Tensor { numbers.reshaped(-1, 1, 1) }

    /// Moves the running averages. The variance that is kept is the unbiased one, divided by count − 1.
    private func remember(_ mean: Tensor, _ variance: Tensor, count: Int) {
        let unbiased = variance * (Float(count) / Float(count - 1))
        runningMean.assign((1 - share) * runningMean.value + share * mean)
        runningVariance.assign((1 - share) * runningVariance.value + share * unbiased)
    }
}

extension ConvolutionalNets {
    /// Both on the same x, in training: what they give, the gradient of x, and the layers.
    private func bothLayers(_ x: Tensor, _ dy: Tensor) -> (y: [Tensor], dx: [Tensor], PlainBatchNorm, BatchNorm2d) {
        let (plain, engines) = (PlainBatchNorm(x.shape[1]), BatchNorm2d(x.shape[1]))
        let inputs = [x.requiringGrad(), x.detached().requiringGrad()]
        let outputs = [plain(inputs[0]), engines(inputs[1])]
        outputs.forEach { $0.backward(gradient: dy) }
        return (outputs, inputs.map { $0.grad! }, plain, engines)
    }

    func sameAsTheEnginesBatchNorm() {
        // The engine's `BatchNorm2d` is one operation with a derivative that somebody has worked out. Ours leaves that
        // to autograd. Both, on the same random numbers. (`isSame` allows for rounding.)
        var random = run.random
        let x = Tensor.randn(8, 3, 5, 5, using: &random) * 3 + 2
        let (y, dx, plain, engines) = bothLayers(x, .randn(8, 3, 5, 5, using: &random))
        func isSame(_ a: Tensor, _ b: Tensor) -> Bool { largestDifference(a, b) < 1e-5 }
        show(isSame(y[0], y[1]), "the same output")
        show(isSame(dx[0], dx[1]), "the same gradient of x")
        show(isSame(plain.gamma.grad!, engines.gamma.grad!), "the same gradient of γ")
        show(isSame(plain.beta.grad!, engines.beta.grad!), "the same gradient of β")
        show(y[0].mean(axes: 0, 2, 3).abs().max().item < 1e-5, "every channel of the output has mean 0")

        // And what does the layer keep after this one batch?
        let ratio = plain.runningMean.value / x.mean(axes: 0, 2, 3)
        show(
            ratio, "running mean / mean of the batch",
            predict: .numbers(
                "The running mean began with 0. What share of the batch's mean is it, in each of the three channels?",
                [0.1, 0.1, 0.1]))

        // A tenth of the batch's mean, and nine tenths of 0.
        //
        // Used, not trained: both take the running averages, and one image more or less in the batch makes no
        // difference.
        plain.eval()
        engines.eval()
        show(isSame(plain(x), engines(x)), "the same in validation")
        show(isSame(plain(x)[0..<1], plain(x[0..<1])), "an image gets the same alone and among others")
        show(
            [plain.parameters.count, plain.namedBuffers.count], "tensors that are learned, and tensors that are kept",
            predict: .numbers(
                "How many tensors of the layer are learned, and how many are kept without being learned?", [2, 2]))
    }

    func theMeanMovesToo() {
        // One thing is easy to miss. Each x is also a part of the mean and of the variance, so it acts in three ways on
        // the output. Take the gradient as if mean and variance were fixed numbers, and compare:
        var random = run.random
        let (values, dy) = (Tensor.randn(8, 1, 4, 4, using: &random), Tensor.randn(8, 1, 4, 4, using: &random))
        let x = values.requiringGrad()
        PlainBatchNorm(1)(x).backward(gradient: dy)
        let asIfFixed = dy / values.std(unbiased: false)
        var table = TextTable(["gradient of x", "its sum", "its product with x, summed"], decimals: 3)
        table.add("right", x.grad!.sum().item, (x.grad! * values).sum().item)
        table.add("with mean and variance as if fixed", asIfFixed.sum().item, (asIfFixed * values).sum().item)
        show(
            table, "two gradients",
            predict: .number(
                "Add the same small number to all x of a channel. By how much does the output change?", 0.0,
                within: .plusMinus(0.001)))

        // The right one sums to 0. It must: adding the same number to all x of a channel changes nothing, since the
        // mean is subtracted again. In the same way, its product with x sums to 0 (but for ε), because multiplying all
        // x by the same number changes nothing either. So a step along this gradient changes neither the mean nor, to
        // begin with, the deviation. Exercise 13.23 asks for the formula.
    }
}
