// # Its layers
//
// Section 15.5 · After this page you can build the whole tabular model yourself, and say why its last layer is bare.

import Figures
import Layers
import Notebook
import Tabular
import Tensors
import Training

// `forward` says nothing about `self.layers`. They are made when the net is made: the widths are those of the inputs,
// then the ones that you ask for, then the outputs; and between two of them stands a block of a linear layer, ReLU,
// norm and dropout. The last block is a linear layer alone: an answer can be any number, so nothing may cut it off at
// zero, drop it, or bring it to a deviation of 1. The linear layers before a norm have no bias, since the norm would
// take it away again.

/// The layers from inputs to outputs: a linear layer from each width to the next, and ReLU, norm and dropout after all
/// but the last. (The book's `self.layers`, of its `LinBnDrop` blocks.)
public func tabularLayers(
    _ widths: [Int], dropout: Float, using random: inout some RandomNumberGenerator
) -> Sequential {
    var layers: [any Layer<Tensor, Tensor>] = []
    for place in 1..<widths.count {
        let isLast = place == widths.count - 1
        layers.append(Linear(widths[place - 1], widths[place], bias: isLast, using: &random))
        if isLast { break }
        layers += [ReLU(), BatchNorm1d(widths[place])]
        if dropout > 0 { layers.append(Dropout(dropout, using: &random)) }
    }
    return Sequential(layers)
}

// And with that the model is complete. Look-ups, dropout, norm, both kinds side by side, layers:

/// The book's model in 20 lines: categories [b, columns] and numbers [b, columns] → [b, outputs].
public final class HandMadeTabularModel: Module {
    let embeddings: [Embedding]
    let embeddingDropout: Dropout
    let numberNorm: BatchNorm1d
    let layers: Sequential

    public init(_ plan: TabularPlan, using random: inout some RandomNumberGenerator) {
        embeddings = zip(plan.levels, plan.widths).map { Embedding($0, $1, deviation: 0.01, using: &random) }
        embeddingDropout = Dropout(plan.embeddingDropout, using: &random)
        numberNorm = BatchNorm1d(plan.numbers)
        layers = tabularLayers([plan.inputs] + plan.layers + [plan.outputs], dropout: plan.dropout, using: &random)
    }

    public func callAsFunction(_ categories: IntTensor, _ numbers: Tensor) -> Tensor {
        let looked = embeddings.enumerated().map { $1(categories[0..., $0]) }
        let dropped = embeddingDropout(.cat(looked, axis: 1))
        return layers(.cat([dropped, numberNorm(numbers)], axis: 1))
    }
}

extension Architectures {
    func listedLayers() throws {
        let net = try newTabularNet()
        var table = TextTable(["number", "layer", "learned numbers"])
        for (number, layer) in net.layers.layers.enumerated() {
            table.add("(\(number))", layerText(layer), layer.parameters.map(\.count).reduce(0, +))
        }
        let plan = net.plan
        show(
            table,
            "The layers of a net for \(plan.inputs) inputs, layers of \(plan.layers) and \(plan.outputs) outputs",
            predict: .count(
                "Two layers in the middle, each with ReLU, norm and dropout, and the last: how many layers is that?",
                net.layers.layers.count))
        let widths = [plan.inputs] + plan.layers + [plan.outputs]
        let linear = zip(widths, widths.dropFirst()).map { $0 * $1 }.reduce(0, +)
        let count = linear + 2 * plan.layers.reduce(0, +) + plan.outputs
        show(
            count == net.layers.parameters.map(\.count).reduce(0, +),
            "products of neighbouring widths, two for each number of a norm, and the last bias: \(count) learned numbers in all"
        )
    }

    func handMadeIsTheEngines() throws {
        // The same numbers in both, and the same rows: then the answers are the same, and so are all gradients, also in
        // training, where the norms look at the batch. (Dropout is set to 0 for that; two nets would not drop the same
        // numbers.)
        var plan = try tabularPlan
        (plan.dropout, plan.embeddingDropout) = (0, 0)
        var random = run.random
        let (engines, byHand) = (TabularModel(plan, using: &random), HandMadeTabularModel(plan, using: &random))
        try byHand.load(engines.stateDictionary)
        let data = try tabularData
        let places = Array(0..<min(64, data.train.count))
        let (x, y) = (data.train.inputs.rows(places), IntTensor(places.map { Int(data.train.targets[$0]) }))
        let (a, b) = (engines(x), byHand(x.categories, x.numbers))
        show((a - b).abs().max().item == 0, "the same answers, to the last bit")
        crossEntropy(a, y).backward()
        crossEntropy(b, y).backward()
        let differences = zip(engines.namedParameters, byHand.namedParameters).map {
            ($0.parameter.grad! - $1.parameter.grad!).abs().max().item
        }
        show(differences.count, "tensors of parameters, each with a gradient")
        show(differences.allSatisfy { $0 == 0 }, "the same gradients, to the last bit")
    }

    func whyTheLastIsBare() throws {
        // And if the last block had a ReLU, too? Half of the scores would be cut off at 0, and a score of 0 has no
        // slope. A class whose scores are all below zero at the beginning would never be learned. For a price it is
        // worse: between the book's limits of 8 and 12 there would be nothing left to say after a ReLU and a norm but
        // how far a row is from the mean of its batch.
        var random = run.random
        let bare = Tensor.randn(1000, 2, using: &random)
        let cutOff = Double(bare.relu().scalars.count { $0 == 0 }) / 2000
        record(
            "last layer/scores that a ReLU would cut off", cutOff,
            predict: .share(
                "Scores are as often below zero as above. Which share of them would a ReLU cut off?", cutOff,
                within: .plusMinus(0.05)))
    }
}

// MARK: Helpers

/// "Linear 28 → 200"
private func layerText(_ layer: any Layer<Tensor, Tensor>) -> String {
    switch layer {
    case let layer as Linear:
        "Linear, \(layer.weight.shape[1]) → \(layer.weight.shape[0])\(layer.bias == nil ? ", no bias" : "")"
    case let layer as BatchNorm1d: "BatchNorm1d, \(layer.gamma.count)"
    case let layer as Dropout: "Dropout, \(layer.p)"
    default: "\(type(of: layer))"
    }
}
