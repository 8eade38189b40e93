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
    // One idea at a time: two units whose gates are open or shut, so that a step can be computed in the head.
    for gates in decidedGates {
        let found = try gru(Tensor([[[0.5]]]), Tensor([[0.3, 0.6]]), gates.weights).noting(gates.remark)
        try expectClose(found, Tensor([[gates.state]]))
    }

    // PyTorch's numbers, for weights of a simple pattern.
    let golden = RecurrentWeights(
        input: Tensor(shape: [6, 2], pattern(12)), hidden: Tensor(shape: [6, 2], pattern(12, 1)),
        inputBias: Tensor(pattern(6, 2)), hiddenBias: Tensor(pattern(6, 3)))
    let known = try gru(Tensor(shape: [1, 3, 2], pattern(6, 3)), Tensor(shape: [1, 2], pattern(2, 1)), golden)
        .noting("three steps, compared with PyTorch's")
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
        try expect(
            found, "an output that gradients flow through",
            found: "one without a history: detached, or made of plain numbers"
        ) { $0.requiresGrad }
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

/// Layers of one input and two units. The input is 0.5 and the state (0.3, 0.6). The new value n comes from the input's
/// weights (1, 2), the state's weights ((0, 1), (1, 0)), which exchange the units, and the state's biases (0.2, 0.2).
private let decidedGates: [(remark: String, weights: RecurrentWeights, state: [Float])] = [
    ("z is 1 for both units: h' is h", decided(r: [50, 50], z: [50, 50]), [0.3, 0.6]),
    (
        "z is 0 and r is 0 for both units: h' is n, and neither the state nor its bias has a part in n",
        decided(r: [-50, -50], z: [-50, -50]), [0.4621172, 0.7615942]  // tanh 0.5, tanh 1
    ),
    (
        "z is 0 and r is 1 for both units: n = tanh(x · wᵢᵀ + h · wₕᵀ + bₕ)",
        decided(r: [50, 50], z: [-50, -50]), [0.8617232, 0.9051483]  // tanh 1.3, tanh 1.5
    ),
    (
        "z is 0, r is 1 for the first unit and 0 for the second: r multiplies what has gone through the state's weights",
        decided(r: [50, -50], z: [-50, -50]), [0.8617232, 0.7615942]  // tanh 1.3, tanh 1
    ),
]

/// Gates with these sums, whatever is read and remembered.
private func decided(r: [Float], z: [Float]) -> RecurrentWeights {
    RecurrentWeights(
        input: Tensor([[0], [0], [0], [0], [1], [2]]),
        hidden: Tensor([[0, 0], [0, 0], [0, 0], [0, 0], [0, 1], [1, 0]]),
        inputBias: Tensor(r + z + [0, 0]), hiddenBias: Tensor([0, 0, 0, 0, 0.2, 0.2]))
}
