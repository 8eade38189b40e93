// Questions 13.38 to 13.40: batch normalization.

import Chapter13
import Layers
import Tensors
import TestSupport
import Testing

extension `13 Questionnaire` {
    /// 13.38 · Which trainable parameters does a batch norm layer have?
    ///
    /// Two for each channel: γ (gamma), by which the normalized activations are multiplied, and β (beta), which is
    /// added to them. The running mean and variance are kept, but no gradient changes them.
    ///
    /// - Shown by: `PlainBatchNorm` in Chapters/13-ConvolutionalNets/13-BatchNorm.swift
    /// - Shown by: `BatchNorm` in Sources/Engine/Layers/BatchNorm.swift
    @Test func `13.38 gamma and beta, one of each per channel`() {
        for layer in [PlainBatchNorm(6), BatchNorm2d(6)] as [Module] {
            #expect(layer.namedParameters.map(\.name) == ["gamma", "beta"])
            #expect(layer.parameters.map(\.shape) == [[6], [6]])
            #expect(layer.namedBuffers.map(\.name) == ["runningMean", "runningVariance"])
        }
        let layer = PlainBatchNorm(1)
        layer.gamma.assign(Tensor([3]))
        layer.beta.assign(Tensor([-1]))
        let y = layer(Tensor(shape: [2, 1, 1, 2], [1, 2, 3, 6])).detached()
        // Whatever came in: the mean is β, the deviation |γ|.
        expectClose(Tensor([y.mean().item, y.std(unbiased: false).item]), Tensor([-1, 3]), absolute: 1e-4)
    }

    /// 13.39 · Which statistics does batch norm normalize with in training, and which in validation?
    ///
    /// In training with mean and standard deviation of the batch itself. In validation with running averages of these,
    /// gathered during training; so what is said of an image does not depend on the others.
    ///
    /// - Shown by: `PlainBatchNorm` in Chapters/13-ConvolutionalNets/13-BatchNorm.swift
    @Test func `13.39 the batch's own in training, running averages in validation`() {
        var random = SplitMix64(seed: 1339)
        for layer in [PlainBatchNorm(2), BatchNorm2d(2)] as [any Layer<Tensor, Tensor>] {
            let batches = (0..<3).map { _ in 2 * Tensor.randn(8, 2, 3, 3, using: &random) + 5 }
            var (mean, variance) = (Tensor.zeros(2), Tensor.ones(2))
            for x in batches {
                let y = layer(x).detached()
                expectClose(y.mean(axes: 0, 2, 3), .zeros(2), absolute: 1e-5)
                expectClose(y.variance(axes: [0, 2, 3], unbiased: false), .ones(2), absolute: 1e-4)
                mean = 0.9 * mean + 0.1 * x.mean(axes: 0, 2, 3)
                variance = 0.9 * variance + 0.1 * x.variance(axes: [0, 2, 3])
            }
            layer.eval()
            let x = batches[0]
            let (m, v) = (mean.reshaped(2, 1, 1), variance.reshaped(2, 1, 1))
            expectClose(layer(x).detached(), (x - m) / (v + 1e-5).sqrt(), absolute: 1e-5)
            #expect(abs(layer(x).mean().item) > 1)  // not 0: these are not the batch's own statistics
        }
    }

    /// 13.40 · Why do models with batch norm generalize better?
    ///
    /// Nobody knows for sure. The likely reason: the statistics are those of a mini-batch, which are different ones
    /// each time, so the same image gets other activations in every epoch. That randomness is something the model has
    /// to become robust against.
    ///
    /// - Shown by: `companions` in Chapters/13-ConvolutionalNets/13d-Randomness.swift
    @Test func `13.40 in training an image's scores depend on its companions, the more so the fewer they are`() {
        var random = SplitMix64(seed: 1340)
        let (net, digits) = (normedDigitCNN(using: &random), fewDigits(20))
        func spread(companions: Int, training: Bool) -> Float {
            if training { net.train() } else { net.eval() }
            let scores = (0..<20).map { _ in
                let others = digits.inputs.rows(Array(random.permutation(200).prefix(companions)))
                return noGrad { net(Tensor.cat([digits.inputs[0..<1], others]))[0] }
            }
            return Tensor.stack(scores).std(axes: [0]).mean().item
        }
        _ = spread(companions: 150, training: true)  // running averages to validate with
        #expect(spread(companions: 50, training: false) < 1e-5)
        let (few, many) = (spread(companions: 7, training: true), spread(companions: 127, training: true))
        #expect(many > 1e-3 && few > 2 * many)
    }
}
