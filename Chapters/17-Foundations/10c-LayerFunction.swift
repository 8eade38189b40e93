// # A shared base
//
// Section 17.10 · After this page you can write down once what all layers have in common, and leave to each layer the
// two functions that make it what it is.

import Figures
import Notebook
import Tensors

// In `WithClasses`, each of the three layers says again that it notes what went in and what came out. That belongs in
// one place. In Python this is a base class: `LayerFunction` has a `__call__` that keeps arguments and result, and a
// `backward` that hands them on; `Relu`, `Lin` and `Mse` inherit both and add `forward` and `bwd`.
//
// Swift can do the same with a base class. But it can also separate what the base mixes. What every layer must *say*
// is a protocol, and the compiler checks that nothing is missing:

/// What makes a layer: how its output is computed, and how the gradient comes back.
public protocol LayerRule {
    /// What it is called with: a variable, or several things in a tuple.
    associatedtype Arguments

    func forward(_ arguments: Arguments) -> Tensor

    /// Fills the slots of the arguments and of the parameters, from that of the output. (The book's `bwd`.)
    func backward(_ output: Variable, _ arguments: Arguments)
}

// What every layer *does*, to note its arguments and its result, is a class, written for any rule:

/// A layer that notes its last call, whatever its rule. (The book's base class of that name.)
public final class LayerFunction<Rule: LayerRule> {
    let rule: Rule
    private var noted: (arguments: Rule.Arguments, output: Variable)?

    public init(_ rule: Rule) { self.rule = rule }

    public func callAsFunction(_ arguments: Rule.Arguments) -> Variable {
        let output = Variable(rule.forward(arguments))
        noted = (arguments, output)
        return output
    }

    public func backward() { rule.backward(lastCall(noted).output, lastCall(noted).arguments) }
}

extension LayerFunction: HandmadeLayer where Rule.Arguments == Variable {}

// (`lastCall` stops the program if the layer was not called before. The last line says that a layer with a single
// variable as its argument fits into a list of layers, next to those of `WithClasses`.)
//
// The rules are structs. They remember nothing, and so there is little left of them. With the formulas of section 17.9
// in place, each is its mathematics and no more. (From here on, dx is short for the gradient of the *loss* with respect
// to x, what section 17.9 keeps in `x.g`, and no longer for a small step.)

/// The little net in rules, with one class that remembers for all of them.
public enum WithLayerFunction {
    /// y = max(x, 0)   ⇒   dx = dy where x > 0, else 0. (The book's second `Relu`.)
    public struct ReLU: LayerRule {
        public init() {}

        public func forward(_ x: Variable) -> Tensor { relu(x.value) }

        public func backward(_ y: Variable, _ x: Variable) { x.g = Tensor(x.value .> 0) * y.gradient }
    }

    /// y = x · w + b   ⇒   dx = dy · wᵀ, dw = xᵀ · dy, db = Σ dy. (The book's second `Lin`.)
    public struct Linear: LayerRule {
        let w, b: Variable

        public init(_ w: Variable, _ b: Variable) { (self.w, self.b) = (w, b) }

        public func forward(_ x: Variable) -> Tensor { linear(x.value, w.value, b.value) }

        public func backward(_ y: Variable, _ x: Variable) {
            x.g = y.gradient.matmul(w.value.T)
            w.g = x.value.T.matmul(y.gradient)
            b.g = y.gradient.sum(axis: 0)
        }
    }

    /// L = mean of (output - target)²   ⇒   d output = 2 (output - target) / n. (The book's second `Mse`.)
    public struct MeanSquaredError: LayerRule {
        public init() {}

        public func forward(_ given: (output: Variable, target: Tensor)) -> Tensor {
            mse(given.output.value, given.target)
        }

        public func backward(_ loss: Variable, _ given: (output: Variable, target: Tensor)) {
            let error = given.output.value.squeezed(-1) - given.target
            given.output.g = (2 * error / Float(error.count)).unsqueezed(-1)
        }
    }
}

// The model is the one of `WithClasses`, with each layer wrapped. (Two pairs of parentheses at the loss: its one
// argument is a pair.)

extension WithLayerFunction {
    /// The little net once more. (The book's `Model`, on its base class.)
    public final class Model: HandmadeModel {
        let layers: [any HandmadeLayer]
        let loss = LayerFunction(MeanSquaredError())

        public init(_ w1: Variable, _ b1: Variable, _ w2: Variable, _ b2: Variable) {
            layers = [LayerFunction(Linear(w1, b1)), LayerFunction(ReLU()), LayerFunction(Linear(w2, b2))]
        }

        public func callAsFunction(_ x: Variable, _ target: Tensor) -> Tensor {
            loss((layers.reduce(x) { value, layer in layer(value) }, target)).value
        }

        public func backward() {
            loss.backward()
            for layer in layers.reversed() { layer.backward() }
        }
    }
}

extension Foundations {
    func layerFunction() {
        // Does it still compute the same? Largest differences to the version in functions, for x, w1, b1, w2 and b2:
        let net = LittleNet(seed: run.seed)
        let (functions, rules) = (WithFunctions.gradients(of: net), WithLayerFunction.Model.gradients(of: net))
        show(rules.largestDifferences(from: functions), "largest differences to the functions'")

        // One thing deserves a second look. The gradient of the loss's own output is never set: the slot of `loss`
        // stays empty, and its rule does not ask for it. It would be 1, the slope of the loss with respect to itself.
    }
}
