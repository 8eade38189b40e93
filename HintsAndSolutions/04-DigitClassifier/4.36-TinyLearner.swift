// Nudge: Write `fit` as you would describe it: for every epoch, train on all batches, then validate, then note the
//   row. Give each of the three a method of its own.
// Idea: A step changes `model.parameters`, each by `parameter.update { value, grad in … }`, and `model.zeroGrad()`
//   clears. Validation computes losses and metrics inside `noGrad`, and changes nothing.
// Almost: For each mean keep two sums: value times number of items, and number of items (`x.shape[0]`); divide at the
//   end. One batch of training: `let l = loss(model(x), y)`, `l.backward()`, step, clear, add `l.item` to the sum.

import Layers
import Tensors

public final class TinyLearner {
    public typealias Batch = (x: Tensor, y: Tensor)
    let train, valid: [Batch]
    let model: any Layer<Tensor, Tensor>
    let loss: (_ predictions: Tensor, _ targets: Tensor) -> Tensor
    let metric: (_ predictions: Tensor, _ targets: Tensor) -> Float

    public init(
        train: [Batch], valid: [Batch], model: any Layer<Tensor, Tensor>,
        loss: @escaping (Tensor, Tensor) -> Tensor, metric: @escaping (Tensor, Tensor) -> Float
    ) {
        (self.train, self.valid, self.model, self.loss, self.metric) = (train, valid, model, loss, metric)
    }

    public func fit(_ epochs: Int, learningRate: Float) throws -> [[Float]] {
        (0..<epochs).map { _ in [trainEpoch(learningRate)] + validate() }
    }

    /// Takes a step after every batch; returns the mean loss.
    private func trainEpoch(_ learningRate: Float) -> Float {
        meanOverItems(of: train) { x, y in
            let batchLoss = loss(model(x), y)
            batchLoss.backward()
            for parameter in model.parameters {
                parameter.update { value, grad in value -= grad * learningRate }
            }
            model.zeroGrad()
            return batchLoss.item
        }
    }

    /// Mean loss and mean metric. Nothing is recorded, since no gradient will be needed.
    private func validate() -> [Float] {
        noGrad {
            [meanOverItems(of: valid) { loss(model($0), $1).item }, meanOverItems(of: valid) { metric(model($0), $1) }]
        }
    }

    private func meanOverItems(of batches: [Batch], _ value: (Tensor, Tensor) -> Float) -> Float {
        var (sum, items): (Float, Float) = (0, 0)
        for (x, y) in batches {
            sum += value(x, y) * Float(x.shape[0])
            items += Float(x.shape[0])
        }
        return sum / items
    }
}
