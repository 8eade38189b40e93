// Nudge: Collect the parts that go into the first layer in a list, and put them side by side with `Tensor.cat`.
// Idea: `batch.categories[0..., place]` are the codes of one column, and an embedding is called with them. A range
//   needs a sigmoid: it is between 0 and 1, and has to be stretched and moved.
// Almost: `var parts = model.embeddings.indices.map { model.embeddings[$0](batch.categories[0..., $0]) }`; then append
//   `norm(batch.numbers)` if there is a norm; `let y = model.layers(.cat(parts, axis: 1))`; and with a range
//   `y.sigmoid() * (upper − lower) + lower`.

import Layers
import Tabular
import Tensors

public func throughTheNet(_ model: TabularModel, _ batch: TabularBatch) throws -> Tensor {
    var parts = model.embeddings.indices.map { model.embeddings[$0](batch.categories[0..., $0]) }
    if let norm = model.numberNorm { parts.append(norm(batch.numbers)) }
    let y = model.layers(.cat(parts, axis: 1))
    guard let range = model.plan.range else { return y }
    return y.sigmoid() * (range.upperBound - range.lowerBound) + range.lowerBound
}
