// # Optimizers: a step against the gradient

import Layers
import Tensors

/// Changes parameters by their gradients.
public protocol Optimizer: AnyObject {
    /// Length of a step; may be changed between steps.
    var learningRate: Float { get set }
    var parameters: [Parameter] { get }
    /// Changes every parameter that has a gradient.
    func step()
    /// Clears all gradients, so that the next backward pass starts from nothing.
    func zeroGrad()
}

extension Optimizer {
    public func zeroGrad() { parameters.forEach { $0.grad = nil } }
}

/// Stochastic gradient descent: w -= lr · gradient
public final class SGD: Optimizer {
    public let parameters: [Parameter]
    public var learningRate: Float

    public init(_ parameters: [Parameter], learningRate: Float) {
        (self.parameters, self.learningRate) = (parameters, learningRate)
    }

    public func step() {
        for parameter in parameters {
            parameter.update { value, grad in value.add(grad, times: -learningRate) }
        }
    }
}
