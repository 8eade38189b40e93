// # Optimizers: a step against the gradient
//
// All optimizers of the engine are of one kind (`GroupOptimizer`): parameters in groups that may have
// settings of their own, and a memory for each parameter. They differ in the formula of the step alone.

import Layers
import Tensors

/// Changes parameters according to their gradients.
public protocol Optimizer: AnyObject {
    /// Length of a step; may be changed between steps.
    var learningRate: Float { get set }
    /// How much of the previous steps' direction a step keeps; may be changed between steps.
    var momentum: Float { get set }
    var parameters: [Parameter] { get }
    /// Changes every parameter that has a gradient.
    func step()
    /// Clears all gradients, so that the next backward pass starts from zero.
    func zeroGrad()
    /// What it needs to continue later, for a checkpoint.
    var state: OptimizerState { get set }
    /// Which formula it follows: another kind cannot continue from its state.
    var kind: String { get }
}

extension Optimizer {
    /// 0, unless the optimizer has momentum. Setting it to anything else stops the program then: it would have no
    /// effect.
    public var momentum: Float {
        get { 0 }
        set {
            require(
                newValue == 0, "\(type(of: self)).momentum = \(newValue)", "this optimizer has none",
                try: "one that has, like SGD or Adam; or momentum: nil, where fit sets it")
        }
    }
    /// The type's name, unless there are several kinds of it.
    public var kind: String { "\(type(of: self))" }
    public func zeroGrad() { parameters.forEach { $0.grad = nil } }
    /// The learning rate, unless the optimizer has more to remember.
    public var state: OptimizerState {
        get { OptimizerState(settings: ["learningRate": learningRate], memories: parameters.map { _ in .init() }) }
        set { learningRate = newValue.settings["learningRate"] ?? learningRate }
    }
}

/// What an optimizer remembers from step to step.
public struct OptimizerState: Sendable {
    /// Of one parameter.
    public struct Memory: Sendable {
        /// Steps made so far.
        public var steps = 0
        /// Running averages and the like by name, each shaped like the parameter; none before the first step.
        public var tensors: [String: Tensor] = [:]
        public init() {}
    }
    /// Learning rate, momentum and so on by name, those of a group as `groups.0.learningRate`.
    public var settings: [String: Float]
    /// In the order of the optimizer's `parameters`.
    public var memories: [Memory]

    public init(settings: [String: Float], memories: [Memory]) {
        (self.settings, self.memories) = (settings, memories)
    }
}

/// How weight decay draws a weight towards zero.
public enum WeightDecay: Sendable {
    /// As an addition to the gradient, g += decay · p: the slope of a penalty ½ decay · p². What follows, an
    /// average or a division, sees the sum.
    case penalty
    /// Apart from the gradient, p -= learningRate · decay · p before the step.
    /// I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization" (2019).
    case decoupled

    /// What is added to a gradient for each unit of weight, and what a weight is multiplied by before a step.
    func factors(_ settings: StepSettings) -> (penalty: Float, shrinkage: Float) {
        switch self {
        case .penalty: (settings.weightDecay, 1)
        case .decoupled: (0, 1 - settings.learningRate * settings.weightDecay)
        }
    }
}
