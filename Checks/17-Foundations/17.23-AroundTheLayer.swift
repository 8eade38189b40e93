import Exercises17
import Practice
import Solutions17
import Tensors

private typealias Gradients = (loss: Tensor, x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor)
private typealias Answered = @Sendable (Tensor, Tensor, Tensor, Tensor, Tensor, Tensor) throws -> Gradients

let aroundTheLayer = Check(
    "17.23",
    answer(
        "aroundTheLayer(x:y:w1:b1:w2:b2:)", Exercises17.aroundTheLayer(x:y:w1:b1:w2:b2:) as Answered,
        Solutions17.aroundTheLayer(x:y:w1:b1:w2:b2:) as Answered)
) { thereAndBack in
    let small = try thereAndBack(Tensor([[2]]), Tensor([1]), Tensor([[3]]), Tensor([-5]), Tensor([[1]]), Tensor([0]))
    try expectGradients(small, Tensor(4), [Tensor([[16]]), Tensor([[8]]), Tensor([4]), Tensor([[12]]), Tensor([4])])
    // The ReLU is closed, or exactly at its kink: the way around stays open.
    for b: Float in [-7, -6] {
        let closed = try thereAndBack(
            Tensor([[2]]), Tensor([1]), Tensor([[3]]), Tensor([b]), Tensor([[1]]), Tensor([0]))
        try expectGradients(closed, Tensor(1), [Tensor([[2]]), Tensor([[0]]), Tensor([0]), Tensor([[4]]), Tensor([2])])
    }

    var random = SplitMix64(seed: 1723)
    for (n, m) in [(6, 4), (4, 4), (1, 3)] {
        let values = [[n, m], [m, m], [m], [m, 1], [1]].map { Tensor.randn($0, using: &random).requiringGrad() }
        let y = Tensor.randn(n, using: &random)
        let l2 = (values[0].matmul(values[1]) + values[2]).relu() + values[0]
        let loss = ((l2.matmul(values[3]) + values[4]).reshaped(n) - y).squared().mean()
        loss.backward()
        let plain = values.map { $0.detached() }
        let found = try thereAndBack(plain[0], y, plain[1], plain[2], plain[3], plain[4])
        try expectGradients(found, loss.detached(), values.map { $0.grad! })
    }
}

private func expectGradients(_ found: Found<Gradients>, _ loss: Tensor, _ expected: [Tensor]) throws {
    try expectClose(found.its("loss", \.loss), loss, tolerance: 1e-4)
    let parts: [(String, (Gradients) -> Tensor)] = [
        ("x", \.x), ("w1", \.w1), ("b1", \.b1), ("w2", \.w2), ("b2", \.b2),
    ]
    for ((name, part), expected) in zip(parts, expected) {
        try expectClose(found.its("gradient of \(name)", part), expected, tolerance: 1e-4)
    }
}
