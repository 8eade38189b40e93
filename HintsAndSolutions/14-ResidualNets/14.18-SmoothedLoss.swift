// Nudge: The sum over the classes has two parts: the right class with 1 − ε, and all classes with ε / classes. Each is
//   a mean of logarithms that you know how to get.
// Idea: `scores.logSoftmax(axis: 1)` has all ln p. `gathered(axis: 1, …)` picks those of the right classes. The second
//   part is the mean over all numbers of the table.
// Almost: `-(1 - smoothing) * picked.mean() - smoothing * logs.mean()`, with `picked = logs.gathered(axis: 1,
//   IntTensor(labels).unsqueezed(1))`.

import Tensors

public func smoothedLoss(_ scores: Tensor, _ labels: [Int], smoothing: Float) throws -> Tensor {
    let logs = scores.logSoftmax(axis: 1)
    let picked = logs.gathered(axis: 1, IntTensor(labels).unsqueezed(1))
    return (smoothing - 1) * picked.mean() - smoothing * logs.mean()
}
