// The digits of sections 16.7 to 16.10: a small part of all, so that a training takes less than a second.

import Datasets
import Layers
import Notebook
import Tensors
import Training

/// Batches of images and their labels.
public typealias LabelledBatches = DataLoaders<(Tensor, IntTensor)>

extension TrainingProcess {
    /// So many images of every digit: for training, and for validation.
    private var digitsOfEach: (train: Int, valid: Int) { run.size(quick: (10, 5), usual: (100, 150), full: (400, 400)) }

    /// The first images of every digit, [n, 784] with numbers from 0 to 1, and their labels [n].
    private func few(_ count: Int, of part: LabelledDigits, _ use: String) throws -> TensorDataset<Tensor, IntTensor> {
        let size = part.images.shape.dropFirst().map(String.init).joined(separator: " × ")
        let problem =
            size != "28 × 28"
            ? "images of 28 × 28 pixels were expected \(use), and found were images of \(size)"
            : part.digits != Array(0...9) ? "all ten digits were expected \(use), and found were \(part.digits)" : nil
        if let problem {
            throw DatasetError(
                source.folder?.path ?? source.name, problem, try: "swift run data get mnist, or leave out --data")
        }
        let places = part.digits.flatMap { Array(part.indices(of: $0).prefix(count)) }
        let pixels = Tensor(part.images.rows(places)) / 255
        return TensorDataset(pixels.flattened(from: 1), IntTensor(places.map { part.labels[$0] }))
    }

    /// Training images [n, 784].
    var fewTrainDigits: TensorDataset<Tensor, IntTensor> {
        get throws { try run.once { try few(digitsOfEach.train, of: try source.contents.train, "for training") } }
    }

    /// Validation images [n, 784].
    var fewValidDigits: TensorDataset<Tensor, IntTensor> {
        get throws { try run.once { try few(digitsOfEach.valid, of: try source.contents.valid, "for validation") } }
    }

    /// Both in batches; those for training are shuffled.
    func fewDigits(batchSize: Int = 50, using random: inout SplitMix64) throws -> LabelledBatches {
        LabelledBatches(
            DataLoader(try fewTrainDigits, batchSize: batchSize, shuffledUsing: &random),
            DataLoader(try fewValidDigits, batchSize: 250))
    }

    /// 784 pixels → `width` features → 10 scores
    func smallNet(width: Int = 32, using random: inout SplitMix64) -> Sequential {
        Sequential(Linear(784, width, using: &random), ReLU(), Linear(width, 10, using: &random))
    }
}
