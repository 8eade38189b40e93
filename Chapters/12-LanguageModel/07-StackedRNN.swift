// # One net on top of another
//
// Section 12.7 · After this page you can stack recurrent layers, and say what a second one has that more steps have
// not.

import Figures
import Layers
import Notebook
import Tensors

// The model of section 12.6 predicts after every token. Unrolled over 16 tokens, it is a net of 16 layers. So it is
// deep already. But all 16 layers share one weight matrix: from step to step, the same is done again. Between reading a
// token and predicting the next one there is a single layer.
//
// A *multilayer RNN* has more of them there. The activations that one recurrent net gives, step by step, are the input
// of a second one, which has weights of its own:

extension LanguageModel {
    func twoLayersDrawn() {
        show(
            RecurrentDiagram.rolled("One recurrent net feeds a second one", input: "token", output: "next", layers: 2),
            "A two-layer RNN: each layer has its own loop, and its own colours (the book's figure 12-6)")
        show(
            RecurrentDiagram.unrolled(
                "The same without the loops", inputs: ["one", "“.”", "two"],
                outputs: [0: "“.”", 1: "two", 2: "“.”"], layers: 2),
            "The two-layer RNN, unrolled over three tokens (figure 12-7)")

        // Count colours, not arrows. Both layers go from left to right with one matrix each, however long the text is:
        let (layers, steps) = (2, 16)
        show(
            layers, "matrices from step to step, in two layers over \(steps) steps",
            ask: "Two layers, unrolled over 16 tokens. How many different matrices lead from a step to the next?")
    }
}

// The engine has such layers ready, as PyTorch has, and from here on the book uses them. We build one first. Its layer
// differs from the loop of section 12.6 in three small things. The nonlinearity is a tanh, not a ReLU (a curve from -1
// to 1, of which section 12.9 has more to say). The input has a weight matrix of its own, where before it was added to
// the state and went through the same matrix. And there are two biases, one for the input and one for the state:
//
//     hₜ = tanh(xₜ · wᵢᵀ + bᵢ + hₜ₋₁ · wₕᵀ + bₕ)
//
// Both biases are added to the same sum, so one would do. PyTorch has two because NVIDIA's library for such nets has.

/// One layer of a plain recurrent net. It begins as PyTorch's does: uniform in ±1/√hidden, if inputs and hidden are as
/// many.
public final class RecurrentLayer: Module {
    public let fromInput, fromState: Linear

    public init(_ inputs: Int, _ hidden: Int, using random: inout some RandomNumberGenerator) {
        fromInput = Linear(inputs, hidden, using: &random)
        fromState = Linear(hidden, hidden, using: &random)
    }

    /// x [n, inputs] · h [n, hidden] → the next h
    public func step(_ x: Tensor, _ h: Tensor) -> Tensor { (fromInput(x) + fromState(h)).tanh() }

    /// x [n, steps, inputs] · h [n, hidden] → every h after the first, [n, steps, hidden]
    public func callAsFunction(_ x: Tensor, from h: Tensor) -> Tensor {
        var all: [Tensor] = []
        for t in 0..<x.shape[1] { all.append(step(x[0..., t], all.last ?? h)) }
        return .stack(all, axis: 1)
    }
}

// To stack such layers is a loop of one more line: what comes out of a layer is x for the next. Each layer has a state,
// so the net's state is [layers, n, hidden].

/// Recurrent layers on top of one another.
public final class StackedRNN: Module {
    public let layers: [RecurrentLayer]

    public init(_ inputs: Int, _ hidden: Int, layers count: Int, using random: inout some RandomNumberGenerator) {
        var layers: [RecurrentLayer] = []
        for layer in 0..<count { layers.append(RecurrentLayer(layer == 0 ? inputs : hidden, hidden, using: &random)) }
        self.layers = layers
    }

    /// x [n, steps, inputs] · state [layers, n, hidden] → output [n, steps, hidden], the state after the last step
    public func callAsFunction(_ x: Tensor, _ state: Tensor) -> (output: Tensor, state: Tensor) {
        var (x, ends) = (x, [Tensor]())
        for (number, layer) in layers.enumerated() {
            x = layer(x, from: state[number])
            ends.append(x[0..., -1])
        }
        return (x, .stack(ends))
    }
}

extension LanguageModel {
    func shapesOfAStack() {
        // A batch of 64 texts of 16 tokens, each token as 64 numbers, through two layers of 64:
        var random = run.random
        let net = StackedRNN(64, 64, layers: 2, using: &random)
        let (output, state) = net(.randn(64, 16, 64, using: &random), .zeros(2, 64, 64))
        show(
            output.shape, "output: the upper layer's activations, after every token",
            ask: "x [64, 16, 64] goes through two recurrent layers of 64. What is the shape of the output?")
        show(state.shape, "state: what each layer begins the next batch with")
        show(
            output[0..., -1].scalars == state[1].scalars,
            "the last step of the output is the upper layer's state",
            ask: "Are the output's numbers after the last token those of the upper layer's state?")
    }
}
