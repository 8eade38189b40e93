// # A net for pictures
//
// Section 19.4 · After this page you can build a small convolutional net, and say where its numbers are and where its
// work is.

import Figures
import Notebook
import Tensors

// The net, `simpleCNN`, has four convolutions of stride 2. Each halves height and width, and has more channels than the
// one before. At the end, a picture of 64 × 64 has become 128 channels of 4 × 4. What is left of the places is averaged
// away: each channel gets one number, how strongly it was there on the whole. PyTorch calls it *adaptive pooling* to
// 1 × 1. Here it is a mean, and flattens at once:

/// The mean of each channel: x [n, c, h, w] → [n, c]
public final class AdaptivePool: Module {
    public override func forward(_ x: Tensor) -> Tensor { x.mean(axes: 2, 3) }
}

/// Four convolutions, the mean of each channel, and a linear layer: x [n, channels, h, w] → [n, classes].
/// (The book's `simple_cnn`.)
public func simpleCNN(channels: Int = 3, classes: Int = 10, using random: inout SplitMix64) -> Module {
    let widths = [channels, 16, 32, 64, 128]
    var layers: [Module] = zip(widths, widths.dropFirst()).map { ConvLayer($0, $1, stride: 2, using: &random) }
    layers += [AdaptivePool(), Linear(128, classes, using: &random)]
    return Sequential(layers)
}

extension LearnerFromScratch {
    func averageAway() {
        let x = Tensor([[[1, 2], [3, 4]], [[0, 0], [0, 8]]]).unsqueezed(0)
        show(x, "one picture of two channels")
        show(
            AdaptivePool()(x), "pooled",
            predict: .numbers("Two channels, [[1, 2], [3, 4]] and [[0, 0], [0, 8]]. What is left?", [2.5, 2]))
    }

    func layerByLayer() {
        // How the shape changes on the way:
        var random = run.random
        let net = simpleCNN(using: &random)
        var table = TextTable(["layer", "output", "parameters", "numbers"])
        var x = Tensor.randn(2, 3, 64, 64, using: &random)
        for layer in net.children {
            x = noGrad { layer(x) }
            table.add("\(type(of: layer))", "\(x.shape)", layer.parameters.count, layer.parameterCount)
        }
        show(table, "Two pictures of 64 × 64 on their way through the net")
        record(
            "simple-cnn/parameters", net.parameters.count, book: 10,
            ask: "Four convolutions and a linear layer, all with bias: how many parameters has the net?")
        record("simple-cnn/numbers", net.parameterCount)

        // Nothing in the net knows the size of the pictures. Thanks to the mean at the end, it takes any:
        let sizes = [28, 32, 64, 96]
        let outputs = sizes.map { size in noGrad { net(.zeros(1, 3, size, size)) }.shape }
        show(outputs.unique(), "all shapes that come out for pictures of \(sizes) pixels")
    }

    func whereTheNumbersAre() {
        // Where are its numbers, and where is its work? A filter has its weights once, and uses them at every place. So
        // the multiplications are the weights times the places. In the first layer there are many places and few
        // weights, in the last one it is the other way round:
        var random = run.random
        let net = simpleCNN(using: &random)
        let names = ["3 → 16", "16 → 32", "32 → 64", "64 → 128", "linear"]
        let weights = net.parameters.map(\.value).filter { $0.rank > 1 }.map(\.count)
        let places = [32 * 32, 16 * 16, 8 * 8, 4 * 4, 1]
        let work = zip(weights, places).map { $0 * $1 }
        let shares = { (counts: [Int]) in counts.map { Float($0) / Float(counts.reduce(0, +)) } }
        show(
            Chart("The weights are in the last layers, the work is spread", x: "layer", y: "share of all") {
                Bars(names, shares(weights), "weights")
                Bars(names, shares(work), "multiplications")
            }, "Weights and multiplications of the net, by layer")
        show(work.reduce(0, +), "multiplications for one picture")
        show(
            weights[3] > weights.reduce(0, +) - weights[3],
            "the last convolution has more weights than all other layers together",
            ask: "Has the last convolution more weights than all other layers together?")
    }
}
