// Nudge: First find two numbers for each item: what it costs, and how much it counts.
// Idea: `gathered` picks the costs out of the rows, as on the page. 0 times −∞ is not 0 but NaN, so items that do not
//   count have to be left out before, and not multiplied by 0.
// Almost: `let counted = labels.indices.filter { classWeights[labels[$0]] > 0 }`, and `logProbabilities.rows(counted)`
//   are the rows that are left. With a tensor of their weights, `(costs * weights).sum() / weights.sum()`.

import Tensors

public func weightedNLL(_ logProbabilities: Tensor, _ labels: [Int], classWeights: [Float]) throws -> Tensor {
    let counted = labels.indices.filter { classWeights[labels[$0]] > 0 }
    if counted.isEmpty { return Tensor(0) }
    let own = counted.map { labels[$0] }
    let costs = -logProbabilities.rows(counted).gathered(axis: 1, IntTensor(own).unsqueezed(1)).squeezed(1)
    let weights = Tensor(own.map { classWeights[$0] })
    return (costs * weights).sum() / weights.sum()
}
