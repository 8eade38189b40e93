// Nudge: The graph knows everything that the model computes with, the list of the module does not. Ask both.
// Idea: Run the model on x, make a single number of what comes out, and go back. Who has a gradient now was used.
// Almost: Parameters are objects: `model.parameters.contains { $0 === candidate }`. At the end, `zeroGrad()` clears
//   those of the model, and `grad = nil` the others.

import Layers
import Tensors

public func lostParameters(
    of model: any Layer<Tensor, Tensor>, among candidates: [Parameter], tryingOn x: Tensor
) throws -> [Int] {
    let y = model(x).sum()
    // Without a single tracked number in it, there is nothing to go back through.
    if y.requiresGrad { y.backward() }
    let listed = model.parameters
    let lost = candidates.indices.filter { number in
        let candidate = candidates[number]
        return candidate.grad != nil && !listed.contains { $0 === candidate }
    }
    model.zeroGrad()
    candidates.forEach { $0.grad = nil }
    return lost
}
