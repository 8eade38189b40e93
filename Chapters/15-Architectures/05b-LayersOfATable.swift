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
        for scores in [a, b] { crossEntropy(scores, y).backward() }
        let differences = zip(engines.namedParameters, byHand.namedParameters).map {
            ($0.parameter.grad! - $1.parameter.grad!).abs().max().item
        }
        show(differences.count, "tensors of parameters, each with a gradient")
        show(differences.allSatisfy { $0 == 0 }, "the same gradients, to the last bit")
    }

    func whyTheLastIsBare() throws {
        // And if the last block had a ReLU, too? A score below zero would become 0, and there it has no slope. A row
        // both of whose scores are below zero is *mute*: it teaches nothing. A new net says nearly the same of all
        // rows, so that hardly any are mute, or nearly all; that is luck. Here is the same training with both ends
        // (`endings`):
        let all = try run.overSeeds(run.size(quick: 1, usual: 5)) { random in
            var own = random  // the same chance for both
            return [try endings(isCutOff: false, using: &random), try endings(isCutOff: true, using: &own)]
        }
        var table = TextTable(["end", "accuracy", "mute rows before", "and after"], decimals: 3)
        for (place, name) in ["bare", "with a ReLU"].enumerated() {
            let its = all.map { $0[place] }
            table.add(name, Spread(its.map(\.accuracy)), Spread(its.map(\.muteBefore)), Spread(its.map(\.muteAfter)))
            record("last-layer/accuracy-\(key(name))", over: its.map(\.accuracy))
        }
        show(
            table, "The same net with two ends, \(tableName); seeds: \(all.count)",
            predict: .yesNo(
                "A net for two classes ends with a ReLU. Are there rows at the beginning that teach it nothing?",
                all.contains { $0[1].muteBefore > 0 }))
        show(all.count { $0[0].accuracy > $0[1].accuracy }, "seeds on which the bare end is better")
        // Two scores are forgiving: one that can still move is enough. But the ReLU brings nothing that would pay for
        // it.
    }

    func answersInARange() throws {
        // Where all answers are known to be in a range, as the logarithms of prices between 8 and 12 in chapter 9, a
        // sigmoid may follow, stretched over it (the book's `y_range`). It cuts nothing off: it has a slope everywhere.
        var (plan, random) = (try tabularPlan, run.random)
        (plan.outputs, plan.range) = (1, 8...12)
        let net = TabularModel(plan, using: &random)
        net.eval()
        let rows = try tabularData.valid.inputs
        let y = noGrad { net(rows) }
        show([y.min().item, y.max().item], "least and largest answer of a new net with a range of 8 to 12")
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
