// # More filters
//
// Section 13.10 · After this page you can say why the first layer of a net has a larger window than the others.

import Figures
import Layers
import Notebook
import Tensors

// Ten classes need more features than two. So take the net of section 13.6 and double the filters of every layer: 8,
// 16, 32, 64 in place of 4, 8, 16, 32. There is a catch in the first layer. A window of 3 × 3 pixels has 9 numbers, and
// eight filters make 8 numbers of them. A layer that makes 8 numbers of 9 does not have to choose anything. Whatever
// its weights are, most of the window is still there afterwards. Useful features arise where a layer has to get by with
// far fewer numbers than it is given.
//
// That can be measured. How much of a window is kept by filters with random weights? To count nothing twice, make the
// filters *orthonormal*: at right angles to each other and of length 1. Then what they keep is the sum of their squared
// outputs, as a share of the sum of the squared pixels of the window. (The rest is at right angles to all of them, and
// lost.) `orthonormalFilters` makes the filters, `shareKept` measures:

/// Random filters at right angles to each other, each of length 1: [count, 1, window, window].
/// (Gram and Schmidt's way: take from each what the ones before it have already.)
public func orthonormalFilters(_ count: Int, window: Int, using random: inout SplitMix64) -> Tensor {
    require(
        (1...max(1, window * window)).contains(count), "orthonormalFilters",
        "\(count) filters at right angles to each other do not fit into \(window * window) numbers",
        try: "1 to \(window * window) filters")
    var rows: [Tensor] = []
    for _ in 0..<count {
        var row = Tensor.randn(window * window, using: &random)
        for earlier in rows { row = row - row.dot(earlier) * earlier }
        rows.append(row / row.dot(row).sqrt())
    }
    return Tensor.stack(rows).reshaped(count, 1, window, window)
}

/// What the filters keep of all windows of the images [n, 1, h, w], as a share of the squared pixels.
public func shareKept(_ images: Tensor, by filters: Tensor) -> Float {
    let window = filters.shape[2]
    let kept = images.conv2d(filters, stride: 2).squared().sum()
    let all = images.squared().conv2d(.ones(1, 1, window, window), stride: 2).sum()
    return (kept / all).item
}

extension ConvolutionalNets {
    func whatAWindowKeeps() throws {
        let all = try trainImages.bytes
        let images = pixels(all[0..<min(200, all.shape[0])])
        let shares = [3, 5].map { window in
            run.overSeeds(run.size(quick: 5, usual: 40)) { random in
                shareKept(images, by: orthonormalFilters(8, window: window, using: &random))
            }
        }
        var table = TextTable(["window", "numbers in it", "filters", "kept by random filters"], decimals: 3)
        table.add("3 × 3", 9, 8, Spread(shares[0]))
        table.add("5 × 5", 25, 8, Spread(shares[1]))
        show(
            table, "What is left of the windows after eight random filters",
            predict: .choice(
                "Eight random filters look at windows of 5 × 5 pixels. How much do they keep on average?",
                ["about a third", "about two thirds", "about nine tenths"], answer: "about a third"))

        // On average it is 8 of 9, and 8 of 25. At 5 × 5 two thirds are lost, unless the filters learn to look at what
        // matters. That is the pressure that we want.
    }
}

// So the first window becomes 5 × 5. `halvingConv` of section 13.6 takes a kernel of any odd size, and `digitCNN` is
// the net:

/// x [n, 1, 28, 28] → a score for each digit [n, 10]. (The book's `simple_cnn` for ten digits.)
public func digitCNN(using random: inout SplitMix64) -> Sequential {
    Sequential(
        halvingConv(1, 8, kernel: 5, using: &random),  // 14 × 14
        halvingConv(8, 16, using: &random),  // 7 × 7
        halvingConv(16, 32, using: &random),  // 4 × 4
        halvingConv(32, 64, using: &random),  // 2 × 2
        halvingConv(64, 10, hasReLU: false, using: &random),  // 1 × 1
        Flatten())
}

extension ConvolutionalNets {
    func theNetForTenDigits() throws {
        // It starts from the engine's usual random weights, which are PyTorch's too: uniform between -1 and 1, divided
        // by the root of how many inputs a filter has.
        var random = run.random
        let net = digitCNN(using: &random)
        let summary = net.summary(of: try validDigits.first(2).0)
        var table = TextTable(["layer", "output", "parameters"])
        for row in summary.rows { table.add(row.type, "\(row.output ?? [])", row.parameters) }
        show(table, "the net, layer by layer, for two images")
        show(
            summary.rows[0].parameters, "parameters of the first layer",
            ask: "Eight filters of 5 × 5 pixels on one channel, each with a bias: how many parameters?")
        show(summary.parameters, "parameters in all")
    }
}
