// Nudge: First write it for `pieces` = 1. Then ask: what does `backward` do to a gradient that was not cleared?
// Idea: It adds. After three pieces the gradient is the sum of three, and their mean is a third of it. The optimizer
//   has to remember one number: how many steps it has been asked for.
// Almost: `private var calls = 0`. `step` adds 1, and moves if `calls.isMultiple(of: pieces)`: `parameter.update {
//   value, grad in value -= … }` changes a parameter in place by its gradient, and does nothing if there is none.
//   `zeroGrad` asks the same about `calls`, and then sets `parameter.grad = nil` for all of them.

import Layers
import Tensors

public final class BasicOptimizer {
    let parameters: [Parameter]
    let learningRate: Float
    let pieces: Int
    private var calls = 0

    public init(_ parameters: [Parameter], learningRate: Float, pieces: Int = 1) {
        (self.parameters, self.learningRate, self.pieces) = (parameters, learningRate, pieces)
    }

    public func step() throws {
        calls += 1
        guard calls.isMultiple(of: pieces) else { return }
        // Each loss is a mean over its piece, so the mean of the pieces' gradients is that of the whole batch.
        let rate = learningRate / Float(pieces)
        for parameter in parameters { parameter.update { value, grad in value -= grad * rate } }
    }

    public func zeroGrad() throws {
        guard calls.isMultiple(of: pieces) else { return }
        for parameter in parameters { parameter.grad = nil }
    }
}
