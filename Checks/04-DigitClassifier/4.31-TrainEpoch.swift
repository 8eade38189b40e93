import Exercises04
import Practice
import Solutions04
import Tensors

let trainEpoch = Check(
    "4.31",
    answer(
        "trainEpoch(_:_:learningRate:)", changing(Exercises04.trainEpoch(_:_:learningRate:)),
        changing(Solutions04.trainEpoch(_:_:learningRate:)))
) { trainEpoch in
    var random = SplitMix64(seed: 20)
    let x = Tensor.randn(10, 3, using: &random)
    // The first number decides; the others are noise.
    let y = Tensor(x[0..., 0..<1] .> 0)
    let batches = [0..<4, 4..<8, 8..<10].map { (x: x[$0], y: y[$0]) }
    let start = [Tensor.randn(3, 1, using: &random), Tensor([0.5])]

    let parameters = Variable("parameters", start.map { $0.requiringGrad() })
    var expected = start
    for epoch in 1...2 {
        let losses = try trainEpoch(batches, parameters, 2).noting("epoch \(epoch)")
        let expectedLosses = epochByHand(batches, &expected)
        try expectClose(losses.its("loss of each batch before its step", \.self), expectedLosses, tolerance: 1e-4)
        for (k, name) in ["weights", "bias"].enumerated() {
            let after = losses.its("\(name) afterwards") { _ in parameters.value[k].detached() }
            try expectClose(after, expected[k], tolerance: 1e-4)
        }
    }
    try expectEqual(trainEpoch([], parameters, 2), [])
}

/// The same epoch without autograd, from the derivative of the loss.
private func epochByHand(_ batches: [(x: Tensor, y: Tensor)], _ parameters: inout [Tensor]) -> [Float] {
    batches.map { x, y in
        let p = (x.matmul(parameters[0]) + parameters[1]).sigmoid()
        let slope = (1 - 2 * y) * p * (1 - p) / Float(y.count)
        parameters[0] -= 2 * x.T.matmul(slope)
        parameters[1] -= 2 * slope.sum(axis: 0)
        return Tensor.where(y .== 1, 1 - p, p).mean().item
    }
}
