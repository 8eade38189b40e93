// Nudge: On the way back, each layer wants to know what it was given on the way there. So note it on the way.
// Idea: Two loops. The first goes through the layers and collects what each was given; the second goes through layers
//   and notes in reverse.
// Almost: In the first loop, append before you call `forward`: afterwards y is the output. In the second, go over
//   `zip(layers, inputs).reversed()`, with a `var dy = gradient(y)` that each layer replaces.

import Tensors

public typealias PairOfFunctions = (
    forward: (_ x: Tensor) -> Tensor, backward: (_ dy: Tensor, _ x: Tensor) -> Tensor
)

public func thereAndBack(
    _ layers: [PairOfFunctions], from x: Tensor, gradient: (_ y: Tensor) -> Tensor
) throws -> (y: Tensor, dx: Tensor) {
    var (y, inputs) = (x, [Tensor]())
    for layer in layers {
        inputs.append(y)
        y = layer.forward(y)
    }
    var dy = gradient(y)
    for (layer, input) in zip(layers, inputs).reversed() { dy = layer.backward(dy, input) }
    return (y, dy)
}
