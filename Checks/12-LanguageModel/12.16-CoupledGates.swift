import Exercises12
import Practice
import Solutions12
import Tensors

private typealias Coupled =
    @Sendable (Tensor, Tensor, Tensor, RecurrentWeights) throws -> (output: Tensor, cell: Tensor)

let coupledLSTM = Check(
    "12.16",
    answer(
        "coupledLSTM(_:from:cell:_:)", Exercises12.coupledLSTM(_:from:cell:_:) as Coupled,
        Solutions12.coupledLSTM(_:from:cell:_:) as Coupled)
) { coupledLSTM in
    var random = SplitMix64(seed: 1216)
    for (n, steps, inputs, hidden, hasBias) in [(1, 1, 1, 1, true), (2, 3, 4, 5, true), (3, 6, 2, 3, false)] {
        let w = randomWeights(inputs, hidden, gates: 3, bias: hasBias, using: &random)
        let x = Tensor.randn(n, steps, inputs, using: &random)
        let (h, c) = (Tensor.randn(n, hidden, using: &random), Tensor.randn(n, hidden, using: &random))
        let found = try coupledLSTM(x, h, c, w)

        // 1 - sigmoid s = sigmoid -s: an LSTM of the engine (input, forget, cell, output) whose forget gate has the
        // input gate's weights with a minus.
        func four(_ rows: Tensor) -> Tensor {
            let parts = rows.chunked(3)
            return .cat([parts[0], -parts[0], parts[1], parts[2]])
        }
        let plain = RecurrentWeights(
            input: four(w.input), hidden: four(w.hidden), inputBias: w.inputBias.map(four),
            hiddenBias: w.hiddenBias.map(four))
        let (output, cell) = x.lstm(plain, from: h, cell: c)
        try expectClose(found.its("output", \.output), output)
        try expectClose(found.its("cell", \.cell), cell)
    }
}
