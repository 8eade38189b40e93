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

    // One step from 0 says where each crop was from: picture k has a single pixel, 2 to the power of k, in its middle.
    // With six pictures and rate 6, the weights are the sum of the crops. Refused are one place for all pictures,
    // places that are never at an end of the margin, and rows that are drawn together with columns.
    var moves: [[Int]: Int] = [:]
    var togethers = 0
    for seed in 1...60 as ClosedRange<UInt64> {
        var dots = Tensor.zeros(6, 5, 5)
        for k in 0..<6 { dots[k, 2, 2] = Tensor(Float(1 << k)) }
        let found = try trainedOnCrops(dots, .ones(6), 1, 6, 1, seed)
        let sums = found.value.weights.scalars.map { Int($0.rounded()) }
        let places = (0..<6).compactMap { k in sums.indices.filter { sums[$0] >> k & 1 == 1 }.first }
        try expect(
            found.its("weights") { $0.weights.scalars }, "each of six crops once, moved by at most one pixel",
            found: "\(sums)"
        ) { _ in
            sums.reduce(0, +) == 63 && places.count == 6
                && places.allSatisfy { abs($0 / 5 - 2) < 2 && abs($0 % 5 - 2) < 2 }
        }
        if Set(places).count == 1 { togethers += 1 }
        for place in places { moves[[place / 5 - 2, place % 5 - 2], default: 0] += 1 }
    }
    try expect(Found("of 60 first steps in which all pictures have one place", togethers), "none, or nearly") { $0 < 3 }
    try expect(
        Found("how often each of 9 places came in 60 first steps of 6 pictures, padding 1", moves.values.sorted()),
        "about 40 each"
    ) { $0.count == 9 && $0.allSatisfy { (16...70).contains($0) } }

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
