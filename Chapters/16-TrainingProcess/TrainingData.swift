// What the trainings of this chapter have in common: the digits, as many of them as the book has photos, and what is
// kept of a training.

import Datasets
import Figures
import Layers
import Notebook
import Tensors
import Training

/// A learner for images of digits.
typealias DigitLearner = Training.Learner<Tensor, IntTensor>

/// How a learner makes its optimizer: from the parameters and the learning rate.
public typealias OptimizerMaker = @Sendable ([Parameter], Float) -> any Optimizer

/// The digits, as what they are to the book's numbers: other data. The book trains on Imagenette.
struct InPlaceOfImagenette: DataOrigin {
    let name: String
    let bookName = "imagenette2-160"
    let notices: [String]
}

/// What is kept of one training.
struct TrainingRun: Sendable {
    /// After each epoch: train_loss, valid_loss, accuracy.
    let epochs: [[Float]]
    /// Of each batch: its loss, and the learning rate and momentum that the optimizer had.
    let losses, rates, momenta: [Float]

    /// After the last epoch.
    var validLoss: Float { epochs.last![1] }
    var accuracy: Float { epochs.last![2] }

    init(_ learner: DigitLearner) {
        let recorder = learner.recorder
        (epochs, losses) = (recorder.values, recorder.batchLosses)
        (rates, momenta) = (recorder.learningRates, recorder.momenta)
    }
}

extension TrainingProcess {
    /// Images [n, 1, h, w], 0...1, with their digits [n], in random order. There are as many as Imagenette has training
    /// photos, if the data have that many.
    var train: TensorDataset<Tensor, IntTensor> {
        get throws { try run.once { try sample(\.train, run.size(quick: 320, usual: 9469), seed: run.seed &+ 1600) } }
    }

    /// The same for the validation images: Imagenette has 3,925.
    var valid: TensorDataset<Tensor, IntTensor> {
        get throws { try run.once { try sample(\.valid, run.size(quick: 100, usual: 3925), seed: run.seed &+ 1601) } }
    }

    /// The share of the most frequent digit among the validation images: what a model reaches that always says the
    /// same.
    var majorityShare: Float {
        get throws {
            Float(shareOfMostFrequent(try valid.targets.scalars))
        }
    }

    private func sample(
        _ part: KeyPath<DigitImages, LabelledDigits>, _ count: Int, seed: UInt64
    ) throws -> TensorDataset<Tensor, IntTensor> {
        let digits = try source.contents[keyPath: part]
        try check(digits, part == \.train ? "training" : "validation")
        var random = SplitMix64(seed: seed)
        let places = Array(random.permutation(digits.count).prefix(count))
        let images = Tensor(digits.images.rows(places)) / 255
        return TensorDataset(images.unsqueezed(1), IntTensor(places.map { digits.labels[$0] }))
    }

    /// - Throws: `DatasetError` where a section of the chapter could not train: it wants all ten digits in 28 × 28
    ///   pixels, and not too few of them.
    private func check(_ digits: LabelledDigits, _ part: String) throws {
        let (size, fewest) = (digits.images.shape.dropFirst(), 20)
        let others = digits.digits.filter { !(0...9).contains($0) }
        let missing = (0...9).filter { !digits.digits.contains($0) }
        let found: String
        switch true {
        case digits.count < fewest: found = "there are \(digits.count)"
        case !others.isEmpty: found = "there is the label \(others[0])"
        case !missing.isEmpty: found = "there is no \(missing[0])"
        case size != [28, 28]: found = "they have \(size.map { "\($0)" }.joined(separator: " × ")) pixels"
        default: return
        }
        throw DatasetError(
            source.folder?.path ?? source.name,
            "at least \(fewest) \(part) images of the digits 0 to 9 in 28 × 28 pixels were expected, and \(found)",
            try: "swift run data get mnist, or leave out --data")
    }
}

// MARK: Tables beside the book's

extension TrainingProcess {
    /// Epochs of a training, three under `--full` and usually.
    var epochCount: Int { run.size(quick: 1, usual: 3) }

    /// What all records of these trainings say beside the book's number.
    var otherTask: String { "digits and a small net; in the book photos and a ResNet-34" }

    /// Epoch by epoch, the mean over our seeds beside the book's row.
    func besideTheBook(_ runs: [TrainingRun], _ book: [[Double]]) -> TextTable {
        var table = TextTable(
            ["epoch", "train_loss", "book", "valid_loss", "book", "accuracy", "book"], decimals: 4)
        for epoch in 0..<epochCount {
            let ours = (0..<3).map { column in Spread(runs.map { $0.epochs[epoch][column] }) }
            table.add(epoch, ours[0], book[epoch][0], ours[1], book[epoch][1], ours[2], book[epoch][2])
        }
        return table
    }
}
