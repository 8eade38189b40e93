// # Adam: momentum and RMSProp in one

import Foundation
import Kernels
import Layers

/// Adam, D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization" (2015). The loop over all parameters is in
/// `Kernels/Optimizers/AdamStep.swift`:
///
///     m = β₁ m + (1 - β₁) g               β₁ is `momentum`
///     s = β₂ s + (1 - β₂) g²              β₂ is `squareMomentum`
///     p -= learningRate · m̂ / (√ŝ + ε)    m̂ = m / (1 - β₁ᵗ), ŝ = s / (1 - β₂ᵗ) in step t: both begin at 0
///
/// Weight decay is a penalty on the gradient here, and is divided by √ŝ with it; see ``AdamW``. With `amsgrad` the
/// largest s so far takes the place of s in ŝ (S. Reddi et al., "On the Convergence of Adam and Beyond", 2018).
/// Defaults are fastai's (β₂ 0.99, ε 1e-5), which suit one-cycle training; PyTorch's are 0.999 and 1e-8.
public class Adam: GroupOptimizer {
    public private(set) final var squareMomentum: Float, epsilon: Float
    /// Whether steps are divided by the root of the largest s so far, so that no weight's rate ever rises again.
    public final let amsgrad: Bool
    final var targets: [AdamTarget] = []

    init(
        _ groups: [ParameterGroup], _ learningRate: Float, _ momentum: Float, _ squareMomentum: Float,
        _ epsilon: Float, _ weightDecay: Float, _ decay: WeightDecay, amsgrad: Bool = false
    ) {
        (self.squareMomentum, self.epsilon, self.amsgrad) = (squareMomentum, epsilon, amsgrad)
        super.init(groups, learningRate, momentum, weightDecay, decay)
        for momentum in [momentum] + groups.compactMap(\.momentum) {
            requireSetting(momentum < 1, "a momentum", momentum, "below 1")
        }
        requireSetting((0..<1).contains(squareMomentum), "a momentum of squares", squareMomentum, "0 or more, below 1")
        requireSetting(epsilon >= 0, "an epsilon", epsilon, "0 or more")
    }

    public convenience init(
        groups: [ParameterGroup], learningRate: Float, momentum: Float = 0.9, squareMomentum: Float = 0.99,
        epsilon: Float = 1e-5, weightDecay: Float = 0, amsgrad: Bool = false
    ) {
        self.init(
            groups, learningRate, momentum, squareMomentum, epsilon, weightDecay, .penalty,
            amsgrad: amsgrad)
    }

    public convenience init(
        _ parameters: [Parameter], learningRate: Float, momentum: Float = 0.9, squareMomentum: Float = 0.99,
        epsilon: Float = 1e-5, weightDecay: Float = 0, amsgrad: Bool = false
    ) {
        self.init(
            [ParameterGroup(parameters)], learningRate, momentum, squareMomentum, epsilon, weightDecay, .penalty,
            amsgrad: amsgrad)
    }

    override public var kind: String { super.kind + (amsgrad ? " with amsgrad" : "") }
    override final var memoryNames: (first: String, second: String, third: String) {
        ("average", "square", "largestSquare")
    }
    override final var settings: [String: Float] {
        get { super.settings.merging(["squareMomentum": squareMomentum, "epsilon": epsilon]) { $1 } }
        set {
            super.settings = newValue
            (squareMomentum, epsilon) = (newValue["squareMomentum"] ?? squareMomentum, newValue["epsilon"] ?? epsilon)
        }
    }

    override final func add(_ p: StepMemory, _ memory: inout Memory, _ shape: [Int], _ settings: StepSettings) {
        let correction = 1 - pow(Double(settings.momentum), Double(memory.steps))
        let squareCorrection = 1 - pow(Double(squareMomentum), Double(memory.steps))
        let scales = scales(Double(settings.learningRate), correction, squareCorrection, steps: memory.steps)
        let (penalty, shrinkage) = decay.factors(settings)
        targets.append(
            AdamTarget(
                p.value, p.grad, average: memory.firstBase(shape), square: memory.secondBase(shape),
                largestSquare: amsgrad ? memory.thirdBase(shape) : nil, count: p.count, momentum: settings.momentum,
                squareMomentum: squareMomentum, rate: scales.rate,
                rootScale: scales.root, epsilon: scales.epsilon, penalty: penalty, shrinkage: shrinkage))
        note(settings, correction)
    }

    /// The numbers of p -= rate · m / (√s · root + ε), from the corrections 1 - βᵗ of m and s.
    func scales(
        _ learningRate: Double, _ correction: Double, _ squareCorrection: Double, steps: Int
    ) -> (rate: Float, root: Float, epsilon: Float) {
        (Float(learningRate / correction), Float(1 / squareCorrection.squareRoot()), epsilon)
    }

    /// For a variant that needs more than the kernel's numbers.
    func note(_ settings: StepSettings, _ correction: Double) {}

    override func run() {
        adamStep(targets)
        targets.removeAll(keepingCapacity: true)
    }
}

/// Adam with weight decay separate from the gradient (I. Loshchilov and F. Hutter, "Decoupled Weight Decay
/// Regularization", 2019): p -= learningRate · weightDecay · p, then Adam's step.
///
/// Every weight decays at the same rate. In ``Adam`` one with large gradients hardly decays at all.
public final class AdamW: Adam {
    public convenience init(
        groups: [ParameterGroup], learningRate: Float, momentum: Float = 0.9, squareMomentum: Float = 0.99,
        epsilon: Float = 1e-5, weightDecay: Float = 0.01, amsgrad: Bool = false
    ) {
        self.init(
            groups, learningRate, momentum, squareMomentum, epsilon, weightDecay, .decoupled,
            amsgrad: amsgrad)
    }

    public convenience init(
        _ parameters: [Parameter], learningRate: Float, momentum: Float = 0.9, squareMomentum: Float = 0.99,
        epsilon: Float = 1e-5, weightDecay: Float = 0.01, amsgrad: Bool = false
    ) {
        self.init(
            [ParameterGroup(parameters)], learningRate, momentum, squareMomentum, epsilon, weightDecay, .decoupled,
            amsgrad: amsgrad)
    }
}
