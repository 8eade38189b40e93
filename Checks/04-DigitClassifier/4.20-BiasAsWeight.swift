import Exercises04
import Practice
import Solutions04
import Tensors

let biasAsWeight = Check(
    "4.20", answer("withOnes(_:)", Exercises04.withOnes(_:), Solutions04.withOnes(_:)),
    answer("withBias(_:_:)", Exercises04.withBias(_:_:), Solutions04.withBias(_:_:))
) { withOnes, withBias in
    var random = SplitMix64(seed: 20)
    let layers =
        [(Tensor([[10], [100]]), Tensor([7]))]
        + [(3, 3), (1, 4), (784, 2)].map {
            (Tensor.randn($0, $1, using: &random), Tensor.randn($1, using: &random))
        }
    for (weights, bias) in layers {
        let (inputs, outputs) = (weights.shape[0], weights.shape[1])
        let larger = try withBias(weights, bias)
        try expectEqual(larger.its("shape", \.shape), [inputs + 1, outputs])
        var tables = [Tensor.randn(5, inputs, using: &random), .zeros(2, inputs), .ones(1, inputs)]
        if inputs == 2 { tables.append(Tensor([[2, 3]])) }
        for x in tables {
            let wider = try withOnes(x)
            try expectEqual(wider.its("shape", \.shape), [x.shape[0], inputs + 1])
            let scores = wider.its("times withBias(weights, bias)") { $0.matmul(larger.value) }
            try expectClose(scores, x.matmul(weights) + bias, tolerance: 1e-4)
        }
    }
}
