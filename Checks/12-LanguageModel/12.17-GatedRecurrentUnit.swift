import Exercises12
import Practice
import Solutions12
import Tensors

let gatedRecurrentUnit = Check(
    "12.17",
    answer(
        "gatedRecurrentUnit(_:from:_:)", Exercises12.gatedRecurrentUnit(_:from:_:),
        Solutions12.gatedRecurrentUnit(_:from:_:))
) { gru in
    // PyTorch's numbers, for weights of a simple pattern.
    let golden = RecurrentWeights(
        input: Tensor(shape: [6, 2], pattern(12)), hidden: Tensor(shape: [6, 2], pattern(12, 1)),
        inputBias: Tensor(pattern(6, 2)), hiddenBias: Tensor(pattern(6, 3)))
    let known = try gru(Tensor(shape: [1, 3, 2], pattern(6, 3)), Tensor(shape: [1, 2], pattern(2, 1)), golden)
    let expected: [Float] = [0.238472, -0.290901, 0.471785, -0.403411, 0.411393, -0.339327]
    try expectClose(known, Tensor(shape: [1, 3, 2], expected))

    // The engine's, outputs and all gradients.
    var random = SplitMix64(seed: 1217)
    for (n, steps, inputs, hidden, hasBias) in [(1, 1, 1, 1, true), (2, 4, 3, 5, true), (3, 6, 4, 2, false)] {
        let weights = randomWeights(inputs, hidden, gates: 3, bias: hasBias, using: &random)
        let (x, h) = (Tensor.randn(n, steps, inputs, using: &random), Tensor.randn(n, hidden, using: &random))
        let dy = Tensor.randn(n, steps, hidden, using: &random)
        let (a, b) = ([x, h].map { $0.requiringGrad() }, [x, h].map { $0.requiringGrad() })
        let (ours, theirs) = (requiringGrad(weights), requiringGrad(weights))
        let found = try gru(a[0], a[1], ours)
        let output = b[0].gru(theirs, from: b[1])
        try expectClose(found.its("output") { $0.detached() }, output.detached())
        try expect(found, "an output that gradients flow through") { $0.requiresGrad }
        found.value.backward(gradient: dy)
        output.backward(gradient: dy)
        let pairs: [(String, Tensor?, Tensor?)] = [
            ("x", a[0], b[0]), ("h", a[1], b[1]), ("the input's weight", ours.input, theirs.input),
            ("the state's weight", ours.hidden, theirs.hidden), ("the input's bias", ours.inputBias, theirs.inputBias),
            ("the state's bias", ours.hiddenBias, theirs.hiddenBias),
        ]
        for case (let name, let ours?, let theirs?) in pairs {
            try expectClose(found.its("gradient of \(name)") { _ in ours.grad ?? .zeros(ours.shape) }, theirs.grad!)
        }
    }
}
