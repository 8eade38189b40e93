// The checks on the training loop: 4.19 and 4.20.

import Exercises04
import Practice
import Solutions04
import Tensors

let takeStep = Check("4.19", Exercises04.takeStep, Solutions04.takeStep) { takeStep in
    var parameters = [Tensor([1, 2]), Tensor([3]), Tensor([7])].map { $0.requiringGrad() }
    let names = ["w [1, 2] with gradient [10, -10]", "b [3] with gradient [2]", "c [7] without a gradient"]
    // Two equal steps: a gradient that was not cleared shows in the second.
    let afterSteps = [[Tensor([0, 3]), Tensor([2.8]), Tensor([7])], [Tensor([-1, 4]), Tensor([2.6]), Tensor([7])]]
    for (step, expected) in zip(1..., afterSteps) {
        ((parameters[0] * Tensor([10, -10])).sum() + 2 * parameters[1].sum()).backward()
        try asking("takeStep(&[w, b, c], learningRate: 0.1), step \(step)") { try takeStep(&parameters, 0.1) }
        for (k, name) in names.enumerated() {
            let call = "takeStep(&[w, b, c], learningRate: 0.1), step \(step): \(name)"
            try expectEqual(parameters[k].detached(), expected[k], call)
            try expect(
                parameters[k].requiresGrad, "\(call), requiresGrad", expected: "true: it is to learn on", found: "false"
            )
            try expectEqual(parameters[k].gradFn, nil, "\(call), gradFn (a parameter stays a leaf)")
            try expectEqual(parameters[k].grad?.scalars, nil, "\(call), its gradient afterwards")
        }
    }
}

let trainEpoch = Check("4.20", Exercises04.trainEpoch, Solutions04.trainEpoch) { trainEpoch in
    var random = SplitMix64(seed: 20)
    let x = Tensor.randn(10, 3, using: &random)
    // The first number decides; the others are noise.
    let y = Tensor(x[0..., 0..<1] .> 0)
    let batches = [0..<4, 4..<8, 8..<10].map { (x: x[$0], y: y[$0]) }
    let start = [Tensor.randn(3, 1, using: &random), Tensor([0.5])]

    var parameters = start.map { $0.requiringGrad() }
    var expected = start
    for epoch in 1...2 {
        let call = "trainEpoch(3 batches, &parameters, learningRate: 2), epoch \(epoch)"
        let losses = try asking(call) { try trainEpoch(batches, &parameters, 2) }
        let expectedLosses = epochByHand(batches, &expected)
        try expectEqual(losses, expectedLosses, "\(call), loss of each batch before its step", tolerance: 1e-4)
        try expectEqual(parameters[0].detached(), expected[0], "\(call), weights afterwards", tolerance: 1e-4)
        try expectEqual(parameters[1].detached(), expected[1], "\(call), bias afterwards", tolerance: 1e-4)
    }
    try expectEqual(trainEpoch([], &parameters, 2), [], "trainEpoch(no batches, …)")
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
