import Exercises16
import Layers
import Practice
import Solutions16
import Tensors

private typealias Stepper = (Parameter, [String: Float], [String: Tensor]) throws -> [String: Tensor]
private typealias Group = (parameters: [Parameter], settings: [String: Float])

/// The functions of an optimizer.
private struct Functions {
    let step, zeroGrad: NamedFunction<Void>
    let stored: NamedFunction<[String: Tensor], Named<Parameter>>
    let setRate: (Float) -> Void

    /// An optimizer is used by one check only, which runs on one thread.
    init(
        _ step: @escaping () throws -> Void, _ zeroGrad: @escaping () throws -> Void,
        _ stored: @escaping (Parameter) throws -> [String: Tensor], _ setRate: @escaping (Float) -> Void
    ) {
        nonisolated(unsafe) let (step, zeroGrad, stored) = (step, zeroGrad, stored)
        self.step = NamedFunction("optimizer.step()") { try step() }
        self.zeroGrad = NamedFunction("optimizer.zeroGrad()") { try zeroGrad() }
        self.stored = NamedFunction("optimizer.stored(for:)") { try stored($0.value) }
        self.setRate = setRate
    }
}

private typealias MakeOptimizer = @Sendable ([Group], [String: Float], [Stepper]) -> Functions

private let readers: MakeOptimizer = { groups, settings, steppers in
    let made = Exercises16.SteppedOptimizer(groups: groups, settings: settings, steppers: steppers)
    return Functions(made.step, made.zeroGrad, made.stored(for:)) { made.settings["rate"] = $0 }
}
private let ours: MakeOptimizer = { groups, settings, steppers in
    let made = Solutions16.SteppedOptimizer(groups: groups, settings: settings, steppers: steppers)
    return Functions(made.step, made.zeroGrad, made.stored(for:)) { made.settings["rate"] = $0 }
}

/// What a stepper needs, or a complaint about the optimizer that does not give it.
private func needed<Value>(_ value: Value?, _ expected: String, found: String) throws -> Value {
    if let value { return value }
    throw WrongAnswer(given: "optimizer.step(), what a stepper is given", expected: expected, found: found)
}
private func gradient(of p: Parameter) throws -> Tensor {
    try needed(p.grad, "a parameter that has a gradient", found: "one without, or whose gradient was cleared before")
}
private func number(_ name: String, in settings: [String: Float]) throws -> Float {
    try needed(settings[name], "a setting \"\(name)\"", found: "settings \(settings.keys.sorted())")
}

private func add(_ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]) throws -> [String: Tensor] {
    try ["sum": (stored["sum"] ?? .zeros(p.shape)) * number("keep", in: settings) + gradient(of: p)]
}

private func walk(_ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]) throws -> [String: Tensor] {
    let sum = try needed(
        stored["sum"], "\"sum\", stored by the stepper before it", found: "stored \(stored.keys.sorted())")
    let way = try sum * number("rate", in: settings)
    p.update { value, _ in value -= way }
    return ["walked": way]
}

let steppedOptimizer = Check("16.2", Answer(readers, ours)) { make in
    try momentumInGroups(make)
    try endsEarly(make)
}

/// Two groups, one with settings of its own; a parameter without a gradient; a rate that changes.
private func momentumInGroups(_ make: MakeOptimizer) throws {
    let (a, b, idle) = (Parameter(Tensor([1, 2])), Parameter(Tensor(5)), Parameter(Tensor(7)))
    let optimizer = make([([a, idle], [:]), ([b], ["keep": 0])], ["rate": 0.1, "keep": 0.5], [add, walk])
    for step in 1...3 {
        a.grad = Tensor([1, -2])
        b.grad = step == 2 ? nil : Tensor(10)
        if step == 3 { optimizer.setRate(1) }
        let done = try optimizer.step().noting("for the \(step). time")
        // 1, 1.5 and 1.75 of the gradient, at the rates 0.1, 0.1 and 1.
        let way: Float = [0.1, 0.25, 2][step - 1]
        try expectClose(
            done.its("a parameter that began as [1, 2]") { _ in a.value.detached() }, Tensor([1 - way, 2 + 2 * way]))
        try expectClose(
            done.its("one of a group with another setting") { _ in b.value.detached() }, Tensor([4, 4, -6][step - 1]))
        try expectClose(done.its("one without a gradient") { _ in idle.value.detached() }, Tensor(7))
        try expectEqual(done.its("the gradient of the first") { _ in a.grad?.scalars }, [1, -2])
    }
    let stored = try optimizer.stored(Named("the first", a))
    try expectEqual(stored.its("names") { $0.keys.sorted() }, ["sum", "walked"])
    try expectClose(stored.its("sum") { $0["sum"] ?? Tensor(.nan) }, Tensor([1.75, -3.5]))
    try expectClose(stored.its("walked") { $0["walked"] ?? Tensor(.nan) }, Tensor([1.75, -3.5]))
    try expectEqual(optimizer.stored(Named("one without a gradient", idle)).its("count", \.count), 0)
    let cleared = try optimizer.zeroGrad()
    try expectEqual(cleared.its("gradients that are left") { _ in [a, b, idle].count { $0.grad != nil } }, 0)
}

/// A stepper that clears the gradient is the last one.
private func endsEarly(_ make: MakeOptimizer) throws {
    let (a, b) = (Parameter(Tensor(1)), Parameter(Tensor(1)))
    let skip: Stepper = { p, _, stored in
        if try gradient(of: p).abs().max().item > 5 { p.grad = nil }
        return ["seen": (stored["seen"] ?? Tensor(0)) + 1]
    }
    let optimizer = make([([a, b], [:])], ["rate": 1, "keep": 0], [skip, add, walk])
    for size in [2, 9] as [Float] {
        a.grad = Tensor(size)
        b.grad = Tensor(1)
        let done = try optimizer.step().noting("a stepper clears gradients above 5, and one is \(size)")
        try expectClose(done.its("that parameter, which began as 1") { _ in a.value.detached() }, Tensor(-1))
    }
    try expectClose(
        optimizer.stored(Named("that parameter", a)).its("seen") { $0["seen"] ?? Tensor(.nan) }, Tensor(2))
    try expectClose(optimizer.stored(Named("the other", b)).its("seen") { $0["seen"] ?? Tensor(.nan) }, Tensor(2))
}
