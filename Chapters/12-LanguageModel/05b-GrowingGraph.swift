// # What happens without detaching
//
// Section 12.5 · After this page you know what it costs to remember how every number came about.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// What if we forget to detach? First of all: after the first step of the optimizer it does not work at all.
// `backward()` frees the graph behind it, and the second batch's graph leads into the first one's, which is gone. The
// program stops, and PyTorch's error is the same in other words:
//
//     backward through relu [64, 64]: its graph was freed by an earlier backward
//       try: backward(retainGraph: true) the first time, or compute the value again
//
// So let the graph be kept, and see how it grows. `graphSize` says how many values `backward()` would visit, and
// `historyCost` reads some batches, one after the other, and measures the loss of the last:

/// The size of the graph behind the last loss, and how long the way back takes, after reading some batches.
func historyCost(
    of model: StatefulModel, reading batches: some Sequence<(IntTensor, IntTensor)>
) -> (nodes: Int, milliseconds: Double) {
    var loss = Tensor(0)
    for (x, y) in batches { loss = crossEntropy(model(x), y) }
    let nodes = loss.graphSize
    let time = ContinuousClock().measure { loss.backward() }
    model.zeroGrad()
    return (nodes, time / .milliseconds(1))
}

extension LanguageModel {
    func growingGraph() throws {
        let counts = run.size(quick: [1, 2, 4], usual: [1, 2, 4, 8, 16, 32, 64, 128, 256])

        // `costs` measures it for all of these counts, each time with a new model:
        func costs(detaching: Bool) throws -> [(nodes: Int, milliseconds: Double)] {
            var random = run.random
            return try counts.map { count in
                let model = StatefulModel(vocabulary: 30, hidden: hidden, using: &random)
                model.detaches = detaching
                return historyCost(of: model, reading: Array(try threeWordBatches.train.prefix(count)))
            }
        }
        let (with, without) = (try costs(detaching: true), try costs(detaching: false))
        var table = TextTable(
            ["batches", "words of a row", "nodes, detached", "ms", "nodes, not detached", "ms"], decimals: 2)
        for (k, count) in counts.enumerated() {
            table.add(count, 3 * count, with[k].nodes, with[k].milliseconds, without[k].nodes, without[k].milliseconds)
        }
        show(
            table, "the graph behind one loss, and how many milliseconds its gradient takes",
            predict: .change(
                "The graph of a detached model: what happens to it from the first batch to the last?",
                from: Double(with[0].nodes), to: Double(with.last!.nodes)))
        show(
            Chart(
                "Without detaching, the way back gets longer with every word", x: "words read", y: "nodes in the graph"
            ) {
                Line(counts.map { 3 * $0 }, without.map(\.nodes), "not detached", colour: .vermilion)
                Line(counts.map { 3 * $0 }, with.map(\.nodes), "detached", colour: .blue, dashed: true)
            }, "Size of the graph by the words read")

        // For every word there are four more nodes: the lookup, the sum, the linear layer and ReLU. Their number is a
        // straight line:
        let perWord = Double(without.last!.nodes - without[0].nodes) / Double(3 * (counts.last! - counts[0]))
        show(perWord, "nodes for every word", ask: "How many nodes does the graph get for every word that is read?")

        // An epoch has 262 batches. In its last batch, the way back would be 786 words long, and in the one before 783.
        // For each single step of the optimizer, the whole text so far would be gone through again. Each of these nodes
        // stands for a table of 64 · 64 numbers, 16 kB. Ten thousand words have forty thousand of them, or 0.65 GB if
        // all are kept. And all that for a gradient which, in a fresh model, hardly says anything about words far back,
        // as the page before has shown. What that of a trained model has to say is measured in section 12.6, and what a
        // longer reach is worth in section 12.8.
    }
}
