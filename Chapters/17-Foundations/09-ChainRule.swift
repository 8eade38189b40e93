// # Gradients and the backward pass
//
// Section 17.9 · After this page you can state the chain rule in two notations, use it on a chain with numbers in it,
// and check the result without knowing the rule.

import Figures
import Notebook
import Tensors

// Going from the input through the layers to the loss is the *forward pass*. The *backward pass* goes the other way,
// from the loss to a gradient for every parameter: by how much does the loss rise if this number rises a little?
//
// A net is a chain of functions, each of which takes what the one before it made. So the rule that is needed is the one
// for chains. Mathematicians write
//
//     (g ∘ f)'(x) = g'(f(x)) · f'(x)
//
// The book's author prefers another way to write it, and so do we. Give what lies in between a name, u = f(x) and
// y = g(u), and the same rule is
//
//     dy/dx = dy/du · du/dx
//
// In words: if u rises three times as fast as x, and y ten times as fast as u, then y rises thirty times as fast as x.
//
// To see whether it is true, we need slopes from somewhere else. Go a little to the right and a little to the left, and
// see how far the function rose in between:

/// The slope of f at x, by a *central difference*.
public func centralDifference(at x: Double, h: Double = 1e-5, _ f: (Double) -> Double) -> Double {
    require(x + h != x, "the slope at \(x)", "a step of \(h) does not get away from it", try: "a larger step")
    return (f(x + h) - f(x - h)) / (2 * h)
}

extension Foundations {
    func chainRule() {
        // Take u = 3x - 1 and y = u², at x = 2. There u is 5 and y is 25. The slope of 3x - 1 is 3, wherever you are;
        // the slope of u² is 2u:
        let f = { (x: Double) in 3 * x - 1 }
        let g = { (u: Double) in u * u }
        let x = 2.0
        let u = f(x)
        var table = TextTable(["slope", "by the rules", "by a central difference"], decimals: 4)
        table.add("du/dx", 3, centralDifference(at: x, f))
        table.add("dy/du", 2 * u, centralDifference(at: u, g))
        table.add("dy/dx", 2 * u * 3, centralDifference(at: x) { g(f($0)) })
        show(
            table, "y = u² and u = 3x - 1, at x = 2",
            predict: .number("u = 3x - 1 and y = u². What is dy/dx at x = 2?", 2 * u * 3))

        // A mistake that the first notation warns of: the slope of g is taken at f(x), which is 5, and not at x, which
        // is 2. That would be 2 · 2 · 3:
        show(2 * x * 3, "dy/dx, if the slope of g is taken at x: wrong")
    }
}

// Now a net with one input, one hidden neuron and one output, so that all of its numbers are plain numbers:
//
//     l1 = w·x + b        l2 = max(l1, 0)        out = v·l2        loss = (out - y)²
//
// As a function of everything that could be changed, `lossOfOneNeuron` is

/// The loss of a net with a single hidden neuron.
func lossOfOneNeuron(x: Double, w: Double, b: Double, v: Double, y: Double) -> Double {
    let l1 = w * x + b
    let l2 = max(l1, 0)
    let out = v * l2
    return (out - y) * (out - y)
}

extension Foundations {
    func chainOfOneNeuron() {
        // Forward, with a number for each:
        let (x, w, b, v, y) = (2.0, 3.0, -1.0, 0.5, 1.0)
        let l1 = w * x + b
        let l2 = max(l1, 0)
        let out = v * l2
        show((out - y) * (out - y), "the loss; l1 = \(l1), l2 = \(l2), out = \(out)")

        // Backward. We start at the loss, since that is where all chains end. Each line multiplies what is known
        // already, the gradient of a result, by the slope of a single step:
        let outGradient = 2 * (out - y)
        let vGradient = outGradient * l2
        let l2Gradient = outGradient * v
        let l1Gradient = l1 > 0 ? l2Gradient : 0
        let wGradient = l1Gradient * x
        let bGradient = l1Gradient
        let xGradient = l1Gradient * w

        // Nudge x, w, b and v, one at a time, and compare:
        let nudged = [
            centralDifference(at: x) { lossOfOneNeuron(x: $0, w: w, b: b, v: v, y: y) },
            centralDifference(at: w) { lossOfOneNeuron(x: x, w: $0, b: b, v: v, y: y) },
            centralDifference(at: b) { lossOfOneNeuron(x: x, w: w, b: $0, v: v, y: y) },
            centralDifference(at: v) { lossOfOneNeuron(x: x, w: w, b: b, v: $0, y: y) },
        ]
        var table = TextTable(["of", "slope of the step", "gradient", "by a central difference"], decimals: 4)
        table.add("out", "2 (out - y)", outGradient, nil as Double?)
        table.add("v", "l2", vGradient, nudged[3])
        table.add("l2", "v", l2Gradient, nil as Double?)
        table.add("l1", "1, since l1 > 0", l1Gradient, nil as Double?)
        table.add("w", "x", wGradient, nudged[1])
        table.add("b", "1", bGradient, nudged[2])
        table.add("x", "w", xGradient, nudged[0])
        show(
            table, "The gradient of the loss with respect to everything",
            predict: .number("The gradient of out is 3, and out = v·l2 with l2 = 5. What is that of v?", vGradient))

        // Look at the order. The gradients of w and b need the one of l1, which needs the one of l2, which needs the
        // one of out. From the loss backwards each of them is there when it is wanted, and is computed once, however
        // many others need it. That is all of backpropagation. And look at what was used once more: l2, x and the sign
        // of l1. They have to be kept from the forward pass.
    }
}
