// # Going deeper
//
// Section 4.16 · After this page you can say why nets have many layers even though one nonlinearity would do, and what
// goes wrong when you simply add more of them.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// One hidden layer can do anything, if it is wide enough. Why then are there nets with many? Because of the cost: a few
// narrow layers can do as well as one wide layer, with fewer parameters. (A linear layer from a numbers to b has a · b
// weights and b biases.) That means less memory and less time. To see it we need nets of any depth:

/// Linear layers of the given widths with a ReLU between every two: x [n, first width] → [n, last width]
public func deepNet(_ widths: [Int], using random: inout SplitMix64) -> Sequential {
    var layers: [any Layer<Tensor, Tensor>] = []
    for (inputs, outputs) in zip(widths, widths.dropFirst()) {
        if !layers.isEmpty { layers.append(ReLU()) }
        layers.append(Linear(inputs, outputs, using: &random))
    }
    return Sequential(layers)
}

// All nets on this page are trained alike: on shuffled batches at rate 0.3, and from several seeds. What counts is the
// share of all validation images that each gets right, its `accuracies`:

extension DigitClassifier {
    /// Trains a net of these widths and returns it.
    private func trained(_ widths: [Int], using random: inout SplitMix64) throws -> Sequential {
        let net = deepNet(widths, using: &random)
        let batches = try DataLoader(trainSet, batchSize: 256, shuffledUsing: &random)
        let optimizer = SGD(net.parameters, learningRate: 0.3)
        for _ in 0..<run.size(quick: 1, usual: 10) { trainEpoch(batches, net, optimizer) }
        return net
    }

    /// The accuracies of such nets, one for each seed.
    private func accuracies(_ widths: [Int]) throws -> [Float] {
        try run.overSeeds(run.size(quick: 2, usual: 5, full: 10)) { random in
            let net = try trained(widths, using: &random)
            return try noGrad { batchAccuracy(net(try validSet.inputs), try validSet.targets) }
        }
    }

    func wideOrDeep() throws {
        // One hidden layer of 200 features, or three of 50, 30 and 20?
        let shapes = [[784, 200, 1], [784, 50, 30, 20, 1]]
        let times = try timesOfAnEpoch(shapes)
        var table = TextTable(["net", "parameters", "accuracy", "an epoch in milliseconds"], decimals: 4)
        for (widths, time) in zip(shapes, times) {
            var random = run.random
            let count = deepNet(widths, using: &random).parameterCount
            table.add(name(widths), count, Spread(try accuracies(widths)), fixed(time, 1))
        }
        show(table, "one wide layer or three narrow ones, on \(dataName)")

        // About the same accuracy for a quarter of the parameters, and so for a quarter of the multiplications. So
        // deeper is better? Nine hidden layers of 30 features have fewer parameters still. (The first line is a model
        // that always gives the more frequent answer.)
        let nine = [784] + Array(repeating: 30, count: 9) + [1]
        let accuracyOfNine = try accuracies(nine)
        var comparison = TextTable(["net", "accuracy"], decimals: 4)
        comparison.add("always the more frequent digit", try majorityShare)
        comparison.add("nine hidden layers", Spread(accuracyOfNine))
        show(
            comparison, "ten layers in a row, on \(dataName)",
            predict: .yesNo(
                "Nine hidden layers, trained like the others: do they get 90 % right?",
                Spread(accuracyOfNine).mean > 0.9))
    }

    func gradientsFade() throws {
        // No better than the same answer for everything: they have learned next to nothing. Look at the gradients in
        // the first step, layer by layer. How large is the gradient of a bias, on average? (Take a batch of threes, so
        // that threes and sevens do not cancel out.) Two ways to start: our `Linear` draws its weights within
        // ±1/√inputs; wider ones, with a standard deviation of √(2/inputs), were proposed for ReLU by He and others in
        // 2015.
        let widths = [784] + Array(repeating: 30, count: 9) + [1]
        let (x, y) = try DataLoader(trainSet, batchSize: 256).first!

        // The `gradients` of a net that starts in one way or the other, layer by layer:
        func gradients(widerStart: Bool) -> [Float] {
            var random = run.random
            let net = deepNet(widths, using: &random)
            if widerStart {
                for parameter in net.parameters where parameter.shape.count == 2 {
                    parameter.initialize(.kaimingNormal(), using: &random)
                }
            }
            mnistLoss(net(x), y).backward()
            return net.parameters.filter { $0.shape.count == 1 }.map { $0.grad!.abs().mean().item }
        }
        let (usual, wider) = (gradients(widerStart: false), gradients(widerStart: true))
        show(
            Chart(
                "The gradient fades on its way back", x: "layer", y: "mean size of a bias's gradient",
                yScale: .logarithmic
            ) {
                Line(1...10, usual, "weights within ±1/√inputs")
                Line(1...10, wider, "wider weights", dashed: true)
            }, "Ten linear layers before any training, from the first to the last")
        show(usual.last! / usual[0], "how much larger it is in the last layer than in the first")
        show(wider.last! / wider[0], "the same with wider weights")

        // Backpropagation starts at the last layer, and each layer that it passes multiplies the gradient by weights
        // that are small. Little is left for the first ones, and they hardly move. Nets of many layers need help:
        // weights that start out larger, numbers that are brought back to a sensible size between layers, ways around
        // layers. This is one reason why deep nets came so late. The other, the book recalls, was theory: in the 1990s,
        // knowing that one layer is enough kept people from trying more.
    }

    // MARK: Helpers

    /// "784-200-1"
    private func name(_ widths: [Int]) -> String { widths.map(String.init).joined(separator: "-") }

    /// The shortest of three epochs of each net, in milliseconds. They take turns, so that a busy moment hits all.
    private func timesOfAnEpoch(_ shapes: [[Int]]) throws -> [Double] {
        var random = run.random
        let nets = shapes.map { deepNet($0, using: &random) }
        let batches = try DataLoader(trainSet, batchSize: 256)
        let rounds = (0..<3).map { _ in
            nets.map { net in
                let optimizer = SGD(net.parameters, learningRate: 0.3)
                return ContinuousClock().measure { trainEpoch(batches, net, optimizer) } / .milliseconds(1)
            }
        }
        return shapes.indices.map { net in rounds.map { $0[net] }.min()! }
    }
}
