// # A convolution of colours
//
// Section 13.9 · After this page you can work out a convolution of three channels by hand.

import Figures
import Layers
import Notebook
import Tensors

// A kernel for one channel is a square of numbers. A filter for three channels is three such squares, a slice for each
// channel, and they may be quite different. Every slice goes over its own channel. That gives three maps, and the
// maps are added up, with the bias:

/// One filter on an image of several channels: the map of each channel by itself, and their sum with the bias.
///
/// image [channels, h, w] · filter [channels, k, k] → maps [h − k + 1, w − k + 1]
public func oneFilter(
    _ image: Tensor, _ filter: Tensor, bias: Float
) -> (maps: [Tensor], sum: Tensor) {
    require(
        image.rank == 3 && filter.rank == 3 && image.shape[0] == filter.shape[0] && image.shape[0] > 0,
        "oneFilter of \(image.shape) by \(filter.shape)", "there has to be a slice for each channel",
        try: "an image [channels, h, w] and a filter [channels, k, k]")
    let maps = (0..<image.shape[0]).map { channel in
        image[channel].unsqueezed(0).unsqueezed(0).conv2d(filter[channel].unsqueezed(0).unsqueezed(0))[0, 0]
    }
    return (maps, maps.dropFirst().reduce(maps[0], +) + bias)
}

extension ConvolutionalNets {
    func colourByHand() {
        // A picture of 3 × 3 pixels, and a filter of 2 × 2 with three slices:
        let red = Tensor([[1, 0, 2], [0, 1, 1], [2, 1, 0]])
        let green = Tensor([[0, 1, 1], [1, 0, 0], [0, 2, 1]])
        let blue = Tensor([[2, 1, 0], [0, 0, 1], [1, 1, 1]])
        let filter = Tensor.stack([
            Tensor([[1, 0], [0, 1]]), Tensor([[0, 1], [-1, 0]]), Tensor([[-1, 0], [0, 2]]),
        ])
        let dark = [Colour(190, 40, 40), Colour(20, 120, 50), Colour(30, 70, 190)]
        let window = [NumberGrids.Outline(0..<2, 0..<2, .orange)]
        show(
            NumberGrids(
                zip(["red", "green", "blue"], [red, green, blue]).enumerated().map { index, channel in
                    .init(channel.0, channel.1, decimals: 0, outlines: window, dark: dark[index])
                }
                    + (0..<3).map { .init("slice \($0 + 1)", filter[$0], decimals: 0, dark: dark[$0], share: 2 / 3) },
                title: "A picture of 3 × 3 pixels, the first window in it, and the filter (below 0: grey)", side: 130),
            "Three channels, the first place of the filter, and its three slices")

        // In the red window, only the diagonal counts: 1 · 1 + 1 · 1 = 2. In the green one, the upper right minus the
        // lower left: 1 − 1 = 0. In the blue one, −1 · 2 + 2 · 0 = −2. Together they are 0, and with a bias of 1 the
        // first number of the result is 1. Work out the one to its right:
        let (maps, sum) = oneFilter(Tensor.stack([red, green, blue]), filter, bias: 1)
        show(
            NumberGrids(
                zip(["from red", "from green", "from blue"], maps).enumerated().map { index, map in
                    .init(map.0, map.1, decimals: 0, dark: dark[index])
                } + [.init("sum + bias", sum, decimals: 0, dark: Colour(130, 60, 140))],
                title: "Each slice makes a map; maps and bias are added (below 0: grey)", side: 130),
            "Three maps, and their sum with the bias",
            predict: .number("red: 0 + 1, green: 1 − 0, blue: −1 + 2 · 1, bias: 1. What is the sum?", sum[0, 1].item))
        show(sum, "the result")
    }
}

// That is one filter. A layer has several, all on the same three channels, each with its own slices and its own bias.
// So a layer of `filters` filters has filters · 3 · k · k weights and `filters` biases:

extension ConvolutionalNets {
    func allFiltersAtOnce() throws {
        var random = run.random
        let layer = Conv2d(3, 16, kernel: 5, using: &random)
        show(
            layer.weight.shape, "the weights of 16 filters",
            ask: "Conv2d(3, 16) with 5 × 5 kernels: what is the shape of its weight?")
        show(layer.parameterCount, "parameters", ask: "And how many parameters, with the biases?")

        // Filter for filter, in our way, and all at once, in the engine's:
        let picture = try colourPicture
        let (weight, bias) = (layer.weight.value.detached(), layer.bias!.value.detached())
        let ours = Tensor.stack((0..<16).map { oneFilter(picture, weight[$0], bias: bias[$0].item).sum })
        let engines = layer(picture.unsqueezed(0)).detached()[0]
        show(
            ours.shape, "filter for filter",
            ask: "192 × 192 pixels, kernels of 5 × 5, no padding: what is the shape of the 16 maps?")
        show((ours - engines).abs().max().item < 1e-5, "the same as all at once, but for rounding")

        // So colour needs nothing special, just a first layer with three channels in place of one. And it is not about
        // colour at all. The second layer of a net does with its 4, or 16, or 256 channels what the first does with
        // three.
    }
}
