// Nudge: A hook on the way back may also change the gradient. Which hook of the engine does?
// Idea: `changingBackward` at each ReLU gets the gradient of what the ReLU returned. Cut it off at 0 there; the ReLU
//   does the rest. The picture must be a leaf.
// Almost: `changingBackward { gradient in … }` is called for each layer of `net.layers` that is a `ReLU`
//   (`compactMap { $0 as? ReLU }`), within a scope for all these hooks. What cuts off below 0 is itself a ReLU. Go
//   backward from one number of the scores, at a picture that is `x.detached().requiringGrad()`, and clear the net's
//   gradients at the end.

import Layers
import Tensors

public func guidedGradient(of kind: Int, in net: Sequential, on x: Tensor) throws -> Tensor {
    let picture = x.detached().requiringGrad()
    defer { net.zeroGrad() }
    let hooks = net.layers.compactMap { $0 as? ReLU }.map { relu in
        relu.changingBackward { gradient in gradient = gradient.relu() }
    }
    hooks.during { net(picture)[0, kind].backward() }
    return picture.grad!
}
