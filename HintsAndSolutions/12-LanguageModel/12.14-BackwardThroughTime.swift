// Nudge: First forward, and keep all states, the first one too. Then go through the steps from the last to the first.
//   What arrives at a state? Something from dy, and something from the step after it.
// Idea: At each step: d = (dy there + what came from the step after) · (1 - h²), the gradient of the sum inside the
//   tanh. From d come the shares of all five gradients; those of the weights and the bias are added up over the steps.
// Almost: With d [n, hidden] and the state before, hb: dInput += dᵀ · x, dHidden += dᵀ · hb, dBias += the sum of d
//   over the items, dx at this step = d · wᵢ, and d · wₕ is what goes on to the step before. After the last of these,
//   it is dState.

import Practice
import Tensors

public func backwardThroughTime(
    _ x: Tensor, from h: Tensor, _ weights: RecurrentWeights, dy: Tensor
) throws -> (dx: Tensor, dInput: Tensor, dHidden: Tensor, dBias: Tensor, dState: Tensor) {
    let steps = x.shape[1]
    var states = [h]
    for t in 0..<steps {
        let sum =
            x[0..., t].linear(weights.input, weights.inputBias)
            + states[t].linear(weights.hidden, weights.hiddenBias)
        states.append(sum.tanh())
    }
    var (dx, dState) = ([Tensor](), Tensor.zeros(h.shape))
    var (dInput, dHidden) = (Tensor.zeros(weights.input.shape), Tensor.zeros(weights.hidden.shape))
    var dBias = Tensor.zeros(h.shape[1])
    for t in (0..<steps).reversed() {
        let d = (dy[0..., t] + dState) * (1 - states[t + 1].squared())
        dInput = dInput + d.T.matmul(x[0..., t])
        dHidden = dHidden + d.T.matmul(states[t])
        dBias = dBias + d.sum(axis: 0)
        dx.append(d.matmul(weights.input))
        dState = d.matmul(weights.hidden)
    }
    return (.stack(dx.reversed(), axis: 1), dInput, dHidden, dBias, dState)
}
