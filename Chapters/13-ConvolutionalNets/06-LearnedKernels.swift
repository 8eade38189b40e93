// # Kernels that are learned
//
// Section 13.6 · After this page you can make a layer of kernels that gradient descent changes, and say why two such
// layers in a row are no classifier yet.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The kernels of the last sections were thought out by people. Why these, and not others? Nobody has shown that a plain
// edge is the best thing to look for, and what to look for in the maps that a first layer has made, nobody could write
// down at all. So let them be learned. A kernel is a handful of numbers, the convolution has a gradient with respect to
// each of them (section 13.3), and that is all that gradient descent needs. A net that has convolutions in place of
// linear layers, or besides them, is a *convolutional neural network*, a CNN.
//
// Start from the net of chapter 4, two linear layers with a ReLU between them:

/// 784 pixels → 30 numbers → one score. (The book's `simple_net`.)
public func simpleNet(using random: inout SplitMix64) -> Sequential {
    Sequential(Linear(28 * 28, 30, using: &random), ReLU(), Linear(30, 1, using: &random))
}

// To see what a net is made of, `listing` goes through its layers and writes down their parameters:

/// Each layer of a net on a line of its own: its class, and the shapes of its parameters.
public func listing(_ net: Sequential) -> String {
    net.layers.enumerated().map { number, layer in
        let shapes = layer.namedParameters.map { " \($0.name) \($0.parameter.shape)" }
        return "\(number): \(type(of: layer))\(shapes.joined(separator: ","))"
    }.joined(separator: "\n")
}

extension ConvolutionalNets {
    func netOfLinearLayers() {
        var random = run.random
        let net = simpleNet(using: &random)
        show(listing(net), "simpleNet")
        show(net.parameterCount, "numbers to learn", ask: "784 pixels, 30 numbers, one score: how many parameters?")
    }
}

// Now a layer of kernels. What was called a kernel in section 13.3, the slices for all channels together, is called a
// *filter* in a net. The weight of the layer has the shape that `conv2d` wants, [filters, channels, rows, columns], and
// its bias one number for each filter, which is added to all of that filter's map. Both begin as random numbers between
// −1/√n and 1/√n, n being how many numbers a filter multiplies at one place:

/// y = x ∗ w + b, with kernels that are learned: x [n, channels, h, w] → y [n, filters, …].
public final class KernelLayer: Module, Layer {
    /// [filters, channels, size, size]
    public let weight: Parameter
    /// [filters]
    public let bias: Parameter
    let stride, padding: Int

    public init(
        _ channels: Int, _ filters: Int, kernel size: Int, stride: Int = 1, padding: Int = 0,
        using random: inout SplitMix64
    ) {
        let bound = 1 / Float(channels * size * size).squareRoot()
        weight = Parameter(.rand([filters, channels, size, size], low: -bound, high: bound, using: &random))
        bias = Parameter(.rand([filters], low: -bound, high: bound, using: &random))
        (self.stride, self.padding) = (stride, padding)
    }

    public func forward(_ x: Tensor) -> Tensor {
        x.conv2d(weight.value, bias: bias.value, stride: Size2D(stride), padding: Size2D(padding))
    }
}

extension ConvolutionalNets {
    func learnedKernels() throws {
        // The engine's `Conv2d` is the same layer, with a few more options. Made from the same random numbers, the two
        // give the same maps:
        let x = try xb
        var (ours, engines) = (run.random, run.random)
        let byHand = KernelLayer(1, 30, kernel: 3, padding: 1, using: &ours)
        let layer = Conv2d(1, 30, kernel: 3, padding: 1, using: &engines)
        show(byHand(x).scalars == layer(x).scalars, "KernelLayer and Conv2d give the same numbers")

        // And they learn alike. Here is the loss "mean of the squared maps", which wants every number of every map to
        // be 0, and the gradients of both weights:
        for layer in [byHand, layer] as [any Layer<Tensor, Tensor>] { layer(x).squared().mean().backward() }
        show(byHand.weight.grad!.shape, "the gradient has a number for each weight")
        show(byHand.weight.grad!.scalars == layer.weight.grad!.scalars, "the same gradients")
    }
}

// With it, the net of two linear layers becomes a net of two convolutions. The padding of 1 keeps height and width:

/// [n, 1, h, w] → [n, 1, h, w]: not what we need. (The book's `broken_cnn`.)
public func brokenCNN(using random: inout SplitMix64) -> Sequential {
    Sequential(
        Conv2d(1, 30, kernel: 3, padding: 1, using: &random), ReLU(),
        Conv2d(30, 1, kernel: 3, padding: 1, using: &random))
}

extension ConvolutionalNets {
    func oneNumberForEachPixel() throws {
        // Did you notice what was not said? A linear layer must be told that there are 784 pixels, for it has a weight
        // for each. `Conv2d` was told the channels and the size of the kernel. The same kernel goes over images of any
        // size:
        var random = run.random
        let net = brokenCNN(using: &random)
        show(listing(net), "brokenCNN")
        show(
            net(.zeros(2, 1, 40, 25)).shape, "two images of 40 × 25 pixels",
            ask: "Two images of 40 × 25 pixels. What comes out?")

        // And that is the trouble, too. The 64 images of the first validation batch, xb, are [64, 1, 28, 28]:
        let scores = net(try xb)
        show(scores.shape, "brokenCNN(xb)", ask: "And from xb, [64, 1, 28, 28]?")
        for (axis, length) in scores.shape.enumerated() {
            record("broken-cnn/axis-\(axis)", length, book: axis == 0 ? 64 : axis == 1 ? 1 : 28, on: sampleSource)
        }

        // One number for each pixel, where one is wanted for each image. 784 scores, and a single label:
        show(scores.count / scores.shape[0], "scores for each image")
        show(
            ImageGrid(
                [
                    Raster(try xb[0, 0], colours: .ink), Raster(scores.detached()[0, 0], range: nil, colours: .ink),
                ], titles: ["an image", "its 784 scores, high ones dark"], columns: 2),
            "An image goes in, an image comes out")

        // In the map of scores one can still see the digit. Each of its numbers knows only a few pixels around its own
        // place (section 13.8 says how few). Somewhere, the pixels have to come together.
    }
}
