// # Calculating gradients
//
// Section 4.6 · After this page you can ask a tensor for its gradient and say what came back.

import Notebook
import Tensors

extension DigitClassifier {
    func gradients() {
        // The derivative of a function says how fast it rises at a point: rise over run. For x² it is 2x. You will not
        // have to work out such rules: the engine knows one for each of its operations, and chains them.
        //
        // First say which number is going to change. `requiringGrad()` says so, and from then on the engine keeps track
        // of everything that is computed from it. (PyTorch's `requires_grad_`.)
        let x = Tensor(3).requiringGrad()
        show(x.requiresGrad, "x is tracked")

        // Compute with it as usual. The value carries a note of how it was made, its `gradFn`:
        let y = parabola(x)
        show(y, "y; in the book, tensor(9., grad_fn=<PowBackward0>)")

        // `backward` sends the question "how would y change?" back along those notes. The answer is stored on x. It is
        // an optional, because before `backward` there is none; `!` says that there is one now:
        show(x.grad == nil, "no gradient yet")
        y.backward()
        show(x.grad!.item, "slope of x² at 3", ask: "What is the slope of x² at 3?")
        record("gradient/x-squared-at-3", x.grad!.item, book: 6)

        // This works for any number of numbers, with a slope for each. The loss has to be a single number, so the
        // squares are summed:
        let numbers = Tensor([3, 4, 10]).requiringGrad()
        let sum = parabola(numbers).sum()
        show(sum, "their sum; in the book, tensor(125., grad_fn=<SumBackward0>)")
        sum.backward()
        show(
            numbers.grad!, "slopes at 3, 4 and 10, in the book 6, 8 and 20",
            ask: "What are the slopes of the sum of squares at 3, 4 and 10?")
        record("gradient/sum-of-squares", sum.item, book: 125)

        // Each of the three is a *partial* derivative: what happens if this number moves and the others stay. Is it
        // true? Nudge each number and compare. (`detached()` gives the same numbers untracked: an experiment should
        // leave no notes.)
        let nudge: Float = 0.01
        let slopes = (0..<3).map { k in
            var moved = numbers.detached()
            moved[k] = moved[k] + nudge
            return (parabola(moved).sum() - sum.detached()).item / nudge
        }
        show(Tensor(slopes), "slopes by nudging")

        // They agree, up to the size of the nudge. But nudging had to compute the sum four times, once more for every
        // number, and `backward` only went back once.
        //
        // You will meet two terms everywhere. Going through the function from x to y is the *forward pass*; going back
        // from y to the slopes is the *backward pass*, or *backpropagation* (chapter 17 builds it by hand, and
        // `Autograd.swift` shows the engine's). So `backward` is named after its method. Named after what it does, it
        // would be `calculateGradient`. And "gradient", which is a function in mathematics, here means numbers: the
        // slopes at the current point, kept with the parameter.
        //
        // On the parabola, a steep slope means that there is far to go, and a gentle one that the bottom is near. Do
        // not rely on it: section 4.8 has a valley with a gentle slope and a long way to go. The gradient says in which
        // direction to step, not how far. (What a second `backward` does to it is a surprise for section 4.13.)
    }
}
