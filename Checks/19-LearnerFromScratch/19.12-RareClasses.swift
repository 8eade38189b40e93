import Chapter19
import Exercises19
import Practice
import Solutions19
import Tensors

let rareClasses = Check(
    "19.12",
    answer(
        "weightedNLL(_:_:classWeights:)", Exercises19.weightedNLL(_:_:classWeights:),
        Solutions19.weightedNLL(_:_:classWeights:))
) { weightedNLL in
    let small = Tensor([[-1, -2], [-3, -4], [-5, -6]])
    try expectClose(weightedNLL(small, [0, 0, 1], [1, 4]), Tensor(28.0 / 6))
    try expectClose(weightedNLL(small, [1, 0, 1], [1, 4]), Tensor(35.0 / 9))
    // Equal weights are no weights, whatever their size; weights of classes that do not occur change nothing.
    for weight in [1, 0.01, 300] as [Float] {
        try expectClose(weightedNLL(small, [0, 0, 1], [weight, weight]), Tensor(10.0 / 3))
    }
    try expectClose(weightedNLL(small, [1, 1, 1], [70, 0.5]), Tensor(4))
    // What does not count may be impossible.
    let impossible = Tensor([[-.infinity, 0, -.infinity], [-1, -2, -.infinity], [-2, -.infinity, -3]])
    try expectClose(weightedNLL(impossible, [0, 1, 0], [0, 3, 1]), Tensor(2))
    try expectClose(weightedNLL(impossible, [0, 1, 2], [0, 1, 3]), Tensor((2 + 9.0) / 4))
    try expectClose(weightedNLL(impossible, [0, 0, 0], [0, 1, 1]), Tensor(0))
    // What counts may be, too.
    try expectClose(weightedNLL(impossible, [2, 1, 0], [0, 3, 1]), Tensor(.infinity))

    var random = SplitMix64(seed: 1912)
    for (n, classes) in [(1, 2), (5, 3), (40, 10)] {
        let scores = 2 * Tensor.randn(n, classes, using: &random)
        let labels = (0..<n).map { _ in Int(random.uniform() * Double(classes)) }
        let weights = (0..<classes).map { _ in Float(0.1 + 3 * random.uniform()) }
        let tracked = scores.requiringGrad()
        let found = try weightedNLL(logSoftmax(tracked), labels, weights)
        // What is expected is added up item by item; the gradient is (probabilities − truth) · weight / sum of weights.
        let own = labels.map { weights[$0] }
        let sum = own.reduce(0, +)
        let rows = logSoftmax(scores)
        let loss = labels.indices.map { -own[$0] * rows[$0, labels[$0]].item }.reduce(0, +) / sum
        try expectClose(found.its("loss", \.item), loss, tolerance: 1e-4)
        try expect(found.its("is tracked", \.requiresGrad), "a loss through which gradients flow") { $0 }
        found.value.backward()
        let truth = Tensor.eye(classes).rows(labels)
        let expected = (rows.exp() - truth) * (Tensor(own) / sum).unsqueezed(1)
        try expect(found.its("has a gradient") { _ in tracked.grad != nil }, "a gradient for the scores") { $0 }
        try expectClose(
            found.its("gradient for the scores behind it") { _ in tracked.grad! }, expected, tolerance: 1e-4)
    }
}
