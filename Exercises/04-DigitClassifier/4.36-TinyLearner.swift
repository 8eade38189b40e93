// Exercise 4.36 · Your own Learner
// Section 4.14, further research 1: Chapters/04-DigitClassifier/14b-Learner.swift

import Layers
import Practice
import Tensors

/// A learner, small but complete: it trains `model` on the batches of `train` by gradient descent, and judges it on
/// those of `valid`. Its properties and `init` are given; write `fit`. Add methods and properties as you like.
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

    /// Goes through the training batches `epochs` times, with a step after each batch, and through the validation
    /// batches after each epoch. Returns a row for every epoch: [training loss, validation loss, metric].
    ///
    /// Each is a mean over items, not over batches: a smaller last batch counts for less. The training loss uses each
    /// batch's loss before its step; the metric is that of the validation batches. A second `fit` continues where the
    /// first ended.
    public func fit(_ epochs: Int, learningRate: Float) throws -> [[Float]] {
        throw Unanswered("4.36")
    }
}
