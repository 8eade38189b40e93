import Exercises13
import Practice
import Solutions13
import Tensors

let ghostBatchNorm = Check(
    "13.22",
    answer(
        "ghostBatchNorm(_:gamma:beta:size:)", Exercises13.ghostBatchNorm(_:gamma:beta:size:),
        Solutions13.ghostBatchNorm(_:gamma:beta:size:))
) { ghost in
    let (one, zero) = (Tensor.ones(1), Tensor.zeros(1))
    let pairs = Tensor(shape: [4, 1, 1, 2], [0, 2, 0, 2, 100, 300, 100, 300])
    try expectClose(ghost(pairs, one, zero, 2), Tensor(shape: [4, 1, 1, 2], [-1, 1, -1, 1, -1, 1, -1, 1]))
    var random = SplitMix64(seed: 1322)
    for (n, size) in [(6, 2), (7, 3), (5, 8), (4, 1), (4, 4)] {
        let x = (Tensor.randn(n, 3, 2, 4, using: &random) * 2 + 1).requiringGrad()
        let (gamma, beta) = (Tensor([1, -2, 0.5]).requiringGrad(), Tensor([0, 1, 2]).requiringGrad())
        let dy = Tensor.randn(n, 3, 2, 4, using: &random)
        let copies = [x, gamma, beta].map { $0.detached().requiringGrad() }
        let y = try ghost(x, gamma, beta, size).noting("\(n) images, size: \(size)")
        // The engine's batch norm, part by part.
        let expected = Tensor.cat(
            stride(from: 0, to: n, by: size).map {
                copies[0][$0..<min($0 + size, n)].batchNorm(copies[1], copies[2]).y
            })
        try expectClose(y.its("y") { $0.detached() }, expected.detached(), tolerance: 1e-4)
        y.value.backward(gradient: dy)
        expected.backward(gradient: dy)
        for (name, (found, right)) in zip(["x", "gamma", "beta"], zip([x, gamma, beta], copies)) {
            try expectClose(
                Found("\(y.call), gradient of \(name)", found.grad ?? .zeros(found.shape)), right.grad!, tolerance: 1e-3
            )
        }
    }
}
