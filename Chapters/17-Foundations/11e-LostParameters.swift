// # How to lose a parameter
//
// Section 17.11 · After this page you can find out which numbers of a model are never learned.

import Figures
import Layers
import Notebook
import Tensors
import Training

// A module finds what it holds by looking at its stored properties. What does not look like a parameter there is not
// found. No error says so: the forward pass works, gradients are computed, and the number stays what it was. Here is a
// net with one layer in its place, one hidden in a closure, and a factor that is a plain tensor:

/// x → first → hidden, times a factor. Two of the three are lost.
public final class LossyNet: Module, Layer {
    let first: LinearLayer
    let rest: (Tensor) -> Tensor
    let factor: Tensor

    public init(_ first: LinearLayer, _ hidden: LinearLayer, _ factor: Tensor) {
        self.first = first
        rest = { x in hidden(x) }
        self.factor = factor
    }

    public func forward(_ x: Tensor) -> Tensor { rest(first(x)) * factor }
}

extension Foundations {
    func lostParameters() {
        // We keep hold of all three ourselves, to see what becomes of them:
        var random = run.random
        let (first, hidden) = (LinearLayer(3, 2, using: &random), LinearLayer(2, 1, using: &random))
        let factor = Tensor([1]).requiringGrad()
        let net = LossyNet(first, hidden, factor)
        let all = first.parameterCount + hidden.parameterCount + factor.count
        show(all, "numbers that should be learned")
        show(
            net.parameterCount, "numbers that the net knows of",
            ask: "3 → 2 in a property, 2 → 1 in a closure, a factor in a plain tensor: how many numbers does it find?")

        // One step of gradient descent, with a loss that would be lower if all three moved:
        let before = [first.weight.value, hidden.weight.value, factor].map { $0.detached() }
        net(Tensor.ones(1, 3)).squared().sum().backward()
        SGD(net.parameters, learningRate: 0.1).step()
        let after = [first.weight.value, hidden.weight.value, factor].map { $0.detached() }
        let grads = [first.weight.grad, hidden.weight.grad, factor.grad]
        var table = TextTable(["what", "kept in", "has a gradient", "has moved"])
        for (row, texts) in [("first", "a property"), ("hidden", "a closure"), ("factor", "a plain tensor")]
            .enumerated()
        {
            table.add(texts.0, texts.1, grads[row] != nil, before[row].scalars != after[row].scalars)
        }
        show(table, "Computed for all three, used for one")

        // Look at the third column. The graph knows nothing of modules: it has computed a gradient for everything that
        // is tracked. But the optimizer was given the list of the module, and on that list there is only `first`.
        //
        // In PyTorch the same happens with a tensor that is no `nn.Parameter`, and with layers in a plain Python list,
        // where one needs an `nn.ModuleList`. (The engine looks into arrays, optionals and dictionaries.) Compare
        // `parameterCount` with what you expect, and you find out in a second.
    }
}
