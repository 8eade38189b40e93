// # The graph, forward and back
//
// Section 17.9 · After this page you can follow every number of a small net to the loss, and every gradient back, with
// a pencil.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// A net small enough to compute by hand: one item with two numbers, two hidden neurons, one output.

/// A net for pencil and paper: x [1, 2], y [1], w1 [2, 2], b1 [2], w2 [2, 1], b2 [1]
public struct PencilNet: Sendable {
    public let x = Tensor([[2, 1]]), y = Tensor([3])
    public let w1 = Tensor([[1, -1], [-1, 0.5]]), b1 = Tensor([1, 0.5])
    public let w2 = Tensor([[3], [4]]), b2 = Tensor([-1])

    public init() {}

    /// What gets a gradient, each with an empty slot for it.
    public var variables: LittleNetVariables { LittleNetVariables(x: x, w1: w1, b1: b1, w2: w2, b2: b2) }
}

extension Foundations {
    func pencilNet() {
        // Take a pencil. (Each column of w1 belongs to a neuron: the first one computes 2·1 + 1·(-1) + 1.)
        let net = PencilNet()
        let slots = net.variables
        let pass = forwardAndBackward(slots, net.y)
        show(
            pass.l1.value, "l1 = x · w1 + b1, for x = [2, 1], w1 = [[1, -1], [-1, 0.5]] and b1 = [1, 0.5]",
            ask: "x = [2, 1], w1 = [[1, -1], [-1, 0.5]], b1 = [1, 0.5]. What are the two numbers of l1 = x · w1 + b1?")
        show(pass.l2.value, "l2, after the ReLU")
        show(pass.output.value.item, "the output, l2 · w2 + b2, for w2 = [[3], [4]] and b2 = [-1]")
        show(
            pass.loss.item, "the loss; the target is 3",
            ask: "The output is 5, the target 3, and there is one item. What is the mean squared error?")

        // Now back. Each function takes the gradient of its output, and makes those of its inputs:
        show(
            graph("Down to the loss, and back up with the gradients", slots, pass, net.y, written, written),
            "The pencil net: every value, and below it the gradient of the loss with respect to it",
            predict: .numbers("The gradient of out is 4, and w2 is [[3], [4]]. What is the gradient of l2?", [12, 16]))

        // Read it from below. The loss changes 4 times as fast as the output. Both neurons hear of it, the first one 3
        // times and the second 4 times as much: 12 and 16. The second neuron was below 0, and the ReLU held it back. So
        // nothing goes on from there: its column of w1 gets 0, and so does its bias. A neuron that is switched off does
        // not learn from this item. And if it is off for every item there is, nothing moves its weights any more: it is
        // *dead*.
        show(slots.w1.gradient[0..., 1], "the gradient of the second column of w1")
    }

    func littleNetAsAGraph() {
        // The same for the little net. Now all 200 items go through it at once, and a box shows the shape and the usual
        // size of the numbers (the root of their mean square):
        let net = LittleNet(seed: run.seed)
        let slots = LittleNetVariables(net)
        let pass = forwardAndBackward(slots, net.y)
        show(
            graph(
                "On the way down, the values roughly keep their size", slots, pass, net.y,
                { $0.rank == 0 ? fixed($0.item, 2) : "\($0.shape), \(size($0))" }, size),
            "The little net: shapes, sizes of the values, and sizes of the gradients")

        // Forward, the sizes stay near 1: the work of section 17.8. (That of l1 is about √2. The ReLU takes half of its
        // mean square, and l2 is back at 1. No ReLU follows w2, and out hangs on 50 numbers of w2 alone. So its size
        // differs more from seed to seed.) The gradients of l1, l2 and x are small because the loss is a mean: each of
        // 200 items has a 200th of it. The parameters collect them from all items, and theirs are larger.
    }

    // MARK: Helpers

    /// The graph of a net with two linear layers. `value` and `gradient` say what is written into a box.
    private func graph(
        _ title: String, _ slots: LittleNetVariables,
        _ pass: (l1: Variable, l2: Variable, output: Variable, loss: Tensor), _ target: Tensor,
        _ value: (Tensor) -> String, _ gradient: (Tensor) -> String
    ) -> ComputationGraph {
        func box(_ name: String, _ variable: Variable, _ rule: String) -> ComputationGraph.Value {
            .init(name, value(variable.value), gradient: gradient(variable.gradient), by: rule)
        }
        return ComputationGraph(
            box("x", slots.x, "· w1ᵀ"),
            [
                .init(
                    "linear", left: box("w1", slots.w1, "xᵀ ·"), right: box("b1", slots.b1, "Σ items"),
                    to: box("l1", pass.l1, "where l1 > 0")),
                .init("relu", to: box("l2", pass.l2, "· w2ᵀ")),
                .init(
                    "linear", left: box("w2", slots.w2, "l2ᵀ ·"), right: box("b2", slots.b2, "Σ items"),
                    to: box("out", pass.output, "2 (out - y) / n")),
                .init("mse", right: .init("y", value(target)), to: .init("loss", value(pass.loss), gradient: "1")),
            ], title: title)
    }

    /// "[[2, 1]]": the numbers of a small tensor.
    private func written(_ x: Tensor) -> String {
        if x.rank == 0 { return x.item == x.item.rounded() ? "\(Int(x.item))" : "\(x.item)" }
        return "[" + (0..<x.shape[0]).map { written(x[$0]) }.joined(separator: ", ") + "]"
    }

    /// "size 0.98": the root of the mean square.
    private func size(_ x: Tensor) -> String {
        let size = meanSquare(x).squareRoot()
        return "size " + (size == 0 ? "0" : String(format: size < 0.1 ? "%.4f" : "%.2f", size))
    }
}
