// # Gradients that are too large
//
// One strange batch, or a recurrent net over many steps, can make a gradient that throws the weights far
// away. Clipping cuts every number, or shortens the gradient as a whole and keeps its direction
// (R. Pascanu et al., "On the difficulty of training recurrent neural networks", 2013).

import Kernels
import Layers
import Tensors

/// The root of the sum of squares over all gradients.
public func gradientNorm(_ parameters: [Parameter]) -> Float {
    let squares = parameters.compactMap(\.grad).map { grad in
        grad.array.withContiguous { $0.isEmpty ? 0 : sumOfSquares($0.baseAddress!, count: $0.count) }
    }
    return Float(squares.reduce(0, +).squareRoot())
}

/// g *= largest / |g| if |g|, over all gradients together, is larger.
///
/// - Returns: |g| before. Where it is infinite or not a number, the gradients are left as they are: no factor
///   would make them right, and the caller may leave out the step.
@discardableResult
public func clipGradients(_ parameters: [Parameter], toNorm largest: Float) -> Float {
    require(largest > 0, "clipGradients(toNorm: \(largest))", "a norm must be above 0")
    let norm = gradientNorm(parameters)
    guard norm > largest, norm.isFinite else { return norm }
    for parameter in parameters {
        if let grad = parameter.grad { parameter.grad = noGrad { grad * (largest / norm) } }
    }
    return norm
}

/// Clamps every number of every gradient to -largest ... largest. NaN stays NaN.
public func clipGradients(_ parameters: [Parameter], toValue largest: Float) {
    require(largest > 0, "clipGradients(toValue: \(largest))", "the bound must be above 0")
    for parameter in parameters {
        if let grad = parameter.grad { parameter.grad = noGrad { grad.clamped(min: -largest, max: largest) } }
    }
}

/// Shortens the gradient before every step. A step with a gradient that is infinite or not a number is left
/// out.
public final class GradientClipping: Callback {
    private let largest: Float
    /// The norm before each step, unclipped.
    public private(set) var norms: [Float] = []

    public init(toNorm largest: Float) { self.largest = largest }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        guard phase == .step else { return }
        norms.append(clipGradients(learner.optimizer.parameters, toNorm: largest))
        if norms.last!.isFinite { return }
        learner.optimizer.zeroGrad()
        throw Cancel(.step)
    }
}
