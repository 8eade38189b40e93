// # The way back, function by function
//
// Section 17.9 · After this page you can write the gradient of a loss, of a ReLU and of a linear layer, and send a
// batch through the little net and back.

import Figures
import Notebook
import Tensors

// The chain rule for the last layer of the little net, whose loss is mse(linear(l2, w2, b2), y), says
//
//     ∂loss/∂b2 = ∂mse(out, y)/∂out · ∂linear(l2, w2, b2)/∂b2
//
// and the same with w2 or l2 in the place of b2. (The round ∂ says that there are other variables, too, and that these
// stay as they are.) For each function on the way we write one that goes back: it finds the gradient of its *output*
// and fills in those of its *inputs*.
//
// Where is a gradient kept? The book hangs it on the tensor, as an attribute `.g`. A Swift tensor is a value: who gets
// it has a copy, and nobody else would see what is hung on it. So the place for the gradient is an object, which the
// layer before and the layer after share:

/// A tensor with a slot for the gradient of the loss with respect to it.
public final class Variable {
    public let value: Tensor
    /// The gradient, once a function has computed it. (The book's attribute `.g`.)
    public var g: Tensor?

    public init(_ value: Tensor) { self.value = value }

    /// The gradient, which must be there by now.
    public var gradient: Tensor {
        guard let g else {
            stop(
                "the gradient of \(value.shape)", "nothing has computed it yet",
                try: "the gradient functions in the reverse order of the forward pass")
        }
        return g
    }
}

// **The loss** is the mean of n squares, (outᵢ - yᵢ)². If outᵢ grows, its own square grows 2 (outᵢ - yᵢ) times as fast,
// the others do not care, and the mean divides by n. The axis that the loss squeezed away comes back at the end,
// because a gradient has the shape of what it belongs to. (The book's function takes away all axes of length 1, the
// trap for a batch of one item. Ours names the axis.)

/// Fills in the gradient of the output: input [n, 1], target [n]. (The book's `mse_grad`.)
public func mseGradient(_ input: Variable, _ target: Tensor) {
    requireTargets(target, for: input.value)
    let difference = input.value.squeezed(-1) - target
    input.g = (2 * difference / Float(target.count)).unsqueezed(-1)
}

// **A ReLU** hands on what is above 0 and holds back the rest. Its slope is 1 above 0 and 0 below. (At 0 there is a
// kink and no slope. We take 0, as the engine's `relu()` and PyTorch's do. The last page of this section shows
// functions that take another.) As code it is a mask, `input.value .> 0`. `Tensor` makes 1 of each true and 0 of each
// false:

/// Fills in the gradient of the input. (The book's `relu_grad`.)
public func reluGradient(_ input: Variable, _ output: Variable) {
    input.g = Tensor(input.value .> 0) * output.gradient
}

// **A linear layer** has three inputs. Their formulas are derived on a later page of this section, and until then the
// shapes make them plausible: there is one way only to multiply an output's gradient [n, out] by w [in, out] so that
// the shape of x [n, in] comes out.

/// Fills in the gradients of input [n, in], w [in, out] and b [out]. (The book's `lin_grad`.)
public func linearGradient(_ input: Variable, _ output: Variable, _ w: Variable, _ b: Variable) {
    input.g = output.gradient.matmul(w.value.T)
    w.g = input.value.T.matmul(output.gradient)
    b.g = output.gradient.sum(axis: 0)
}

// That is all we need. Everything that the loss depends on gets a slot:

/// The numbers of the little net that get a gradient, each with an empty slot for it.
public struct LittleNetVariables {
    public let x, w1, b1, w2, b2: Variable

    public init(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) {
        (self.x, self.w1, self.b1) = (Variable(x), Variable(w1), Variable(b1))
        (self.w2, self.b2) = (Variable(w2), Variable(b2))
    }

    public init(_ net: LittleNet) { self.init(x: net.x, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2) }
}

// Forward through the layers, then backward through the same functions in exactly the reverse order:

/// Fills in all gradients of the little net. (The book's `forward_and_backward`.)
@discardableResult
public func forwardAndBackward(
    _ net: LittleNetVariables, _ target: Tensor
) -> (l1: Variable, l2: Variable, output: Variable, loss: Tensor) {
    let l1 = Variable(linear(net.x.value, net.w1.value, net.b1.value))
    let l2 = Variable(relu(l1.value))
    let output = Variable(linear(l2.value, net.w2.value, net.b2.value))
    let loss = mse(output.value, target)

    mseGradient(output, target)
    linearGradient(l2, output, net.w2, net.b2)
    reluGradient(l1, l2)
    linearGradient(net.x, l1, net.w1, net.b1)
    return (l1, l2, output, loss)
}

extension Foundations {
    func thereAndBack() {
        // For 200 items at once:
        let net = LittleNet(seed: run.seed)
        let ours = LittleNetVariables(net)
        let loss = forwardAndBackward(ours, net.y).loss
        show(
            ours.w1.gradient.shape, "shape of w1's gradient",
            ask: "w1 is [100, 50], and 200 items went through it. What is the shape of its gradient?")

        // Chapter 4 asked the engine for gradients: `requiringGrad`, then `backward`. Does it find the same?
        let engines = [net.x, net.w1, net.b1, net.w2, net.b2].map { $0.requiringGrad() }
        let l2 = relu(linear(engines[0], engines[1], engines[2]))
        let enginesLoss = mse(linear(l2, engines[3], engines[4]), net.y)
        enginesLoss.backward()
        var table = TextTable(["", "shape", "size", "ours and the engine's agree"], decimals: 5)
        let slots = [("x", ours.x), ("w1", ours.w1), ("b1", ours.b1), ("w2", ours.w2), ("b2", ours.b2)]
        for ((name, slot), engine) in zip(slots, engines) {
            let (size, difference) = (slot.gradient.abs().max().item, largestDifference(slot.gradient, engine.grad!))
            table.add(name, "\(slot.gradient.shape)", size, difference <= 1e-5 * size)
        }
        show(table, "The five gradients of the little net, and their largest numbers")
        show(abs(loss.item - enginesLoss.item) < 1e-6 * loss.item, "our loss is the engine's")
    }
}
