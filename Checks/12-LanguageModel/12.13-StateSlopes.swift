import Chapter12
import Exercises12
import Practice
import Solutions12
import Tensors

let stateSlopes = Check(
    "12.13",
    answer("stateSlopes(_:from:_:)", Exercises12.stateSlopes(_:from:_:), Solutions12.stateSlopes(_:from:_:))
) { stateSlopes in
    let one = RecurrentWeights(input: Tensor([[1]]), hidden: Tensor([[2]]))
    let small = try stateSlopes(.zeros(2, 1), .zeros(1), one)
    try expectEqual(small.its("count", \.count), 2)
    for (t, slope) in [2, 4].enumerated() {
        try expectClose(small.its("step \(t + 1)") { $0[t] }, Tensor([[Float(slope)]]))
    }

    var random = SplitMix64(seed: 1213)
    for (steps, inputs, hidden, hasBias) in [(1, 2, 3, true), (5, 3, 4, true), (4, 2, 2, false), (6, 1, 5, true)] {
        let weights = randomWeights(inputs, hidden, gates: 1, bias: hasBias, using: &random)
        let (x, h) = (Tensor.randn(steps, inputs, using: &random), Tensor.randn(hidden, using: &random))
        let found = try stateSlopes(x, h, weights)
        try expectEqual(found.its("count", \.count), steps)
        for t in 0..<steps {
            let read = x[...t].unsqueezed(0).expanded(to: [hidden, t + 1, inputs])
            let expected = slopes(of: { read.rnn(weights, from: $0)[0..., -1] }, at: h)
            try expectClose(found.its("step \(t + 1)") { $0[t] }, expected)
        }
    }
}
