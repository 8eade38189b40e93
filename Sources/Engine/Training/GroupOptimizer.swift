// What all optimizers of the engine share: groups, what is remembered for each parameter, and the loop
// over them. A subclass says what to remember, and gives a whole step to a kernel at once.

import Layers
import Tensors

/// The settings of a group in one step.
struct StepSettings {
    let learningRate, momentum, weightDecay: Float
}

/// A parameter in one step: where its numbers and its gradient are.
struct StepMemory {
    let value: UnsafeMutablePointer<Float>, grad: UnsafePointer<Float>
    let count: Int
}

/// The base of the engine's optimizers.
///
/// A parameter without a gradient is skipped: it is frozen, or took no part in the loss. Nothing is
/// remembered for it, and its steps do not count.
public class GroupOptimizer: Optimizer {
    public final let groups: [ParameterGroup]
    /// Those of all groups.
    public final let parameters: [Parameter]
    public final var learningRate: Float, momentum: Float, weightDecay: Float
    public final let decay: WeightDecay
    private var memories: [Memory]

    init(
        _ groups: [ParameterGroup], _ learningRate: Float, _ momentum: Float, _ weightDecay: Float, _ decay: WeightDecay
    ) {
        (self.groups, parameters) = (groups, groups.flatMap(\.parameters))
        (self.learningRate, self.momentum, self.weightDecay, self.decay) = (learningRate, momentum, weightDecay, decay)
        memories = parameters.map { _ in Memory() }
        require(
            Set(parameters.map(ObjectIdentifier.init)).count == parameters.count,
            "an optimizer of \(parameters.count) parameters", "a parameter is in it twice",
            try: "every parameter in one group only")
        requireSetting(learningRate >= 0, "a learning rate", learningRate, "0 or more")
        requireSetting(momentum >= 0, "a momentum", momentum, "0 or more")
        requireSetting(weightDecay >= 0, "a weight decay", weightDecay, "0 or more")
        for group in groups {
            for (name, value) in group.settings.sorted(by: { $0.key < $1.key }) {
                requireSetting(value >= 0, "a group's \(name)", value, "0 or more")
            }
        }
    }

    /// Which formula it follows: what changes that without being a number in `settings`.
    public var kind: String { "\(type(of: self))" }
    /// For those that can have either.
    final var kindOfDecay: String { decay == .decoupled ? " with decoupled decay" : "" }

    /// Stops the program unless a setting makes sense.
    final func requireSetting(_ isSensible: Bool, _ name: String, _ value: Float, _ range: String) {
        require(isSensible, "\(type(of: self)) with \(name) of \(value)", "it must be \(range)")
    }

    public final func step() {
        var number = 0
        for group in groups {
            let settings = StepSettings(
                learningRate: (group.learningRate ?? learningRate) * group.learningRateScale,
                momentum: group.momentum ?? momentum, weightDecay: group.weightDecay ?? weightDecay)
            for parameter in group.parameters {
                if let (value, grad) = parameter.memoryForStep() {
                    memories[number].steps += 1
                    let memory = StepMemory(value: value, grad: grad, count: parameter.count)
                    add(memory, &memories[number], parameter.shape, settings)
                }
                number += 1
            }
        }
        run()
    }

    /// Lists a parameter for the kernel.
    func add(_ parameter: StepMemory, _ memory: inout Memory, _ shape: [Int], _ settings: StepSettings) {}
    /// Runs the kernel over the listed parameters, and empties the list.
    func run() {}
    /// What the tensors of a memory are; empty where there is none.
    var memoryNames: (first: String, second: String, third: String) { ("", "", "") }
    /// The optimizer's own settings by name.
    var settings: [String: Float] {
        get { ["learningRate": learningRate, "momentum": momentum, "weightDecay": weightDecay] }
        set {
            learningRate = newValue["learningRate"] ?? learningRate
            momentum = newValue["momentum"] ?? momentum
            weightDecay = newValue["weightDecay"] ?? weightDecay
        }
    }

    /// What is remembered of one parameter: up to three tensors, made when they are first needed.
    struct Memory {
        var steps = 0
        var first: Tensor?, second: Tensor?, third: Tensor?

        mutating func firstBase(_ shape: [Int]) -> UnsafeMutablePointer<Float> { Memory.base(&first, shape) }
        mutating func secondBase(_ shape: [Int]) -> UnsafeMutablePointer<Float> { Memory.base(&second, shape) }
        mutating func thirdBase(_ shape: [Int]) -> UnsafeMutablePointer<Float> { Memory.base(&third, shape) }

        private static func base(_ tensor: inout Tensor?, _ shape: [Int]) -> UnsafeMutablePointer<Float> {
            if tensor == nil { tensor = .zeros(shape) }
            return tensor!.denseMemory()
        }
    }
}

// MARK: What goes into a checkpoint

extension GroupOptimizer {
    public final var state: OptimizerState {
        get {
            var all = settings
            for (number, group) in groups.enumerated() {
                for (name, value) in group.settings { all["groups.\(number).\(name)"] = value }
            }
            return OptimizerState(settings: all, memories: memories.map(saved))
        }
        set {
            settings = newValue.settings
            for (number, group) in groups.enumerated() {
                let own = newValue.settings.filter { $0.key.hasPrefix("groups.\(number).") }
                group.settings = .init(
                    own.map { (String($0.key.dropFirst("groups.\(number).".count)), $0.value) },
                    uniquingKeysWith: { $1 })
            }
            memories = newValue.memories.map(restored)
        }
    }

    private func saved(_ memory: Memory) -> OptimizerState.Memory {
        var saved = OptimizerState.Memory()
        saved.steps = memory.steps
        saved.tensors[memoryNames.first] = memory.first
        saved.tensors[memoryNames.second] = memory.second
        saved.tensors[memoryNames.third] = memory.third
        return saved
    }

    private func restored(_ saved: OptimizerState.Memory) -> Memory {
        Memory(
            steps: saved.steps, first: saved.tensors[memoryNames.first]?.detached(),
            second: saved.tensors[memoryNames.second]?.detached(),
            third: saved.tensors[memoryNames.third]?.detached())
    }
}
