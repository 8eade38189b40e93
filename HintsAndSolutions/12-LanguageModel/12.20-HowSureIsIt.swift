// Nudge: In which mode does a model drop? And who switches it back, whatever happens in between?
// Idea: Note `isTraining`, call `train()`, and collect the answers inside `noGrad`. Stack them along a new first axis;
//   mean and deviation are those along this axis.
// Almost: `let all = noGrad { Tensor.stack((0..<times).map { _ in model(x) }) }`, then `all.mean(axis:
//   0)` and `all.std(axis: 0)`. A `defer` calls `train()` or `eval()` at the end.

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
