// Nudge: Write the forward pass, and keep every result. Then go through its lines from the last to the first, and ask
//   of each line: its result has a gradient; what do the things on its right get?
// Idea: The line l2 = relu(l1) + x gives the gradient of l2 to both terms of the sum. So x gets one part from there,
//   and one from the first line, through w1. The two parts add up.
// Almost: dOut = (2 * (out.squeezed(-1) - y) / n).unsqueezed(-1), and dl2 = dOut.matmul(w2.T). The ReLU lets dl2
//   through where l1 is above 0; that is dl1. The weights of a layer get its input, transposed, times the gradient of
//   its result, and the bias gets the sum over the items. Do not forget the way around.

import Tensors

public func aroundTheLayer(
    x: Tensor, y: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor
) throws -> (loss: Tensor, x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) {
    let l1 = x.matmul(w1) + b1
    let l2 = l1.relu() + x
    let out = l2.matmul(w2) + b2
    let difference = out.squeezed(-1) - y

    let dOut = (2 * difference / Float(y.count)).unsqueezed(-1)
    let dl2 = dOut.matmul(w2.T)
    let dl1 = Tensor(l1 .> 0) * dl2
    return (
        difference.squared().mean(),
        // Through the layer, and around it: even where the ReLU holds everything back, something arrives.
        dl1.matmul(w1.T) + dl2, x.T.matmul(dl1), dl1.sum(axis: 0), l2.T.matmul(dOut), dOut.sum(axis: 0)
    )
}
