// # RMSProp: a learning rate for every single weight

import Kernels
import Layers

/// Steps divided by the root of the running mean of squared gradients: weights whose gradients are always
/// small take larger steps. (G. Hinton's lecture 6e of "Neural Networks for Machine Learning", 2012.)
///
///     s = α · s + (1 - α) · g²            α is `squareMomentum`
///     v = momentum · v + g / (√s + ε)
///     p -= learningRate · v
///
/// Defaults are those of fastai and PyTorch (α 0.99), with PyTorch's ε outside the root.
public final class RMSProp: GroupOptimizer {
    public private(set) var squareMomentum: Float, epsilon: Float
    private var targets: [RMSPropTarget] = []

    /// - Parameters:
    ///   - momentum: the share of the last velocity that is kept; 0 for none.
    ///   - decay: PyTorch's penalty on the gradient, or decoupled decay.
    public init(
        groups: [ParameterGroup], learningRate: Float, momentum: Float = 0, squareMomentum: Float = 0.99,
        epsilon: Float = 1e-8, weightDecay: Float = 0, decay: WeightDecay = .penalty
    ) {
        (self.squareMomentum, self.epsilon) = (squareMomentum, epsilon)
        super.init(groups, learningRate, momentum, weightDecay, decay)
        requireSetting((0..<1).contains(squareMomentum), "a momentum of squares", squareMomentum, "0 or more, below 1")
        requireSetting(epsilon >= 0, "an epsilon", epsilon, "0 or more")
    }

    public convenience init(
        _ parameters: [Parameter], learningRate: Float, momentum: Float = 0, squareMomentum: Float = 0.99,
        epsilon: Float = 1e-8, weightDecay: Float = 0, decay: WeightDecay = .penalty
    ) {
        self.init(
            groups: [ParameterGroup(parameters)], learningRate: learningRate, momentum: momentum,
            squareMomentum: squareMomentum, epsilon: epsilon, weightDecay: weightDecay, decay: decay)
    }

    override public var kind: String { super.kind + kindOfDecay }
    override var memoryNames: (first: String, second: String, third: String) { ("velocity", "square", "") }
    override var settings: [String: Float] {
        get { super.settings.merging(["squareMomentum": squareMomentum, "epsilon": epsilon]) { $1 } }
        set {
            super.settings = newValue
            (squareMomentum, epsilon) = (newValue["squareMomentum"] ?? squareMomentum, newValue["epsilon"] ?? epsilon)
        }
    }

    override func add(_ p: StepMemory, _ memory: inout Memory, _ shape: [Int], _ settings: StepSettings) {
        let (penalty, shrinkage) = decay.factors(settings)
        targets.append(
            RMSPropTarget(
                p.value, p.grad, square: memory.secondBase(shape),
                velocity: settings.momentum == 0 ? nil : memory.firstBase(shape), count: p.count,
                rate: settings.learningRate, momentum: settings.momentum, squareMomentum: squareMomentum,
                epsilon: epsilon, penalty: penalty, shrinkage: shrinkage))
    }

    override func run() {
        rmsPropStep(targets)
        targets.removeAll(keepingCapacity: true)
    }
}
