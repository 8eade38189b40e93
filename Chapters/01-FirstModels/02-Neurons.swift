// # A neuron that adds and compares
//
// Section 1.2 · After this page you know what an artificial neuron is: a sum and a threshold.

import Figures
import Notebook

// In 1943 Warren McCulloch, a neurophysiologist, and Walter Pitts, a logician, asked what a nerve cell does, if one
// leaves out everything that can be left out. ("A Logical Calculus of the Ideas Immanent in Nervous Activity".) Their
// answer was an addition and a comparison. This is all of it:

/// 1 if the inputs, each times its weight, add up to the threshold or more, else 0.
public func thresholdNeuron(_ inputs: [Double], weights: [Double], threshold: Double) -> Int {
    zip(inputs, weights).reduce(0) { $0 + $1.0 * $1.1 } >= threshold ? 1 : 0
}

extension FirstModels {
    func neuronDrawn() {
        // The natural one on the left of each row, the artificial one on the right. (The book's figure 1-1.)
        var table = TextTable(["a nerve cell has …", "the artificial neuron has …"])
        table.add("dendrites, where signals come in", "inputs: numbers")
        table.add("synapses, which let more or less of a signal through", "weights: each input is multiplied by one")
        table.add("a cell body, which gathers the signals", "a sum")
        table.add("a level of excitation above which it fires", "a threshold")
        table.add("an axon, which passes a signal on", "an output: 1 or 0")
        show(table, "Two neurons")
        show(
            NodeDiagram(
                "An artificial neuron",
                [
                    .init("input 1", 0, 0), .init("input 2", 0, 1), .init("input 3", 0, 2),
                    .init("sum", 1, 1, isStep: true), .init("≥ threshold?", 2, 1, isStep: true),
                    .init("output", 3, 1),
                ],
                [
                    .init("input 1", "sum", "× weight 1"), .init("input 2", "sum", "× weight 2"),
                    .init("input 3", "sum", "× weight 3"), .init("sum", "≥ threshold?"),
                    .init("≥ threshold?", "output"),
                ]), "A sum and a comparison")
    }

    func logicWithNeurons() {
        // Even so little can reason. With two inputs that are 0 (no) or 1 (yes), one neuron says whether both are 1,
        // another one, which differs in nothing but a number, whether at least one is:
        let both = thresholdNeuron([1, 0], weights: [1, 1], threshold: 2)
        let either = thresholdNeuron([1, 0], weights: [1, 1], threshold: 1)
        show("and: \(both), or: \(either)", "inputs 1 and 0")
        var table = TextTable(["input 1", "input 2", "and (threshold 2)", "or (threshold 1)"])
        for (a, b) in [(0.0, 0.0), (0, 1), (1, 0), (1, 1)] {
            table.add(
                Int(a), Int(b), thresholdNeuron([a, b], weights: [1, 1], threshold: 2),
                thresholdNeuron([a, b], weights: [1, 1], threshold: 1))
        }
        show(table, "Weights 1 and 1")

        // And what if a signal holds a neuron back? Then its weight is negative. A neuron with one input, the weight -1
        // and the threshold 0 says the opposite of what it hears:
        show(
            thresholdNeuron([1], weights: [-1], threshold: 0), "not 1",
            predict: .count("Weight -1, threshold 0: what does the neuron say when its input is 1?", 0))
        show(thresholdNeuron([0], weights: [-1], threshold: 0), "not 0")

        // What such a neuron says depends on its weights alone. The code is the same each time. Remember that: it is
        // what everything in this book rests on. McCulloch and Pitts chose their weights by hand. The next one let the
        // neuron find them.
    }
}
