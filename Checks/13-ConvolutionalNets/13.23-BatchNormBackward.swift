import Exercises13
import Practice
import Solutions13
import Tensors

let batchNormBackward = Check(
    "13.23",
    answer(
        "batchNormBackward(_:gamma:dy:epsilon:)", Exercises13.batchNormBackward(_:gamma:dy:epsilon:),
        Solutions13.batchNormBackward(_:gamma:dy:epsilon:))
) { backward in
    // One channel with the numbers -1 and 1 twice each. By what dy, x̂ and the three parts are:
    let x = Tensor(shape: [2, 1, 1, 2], [-1, 1, -1, 1])
    let small = try backward(x, Tensor([2]), Tensor(shape: [2, 1, 1, 2], [4, 0, 0, 0]), 0)
    try expectClose(small.its("dbeta", \.dbeta), Tensor([4]))
    try expectClose(small.its("dgamma", \.dgamma), Tensor([-4]))
    try expectClose(small.its("dx", \.dx), Tensor(shape: [2, 1, 1, 2], [4, 0, -4, 0]))

    var random = SplitMix64(seed: 1323)
    for (shape, epsilon) in [([4, 3, 2, 2], 1e-5), ([2, 1, 5, 3], 0.5), ([16, 2, 1, 1], 1e-3)] as [([Int], Float)] {
        let x = Tensor.randn(shape, using: &random) * 3 + 1
        let dy = Tensor.randn(shape, using: &random) + 0.5
        let gamma = Tensor([1.5, -0.5, 2][..<shape[1]].map { $0 })
        let inputs = [x, gamma, Tensor.zeros(shape[1])].map { $0.requiringGrad() }
        inputs[0].batchNorm(inputs[1], inputs[2], epsilon: epsilon).y.backward(gradient: dy)
        let found = try backward(x, gamma, dy, epsilon)
        try expectClose(found.its("dx", \.dx), inputs[0].grad!, tolerance: 1e-4)
        try expectClose(found.its("dgamma", \.dgamma), inputs[1].grad!, tolerance: 1e-4)
        try expectClose(found.its("dbeta", \.dbeta), inputs[2].grad!, tolerance: 1e-4)
    }
}
