// # Head maker
//
// Section 15.1 · After this page you can write the function that makes heads, and change what it makes.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Vision

// After pooling and flattening, the nine layers repeat themselves: norm, dropout, linear, and between two of these
// groups a ReLU. One such group is `linBnDrop`:

/// Norm, dropout and linear layer, and a ReLU if it is not the last of them: x [n, inputs] → [n, outputs]. (The book's
/// `LinBnDrop`.)
public func linBnDrop(
    _ inputs: Int, _ outputs: Int, dropout: Float, isLast: Bool, using random: inout SplitMix64
) -> [any Layer<Tensor, Tensor>] {
    var layers: [any Layer<Tensor, Tensor>] = [BatchNorm1d(inputs)]
    if dropout > 0 { layers.append(Dropout(dropout, using: &random)) }
    let linear = Linear(inputs, outputs, bias: false, using: &random)
    linear.weight.initialize(.kaimingNormal(), using: &random)
    layers.append(linear)
    if !isLast { layers.append(ReLU()) }
    return layers
}

// And this is the whole function, with the book's arguments under their names here. `hidden` are the widths of further
// layers, in the book `lin_ftrs`. `dropout`, the book's `ps`, is that of the last group; the groups before have half of
// it. `bnFinal` adds one more norm at the very end; a later page is about it.

/// A head for `numbers` numbers after pooling. (The book's `create_head`.)
public func createHead(
    _ numbers: Int, _ outputs: Int, hidden: [Int] = [512], dropout: Float = 0.5, concatPool: Bool = true,
    bnFinal: Bool = false, using random: inout SplitMix64
) -> Sequential {
    let widths = [numbers] + hidden + [outputs]
    var layers: [any Layer<Tensor, Tensor>] = [concatPool ? ConcatPool2d() : AdaptiveAveragePool2d(1), Flatten()]
    for (place, (inputs, outputs)) in zip(widths, widths.dropFirst()).enumerated() {
        let isLast = place == hidden.count
        layers += linBnDrop(inputs, outputs, dropout: isLast ? dropout : dropout / 2, isLast: isLast, using: &random)
    }
    if bnFinal { layers.append(BatchNorm1d(outputs, momentum: 0.01)) }
    return Sequential(layers)
}

extension Architectures {
    func sameAsTheEngines() {
        // Made with the same random numbers, it is the engine's head, in what it is made of and in what it says, to the
        // last bit and with dropout at work:
        var (first, second) = (run.random, run.random)
        let byHand = createHead(20, 2, using: &first)
        let engine = HeadPlan().layers(10, outputs: 2, using: &second)
        show(byHand.listing() == engine.listing(), "by hand and by the engine's `HeadPlan`: the same layers")
        var random = SplitMix64(seed: 1)
        let maps = Tensor.randn(4, 10, 7, 7, using: &random)
        show(byHand(maps).scalars == engine(maps).scalars, "and the same answers, in training, for maps of four photos")
    }

    func headsOfOtherPlans() {
        // What the arguments change:
        var random = run.random
        let heads = [
            ("createHead(20, 2)", createHead(20, 2, using: &random)),
            ("dropout: 0", createHead(20, 2, dropout: 0, using: &random)),
            ("hidden: []", createHead(20, 2, hidden: [], using: &random)),
            ("hidden: [512, 128]", createHead(20, 2, hidden: [512, 128], using: &random)),
            ("concatPool: false", createHead(20, 2, concatPool: false, using: &random)),
            ("bnFinal: true", createHead(20, 2, bnFinal: true, using: &random)),
        ]
        var table = TextTable(["argument", "layers", "dropouts", "numbers learned"])
        for (name, head) in heads {
            let dropouts = head.layers.compactMap { ($0 as? Dropout)?.p }
            table.add(
                name, head.layers.count, dropouts.isEmpty ? "none" : dropouts.map { "\($0)" }.joined(separator: " "),
                head.parameterCount)
        }
        show(
            table, "Heads for 20 numbers and two answers",
            predict: .numbers(
                "With hidden: [512, 128] there are three groups, and dropout is 0.5. Which dropouts do they have?",
                [0.25, 0.25, 0.5], within: .plusMinus(0.001)))

        // Each hidden layer costs four layers in the list. The one that is there by default is not much beside a body:
        // twelve thousand numbers here. But it grows with the width of the body.
        let large = HeadPlan().layers(2048, outputs: 37, using: &random)
        record(
            "head/parameters-for-resnet-50", large.parameterCount,
            predict: .number(
                "A ResNet-50 gives 2048 maps, so 4096 numbers after pooling. How many numbers does the book's head for 37 breeds learn, about?",
                Double(large.parameterCount), within: .percent(10)))
    }
}
