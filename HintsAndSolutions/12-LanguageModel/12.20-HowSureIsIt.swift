// Nudge: In which mode does a model drop? And who switches it back, whatever happens in between?
// Idea: Note `isTraining`, call `train()`, and collect the answers inside `noGrad`. Stack them along a new first axis;
//   mean and deviation are those along this axis.
// Almost: `Tensor.stack` takes the list that `(0..<times).map` makes. For switching back, a `defer` at the beginning
//   calls `train()` or `eval()`, whichever it was.

import Layers
import Tensors

public func answers(
    of model: any Layer<Tensor, Tensor>, to x: Tensor, times: Int
) throws -> (mean: Tensor, deviation: Tensor) {
    let wasTraining = model.isTraining
    defer { if wasTraining { model.train() } else { model.eval() } }
    model.train()
    return noGrad {
        let all = Tensor.stack((0..<times).map { _ in model(x) })
        return (all.mean(axis: 0), all.std(axis: 0))
    }
}
