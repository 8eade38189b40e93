// Nudge: Do the example by hand. What do you add up for the one average, what for the other, and what do you divide by?
// Idea: Keep the accuracy of each batch, and its number of items, `y.shape[0]`. Accuracy times items is the number of
//   right answers in the batch.
// Almost: Inside `try noGrad { … }`, for each batch: `try batchAccuracy(model(x), y)`. The one average is the sum of
//   the accuracies divided by `batches.count`; the other the sum of accuracy · items, divided by the sum of the items.

import Tensors

public func validateEpoch(
    _ model: (Tensor) -> Tensor, on batches: [(x: Tensor, y: Tensor)]
) throws -> (ofBatches: Float, ofItems: Float) {
    var (accuracies, right, items): (Float, Float, Float) = (0, 0, 0)
    try noGrad {
        for (x, y) in batches {
            let accuracy = try batchAccuracy(model(x), y)
            accuracies += accuracy
            // The share becomes a number of items again: only these can be added across batches of different size.
            right += accuracy * Float(y.shape[0])
            items += Float(y.shape[0])
        }
    }
    return (accuracies / Float(batches.count), right / items)
}
