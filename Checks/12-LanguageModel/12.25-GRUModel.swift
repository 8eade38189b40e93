import Chapter12
import Exercises12
import Layers
import Practice
import Solutions12
import Tensors
import Training

let gruModel = Check(
    "12.25",
    answer("gruStates(_:_:from:)", Exercises12.gruStates(_:_:from:), Solutions12.gruStates(_:_:from:)),
    answer(
        "gruModel(vocabulary:hidden:layers:seed:)", Exercises12.gruModel(vocabulary:hidden:layers:seed:),
        Solutions12.gruModel(vocabulary:hidden:layers:seed:))
) { states, model in
    try expectSameAsTheEngines(states)
    try expectMemory(model)
    try expectToLearn(model)
}

private typealias States = NamedFunction<Tensor, Tensor, RecurrentWeights, Tensor>
private typealias Model = NamedFunction<any LanguageModelNet, Int, Int, Int, UInt64>

private func expectSameAsTheEngines(_ states: States) throws {
    var random = SplitMix64(seed: 1225)
    for (batch, steps, inputs, hidden) in [(1, 1, 1, 1), (2, 5, 3, 4), (3, 2, 4, 2)] {
        let cell = GRUCell(inputs, hidden, using: &random)
        let (x, h) = (
            Tensor.randn(batch, steps, inputs, using: &random).requiringGrad(),
            Tensor.randn(batch, hidden, using: &random).requiringGrad()
        )
        let dy = Tensor.randn(batch, steps, hidden, using: &random)
        func gradients(_ y: Tensor) -> [Tensor] {
            y.backward(gradient: dy)
            let found = [x.grad!, h.grad!] + cell.parameters.map { $0.grad! }
            cell.zeroGrad()
            (x.grad, h.grad) = (nil, nil)
            return found
        }
        let found = try states(x, cell.weights, h)
        let engines = x.gru(cell.weights, from: h)
        try expectClose(found, engines)
        try expect(found.its("operation that made it", \.gradFn), "single steps, not `gru`") { $0 != "gru" }
        let (its, expected) = (gradients(found.value), gradients(engines))
        for (k, name) in ["x", "h", "input weight", "hidden weight", "input bias", "hidden bias"].enumerated() {
            try expectClose(found.its("gradient of \(name)") { _ in its[k] }, expected[k], tolerance: 1e-4)
        }
    }
}

private func expectMemory(_ make: Model) throws {
    for layers in [1, 3] {
        let made = try make(7, 6, layers, 5)
        let net = made.value
        let gates = layers * (2 * 18 * 6 + 2 * 18)
        try expectEqual(made.its("number of parameters") { $0.parameterCount }, 7 * 6 + gates + 6 * 7 + 7)
        let text = IntTensor([[0, 1, 2, 3, 4, 5], [6, 0, 6, 1, 6, 2]])
        let whole = net.forward(text)
        try expectEqual(made.its("scores of 2 texts of 6 words, shape") { _ in whole.shape }, [2, 6, 7])
        net.reset()
        let parts = [net.forward(text[0..., ..<2]), net.forward(text[0..., 2...])]
        try expectClose(made.its("scores of a text that comes in two parts") { _ in .cat(parts, axis: 1) }, whole)
        net.reset()
        try expectClose(made.its("scores after reset()") { _ in net.forward(text) }, whole)

        // Words 0 and 1 are read in the first part only; the gradient of the second must not reach their rows.
        net.reset()
        _ = net.forward(IntTensor([[0, 1]]))
        net.zeroGrad()
        net.forward(IntTensor([[2, 3]])).sum().backward()
        let table = net.parameters.first { $0.shape == [7, 6] && $0.grad != nil }!
        let reached = table.grad![0..<2].abs().max().item
        try expectEqual(made.its("gradient of words that were read in the batch before") { _ in reached }, 0)
        // Another batch size begins anew.
        net.reset()
        try expectEqual(
            made.its("scores of 3 texts, shape") { _ in net.forward(IntTensor([[1], [2], [3]])).shape }, [3, 1, 7])
        // The same seed, the same numbers; another seed, others.
        let (again, other) = (try make(7, 6, layers, 5).value, try make(7, 6, layers, 6).value)
        let seeds = made.its("same numbers from the same seed, and from another") { _ in
            [again, other].map { $0.parameters[0].value.scalars == net.parameters[0].value.scalars }
        }
        try expectEqual(seeds, [true, false])
    }
}

private func expectToLearn(_ make: Model) throws {
    let made = try make(4, 16, 1, 1)
    let net = made.value
    let words = (0..<41).map { [0, 1, 2, 1, 3][$0 % 5] }
    let (x, y) = (IntTensor([Array(words[..<40])]), IntTensor(Array(words[1...])))
    let optimizer = AdamW(net.parameters, learningRate: 0.02)
    var losses: [Float] = []
    for _ in 0..<60 {
        net.reset()
        let loss = crossEntropy(net.forward(x).reshaped(-1, 4), y)
        loss.backward()
        optimizer.step()
        optimizer.zeroGrad()
        losses.append(loss.item)
    }
    try expect(made.its("loss after 60 steps on 0 1 2 1 3 0 1 2 1 3 …") { _ in losses.last! }, "below 0.2") { $0 < 0.2 }
}
