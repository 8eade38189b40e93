// Threes and sevens, ready for a net of two classes: images [n, 1, 28, 28] from 0 to 1, label 0 for a three and 1 for a
// seven.

import Datasets
import Layers
import Notebook
import Tensors
import Training

extension ConvolutionalNets {
    /// Images to learn from; in a quick run every sixteenth of each class.
    var sampleTrain: TensorDataset<Tensor, IntTensor> {
        get throws { try run.once { sampleSet(try sample.train) } }
    }

    /// The validation images; in a quick run every sixteenth of each class.
    var sampleValid: TensorDataset<Tensor, IntTensor> {
        get throws { try run.once { sampleSet(try sample.valid) } }
    }

    /// The name of these images, for every table and chart of them.
    var sampleName: String { sampleSource.name }

    /// The accuracy of giving the more frequent answer for everything, on the validation images.
    var sampleMajorityShare: Float {
        get throws { Float(shareOfMostFrequent(try sampleValid.targets.scalars)) }
    }

    private func sampleSet(_ digits: LabelledDigits) -> TensorDataset<Tensor, IntTensor> {
        let every = run.size(quick: 16, usual: 1)
        let chosen = [3, 7].flatMap { digit in
            digits.indices(of: digit).enumerated().filter { $0.offset % every == 0 }.map(\.element)
        }.sorted()
        let images = Tensor(digits.images.rows(chosen)) / 255
        return TensorDataset(images.unsqueezed(1), IntTensor(chosen.map { digits.labels[$0] == 3 ? 0 : 1 }))
    }
}

extension ConvolutionalNets {
    /// Loaders with batches of 64, those for training in a new order every epoch.
    func sampleLoaders(using random: inout SplitMix64) throws -> DataLoaders<(Tensor, IntTensor)> {
        DataLoaders(
            DataLoader(try sampleTrain, batchSize: 64, shuffledUsing: &random),
            DataLoader(try sampleValid, batchSize: 256))
    }

    /// A Learner with cross-entropy, Adam and the accuracy.
    func sampleLearner(
        _ net: any Layer<Tensor, Tensor>, using random: inout SplitMix64
    ) throws -> Learner<Tensor, IntTensor> {
        Learner(
            try sampleLoaders(using: &random), net, loss: { crossEntropy($0, $1) },
            optimizer: { Adam($0, learningRate: $1) }, metrics: [.accuracy])
    }
}
