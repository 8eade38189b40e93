// # The convolutional layer
//
// Section 19.3 · After this page you can write a layer as a module, and say why the start of its weights depends on
// what comes after it.

import Figures
import Notebook
import Tensors

// The layer puts it together: a weight, a bias if wanted, a convolution with windows of 3 × 3 and a padding of 1, and a
// ReLU if wanted. With stride 1 the picture keeps its size, with stride 2 it gets half as high and wide. Two properties
// are parameters, and that is all that `Module` has to know:

/// y = relu(x ∗ w + b), with windows of 3 × 3 and a padding of 1.
///
/// x [n, c, h, w] → y [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]
public final class ConvLayer: Module {
    /// [filters, channels, 3, 3]
    public let weight: Parameter
    /// [filters]; nil for a layer without bias
    public let bias: Parameter?
    let stride: Int
    let act: Bool

    /// - Parameters:
    ///   - act: whether a ReLU follows; it decides how the weight is drawn.
    public init(
        _ channels: Int, _ filters: Int, stride: Int = 1, bias: Bool = true, act: Bool = true,
        using random: inout some RandomNumberGenerator
    ) {
        let shape = [filters, channels, 3, 3]
        weight = Parameter(act ? kaimingNormal(shape, using: &random) : xavierNormal(shape, using: &random))
        self.bias = bias ? Parameter(.zeros(filters)) : nil
        (self.stride, self.act) = (stride, act)
    }

    public override func forward(_ x: Tensor) -> Tensor {
        let y = x.conv2d(weight.value, bias: bias?.value, stride: Size2D(stride, stride), padding: 1)
        return act ? y.relu() : y
    }
}

extension LearnerFromScratch {
    func convolveABatch() throws {
        var random = run.random
        let layer = ConvLayer(3, 4, using: &random)
        record("conv-layer/parameters", layer.parameters.count, book: 2)
        show(
            ConvLayer(3, 4, bias: false, using: &random).parameters.count, "parameters without bias",
            ask: "How many parameters has ConvLayer(3, 4, bias: false)?")

        // On the first batch, prepared as in section 19.2:
        let x = PrepareInputs(try normalize)(try trainLoader().first()?.x ?? .zeros(1, 64, 64, 3))
        let y = layer(x)
        show(y.shape, "layer(x).shape", ask: "x is \(x.shape). What is the shape of ConvLayer(3, 4)(x)?")
        record("conv-layer/items", y.shape[0], book: 128, on: source)
        record("conv-layer/channels", y.shape[1], book: 4, on: source)
        record("conv-layer/height", y.shape[2], book: 64, on: source)
        show(y.min().item >= 0, "nothing is below 0, after the ReLU")
        show(ConvLayer(3, 4, stride: 2, using: &random)(x).shape, "with stride 2")
    }

    func whyActMatters() {
        // Why does the start depend on `act`? Let us take eight layers in a row, of 16 channels each, and look at the
        // size of what comes out of each: the root of the mean square. With and without a ReLU, and each drawn in both
        // ways, the right one and the wrong one:
        let count = run.size(quick: 2, usual: 5, full: 10)
        let cases: [(name: String, act: Bool, isKaiming: Bool, colour: Colour)] = [
            ("ReLU, Kaiming", true, true, .blue), ("ReLU, Xavier", true, false, .vermilion),
            ("no ReLU, Xavier", false, false, .green), ("no ReLU, Kaiming", false, true, .purple),
        ]
        let sizes = cases.map { one in
            run.overSeeds(count) { sizesOfOutputs(act: one.act, isKaiming: one.isKaiming, using: &$0) }
        }
        let means = sizes.map { runs in (0...8).map { layer in runs.map { $0[layer] }.reduce(0, +) / Float(runs.count) }
        }
        show(
            Chart(
                "With the wrong start, numbers fade or grow from layer to layer", x: "layers passed",
                y: "root of the mean square", yScale: .logarithmic
            ) {
                zip(cases, means).map { Line(0...8, $1, $0.name, colour: $0.colour) }
            }, "Eight convolutions with and without ReLU, from two starts")
        let (right, wrong) = (means[0][8] / means[0][0], means[1][8] / means[1][0])
        show(
            right > 4 * wrong, "with ReLU, Kaiming keeps more than four times as much as Xavier",
            ask: "Eight layers with ReLU: is at least four times as much left with Kaiming's start as with Xavier's?")

        // The two right ones stay near where they began. A little is lost at the edges, where the windows look at zeros
        // outside the picture: about a 24th of the mean square in each layer, so that 0.84 of the root is left after
        // eight. Chance does the rest. With so few channels, one draw of weights is a little larger than it should be
        // and the next one a little smaller, and over eight layers that adds up. The sizes after eight layers, as
        // multiples of the size at the beginning:
        var table = TextTable(["layers", "left after eight"], decimals: 2)
        for (one, runs) in zip(cases, sizes) { table.add(one.name, Spread(runs.map { $0[8] / $0[0] })) }
        show(table, "Root of the mean square after eight layers, in \(count) draws")

        // Of the wrong ones, the first loses about half of its mean square in every layer, and the other doubles it.
        // (Here as many channels go in as out, so fan in and fan out are the same.) That is why `ConvLayer` asks about
        // the ReLU.
    }
}

// MARK: Helpers

extension LearnerFromScratch {
    /// The root of the mean square of random inputs, and after each of eight layers.
    private func sizesOfOutputs(act: Bool, isKaiming: Bool, using random: inout SplitMix64) -> [Float] {
        var x = Tensor.randn(8, 16, 32, 32, using: &random)
        return [x.squared().mean().sqrt().item]
            + (0..<8).map { _ in
                let layer = ConvLayer(16, 16, bias: false, act: act, using: &random)
                if isKaiming != act {
                    let shape = layer.weight.value.shape
                    layer.weight.value =
                        isKaiming ? kaimingNormal(shape, using: &random) : xavierNormal(shape, using: &random)
                }
                x = noGrad { layer(x) }
                return x.squared().mean().sqrt().item
            }
    }
}
