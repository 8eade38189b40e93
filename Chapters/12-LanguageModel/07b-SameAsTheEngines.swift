// # The engine's RNN is this loop
//
// Section 12.7 · After this page you may use the engine's RNN, since you know what is in it.

import Figures
import Layers
import Notebook
import Tensors

// The engine's `RNN` runs all steps of a layer as one operation, with a backward pass written by hand. That is faster
// than our loop, which makes six nodes of the graph for every step. Does it compute the same? Give both the same
// weights, and compare everything: what comes out, and the gradient of every parameter.
//
// The engine lists the parameters of a layer in PyTorch's order, both weights and then both biases. Here are ours in
// the same order:

extension StackedRNN {
    /// weight_ih, weight_hh, bias_ih, bias_hh of the first layer, then of the second, …
    public var inEngineOrder: [Parameter] {
        layers.flatMap { [$0.fromInput.weight, $0.fromState.weight, $0.fromInput.bias!, $0.fromState.bias!] }
    }
}

// Two numbers agree up to rounding if their difference is tiny compared with the numbers. So:

/// The largest difference of two tensors, as a share of the largest number of the second.
public func relativeDifference(_ a: Tensor, _ b: Tensor) -> Float {
    (a.detached() - b.detached()).abs().max().item / b.abs().max().item
}

extension LanguageModel {
    func sameAsTheEnginesRNN() {
        var random = run.random
        let ours = StackedRNN(5, 6, layers: 2, using: &random)
        let theirs = RNN(5, 6, layers: 2, using: &random)
        for (theirs, ours) in zip(theirs.parameters, ours.inEngineOrder) { theirs.assign(ours.value) }

        // For a gradient there must be a single number at the end. Multiply all that comes out by random numbers, and
        // add everything up. No part of the result can hide then. `gradients` does that for any net:
        let (x, state) = (Tensor.randn(3, 7, 5, using: &random), Tensor.randn(2, 3, 6, using: &random))
        let (g, s) = (Tensor.randn(3, 7, 6, using: &random), Tensor.randn(2, 3, 6, using: &random))
        func gradients(
            _ net: (Tensor, Tensor) -> (output: Tensor, state: Tensor)
        ) -> (output: Tensor, state: Tensor, dx: Tensor, dState: Tensor) {
            let (x, before) = (x.requiringGrad(), state.requiringGrad())
            let (output, after) = net(x, before)
            ((output * g).sum() + (after * s).sum()).backward()
            return (output, after, x.grad!, before.grad!)
        }
        let (a, b) = (gradients { ours($0, $1) }, gradients { theirs($0, $1) })
        var table = TextTable(["what", "shape", "largest difference"], decimals: 1)
        var differences: [Float] = []
        // A row of the table for each pair:
        func compare(_ name: String, _ a: Tensor, _ b: Tensor) {
            differences.append(relativeDifference(a, b))
            table.add(name, "\(b.shape)", differences.last!)
        }
        compare("output", a.output, b.output)
        compare("state", a.state, b.state)
        compare("gradient of x", a.dx, b.dx)
        compare("gradient of the first state", a.dState, b.dState)
        for ((name, parameter), ours) in zip(theirs.torchParameters, ours.inEngineOrder) {
            compare("gradient of \(name)", ours.grad!, parameter.grad!)
        }
        show(
            table, "Our loop and the engine's RNN, differences as a share of the largest number",
            predict: .yesNo(
                "Outputs and gradients of two layers: do loop and engine agree up to rounding (a hundred-thousandth)?",
                differences.allSatisfy { $0 < 1e-5 }))
        record("rnn/largest-difference-to-the-engines", differences.max()!)

        // (A test compares both with PyTorch's numbers as well.) From here on we use the engine's.
    }
}
