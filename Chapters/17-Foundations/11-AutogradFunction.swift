// # Layers of the engine
//
// Section 17.11 · After this page you can add an operation of your own to the engine, with a backward pass that you
// have written.

import Notebook
import Tensors

// The layers of section 17.10 remember their last call, fill slots, and have to be sent back one by one. The engine
// does it differently in three respects, and so does PyTorch:
//
// 1. What must be remembered belongs to a call. Each call gets a *context*, a place for notes of its own (PyTorch's
//    `ctx`).
// 2. You choose what to note: `save` puts it into the context, and `saved` has it on the way back. (PyTorch's
//    `save_for_backward` and `saved_tensors`.) `LayerFunction` keeps all arguments and the result, needed or not.
// 3. Backward *returns* gradients and stores nothing. Somebody else carries them on, and adds them up where a value
//    was used twice.
//
// That somebody is the graph that `backward()` walks, see `Autograd.swift`. Every tracked value knows the operation
// that made it and the values that this operation was given. What an operation has to bring along is a forward and a
// backward. In PyTorch this is a subclass of `torch.autograd.Function` with two static methods; in the engine it is an
// `AutogradFunction`, a struct with two methods. Here is ReLU:

/// y = max(x, 0)   ⇒   dx = dy where x > 0, else 0. (The book's `MyRelu`.)
public struct MyReLU: AutogradFunction {
    public init() {}

    public func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        context.save(operands[0])
        return operands[0].clamped(min: 0)
    }

    public func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        [dy * Tensor(context.saved[0] .> 0)]
    }
}

// Both methods speak of lists, because an operation may have several operands: forward gets them all, and backward
// returns a gradient for each. Why static in PyTorch, and a struct here? For the same reason: nobody can leave
// notes in the wrong place. A static method has no `self`, and such a method of a struct cannot change the struct; the
// compiler sees to it.

extension Foundations {
    func operationOfOnesOwn() {
        // A function is called like any other. The value that it makes is tracked if its operand is, and says where it
        // came from:
        let myReLU = MyReLU()
        let x = Tensor([-2, -1, 0, 1, 2]).requiringGrad()
        let y = myReLU(x)
        show(y, "y = myReLU(x)")
        show(y.gradFn!, "its operation")

        // Then `backward()` finds it in the graph and calls our backward:
        (y * Tensor([1, 10, 100, 1000, 10000])).sum().backward()
        show(
            x.grad!, "the gradient",
            ask: "x is [-2, -1, 0, 1, 2], the gradient of y [1, 10, 100, 1000, 10000]. What is the gradient of x?")

        // (At 0 the function has a corner and no slope. Like the engine's `relu()`, and like PyTorch's, we say 0 there.
        // `clamped(min: 0)` alone would say 1, see section 17.9. Here it only computes the value.) On random numbers
        // our function and the engine's relu agree to the last bit, forward and back:
        var random = run.random
        let numbers = Tensor.randn(1000, using: &random)
        let (ours, engines) = (numbers.requiringGrad(), numbers.requiringGrad())
        let (a, b) = (myReLU(ours), engines.relu())
        (a * numbers).sum().backward()
        (b * numbers).sum().backward()
        show(a.scalars == b.scalars && ours.grad!.scalars == engines.grad!.scalars, "the same bits")
    }

    func aContextForEveryCall() {
        // One ReLU in two places of a net was too much for `WithClasses.ReLU` in section 17.10. Here it is no problem.
        // The same net, relu(relu(x) · w):
        let myReLU = MyReLU()
        let x = Tensor([[1, 2]]).requiringGrad()
        let w = Tensor([[1], [1]])
        let y = myReLU(myReLU(x).matmul(w))
        y.sum().backward()
        show(x.grad!, "gradient at x, with one function in two places")

        // And where a value is used twice, somebody has to add. A slot that is *set*, as in section 17.10, would keep
        // the second gradient and lose the first. The graph adds:
        let z = Tensor([1, 2]).requiringGrad()
        (myReLU(z) + 10 * myReLU(z)).sum().backward()
        show(
            z.grad!, "gradient of relu(z) + 10 · relu(z)",
            ask: "What is the gradient of the sum of relu(z) + 10 · relu(z), at z = [1, 2]?")
    }

    func trackedOrNot() {
        // A call is recorded if one of its operands is tracked, and if recording is on. In PyTorch a tensor is tracked
        // if its `requires_grad` is true; in both libraries parameters are, and plain tensors are not. If nothing is
        // recorded, the context is thrown away at once, with all that was saved in it:
        let x = Tensor([1, -1]).requiringGrad()
        show(MyReLU()(x).requiresGrad, "tracked operand", ask: "x is tracked. Is MyReLU()(x) tracked, too?")
        show(noGrad { MyReLU()(x) }.requiresGrad, "inside noGrad", ask: "And MyReLU()(x) inside noGrad, is it tracked?")
        show(MyReLU()(x.detached()).requiresGrad, "operand without history")

        // So during evaluation our function costs no memory. During training, what it saves lives until `backward()`
        // has come through, and is then released.
    }
}
