// Weights of recurrent layers, for the checks that need some.

import Tensors

/// In messages: weights are too many to be shown one by one.
extension RecurrentWeights: CustomStringConvertible {
    public var description: String {
        let biases = [inputBias, hiddenBias].count { $0 != nil }
        return "weights \(input.shape) and \(hidden.shape), \(["no bias", "one bias", "two biases"][biases])"
    }
}

/// Random weights of a layer with so many gates; the biases are nil without `bias`.
func randomWeights(
    _ inputs: Int, _ hidden: Int, gates: Int, bias: Bool = true, using random: inout SplitMix64
) -> RecurrentWeights {
    let rows = gates * hidden
    let (input, state) = (
        Tensor.randn(rows, inputs, using: &random) * 0.5, Tensor.randn(rows, hidden, using: &random) * 0.5
    )
    return RecurrentWeights(
        input: input, hidden: state, inputBias: bias ? .randn(rows, using: &random) : nil,
        hiddenBias: bias ? .randn(rows, using: &random) : nil)
}

/// The same numbers as leaves of the graph.
func requiringGrad(_ weights: RecurrentWeights) -> RecurrentWeights {
    RecurrentWeights(
        input: weights.input.requiringGrad(), hidden: weights.hidden.requiringGrad(),
        inputBias: weights.inputBias?.requiringGrad(), hiddenBias: weights.hiddenBias?.requiringGrad())
}

/// Numbers from -0.5 to 0.5 that PyTorch was given, too.
func pattern(_ count: Int, _ offset: Int = 0) -> [Float] {
    (0..<count).map { Float(($0 + offset) * 7 % 11 - 5) / 10 }
}
