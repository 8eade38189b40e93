import Exercises12
import Practice
import Solutions12
import Tensors

private typealias Stack = @Sendable (Tensor, Tensor, [RecurrentWeights]) throws -> (output: Tensor, states: Tensor)

let skippingStack = Check(
    "12.10",
    answer(
        "skippingStack(_:_:_:)", Exercises12.skippingStack(_:_:_:) as Stack, Solutions12.skippingStack(_:_:_:) as Stack)
) { skippingStack in
    var random = SplitMix64(seed: 1210)
    for (layers, n, steps, inputs, hidden, hasBias) in [
        (1, 2, 3, 4, 5, true), (2, 3, 4, 5, 5, true), (3, 1, 6, 2, 4, false), (2, 2, 1, 3, 3, true),
    ] {
        let weights = (0..<layers).map { layer in
            randomWeights(layer == 0 ? inputs : hidden, hidden, gates: 1, bias: hasBias, using: &random)
        }
        let x = Tensor.randn(n, steps, inputs, using: &random)
        let states = Tensor.randn(layers, n, hidden, using: &random)
        let found = try skippingStack(x, states, weights).noting("\(layers) layers, \(steps) steps")
        var (expected, ends) = (x, [Tensor]())
        for (layer, w) in weights.enumerated() {
            let h = expected.rnn(w, from: states[layer])
            ends.append(h[0..., -1])
            expected = layer == 0 ? h : h + expected
        }
        try expectClose(found.its("output", \.output), expected)
        try expectClose(found.its("states", \.states), .stack(ends))
    }

    let (first, x) = (randomWeights(2, 3, gates: 1, using: &random), Tensor.randn(2, 4, 2, using: &random))
    let second = RecurrentWeights(input: .zeros(3, 3), hidden: .zeros(3, 3), inputBias: .zeros(3))
    let found = try skippingStack(x, .zeros(2, 2, 3), [first, second]).noting("a second layer of zeros")
    try expectClose(found.its("output", \.output), x.rnn(first, from: .zeros(2, 3)))
    try expectClose(found.its("states", \.states).its("second layer") { $0[1] }, .zeros(2, 3))
}
