// # A step, with a pull towards zero
//
// Section 19.6 · After this page you can write SGD with weight decay, and say what becomes of a weight that no gradient
// holds in its place.

import Common
import Figures
import Notebook
import Tensors

// The training loop needs someone who changes the parameters. What it asks of them is little: take a step, and let
// others set its length.

/// Changes parameters by their gradients.
public protocol Optimizer: AnyObject {
    /// Length of a step; may be changed between steps.
    var learningRate: Float { get set }
    /// Changes every parameter that has a gradient, and clears the gradients.
    func step()
}

// Stochastic gradient descent subtracts the gradient, times the rate. *Weight decay* adds a share of the weight itself
// to its gradient, which is the slope of ½ · decay · p²: large weights cost something. No gradients are recorded while
// weights change, hence `noGrad`. And clearing the gradients is part of the step, so that nobody can forget it:

/// p −= (g + decay · p) · rate, for every parameter. (The book's `SGD`.)
public final class SGD: Optimizer {
    public let parameters: [Parameter]
    public var learningRate: Float
    public let weightDecay: Float

    public init(_ parameters: [Parameter], learningRate: Float, weightDecay: Float = 0) {
        (self.parameters, self.learningRate, self.weightDecay) = (parameters, learningRate, weightDecay)
    }

    public func step() {
        noGrad {
            for parameter in parameters {
                guard let grad = parameter.grad else { continue }
                let change = (grad + parameter.value * weightDecay) * learningRate
                parameter.value -= change
                parameter.grad = nil
            }
        }
    }
}

extension LearnerFromScratch {
    func oneStepOfSGD() {
        // Two weights, 1 and -2, each with a gradient of 0.5. The rate is 0.1, the decay 0.1:
        let weights = Parameter(Tensor([1, -2]))
        weights.grad = Tensor([0.5, 0.5])
        SGD([weights], learningRate: 0.1, weightDecay: 0.1).step()
        show(
            weights.value.detached(), "1 − (0.5 + 0.1 · 1) · 0.1, and -2 − (0.5 − 0.1 · 2) · 0.1",
            predict: .numbers("Where are the weights 1 and -2 after the step?", [0.94, -2.03], within: .percent(0.5)))
        show(weights.grad == nil, "and the gradient is gone")
    }

    func weightsThatNobodyHolds() {
        // What does decay do where there is nothing to learn? With a gradient of 0, each step multiplies the weight by
        // 1 − rate · decay. At a rate of 0.1 and a decay of 0.01 that is 0.999:
        let weight = Parameter(Tensor(1))
        let optimizer = SGD([weight], learningRate: 0.1, weightDecay: 0.01)
        let path = (0..<1000).map { _ in
            weight.grad = Tensor(0)
            optimizer.step()
            return weight.value.item
        }
        show(path[0], "after one step")
        show(
            significant(path[999], 4), "after a thousand steps",
            predict: .choice(
                "Each of 1000 steps multiplies the weight by 0.999. What is left of it?",
                ["almost nothing", "about a third", "almost all of it"], answer: "about a third"))

        // Weights that the data need are held in place by their gradients; all others fade.
    }

    func aStepNeedsAGradient() {
        // A parameter without a gradient is left alone, decay or not. It did not take part in the loss, perhaps because
        // its layer was not called:
        let (used, unused) = (Parameter(Tensor(1)), Parameter(Tensor(1)))
        used.grad = Tensor(0)
        SGD([used, unused], learningRate: 0.1, weightDecay: 0.5).step()
        show([used, unused].map { $0.value.item }, "a gradient of 0, and no gradient")
    }
}
