// A Learner for the checks of callbacks: one weight, and losses that a script decides.

import Layers
import Practice
import Tensors
import Training

/// The model of a scripted learner: p = weight · x, and so is the loss, plus what the script adds.
final class OneWeight: Module, Layer {
    let weight: Parameter
    init(_ weight: Float) { self.weight = Parameter(Tensor([weight])) }
    func forward(_ x: Tensor) -> Tensor { x * weight.value }
}

/// A learner of one weight, 1, on batches of one number, 1 and 2 and 3 …
///
/// The loss is the mean of the predictions, so its slope is the number of the batch, plus the number that `adding`
/// returns, which is called once for every batch.
func scriptedLearner(
    train: Int, valid: Int, callbacks: [any Callback], adding: @escaping (Learner<Tensor, Tensor>) -> Float
) -> Learner<Tensor, Tensor> {
    func batches(_ count: Int) -> DataLoader<(Tensor, Tensor)> {
        let numbers = (Tensor.arange(count) + 1).reshaped(count, 1)
        return DataLoader(TensorDataset(numbers, numbers), batchSize: 1)
    }
    // The loss asks the learner, which does not exist yet when the loss is made.
    final class Place { weak var learner: Learner<Tensor, Tensor>? }
    let place = Place()
    let learner = Learner(
        DataLoaders(batches(train), batches(valid)), OneWeight(1),
        loss: { predictions, _ in predictions.mean() + (place.learner.map(adding) ?? 0) }, callbacks: callbacks)
    place.learner = learner
    return learner
}

/// The same where nothing is added and each batch is only noted.
func scriptedLearner(
    train: Int, valid: Int, callbacks: [any Callback], noting: @escaping (Learner<Tensor, Tensor>) -> Void
) -> Learner<Tensor, Tensor> {
    scriptedLearner(
        train: train, valid: valid, callbacks: callbacks,
        adding: { learner in
            noting(learner)
            return 0
        })
}

/// A function whose argument is shown by a name.
func namingOne<A, Output>(
    _ function: @escaping @Sendable (A) throws -> Output
) -> @Sendable (Named<A>) throws -> Output {
    { try function($0.value) }
}
