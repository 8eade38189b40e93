// # Training a convolutional net
//
// Section 17.12 · After this page you have trained a convolutional net whose convolution you have written yourself.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// `conv2dByUnfold` of the page before becomes a layer. Its weight is drawn as that of `LinearLayer` in section 17.11.
// The number of inputs of one output is that of the taps: channels · kernel height · kernel width.

/// y = x ∗ w + b, by `unfold` and a matrix product.
///
/// x [n, channels, h, w] → y [n, filters, (h + 2 padding - kernel) / stride + 1, …]
public final class UnfoldConv2d: Module, Layer {
    /// [filters, channels, kernel height, kernel width]
    public let weight: Parameter
    /// [filters]
    public let bias: Parameter
    public let stride, padding: Size2D

    public init(
        _ channels: Int, _ filters: Int, kernel: Size2D, stride: Size2D = 1, padding: Size2D = 0,
        using random: inout some RandomNumberGenerator
    ) {
        let taps = channels * kernel.height * kernel.width
        let start = Tensor.randn(filters, channels, kernel.height, kernel.width, using: &random)
        weight = Parameter(start * (2 / Float(taps)).squareRoot())
        bias = Parameter(.zeros(filters))
        (self.stride, self.padding) = (stride, padding)
    }

    public func forward(_ x: Tensor) -> Tensor {
        conv2dByUnfold(x, weight.value, bias: bias.value, stride: stride, padding: padding)
    }
}

// Two of them make a small net for digits. Each has a stride of 2 and halves the image, 28 → 14 → 7 pixels, while the
// channels become more, 1 → 8 → 16. A linear layer turns the 16 · 7 · 7 numbers that are left into ten scores:

extension Foundations {
    /// [n, 1, 28, 28] → [n, 10]
    func convNet(using random: inout SplitMix64) -> Sequential {
        Sequential(
            UnfoldConv2d(1, 8, kernel: 5, stride: 2, padding: 2, using: &random), ReLU(),
            UnfoldConv2d(8, 16, kernel: 3, stride: 2, padding: 1, using: &random), ReLU(),
            Lambda { $0.flattened(from: 1) }, LinearLayer(16 * 7 * 7, 10, using: &random))
    }

    func sizesOfAConvNet() throws {
        // Layer by layer, with four images in it:
        var random = run.random
        let net = convNet(using: &random)
        var table = TextTable(["layer", "output", "parameters"])
        var x = try trainDigits.batch([0, 1, 2, 3]).0
        for layer in net.layers {
            x = layer(x)
            table.add("\(type(of: layer))", "\(x.shape)", layer.parameterCount)
        }
        table.add("all", "", net.parameterCount)
        show(
            table, "A small convolutional net",
            predict: .count(
                "The second convolution has 16 filters of 3 × 3 over 8 channels, with biases. How many parameters?",
                16 * 8 * 9 + 16))
    }
}

// Train it like the net of section 17.11, from several seeds: batches of 64, cross-entropy, plain gradient descent.
// Then `trainedConvNets` holds the nets, each with its accuracy after every of `convNetEpochs` epochs:

extension Foundations {
    var convNetEpochs: Int { run.size(quick: 2, usual: 6, full: 6) }

    var trainedConvNets: [(net: Sequential, accuracies: [Float])] {
        get throws {
            try run.once {
                try run.overSeeds(run.size(quick: 1, usual: 3, full: 3)) { random in
                    let net = convNet(using: &random)
                    return (net, try accuracies(of: net, epochs: convNetEpochs, learningRate: 0.1, using: &random))
                }
            }
        }
    }

    func trainingAConvNet() throws {
        // Beside it stand the net of linear layers, 784-50-10, and the answer that is most frequent:
        let conv = try trainedConvNets.map(\.accuracies)
        let linear = try run.overSeeds(conv.count) { random in
            let net = Sequential(
                Lambda { $0.flattened(from: 1) }, LinearLayer(28 * 28, 50, using: &random), ReLU(),
                LinearLayer(50, 10, using: &random))
            return try accuracies(of: net, epochs: convNetEpochs, learningRate: 0.1, using: &random)
        }
        let majority = try majorityShare
        let lowest = Double((conv + linear).joined().min()!)
        let wins = zip(conv, linear).count { $0.last! > $1.last! }
        let losses = zip(conv, linear).count { $0.last! < $1.last! }
        let verdict = wins == conv.count ? "better" : losses == conv.count ? "not as good" : "about as good"
        show(
            Chart(
                "With a quarter of the parameters, \(verdict)", x: "epoch", y: "accuracy on validation images",
                yLimits: min(0.8, lowest)...1
            ) {
                Line(1...convNetEpochs, conv[0], "convolutions by unfold")
                Line(1...convNetEpochs, linear[0], "784-50-10", dashed: true)
            }, "Training on \(dataName), from the first seed; always the most frequent digit gets \(fixed(majority, 2))"
        )
        record("conv-net/accuracy", over: conv.map(\.last!))
        record("linear-net/accuracy", over: linear.map(\.last!))
        record("conv-net/majority", majority)
        show("\(wins) of \(conv.count)", "how often the convolutions are better at the end")

        // What speaks for convolutions is how few parameters they need. A kernel's weights are used at every place, so
        // what is learned about a stroke in one corner holds in all others. The other net has weights of its own for
        // every pixel:
        let parameters: [Int] = [try trainedConvNets[0].net.parameterCount, 785 * 50 + 51 * 10]
        show(parameters, "parameters of the net with convolutions, and of 784-50-10")
    }
}
