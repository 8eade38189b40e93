import Exercises17
import Practice
import Solutions17
import Tensors

let shortenedGradient = Check(
    "17.30",
    answer(
        "shorteningGradient(of:to:)", Exercises17.shorteningGradient(of:to:), Solutions17.shorteningGradient(of:to:))
) { shorteningGradient in
    let cases: [(dy: [Float], limit: Float, dx: [Float])] = [
        ([3, 4], 1, [0.6, 0.8]), ([3, -4], 10, [3, -4]), ([0, 0, 0], 1, [0, 0, 0]), ([-2], 0.5, [-0.5]),
        ([3, 4], 5, [3, 4]), ([1, 1, 1, 1], 1, [0.5, 0.5, 0.5, 0.5]), ([100, 0.1], 2, [1.999998, 0.001999998]),
    ]
    for (dy, limit, dx) in cases {
        let x = Tensor(dy.indices.map { Float($0) - 0.5 }).requiringGrad()
        let found = try shorteningGradient(x, limit)
        try expectOwnOperation(found)
        try expectClose(found, x.detached())
        found.value.backward(gradient: Tensor(dy))
        try expectClose(found.its("gradient of x where that of y is \(dy)") { _ in x.grad! }, Tensor(dx))
    }

    // A table has one length, that of all its numbers together.
    let x = Tensor([[1, 2], [3, 4]]).requiringGrad()
    let found = try shorteningGradient(x, 2)
    found.value.backward(gradient: Tensor([[2, 2], [2, 2]]))
    try expectClose(found.its("gradient of x where that of y is [[2, 2], [2, 2]]") { _ in x.grad! }, .ones(2, 2))
}
