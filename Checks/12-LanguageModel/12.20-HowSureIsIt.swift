import Exercises12
import Layers
import Practice
import Solutions12
import Tensors

/// Gives another answer each time, and notes in which mode it was asked.
private final class Moody: Module, Layer {
    let weight = Parameter(Tensor([1, -1]))
    let part: Part
    private(set) var modes: [Bool] = []
    private(set) var calls: Float = 0

    init(_ part: Part) { self.part = part }

    func forward(_ x: Tensor) -> Tensor {
        modes += [isTraining, part.isTraining]
        calls += 1
        return x * weight.value * calls
    }
}

private final class Part: Module {}

private typealias Answers = (mean: Tensor, deviation: Tensor)
private typealias Ask = @Sendable (any Layer<Tensor, Tensor>, Tensor, Int) throws -> Answers

private let readers: Ask = { try Exercises12.answers(of: $0, to: $1, times: $2) }
private let ours: Ask = { try Solutions12.answers(of: $0, to: $1, times: $2) }

let howSureIsIt = Check("12.20", Answer(readers, ours)) { ask in
    func answers(_ name: String, _ model: any Layer<Tensor, Tensor>, _ x: Tensor, _ times: Int) throws -> Found<Answers>
    {
        let call = "answers(of: \(name), to: x \(x.shape), times: \(times))"
        return Found(call, try asking(call) { try ask(model, x, times) })
    }
    for (times, isTraining) in [(2, false), (3, true), (5, false)] {
        let model = Moody(Part())
        if !isTraining { model.eval() }
        let found = try answers("a model in \(isTraining ? "training" : "use")", model, Tensor([[2, 3]]), times)
        // Its answers are 1, 2, 3 … times x · weight.
        let numbers = (1...times).map { Float($0) }
        let mean = numbers.reduce(0, +) / Float(times)
        let variance = numbers.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Float(times - 1)
        try expectClose(found.its("mean", \.mean), mean * Tensor([[2, -3]]))
        try expectClose(found.its("deviation", \.deviation), variance.squareRoot() * Tensor([[2, 3]]))
        try expectEqual(
            found.its("modes of model and part in each call, true for training") { _ in model.modes },
            Array(repeating: true, count: 2 * times))
        try expectEqual(
            found.its("isTraining of model and part, afterwards") { _ in [model.isTraining, model.part.isTraining] },
            [isTraining, isTraining])
        try expectEqual(found.its("whether the mean has a history") { $0.mean.requiresGrad }, false)
    }
    // A model without chance is always sure.
    var random = SplitMix64(seed: 1220)
    let linear = Linear(2, 3, using: &random)
    let found = try answers("Linear(2, 3)", linear, Tensor([[1, 2], [3, 4]]), 4)
    try expectClose(found.its("mean", \.mean), linear(Tensor([[1, 2], [3, 4]])).detached())
    try expectClose(found.its("deviation", \.deviation), .zeros(2, 3))
}
