// Exercise 16.2 · The generic optimizer, from memory
// Section 16.2, questions 16.3, 16.4 and 16.5: Chapters/16-TrainingProcess/02-GenericOptimizer.swift

import Layers
import Practice
import Tensors

/// An optimizer that is a list of steppers, with groups of parameters that may have settings of their own. Its types,
/// its constants and `init` are given. Write the three functions, and add what has to be remembered.
public final class SteppedOptimizer {
    /// Changes a parameter if it likes, and returns what is to be stored for it.
    public typealias Stepper = (
        _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
    ) throws -> [String: Tensor]

    /// Those of all groups; a group's own settings take the place of these. They may be changed between steps.
    public var settings: [String: Float]
    let groups: [(parameters: [Parameter], settings: [String: Float])]
    let steppers: [Stepper]

    public init(
        groups: [(parameters: [Parameter], settings: [String: Float])], settings: [String: Float],
        steppers: [Stepper]
    ) {
        (self.groups, self.settings, self.steppers) = (groups, settings, steppers)
    }

    /// For each parameter that has a gradient, calls all steppers in their order. Each is given what the ones before it
    /// have stored in this step and in earlier ones; what it returns is merged into that.
    ///
    /// One thing is new. A stepper may set the parameter's gradient to nil. That ends the step of this parameter: the
    /// steppers after it are not called. What it has returned is stored. If a stepper throws, so does `step`.
    public func step() throws {
        throw Unanswered("16.2")
    }

    /// What is stored for a parameter; empty if nothing is.
    public func stored(for parameter: Parameter) throws -> [String: Tensor] {
        throw Unanswered("16.2")
    }

    /// Sets the gradients of all groups' parameters to nil.
    public func zeroGrad() throws {
        throw Unanswered("16.2")
    }
}
