// Nudge: A backward pass adds to the gradients that are there. So these have to be out of the way before, and back
//   after.
// Idea: `namedParameters` has all with their names. Keep each `grad`, set it to nil, go backward, look, and put it
//   back.
// Almost: A frozen parameter has `requiresGrad` false, and refuses a gradient. For the others: what is nil after the
//   pass stands still, and so does what has `grad!.abs().max().item == 0`.

import Layers
import Tensors
import Training

public func unmoved(_ net: Sequential, images: Tensor, labels: IntTensor) throws -> [String] {
    let learning = net.namedParameters.filter(\.parameter.requiresGrad)
    let before = learning.map(\.parameter.grad)
    for (_, parameter) in learning { parameter.grad = nil }
    defer { for ((_, parameter), grad) in zip(learning, before) { parameter.grad = grad } }
    crossEntropy(net(images), labels).backward()
    return learning.filter { ($0.parameter.grad?.abs().max().item ?? 0) == 0 }.map(\.name).sorted()
}
