// What the checks of steppers have in common: a stepper is called step by step beside an optimizer of the engine, and
// then put into the list of a generic optimizer.

import Layers
import Practice
import Solutions16
import Tensors
import Training

/// Changes the parameter, and returns what is to be stored for it.
typealias StepperBody =
    @Sendable (Parameter, [String: Float], [String: Tensor]) throws -> [String: Tensor]

/// The same as a check calls it.
typealias NamedStepper = NamedFunction<
    [String: Tensor], Named<Parameter>, Named<[String: Float]>, Named<[String: Tensor]>
>

/// What cannot be written is shown by a name.
func named(
    _ stepper: @escaping StepperBody
) -> @Sendable (Named<Parameter>, Named<[String: Float]>, Named<[String: Tensor]>) throws -> [String: Tensor] {
    { try stepper($0.value, $1.value, $2.value) }
}

/// What becomes of some numbers in a first step.
func firstStep(
    _ stepper: NamedStepper, from start: Tensor, _ gradient: Tensor, _ settings: [String: Float]
) throws -> (p: Found<Tensor>, stored: Found<[String: Tensor]>) {
    let p = Parameter(start)
    p.grad = gradient
    let stored = try stepper(Named("p", p), Named("settings", settings), Named("[:]", [:]))
        .noting("p = \(start.scalars), its gradient \(gradient.scalars), settings \(sorted(settings))")
    try expectEqual(stored.its("the gradient of p afterwards") { _ in p.grad?.scalars }, gradient.scalars)
    return (stored.its("p") { _ in p.value.detached() }, stored)
}

/// A stepper beside the engine's optimizer: alone, and in a generic optimizer with groups and a rate that changes.
func expectSteps(
    _ stepper: NamedStepper, _ settings: [String: Float], like engine: ([ParameterGroup]) -> any Optimizer,
    using random: inout SplitMix64
) throws {
    let start = Tensor.randn(2, 3, using: &random)
    let gradients = someGradients([2, 3], 12, using: &random)
    let expected = weights(of: { engine([ParameterGroup([$0])]) }, from: start, gradients: gradients)
    let p = Parameter(start)
    var stored: [String: Tensor] = [:]
    for (number, gradient) in gradients.enumerated() {
        p.grad = gradient
        let found = try stepper(Named("p", p), Named("settings", settings), remembered(stored, after: number))
            .noting("settings \(sorted(settings))")
        try expectClose(found.its("p after step \(number + 1)") { _ in p.value.detached() }, expected[number])
        stored.merge(found.value) { $1 }
    }
    try expectInOptimizer(stepper, settings, like: engine, gradients)
}

/// Two groups of which one has a rate of its own, and is without a gradient now and then.
private func expectInOptimizer(
    _ stepper: NamedStepper, _ settings: [String: Float], like engine: ([ParameterGroup]) -> any Optimizer,
    _ gradients: [Tensor]
) throws {
    let ours = gradients.prefix(2).map { Parameter($0) }
    let theirs = gradients.prefix(2).map { Parameter($0) }
    let optimizer = SteppedOptimizer(
        groups: [([ours[0]], [:]), ([ours[1]], ["learningRate": 0.02])], settings: settings,
        steppers: [{ try stepper(Named("p", $0), Named("settings", $1), Named("stored", $2)).value }])
    let expected = engine([ParameterGroup([theirs[0]]), ParameterGroup([theirs[1]], learningRate: 0.02)])
    for (number, gradient) in gradients.enumerated() {
        for parameters in [ours, theirs] {
            parameters[0].grad = gradient
            parameters[1].grad = number % 3 == 1 ? nil : -gradient
        }
        let rate = 0.05 + 0.01 * Float(number)
        (optimizer.settings["learningRate"], expected.learningRate) = (rate, rate)
        try optimizer.step()
        expected.step()
        for (place, name) in ["the first", "the second"].enumerated() {
            let found = Found(
                "in a generic optimizer, \(name) parameter after step \(number + 1)", ours[place].value.detached())
            try expectClose(found, theirs[place].value.detached())
        }
    }
}

private func sorted(_ settings: [String: Float]) -> String {
    "[" + settings.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "]"
}
