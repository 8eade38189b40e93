// Short trainings on a few generated digits, for tests to look into.

import Chapter13
import Datasets
import Layers
import Tensors
import Training

/// Generated digits, `count` of each: images [n, 1, 28, 28], about normalized, and labels [n].
func fewDigits(_ count: Int = 10, seed: UInt64 = 13) -> TensorDataset<Tensor, IntTensor> {
    let digits = DigitImages.generated(digits: Array(0...9), train: count, valid: 1, seed: seed).train
    let images = Tensor(digits.images) / 255
    return TensorDataset(((images - 0.13) / 0.3).unsqueezed(1), IntTensor(digits.labels))
}

/// A learner for these digits, with Adam and cross-entropy.
func smallLearner(
    _ net: Sequential, _ digits: TensorDataset<Tensor, IntTensor> = fewDigits(), batchSize: Int = 25,
    callbacks: [any Callback] = []
) -> DigitLearner {
    var random = SplitMix64(seed: 130)
    return Learner(
        DataLoaders(
            DataLoader(digits, batchSize: batchSize, shuffledUsing: &random), DataLoader(digits, batchSize: 50)),
        net, loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) }, metrics: [.accuracy],
        callbacks: callbacks)
}

/// The net of section 13.10 from a seed of its own.
func seededCNN(_ seed: UInt64 = 1310) -> Sequential {
    var random = SplitMix64(seed: seed)
    return digitCNN(using: &random)
}
