// # What one layer cannot do, and two can
//
// Section 1.2 · After this page you know the example that stopped the field for years, and why it should not have.

import Figures
import Notebook
import Tensors

// "One or the other, but not both": that is *exclusive or*, XOR. Marvin Minsky and Seymour Papert showed in their book
// "Perceptrons" (1969) that no single layer of such neurons can learn it, nor some other things that a machine should
// be able to do. Let the neuron of the last pages try:

/// The four cases of exclusive or.
let exclusiveOr = [([0.0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)].map { (inputs: $0.0, wanted: $0.1) }

extension FirstModels {
    func oneNeuronTries() {
        var neuron = Perceptron(inputs: 2)
        let mistakes = neuron.learn(exclusiveOr, passes: 1000)
        show(
            mistakes.min()!, "fewest mistakes in any of 1,000 passes through four examples",
            predict: .yesNo("Will there be a pass without a mistake?", false))

        // A thousand passes prove nothing. So try neurons of all kinds, with weights and biases from -2 to 2, and
        // count the cases that each gets right:
        let steps = stride(from: -2.0, through: 2, by: 0.1)
        var best = 0
        for first in steps {
            for second in steps {
                for bias in steps {
                    let right = exclusiveOr.count { example in
                        thresholdNeuron(example.inputs, weights: [first, second], threshold: -bias) == example.wanted
                    }
                    best = max(best, right)
                }
            }
        }
        record("xor/most-cases-right-by-one-neuron", best)

        // That is a proof only for those 68,921 neurons. This is one for all. The neuron fires where the sum w₁x₁ +
        // w₂x₂ + b is at least 0. For XOR, b < 0 (nothing is on), w₁ + b ≥ 0 and w₂ + b ≥ 0 (one of them is), and w₁ +
        // w₂ + b < 0 (both are). The two in the middle add up to w₁ + w₂ + 2b ≥ 0. But the first and the last add up to
        // w₁ + w₂ + 2b < 0.
    }

    func twoLayersByHand() {
        // The other half of the book's message was read less: with a second layer the limit is gone. "One or the other,
        // but not both" already says how. One neuron asks "or", one asks "not both", and a third takes what these
        // say as its inputs, and asks "and":
        func oneButNotBoth(_ inputs: [Double]) -> Int {
            let either = thresholdNeuron(inputs, weights: [1, 1], threshold: 1)
            let notBoth = thresholdNeuron(inputs, weights: [-1, -1], threshold: -1)
            return thresholdNeuron([Double(either), Double(notBoth)], weights: [1, 1], threshold: 2)
        }
        show(exclusiveOr.map { oneButNotBoth($0.inputs) }, "its answers to 00, 01, 10 and 11")
        record("xor/cases-right-by-two-layers", exclusiveOr.count { oneButNotBoth($0.inputs) == $0.wanted })
        show(
            NodeDiagram(
                "Exclusive or in two layers",
                [
                    .init("input 1", 0, 0), .init("input 2", 0, 1), .init("or", 1, 0, isStep: true),
                    .init("not both", 1, 1, isStep: true), .init("and", 2, 0.5, isStep: true), .init("output", 3, 0.5),
                ],
                [
                    .init("input 1", "or"), .init("input 2", "or"), .init("input 1", "not both"),
                    .init("input 2", "not both"), .init("or", "and"), .init("not both", "and"), .init("and", "output"),
                ]), "Three neurons")

        // Seen from above it is plain why. The four cases are the corners of a square; the dark ones should be 1. One
        // neuron cuts the plane along a straight line, and no line has both dark corners on one side and both light
        // ones on the other. Two lines do, and the third neuron takes what is between them:
        let one = plane { thresholdNeuron([$0, $1], weights: [1, 1], threshold: 0.5) }
        let two = plane { x, y in
            let either = thresholdNeuron([x, y], weights: [1, 1], threshold: 0.5)
            let notBoth = thresholdNeuron([x, y], weights: [-1, -1], threshold: -1.5)
            return thresholdNeuron([Double(either), Double(notBoth)], weights: [1, 1], threshold: 2)
        }
        show(
            ImageGrid(
                [one, two], titles: ["one neuron: or", "two layers: exclusive or"], columns: 2, cellSize: 240),
            "Where they say 1 (blue), and the four cases (dark: should be 1)")
    }
}
