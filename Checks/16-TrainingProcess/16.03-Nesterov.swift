import Exercises16
import Practice
import Solutions16
import Tensors
import Training

private typealias Step = @Sendable (Tensor, Tensor, Tensor?, Float, Float) throws -> (p: Tensor, average: Tensor)

let nesterov = Check(
    "16.3",
    answer(
        "nesterovStep(_:_:average:learningRate:momentum:)",
        Exercises16.nesterovStep(_:_:average:learningRate:momentum:) as Step,
        Solutions16.nesterovStep(_:_:average:learningRate:momentum:) as Step)
) { nesterovStep in
    let first = try nesterovStep(Tensor([1]), Tensor([2]), Tensor([10]), 0.1, 0.5)
    try expectClose(first.its("average", \.average), Tensor([7]))
    try expectClose(first.its("p", \.p), Tensor([0.45]))
    let plain = try nesterovStep(Tensor([1, 1]), Tensor([2, -4]), Tensor([9, 9]), 0.5, 0)
    try expectClose(plain.its("p", \.p), Tensor([0, 3]))

    var random = SplitMix64(seed: 1603)
    for momentum in [0.5, 0.9] as [Float] {
        var (p, average): (Tensor, Tensor?) = (.randn(2, 3, using: &random), nil)
        let gradients = someGradients([2, 3], 8, using: &random)
        let expected = weights(
            of: {
                SGD(groups: [ParameterGroup([$0])], learningRate: 0.1, momentum: momentum, nesterov: true)
            }, from: p, gradients: gradients)
        for (step, gradient) in gradients.enumerated() {
            let found = try nesterovStep(p, gradient, average, 0.1, momentum).noting("step \(step + 1)")
            try expectClose(found.its("p", \.p), expected[step])
            (p, average) = (found.value.p, found.value.average)
        }
    }
}
