import Chapter12
import Exercises12
import Layers
import Practice
import Solutions12
import Tensors
import Training

private typealias Net = any WordModel & KeepsActivations
private typealias Make = NamedFunction<Net, Int, Int, Int, Float, Float, UInt64>

let regularizedGRU = Check(
    "12.25",
    answer(
        "regularizedGRU(vocabulary:hidden:layers:dropout:weightDropout:seed:)",
        Exercises12.regularizedGRU(vocabulary:hidden:layers:dropout:weightDropout:seed:),
        Solutions12.regularizedGRU(vocabulary:hidden:layers:dropout:weightDropout:seed:))
) { make in
    for layers in [1, 3] {
        try expectTied(make(7, 6, layers, 0.3, 0.4, 5), layers)
        try expectMemory(make(7, 6, layers, 0, 0, 5))
        try expectDropout(make(7, 16, layers, 0.5, 0, 5))
        try expectDroppedWeights(make, layers)
    }
    let (again, other) = (try make(7, 6, 2, 0, 0, 5), try make(7, 6, 2, 0, 0, 6))
    let first = try make(7, 6, 2, 0, 0, 5).value.forward(text)
    try expectClose(again.its("scores, compared with the same seed once more") { $0.forward(text) }, first)
    try expect(other.its("scores") { $0.forward(text).scalars }, "others than with another seed", found: "the same") {
        $0 != first.scalars
    }
    try expectToLearn(make(4, 16, 1, 0.1, 0.1, 1))
}

private let text = IntTensor([[0, 1, 2, 3, 4, 5], [6, 0, 6, 1, 6, 2]])

/// Parameters and shapes; and scores are activations times the table, with a bias.
private func expectTied(_ made: Found<Net>, _ layers: Int) throws {
    let net = made.value
    try expectEqual(
        made.its("number of parameters") { $0.parameterCount }, 7 * 6 + layers * (2 * 18 * 6 + 2 * 18) + 7)
    for isTraining in [true, false] {
        if isTraining { net.train() } else { net.eval() }
        let scores = net.forward(text)
        let table = net.parameters.first { $0.shape == [7, 6] }?.value,
            bias = net.parameters.first { $0.shape == [7] }?.value
        let kept = net.activations
        let found = made.its("activations.dropped · tableᵀ + bias, in \(isTraining ? "training" : "use")") { _ in
            (kept?.dropped ?? .zeros(1, 6)).matmul(table?.T ?? .zeros(6, 7)) + (bias ?? .zeros(7))
        }
        try expectClose(found, scores)
    }
}

private func expectMemory(_ made: Found<Net>) throws {
    let net = made.value
    let whole = net.forward(text)
    net.reset()
    let parts = [net.forward(text[0..., ..<2]), net.forward(text[0..., 2...])]
    try expectClose(made.its("scores of a text that comes in two parts") { _ in .cat(parts, axis: 1) }, whole)
    net.reset()
    try expectClose(made.its("scores after reset()") { _ in net.forward(text) }, whole)
    net.reset()
    let shape = made.its("scores of 3 texts after reset(), shape") { _ in net.forward(IntTensor([[1], [2], [3]])).shape
    }
    try expectEqual(shape, [3, 1, 7])

    // Word 0 is read in the first part only, and the score of word 3 is asked for: no gradient may reach its row.
    net.reset()
    _ = net.forward(IntTensor([[0, 1]]))
    net.zeroGrad()
    net.forward(IntTensor([[2]])).gathered(axis: 2, IntTensor([[[3]]])).sum().backward()
    let gradient = net.parameters.first { $0.shape == [7, 6] }?.grad ?? .zeros(7, 6)
    let rows = made.its(
        "rows of the table with a gradient, if word 2 is read after a batch of 0 and 1, for word 3's score"
    ) {
        _ in (0..<7).filter { gradient[$0].abs().max().item > 0 }
    }
    try expectEqual(rows, [2, 3])
}

/// The output dropout alone.
private func expectDropout(_ made: Found<Net>) throws {
    let net = made.value
    func kept() -> RecurrentActivations? {
        net.reset()
        _ = net.forward(text)
        return net.activations
    }
    guard let (a, b) = kept().flatMap({ a in kept().map { (a, $0) } }) else {
        return try expect(made.its("activations after a call") { _ in "nil" }, "what the last layer gave") { _ in false
        }
    }
    let mask = Tensor(a.dropped .!= 0)
    try expectClose(made.its("activations.dropped, p = 0.5") { _ in a.dropped }, a.raw * mask * 2)
    let first = mask[0..., ..<1].expanded(to: mask.shape)
    try expectClose(made.its("what is kept at each step, compared with the first") { _ in mask }, first)
    let share = made.its("share of what is kept") { _ in mask.mean().item }
    try expect(share, "about a half") { abs($0 - 0.5) < 0.4 }
    try expectEqual(made.its("same masks in two calls") { _ in a.dropped.scalars == b.dropped.scalars }, false)
    net.eval()
    let used = kept()!
    try expectClose(made.its("activations.dropped, in use") { _ in used.dropped }, used.raw)
}

private func expectDroppedWeights(_ make: Make, _ layers: Int) throws {
    /// How many of the matrices [3 · hidden, hidden] have no gradient in training.
    func withoutGradient(_ made: Found<Net>) -> Found<Int> {
        made.its("matrices of GRU layers without a gradient, after a call in training") { net in
            net.reset()
            net.zeroGrad()
            _ = net.forward(text)
            net.forward(text).squared().sum().backward()
            return net.parameters.count { $0.shape == [18, 6] && ($0.grad?.abs().max().item ?? 0) == 0 }
        }
    }
    try expectEqual(withoutGradient(make(7, 6, layers, 0, 1, 3)), layers)
    try expectEqual(withoutGradient(make(7, 6, layers, 0, 0.5, 3)), 0)
    let (dropping, whole) = (try make(7, 6, layers, 0, 0.5, 3), try make(7, 6, layers, 0, 0, 3))
    func scores(_ made: Found<Net>) -> Tensor {
        made.value.reset()
        return made.value.forward(text)
    }
    let (a, b) = (scores(dropping), scores(dropping))
    try expectEqual(dropping.its("same scores in two calls in training") { _ in a.scalars == b.scalars }, false)
    try expectClose(dropping.its("first scores of a text, in two calls") { _ in a[0..., 0] }, b[0..., 0])
    dropping.value.eval()
    try expectClose(
        dropping.its("scores in use, compared with a model that drops nothing") { _ in scores(dropping) }, scores(whole)
    )
}

private func expectToLearn(_ made: Found<Net>) throws {
    let net = made.value
    let words = (0..<41).map { [0, 1, 2, 1, 3][$0 % 5] }
    let (x, y) = (IntTensor([Array(words[..<40])]), IntTensor(Array(words[1...])))
    let optimizer = AdamW(net.parameters, learningRate: 0.02)
    for _ in 0..<100 {
        net.reset()
        crossEntropy(net.forward(x).reshaped(-1, 4), y).backward()
        optimizer.step()
        optimizer.zeroGrad()
    }
    net.eval()
    net.reset()
    let loss = noGrad { crossEntropy(net.forward(x).reshaped(-1, 4), y).item }
    try expect(made.its("loss after 100 steps on 0 1 2 1 3 0 1 2 1 3 …") { _ in loss }, "below 0.3") { $0 < 0.3 }
}
