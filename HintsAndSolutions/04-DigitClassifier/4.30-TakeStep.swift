// Nudge: A step has two halves. The second is the one that everybody forgets at least once.
// Idea: Go through `parameters.indices`, and change `parameters[k]` in place by its `grad`. A change is not part of the
//   model, so it must not be recorded: `noGrad { … }`.
// Almost: `noGrad { parameters[k] -= gradient * learningRate }`, then `parameters[k].grad = nil`. The gradient is an
//   optional; where it is nil, the loss did not depend on this parameter, and there is nothing to do.

import Tensors

public func takeStep(_ parameters: inout [Tensor], learningRate: Float) throws {
    for k in parameters.indices {
        guard let gradient = parameters[k].grad else { continue }
        noGrad { parameters[k] -= gradient * learningRate }
        // `backward` adds to what is there. Left in place, this gradient would be followed again in the next step.
        parameters[k].grad = nil
    }
}
