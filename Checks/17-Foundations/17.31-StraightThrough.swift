import Exercises17
import Practice
import Solutions17
import Tensors

let straightThrough = Check(
    "17.31",
    answer(
        "roundedStraightThrough(_:limit:)", Exercises17.roundedStraightThrough(_:limit:),
        Solutions17.roundedStraightThrough(_:limit:)),
    answer(
        "wholeNumbers(from:to:rate:steps:)", Exercises17.wholeNumbers(from:to:rate:steps:),
        Solutions17.wholeNumbers(from:to:rate:steps:))
) { rounded, wholeNumbers in
    let cases: [(x: [Float], limit: Float, y: [Float], slope: [Float])] = [
        ([0.7, -1.2, 2.6], 2, [1, -1, 3], [1, 1, 0]), ([2, -2, 2.1, -2.1], 2, [2, -2, 2, -2], [1, 1, 0, 0]),
        ([0, 0.2], 0.1, [0, 0], [1, 0]),
    ]
    for (x, limit, y, slope) in cases {
        let leaf = Tensor(x).requiringGrad()
        let found = try rounded(leaf, limit)
        try expectOwnOperation(found)
        try expectClose(found, Tensor(y))
        let dy = Tensor(x.indices.map { Float($0) * 3 - 1 })
        found.value.backward(gradient: dy)
        try expectClose(found.its("gradient of x") { _ in leaf.grad! }, Tensor(slope) * dy)
    }
    let start = Tensor([0, 0])
    try expectClose(wholeNumbers(start, Tensor([3, -2]), 0.1, 50), Tensor([3, -2]))
    try expectClose(wholeNumbers(start, Tensor([3, -2]), 0.1, 0), Tensor([0, 0]))
    try expectClose(wholeNumbers(Tensor([5.2]), Tensor([-7]), 0.25, 10), Tensor([-7]))
    // One step: w = 0.4 rounds to 0, the gradient is 2 · (0 - 3), so w becomes 1.6, and rounds to 2.
    try expectClose(wholeNumbers(Tensor([0.4]), Tensor([3]), 0.2, 1), Tensor([2]))
    try expectEqual(Found("start, afterwards", start.requiresGrad), false)
}
