// Nudge: Three loops inside each other: groups, parameters, steppers. What must be known in the innermost one, and
//   where does it come from?
// Idea: Keep a dictionary of dictionaries. A parameter is an object, so `ObjectIdentifier(parameter)` can be the key of
//   what is stored for it. The settings of a group are `settings.merging(group.settings) { $1 }`.
// Almost: For each parameter with a gradient: `for stepper in steppers where parameter.grad != nil`, call it with
//   `memory[key] ?? [:]`, and merge what it returns with `memory[key, default: [:]].merge(new) { $1 }`. The `where` is
//   asked anew before each stepper, which is all that the new rule needs.

import Layers
import Tensors

public final class SteppedOptimizer {
    public typealias Stepper = (
        _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
    ) throws -> [String: Tensor]

    public var settings: [String: Float]
    let groups: [(parameters: [Parameter], settings: [String: Float])]
    let steppers: [Stepper]
    private var memory: [ObjectIdentifier: [String: Tensor]] = [:]

    public init(
        groups: [(parameters: [Parameter], settings: [String: Float])], settings: [String: Float],
        steppers: [Stepper]
    ) {
        (self.groups, self.settings, self.steppers) = (groups, settings, steppers)
    }

    public func step() throws {
        for group in groups {
            let settings = settings.merging(group.settings) { $1 }
            for parameter in group.parameters { try step(parameter, settings) }
        }
    }

    private func step(_ parameter: Parameter, _ settings: [String: Float]) throws {
        let key = ObjectIdentifier(parameter)
        for stepper in steppers where parameter.grad != nil {
            let new = try stepper(parameter, settings, memory[key] ?? [:])
            memory[key, default: [:]].merge(new) { $1 }
        }
    }

    public func stored(for parameter: Parameter) throws -> [String: Tensor] {
        memory[ObjectIdentifier(parameter)] ?? [:]
    }

    public func zeroGrad() throws {
        for parameter in groups.flatMap(\.parameters) { parameter.grad = nil }
    }
}
