// # Four axes, and where the parameters are
//
// Section 13.7 · After this page you can read the shapes of a convolution, and say how many parameters a layer has
// without running it.

import Figures
import Layers
import Notebook
import Tensors

// A batch of images has four axes: images, channels, rows, columns. Usually they are called batch, channels, height and
// width, in short *NCHW* (N being the number of images). PyTorch and our engine keep them in this order. It is a
// convention and no law: TensorFlow's usual order is *NHWC*, with the channels last, as they are in most picture files.

extension ConvolutionalNets {
    func fourAxes() throws {
        var random = run.random
        let x = Tensor.randn(64, 3, 28, 20, using: &random)
        show(
            x.permuted(0, 2, 3, 1).shape, "the same images in NHWC", ask: "[64, 3, 28, 20] is NCHW. What is it in NHWC?"
        )

        // A kernel has four axes of its own, [filters, channels, rows, columns]. (The slip in the book's list of
        // them is told in section 13.3.) Four filters that look at three channels:
        let layer = Conv2d(3, 4, kernel: [5, 1], using: &random)
        show(
            layer.weight.shape, "its weight",
            ask: "Conv2d(3, 4) with kernels of 5 rows and 1 column: what is the shape of its weight?")
        show(layer(x).shape, "what it makes of the images")

        // One number in the shape of the images and one in that of the weight must agree: the channels. Grey images in
        // this layer would end the program, with a message that says what it expects:
        //
        //     conv2d [64, 1, 28, 20], weight [4, 3, 5, 1]: the image has 1 channels, the weight expects 3
        //       try: an input [n, 3, h, w]
        //
        // The first layer of simpleCNN, and its parameters:
        let first = halvingConv(1, 4, using: &random)
        for (name, parameter) in first.namedParameters { show(parameter.shape, name) }
        record("first-layer/weights", first.parameters[0].count, book: 36, on: sampleSource)
        record("first-layer/biases", first.parameters[1].count, book: 4, on: sampleSource)
        record(
            "first-layer/parameters", first.parameterCount, book: 40, on: sampleSource,
            ask: "1 channel, 4 filters of 3 × 3, with bias: how many parameters?")
    }
}

// A filter has a slice for each channel, and one bias. So the number of parameters is a product and a sum, in which
// the size of the image does not occur:

/// The parameters of a convolution: filters · (channels · kernel² + 1).
public func convolutionParameters(channels: Int, filters: Int, kernel: Int = 3) -> Int {
    filters * (channels * kernel * kernel + 1)
}

extension ConvolutionalNets {
    func whereTheParametersAre() throws {
        var random = run.random
        let net = simpleCNN(using: &random)
        let widths = [1, 4, 8, 16, 32, 2]
        var table = TextTable(["layer", "weights", "biases", "formula", "counted in the net"])
        for (number, layer) in net.layers.dropLast().enumerated() {
            let (channels, filters) = (widths[number], widths[number + 1])
            table.add(
                "\(channels) → \(filters)", filters * channels * 9, filters,
                convolutionParameters(channels: channels, filters: filters), layer.parameterCount)
        }
        show(
            table, "The parameters of simpleCNN",
            predict: .count(
                "A layer from 16 to 32 channels, kernels of 3 × 3, with bias. How many parameters?",
                convolutionParameters(channels: 16, filters: 32)))

        // Why is the bias one number for each filter, and not one for each place? For the same reason that the kernel
        // is the same everywhere: a stroke is a stroke, wherever it is. The bias only says how much of it there must be
        // before the ReLU lets it through.
        //
        // How much that saves, a linear layer shows which maps the 784 pixels to as many numbers as the first
        // convolution does, 4 · 14 · 14:
        let outputs = 4 * 14 * 14
        show(
            784 * outputs + outputs, "parameters of the linear layer",
            predict: .choice(
                "The convolution has 40 parameters. About how many has that linear layer?",
                ["4 thousand", "60 thousand", "600 thousand"], answer: "600 thousand"))
        // In this net, more than two thirds of the parameters are in one layer, the one with the most channels on both
        // sides. Does that layer have most of the work, too? That is another question, and the next page's.
    }
}
