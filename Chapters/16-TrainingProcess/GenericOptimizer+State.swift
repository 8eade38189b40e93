// What a checkpoint keeps of a list of steppers, so that training can be continued: the settings, and what is stored
// for each parameter. A count of steps is kept as a count, everything else as a tensor.

import Tensors
import Training

extension GenericOptimizer {
    /// The steppers in their order: another list cannot continue from what this one has stored.
    public var kind: String { "GenericOptimizer of " + steppers.map(\.name).joined(separator: ", ") }

    public var state: OptimizerState {
        get {
            let memories = stored.map { stored in
                var memory = OptimizerState.Memory()
                memory.steps = stored["steps"].map { Int($0.item) } ?? 0
                memory.tensors = stored.filter { $0.key != "steps" }
                return memory
            }
            return OptimizerState(settings: settings, memories: memories)
        }
        set {
            settings.merge(newValue.settings) { $1 }
            stored = newValue.memories.map { memory in
                var stored = memory.tensors.mapValues { $0.detached() }
                if memory.steps > 0 { stored["steps"] = Tensor(Float(memory.steps)) }
                return stored
            }
        }
    }
}
