import Exercises21
import Practice
import Solutions21
import Tensors

let trainedOnCrops = Check(
    "21.5",
    answer(
        "trainedOnCrops(_:_:padding:rate:steps:seed:)", Exercises21.trainedOnCrops(_:_:padding:rate:steps:seed:),
        Solutions21.trainedOnCrops(_:_:padding:rate:steps:seed:))
) { trainedOnCrops in
    // One step from 0, without a margin: the weights are rate · xᵀy / n, and no score of 0 has a sign.
    let two = Tensor([[[1, 0]], [[2, 4]]])
    let one = try trainedOnCrops(two, Tensor([1, -1]), 0, 0.5, 1, 1)
    try expectClose(one.its("weights") { $0.weights }, Tensor([-0.25, -1]))
    try expectClose(one.its("accuracy") { $0.accuracy }, 0)

    for seed in [UInt64(1), 2, 3] {
        var random = SplitMix64(seed: seed)
        let x = Tensor.randn(40, 8, 8, using: &random)
        let y = Tensor((0..<40).map { _ in random.next() % 2 == 0 ? 1 : -1 })
        // Without a margin every crop is the picture, so the seed does not matter, and the steps are known.
        var weights = Tensor.zeros(64)
        let flat = x.reshaped(40, 64)
        for _ in 0..<200 { weights = weights - 0.3 * flat.transposed().matmul(flat.matmul(weights) - y) / 40 }
        let plain = try trainedOnCrops(x, y, 0, 0.3, 200, seed)
        try expectClose(plain.its("weights") { $0.weights }, weights, tolerance: 1e-3)
        try expectClose(plain.its("accuracy") { $0.accuracy }, 1)

        // With a margin nothing is seen twice, and nothing can be learned by heart.
        let cropped = try trainedOnCrops(x, y, 2, 0.1, 200, seed)
        try expect(cropped.its("accuracy") { $0.accuracy }, "below 0.9, if every step has new crops") { $0 < 0.9 }
        let right = Float((flat.matmul(cropped.value.weights) * y .> 0).trueCount) / 40
        try expect(Found("\(cropped.call), accuracy on the pictures themselves", right), "below 0.9") { $0 < 0.9 }
        let again = try trainedOnCrops(x, y, 2, 0.1, 200, seed)
        try expectClose(again.its("weights, a second time") { $0.weights }, cropped.value.weights, tolerance: 0)
    }

    // Even noise moved by a margin is seen if it is the same everywhere: pictures that are all light or all dark.
    let even = Tensor.ones(6, 4, 4) * Tensor([1, -1, 1, -1, 1, -1]).reshaped(6, 1, 1)
    let found = try trainedOnCrops(even, Tensor([1, -1, 1, -1, 1, -1]), 1, 0.02, 50, 5)
    try expectClose(found.its("accuracy on pictures that are all light or all dark") { $0.accuracy }, 1)
}
