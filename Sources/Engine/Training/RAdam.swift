// # RAdam: Adam that warms itself up

import Layers

/// Rectified Adam, L. Liu et al., "On the Variance of the Adaptive Learning Rate and Beyond" (2020).
///
/// In the first steps s is a mean of few squares, and dividing by its root is mostly noise. With
///
///     ρ∞ = 2 / (1 - β₂) - 1,   ρ = ρ∞ - 2 t β₂ᵗ / (1 - β₂ᵗ)        roughly how many squares s stands for
///     r² = (ρ - 4)(ρ - 2) ρ∞ / ((ρ∞ - 4)(ρ∞ - 2) ρ)
///
/// the step is   p -= learningRate · m̂ · r √(1 - β₂ᵗ) / (√s + ε)   once ρ > 5, and simply
/// p -= learningRate · m̂   before. As in PyTorch, ε is added before the correction of s.
public final class RAdam: Adam {
    public init(
        groups: [ParameterGroup], learningRate: Float, momentum: Float = 0.9, squareMomentum: Float = 0.99,
        epsilon: Float = 1e-5, weightDecay: Float = 0, decay: WeightDecay = .penalty
    ) {
        super.init(groups, learningRate, momentum, squareMomentum, epsilon, weightDecay, decay)
    }

    public convenience init(
        _ parameters: [Parameter], learningRate: Float, momentum: Float = 0.9, squareMomentum: Float = 0.99,
        epsilon: Float = 1e-5, weightDecay: Float = 0, decay: WeightDecay = .penalty
    ) {
        self.init(
            groups: [ParameterGroup(parameters)], learningRate: learningRate, momentum: momentum,
            squareMomentum: squareMomentum, epsilon: epsilon, weightDecay: weightDecay, decay: decay)
    }

    override public var kind: String { super.kind + kindOfDecay }
    override func scales(
        _ learningRate: Double, _ correction: Double, _ squareCorrection: Double, steps: Int
    ) -> (rate: Float, root: Float, epsilon: Float) {
        let longest = 2 / (1 - Double(squareMomentum)) - 1
        let length = longest - 2 * Double(steps) * (1 - squareCorrection) / squareCorrection
        if length <= 5 { return (Float(learningRate / correction), 0, 1) }  // a denominator of 1
        let rectified = (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)
        return (Float(learningRate / correction * (rectified * squareCorrection).squareRoot()), 1, epsilon)
    }
}
