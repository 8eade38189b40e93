// Nudge: Which single number do you run backward from? Any number that is made of the scores will do.
// Idea: `scores[0, kind] - scores[0, other]` is one. The rest is the page's: two hooks, a mean with kept axes, a
//   weighted sum.
// Almost: Keep `net.isTraining` before `net.eval()`, and put `net.train()`, if it was so, and `net.zeroGrad()` into a
//   `defer`.

import Layers
import Tensors

public func gradCAM(
    of kind: Int, ratherThan other: Int, in net: any Layer<Tensor, Tensor>, at layer: any Layer<Tensor, Tensor>,
    on picture: Tensor
) throws -> Tensor {
    let wasTraining = net.isTraining
    net.eval()
    defer {
        if wasTraining { net.train() }
        net.zeroGrad()
    }
    var (activations, gradients) = (Tensor(0), Tensor(0))
    let hooks = [layer.onForward { _, y in activations = y.detached() }, layer.onBackward { gradients = $0 }]
    hooks.during {
        let scores = net(picture)
        (scores[0, kind] - scores[0, other]).backward()
    }
    return (gradients.mean(axes: 2, 3, keepingAxes: true) * activations).sum(axis: 1)[0]
}
