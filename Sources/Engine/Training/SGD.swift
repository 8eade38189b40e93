// # Stochastic gradient descent

import Kernels
import Layers
import Tensors

/// Stochastic gradient descent, with momentum if asked for:
///
///     v = momentum · v + g
///     p -= learningRate · v                    Polyak (1964)
///     p -= learningRate · (g + momentum · v)   with `nesterov`: I. Sutskever et al., "On the importance of
///                                              initialization and momentum in deep learning" (2013)
///
/// The new gradient is not damped by (1 - momentum), as in PyTorch and fastai: with momentum 0.9 a steady
/// gradient is followed in steps ten times as long. With a dampening it is,
///
///     v = momentum · v + (1 - dampening) · g
///
/// and v begins with the whole first gradient, as in PyTorch.
public final class SGD: GroupOptimizer {
    public let nesterov: Bool
    /// The share of every gradient but the first that does not go into the velocity.
    public let dampening: Float
    private var targets: [DescentTarget] = []

    /// - Parameters:
    ///   - momentum: the share of the last velocity that is kept; 0 for plain descent.
    ///   - dampening: the share of a gradient that does not go into the velocity; momentum's own makes v a mean.
    ///   - weightDecay: 0 for none.
    ///   - decay: PyTorch's penalty on the gradient, or fastai's decoupled decay. Without momentum they are the same.
    public init(
        groups: [ParameterGroup], learningRate: Float, momentum: Float = 0, dampening: Float = 0,
        nesterov: Bool = false, weightDecay: Float = 0, decay: WeightDecay = .penalty
    ) {
        (self.nesterov, self.dampening) = (nesterov, dampening)
        super.init(groups, learningRate, momentum, weightDecay, decay)
        require(
            !nesterov || groups.contains { ($0.momentum ?? momentum) > 0 }, "SGD with nesterov",
            "there is no momentum", try: "momentum: 0.9")
        require(
            !nesterov || dampening == 0, "SGD with nesterov", "its velocity cannot be dampened", try: "dampening: 0")
        requireSetting(dampening.isFinite, "a dampening", dampening, "a number, usually 0...1")
    }

    /// Plain descent, p -= learningRate · g
    public convenience init(_ parameters: [Parameter], learningRate: Float) {
        self.init(groups: [ParameterGroup(parameters)], learningRate: learningRate)
    }

    public convenience init(
        _ parameters: [Parameter], learningRate: Float, momentum: Float, dampening: Float = 0, nesterov: Bool = false,
        weightDecay: Float = 0, decay: WeightDecay = .penalty
    ) {
        self.init(
            groups: [ParameterGroup(parameters)], learningRate: learningRate, momentum: momentum, dampening: dampening,
            nesterov: nesterov, weightDecay: weightDecay, decay: decay)
    }

    override public var kind: String {
        super.kind + (nesterov ? " with nesterov" : "") + (dampening != 0 ? " with dampening \(dampening)" : "")
            + kindOfDecay
    }
    override var memoryNames: (first: String, second: String, third: String) { ("velocity", "", "") }

    override func add(_ p: StepMemory, _ memory: inout Memory, _ shape: [Int], _ settings: StepSettings) {
        let (penalty, shrinkage) = decay.factors(settings)
        let gradientShare = memory.first == nil ? 1 : 1 - dampening
        targets.append(
            DescentTarget(
                p.value, p.grad, velocity: settings.momentum == 0 ? nil : memory.firstBase(shape), count: p.count,
                rate: settings.learningRate, momentum: settings.momentum, gradientShare: gradientShare,
                nesterov: nesterov, penalty: penalty, shrinkage: shrinkage))
    }

    override func run() {
        descentStep(targets)
        targets.removeAll(keepingCapacity: true)
    }
}
