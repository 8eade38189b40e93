// # A neuron that learns
//
// Section 1.2 · After this page you can tell how a neuron learns from its mistakes, and from nothing else.

import Figures
import Notebook

// Frank Rosenblatt, a psychologist, gave the neuron a way to learn, and built a machine on it: the *Mark I Perceptron*
// of 1958, the first device that learned so. It looked at pictures through 20 × 20 light cells, kept its weights in
// potentiometers, the kind of knob that makes a radio louder, and turned these with motors. His rule needs one
// sentence. Show the neuron an example. If it is right, do nothing; if it should have fired, add the inputs to the
// weights; if it should not have fired, take them away. The threshold is learned as well. For that it goes to the
// other side of the comparison, and gets a name: “the sum is at least 2” says the same as “the sum, and -2 added to
// it, is at least 0”. This -2 is the *bias*.

/// A neuron that learns from its mistakes.
public struct Perceptron: Sendable, Equatable {
    public internal(set) var weights: [Double]
    /// What is added to the sum: a weight, too, of an input that is always 1.
    public internal(set) var bias = 0.0

    public init(inputs: Int) { weights = [Double](repeating: 0, count: inputs) }

    /// The neuron of the last page, with its threshold on the other side of the comparison.
    public func callAsFunction(_ inputs: [Double]) -> Int {
        thresholdNeuron(inputs, weights: weights, threshold: -bias)
    }

    /// Shows it one example. Gives whether it was wrong, and so has changed.
    public mutating func learn(_ inputs: [Double], _ wanted: Int) -> Bool {
        let change = Double(wanted - self(inputs))
        for i in weights.indices { weights[i] += change * inputs[i] }
        bias += change
        return change != 0
    }

    /// Shows it all examples again and again, at most so many times. Gives its mistakes each time.
    public mutating func learn(_ examples: [(inputs: [Double], wanted: Int)], passes: Int) -> [Int] {
        var mistakes: [Int] = []
        while mistakes.count < passes, mistakes.last != 0 {
            var wrong = 0
            for example in examples where learn(example.inputs, example.wanted) { wrong += 1 }
            mistakes.append(wrong)
        }
        return mistakes
    }
}

extension FirstModels {
    func learningOr() {
        // Nobody tells it the weights of "or". It gets the four lines of the table, and learns until it has gone
        // through all of them without a mistake:
        let or = [([0.0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 1)].map { (inputs: $0.0, wanted: $0.1) }
        var neuron = Perceptron(inputs: 2)
        var table = TextTable(["pass", "mistakes", "weight 1", "weight 2", "bias"], decimals: 0)
        repeat {
            let wrong = neuron.learn(or, passes: 1)[0]
            table.add(table.rows.count + 1, wrong, neuron.weights[0], neuron.weights[1], neuron.bias)
            if wrong == 0 { break }
        } while table.rows.count < 20
        show(table, "A perceptron learns “or”: what it has after each pass through the four examples")
        show(or.map { neuron($0.inputs) }, "its answers in the end")

        // "And" it learns in the same way, from other examples. The program is the same; what it does comes from the
        // data.
        let and = or.map { (inputs: $0.inputs, wanted: $0.inputs == [1, 1] ? 1 : 0) }
        neuron = Perceptron(inputs: 2)
        record("perceptron/passes-to-learn-and", neuron.learn(and, passes: 20).count)
        show(and.map { neuron($0.inputs) }, "its answers to “and”")
    }
}
