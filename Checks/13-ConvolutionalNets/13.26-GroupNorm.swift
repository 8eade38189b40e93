import Exercises13
import Practice
import Solutions13
import Tensors

let groupNorm = Check(
    "13.26",
    answer(
        "groupNorm(_:groups:gamma:beta:)", Exercises13.groupNorm(_:groups:gamma:beta:),
        Solutions13.groupNorm(_:groups:gamma:beta:))
) { groupNorm in
    // Four channels of one place: 0 2 and 10 30 in two groups.
    let x = Tensor(shape: [1, 4, 1, 1], [0, 2, 10, 30])
    let (gamma, beta) = (Tensor([1, 1, 2, 1]), Tensor([0, 0, 0, 5]))
    try expectClose(groupNorm(x, 2, gamma, beta), Tensor(shape: [1, 4, 1, 1], [-1, 1, -2, 6]))
    // A group of equal numbers, and one whose variance is 1e-5.
    let flat = Tensor(shape: [1, 4, 1, 1], [3, 3, 0, 0.0063245553])
    try expectClose(
        groupNorm(flat, 2, gamma, beta).noting("a variance of 0, and one of 1e-5"),
        Tensor(shape: [1, 4, 1, 1], [0, 0, -1.4142135, 5.7071068]), tolerance: 1e-4)
    var random = SplitMix64(seed: 1326)
    for (shape, groups) in [([3, 6, 2, 3], 1), ([3, 6, 2, 3], 2), ([2, 6, 4, 4], 3), ([2, 6, 3, 2], 6)] {
        let numbers = [
            Tensor.randn(shape, using: &random) * 2 + 3, .randn(6, using: &random), .randn(6, using: &random),
        ]
        let dy = Tensor.randn(shape, using: &random)
        let (mine, engines) = (numbers.map { $0.requiringGrad() }, numbers.map { $0.detached().requiringGrad() })
        let y = try groupNorm(mine[0], groups, mine[1], mine[2])
        let expected = engines[0].groupNorm(groups, engines[1], engines[2])
        try expectClose(y.its("y") { $0.detached() }, expected.detached(), tolerance: 1e-4)
        y.value.backward(gradient: dy)
        expected.backward(gradient: dy)
        for (name, (found, right)) in zip(["x", "gamma", "beta"], zip(mine, engines)) {
            try expectClose(
                Found("\(y.call), gradient of \(name)", found.grad ?? .zeros(found.shape)), right.grad!, tolerance: 1e-3
            )
        }
    }
}
