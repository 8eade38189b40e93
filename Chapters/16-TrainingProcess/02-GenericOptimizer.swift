// # A generic optimizer
//
// Section 16.2 · After this page you can put an optimizer together from small functions, and say who takes the step.

import Layers
import Notebook
import Tensors
import Training

// One could write a class for each optimizer. They would have a lot in common: the loop over the parameters, the
// learning rate, something that is remembered for each parameter. And whoever wants to try an idea would have to copy
// one of them and change a line. The book does it the other way round. There is one optimizer, which does next to
// nothing, and a list of small functions that it calls for each parameter, one after the other. The book calls these
// *optimizer callbacks*. We call them *steppers*.
//
// A stepper can change the parameter, or remember something about it, or both. What does it have to know? The parameter
// with its gradient; the *settings*, which are numbers such as the learning rate; and what steppers have *stored* for
// this parameter, in earlier steps or a moment ago. In Python all that arrives as named arguments. Here settings and
// stored tensors come in one value, `StepValues`:

/// What a stepper is told besides the parameter. (The book's named arguments.)
@dynamicMemberLookup
public struct StepValues {
    let settings: [String: Float]
    /// What is stored for this parameter, by name; empty before the first step.
    public let stored: [String: Tensor]

    /// A setting: `now.learningRate`.
    public subscript(dynamicMember name: String) -> Float {
        guard let value = settings[name] else {
            stop("a stepper that asks for \(name)", "there are \(settings.keys.sorted())", try: "reads: [\"\(name)\"]")
        }
        return value
    }

    /// A stored tensor that has to be there: `now["average"]`. Without it, the program stops.
    public subscript(name: String) -> Tensor {
        guard let tensor = stored[name] else {
            stop(
                "a stepper that needs \"\(name)\"",
                "stored so far: \(stored.isEmpty ? "none" : stored.keys.sorted().joined(separator: ", "))",
                try: "a stepper that stores it, earlier in the list")
        }
        return tensor
    }
}

// (`@dynamicMemberLookup` is how Swift lets you write `now.learningRate` for a name that is looked up while the program
// runs.) A `Stepper` is a function of both. What it returns is a dictionary of tensors to be stored. It also says which
// settings it reads, so that a missing one is noticed at once and not in the middle of a training:

/// A small part of an optimizer. (The book's optimizer callback.)
public struct Stepper: Sendable {
    public let name: String
    /// The settings that it needs.
    let reads: [String]
    private let body: @Sendable (Parameter, StepValues) -> [String: Tensor]

    /// - Parameter body: changes the parameter if it likes, and returns what is to be stored for it.
    public init(
        _ name: String, reads: [String],
        _ body: @escaping @Sendable (_ p: Parameter, _ now: StepValues) -> [String: Tensor]
    ) {
        (self.name, self.reads, self.body) = (name, reads, body)
    }

    func callAsFunction(_ p: Parameter, _ now: StepValues) -> [String: Tensor] { body(p, now) }
}

// The optimizer itself has two duties. `step` goes through all parameters that have a gradient, calls every stepper,
// and *merges* what it returns into what is stored: new names are added, known ones get their new value. The next
// stepper of the list sees it already. `zeroGrad` makes the gradients ready for the next batch:

/// An optimizer that is a list of steppers. (The book's `Optimizer`.)
public final class GenericOptimizer: Optimizer {
    public let parameters: [Parameter]
    public let steppers: [Stepper]
    /// Numbers by name, "learningRate" among them. (The book's hypers.)
    public internal(set) var settings: [String: Float]
    /// What is stored for each of the parameters. (The book's state.)
    public internal(set) var stored: [[String: Tensor]]
    /// Settings of each parameter's group, which take the place of the optimizer's.
    let groupSettings: [[String: Float]]

    public init(
        groups: [(parameters: [Parameter], settings: [String: Float])], learningRate: Float, steppers: [Stepper],
        settings: [String: Float] = [:]
    ) {
        parameters = groups.flatMap(\.parameters)
        groupSettings = groups.flatMap { group in group.parameters.map { _ in group.settings } }
        self.steppers = steppers
        self.settings = settings.merging(["learningRate": learningRate]) { $1 }
        stored = parameters.map { _ in [:] }
        requireSettings(self.settings, ofGroups: groupSettings, thatAreReadBy: steppers)
    }

    /// All parameters in one group without settings of its own.
    public convenience init(
        _ parameters: [Parameter], learningRate: Float, steppers: [Stepper], settings: [String: Float] = [:]
    ) {
        self.init(groups: [(parameters, [:])], learningRate: learningRate, steppers: steppers, settings: settings)
    }

    public func step() {
        for (number, parameter) in parameters.enumerated() where parameter.grad != nil {
            let settings = settings.merging(groupSettings[number]) { $1 }
            for stepper in steppers {
                let new = stepper(parameter, StepValues(settings: settings, stored: stored[number]))
                stored[number].merge(new) { _, newest in newest }
            }
        }
    }

    /// (The book's `zero_grad`.)
    public func zeroGrad() { for parameter in parameters { parameter.grad = nil } }

    /// What a schedule changes from batch to batch.
    public var learningRate: Float {
        get { settings["learningRate"]! }
        set { settings["learningRate"] = newValue }
    }
    /// The same; 0 where no stepper reads it.
    public var momentum: Float {
        get { settings["momentum"] ?? 0 }
        set {
            if settings["momentum"] == nil && newValue == 0 { return }
            require(settings["momentum"] != nil, "momentum = \(newValue)", "no stepper reads it", try: "momentum: nil")
            settings["momentum"] = newValue
        }
    }
}

// (`zeroGrad` of the book sets gradients to zero and detaches them, so that nothing of the last batch's computation is
// kept alive. Here a gradient is never part of a computation, and `nil` says the same as zero: nothing has been added
// up yet. A *group* is a list of parameters with settings of their own. Exercise 16.6 makes two of a model's.)
//
// Now look for the line that changes a weight. There is none. This class cannot take a step of any kind. Everything
// that makes an optimizer an optimizer is in its steppers, and they are on the next page.
