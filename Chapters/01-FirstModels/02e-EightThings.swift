// # Eight things that a net needs
//
// Section 1.2 · After this page you know the parts of a neural network by name, and have found each of them in one.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// In 1986 David Rumelhart, James McClelland and their group published two volumes, "Parallel Distributed Processing".
// They asked what it takes to compute as brains seem to, with many simple units that work at the same time, and listed
// eight things. To see them in a net of today, take one that learns exclusive or from its four cases. Nobody chooses
// the weights this time; the outputs are numbers between 0 and 1, and bend smoothly where they had a step. (In the
// code, a `Tensor` is a table of numbers that one calculates with as a whole, and `trainNet` changes weights until the
// answers fit. How that is done is told in chapter 4.)

extension FirstModels {
    func eightRequirements() {
        var random = run.random
        let net = smallNet([2, 4, 1], using: &random)
        let inputs = Tensor(exclusiveOr.flatMap { $0.inputs.map(Float.init) }).reshaped(4, 2)
        let wanted = Tensor(exclusiveOr.map { Float($0.wanted) }).reshaped(4, 1)
        let before = net.parameters.map { Tensor($0.value.scalars) }
        let losses = trainNet(net, steps: run.size(quick: 100, usual: 400), rate: 0.05) {
            binaryCrossEntropyWithLogits($0(inputs), wanted)
        }
        let answers = noGrad { net(inputs) }.sigmoid().scalars
        record("xor/loss-of-a-net-that-learned", losses.last!)
        show(answers.map { $0 > 0.5 ? 1 : 0 }, "its answers to 00, 01, 10 and 11")

        // Now tick them off, each with what one finds in this net:
        let hidden = noGrad { net.layers[1].forward(net.layers[0].forward(inputs)) }[1].scalars
        let weights = net.parameters[0].value.scalars
        let moved = zip(before, net.parameters).map { ($0 - Tensor($1.value.scalars)).abs().max().item }.max()!
        // Numbers in a row, with two decimals:
        func list(_ numbers: some Sequence<Float>) -> String { numbers.map { fixed($0, 2) }.joined(separator: ", ") }
        var table = TextTable(["what the volumes ask for", "what it is in this net", "here"])
        table.add("units that process", "neurons", "\(4 + 1) of them, behind 2 inputs")
        table.add("a state of activation", "the number in each neuron", list(hidden) + " for the inputs 0, 1")
        table.add("an output for each unit", "what a neuron passes on", "the same number")
        table.add("a pattern of connections", "weights", "\(weights.count + 4), the first: \(fixed(weights[0], 2))")
        table.add("a rule that propagates", "weights times what comes in, added up", "a layer, `Linear`")
        table.add("a rule for activation", "a bend in the function", "`Tanh`")
        table.add("a rule that learns", "gradient descent (chapter 4)", "a weight moved by \(fixed(moved, 2))")
        table.add("an environment", "the examples", "4 cases, each with what is wanted")
        show(table, "The eight requirements of 1986")
        show(table.rows.count, "requirements met", ask: "How many of the eight do the nets of this book meet?")

        // None is missing. The nets of today are larger, by a factor of a million and more; of another kind they are
        // not.
        let picture = plane { x, y in
            noGrad { net(Tensor([[Float(x), Float(y)]])) }.item > 0 ? 1 : 0
        }
        show(
            ImageGrid([picture], titles: ["a net that learned exclusive or"], columns: 1, cellSize: 240),
            "Where it says 1 (blue)")
    }
}
