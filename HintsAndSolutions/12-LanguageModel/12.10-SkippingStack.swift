// Nudge: Two loops: over the layers outside, over the steps inside. The output of one pass of the outer loop is x of
//   the next.
// Idea: Inside, collect the h of all steps in an array, and `Tensor.stack` them along axis 1. The last h goes into a
//   second array, for the states. Only then, and only if this is not the first layer, add x.
// Almost: `let sum = x[0..., t].linear(w.input, w.inputBias) + h.linear(w.hidden, w.hiddenBias)`, then `h =
//   sum.tanh()`. `linear` takes nil for a bias. After the steps: `x = layer == 0 ? all : all + x`.

import Practice
import Tensors

public func skippingStack(
    _ x: Tensor, _ states: Tensor, _ layers: [RecurrentWeights]
) throws -> (output: Tensor, states: Tensor) {
    var (x, ends) = (x, [Tensor]())
    for (layer, w) in layers.enumerated() {
        var (h, all) = (states[layer], [Tensor]())
        for t in 0..<x.shape[1] {
            h = (x[0..., t].linear(w.input, w.inputBias) + h.linear(w.hidden, w.hiddenBias)).tanh()
            all.append(h)
        }
        ends.append(h)
        let shown = Tensor.stack(all, axis: 1)
        x = layer == 0 ? shown : shown + x
    }
    return (x, .stack(ends))
}
