// Nudge: Take the cell of one product, and the loop over the steps around it. What are the three parts of the
//   product?
// Idea: For each step: the sum of both products, cut into three along axis 1. Then the three lines of the statement.
//   Collect the h, and stack them along axis 1 at the end.
// Almost: `let gates = sums.chunked(3, axis: 1)`, `let i = gates[0].sigmoid()`, `c = (1 - i) * c + i *
//   gates[1].tanh()`, `h = gates[2].sigmoid() * c.tanh()`.

import Practice
import Tensors

public func coupledLSTM(
    _ x: Tensor, from h: Tensor, cell c: Tensor, _ weights: RecurrentWeights
) throws -> (output: Tensor, cell: Tensor) {
    var (h, c, all) = (h, c, [Tensor]())
    for t in 0..<x.shape[1] {
        let sums =
            x[0..., t].linear(weights.input, weights.inputBias) + h.linear(weights.hidden, weights.hiddenBias)
        let gates = sums.chunked(3, axis: 1)
        let i = gates[0].sigmoid()
        c = (1 - i) * c + i * gates[1].tanh()
        h = gates[2].sigmoid() * c.tanh()
        all.append(h)
    }
    return (.stack(all, axis: 1), c)
}
