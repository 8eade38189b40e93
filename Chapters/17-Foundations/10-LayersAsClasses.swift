// # Refactoring the model
//
// Section 17.10 · After this page you can put a forward function and its gradient into one object, and call it
// like a function.

import Figures
import Notebook
import Tensors

// Section 17.9 has computed all gradients of the little net with functions. Here are the two halves of its
// `forwardAndBackward`, side by side: forward on the left, then backward on the right. (A `Variable` is a value with a
// slot `g` for its gradient. Each `…Gradient` reads the slot of an output and fills those of the inputs.)
//
//     let l1 = Variable(linear(x, w1, b1))         mseGradient(output, target)
//     let l2 = Variable(relu(l1))                  linearGradient(l2, output, w2, b2)
//     let output = Variable(linear(l2, w2, b2))    reluGradient(l1, l2)
//     let loss = mse(output, target)               linearGradient(x, l1, w1, b1)
//
// It works, but you have to keep two lists in step: what goes into each function, and the same again, in reverse order,
// for its gradient. An object can keep that in mind for you. It is called like a function, and notes what went in and
// what came out; when it is asked to go back, it knows both.
//
// Whoever has a list of such layers must know what to ask them for. In Python whatever has the right methods will do;
// in Swift, a protocol says so:

/// A layer that can be called, and then be sent back: it fills the gradient slots of what it was given.
public protocol HandmadeLayer: AnyObject {
    func callAsFunction(_ input: Variable) -> Variable
    func backward()
}

// `callAsFunction` is Swift's word for Python's `__call__`: if a type has a method of that name, then `layer(x)` means
// `layer.callAsFunction(x)`. And sending back a layer that has never been called is a mistake. `lastCall` stops the
// program then, and says so:

/// What a layer noted during its last call. Stops the program if there was none.
func lastCall<Noted>(_ noted: Noted?) -> Noted {
    guard let noted else { stop("backward", "this layer has not been called", try: "the forward pass first") }
    return noted
}

// Now the three layers. `Linear` and `ReLU` are the best names, but the engine has them, too. So ours live in a
// *namespace*: an `enum` without cases, `WithClasses`. Outside of it, our class is called `WithClasses.ReLU`.

/// The little net in classes: every layer is an object with a forward and a backward method.
public enum WithClasses {
    /// y = max(x, 0). (The book's `Relu`.)
    public final class ReLU: HandmadeLayer {
        private var noted: (input: Variable, output: Variable)?

        public init() {}

        public func callAsFunction(_ input: Variable) -> Variable {
            let output = Variable(relu(input.value))
            noted = (input, output)
            return output
        }

        public func backward() { reluGradient(lastCall(noted).input, lastCall(noted).output) }
    }

    /// y = x · w + b, with w [in, out]. (The book's `Lin`.)
    public final class Linear: HandmadeLayer {
        let w, b: Variable
        private var noted: (input: Variable, output: Variable)?

        public init(_ w: Variable, _ b: Variable) { (self.w, self.b) = (w, b) }

        public func callAsFunction(_ input: Variable) -> Variable {
            let output = Variable(linear(input.value, w.value, b.value))
            noted = (input, output)
            return output
        }

        public func backward() { linearGradient(lastCall(noted).input, lastCall(noted).output, w, b) }
    }

    /// The mean of (output - target)². (The book's `Mse`.)
    public final class MeanSquaredError {
        private var noted: (output: Variable, target: Tensor)?

        public init() {}

        public func callAsFunction(_ output: Variable, _ target: Tensor) -> Tensor {
            noted = (output, target)
            return mse(output.value, target)
        }

        public func backward() { mseGradient(lastCall(noted).output, lastCall(noted).target) }
    }
}

// The loss is the odd one out: it has two inputs, and it need not note its result, since no gradient depends on it.

extension Foundations {
    func layersAsClasses() {
        // One layer alone, forward: a negative number becomes 0.
        let layer = WithClasses.ReLU()
        let x = Variable(Tensor([-1, 2, 3]))
        let y = layer(x)
        show(y.value, "relu of [-1, 2, 3]")

        // Back: suppose that something later has a slope of 5 with respect to each of the three results. We put that
        // into the slot of y, as the next layer would, and send the layer back:
        y.g = Tensor([5, 5, 5])
        layer.backward()
        show(
            x.g!, "what arrives in the slot of x",
            ask: "x was [-1, 2, 3], the slope at each result is 5. Which three numbers arrive in the slot of x?")

        // Nothing had to be passed to `backward()`. The layer knows what it was called with.
    }
}
