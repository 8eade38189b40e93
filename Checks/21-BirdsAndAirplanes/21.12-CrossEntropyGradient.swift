import Exercises21
import Practice
import Solutions21
import Tensors
import Training

let crossEntropyGradient = Check(
    "21.12",
    answer(
        "crossEntropyGradient(_:_:)", Exercises21.crossEntropyGradient(_:_:), Solutions21.crossEntropyGradient(_:_:))
) { gradient in
    var random = SplitMix64(seed: 2112)
    for (items, classes) in [(3, 2), (4, 10), (1, 5), (6, 3)] {
        let scores = Tensor.randn(items, classes, using: &random) * 2
        let labels = (0..<items).map { _ in Int.random(in: 0..<classes, using: &random) }
        let found = try gradient(scores, labels)
        try expect(found, "a tensor") { $0 != nil }
        try expectGradient(found.its("the tensor") { $0! }, of: "scores", at: scores) {
            crossEntropy($0, IntTensor(labels))
        }
    }
    // Of three items two count.
    let scores = Tensor([[2, 0], [5, -7], [0, 3]])
    let some = try gradient(scores, [0, -1, 1])
    let both = try gradient(Tensor([[2, 0], [0, 3]]), [0, 1])
    for (row, other) in [(0, 0), (2, 1)] {
        try expectClose(
            some.its("row \(row)") { $0?[row].scalars ?? [] }, both.its("row") { $0?[other].scalars ?? [] }.value)
    }
    try expectEqual(some.its("row 1") { $0?[1].scalars ?? [] }, [0, 0])
    try expectEqual(try gradient(scores, [-1, -1, -1]).its("the numbers") { $0?.scalars ?? [] }, [0, 0, 0, 0, 0, 0])
    try expectClose(
        try gradient(Tensor([[1000, 0], [0, 1000]]), [0, 0]).its("the numbers") { $0?.scalars ?? [] },
        [0, 0, -0.5, 0.5])
    for labels in [[0, 1], [0, 1, 2], [0, -2, 1], [0, 1, 0, 1]] {
        try expect(gradient(scores, labels), "nil") { $0 == nil }
    }
}
