// The ten digits of sections 13.10 to 13.14, and the tables that set our trainings beside the book's.

import Datasets
import Figures
import Layers
import Notebook
import Tensors
import Training

/// A learner for images of digits.
public typealias DigitLearner = Learner<Tensor, IntTensor>

/// Images [n, 1, 28, 28] with their digits [n].
typealias DigitSet = TensorDataset<Tensor, IntTensor>

/// Adam as the book's library has it, with a weight decay of 0.01 that spares biases and norms.
func decayingAdam(_ parameters: [Parameter], learningRate: Float) -> AdamW {
    let (weights, others) = (parameters.filter { $0.value.rank > 1 }, parameters.filter { $0.value.rank <= 1 })
    return AdamW(
        groups: [ParameterGroup(weights), ParameterGroup(others, weightDecay: 0)], learningRate: learningRate,
        weightDecay: 0.01)
}

/// Digits as bytes, whose batches are normalized pixels [n, 1, 28, 28] with labels [n].
struct NormalizedDigits: RandomAccessCollection, BatchSource, Sendable {
    /// [n, 28, 28], 0 = paper, 255 = ink
    let bytes: ByteTensor
    let digits: IntTensor
    let normalize: Normalize

    var startIndex: Int { 0 }
    var endIndex: Int { digits.count }
    subscript(index: Int) -> (Tensor, IntTensor) { (normalize(pixels(bytes[index])), digits[index]) }

    func batch(_ places: [Int]) -> (Tensor, IntTensor) { (normalize(pixels(bytes.rows(places))), digits.rows(places)) }

    /// The first images, or all of them if there are not so many.
    func first(_ many: Int) -> (Tensor, IntTensor) { batch(Array(0..<Swift.min(many, count))) }
}

/// The items of a dataset, several times over: what an epoch goes through where there are few.
struct Repeated: RandomAccessCollection, BatchSource {
    let items: NormalizedDigits
    let times: Int

    var startIndex: Int { 0 }
    var endIndex: Int { items.count * times }
    subscript(index: Int) -> (Tensor, IntTensor) { items[index % items.count] }
    func batch(_ places: [Int]) -> (Tensor, IntTensor) { items.batch(places.map { $0 % items.count }) }
}

/// Pixels from 0 to 1, with an axis for the one channel: [n, 1, h, w] of images [n, h, w], [1, h, w] of one image.
func pixels(_ bytes: ByteTensor) -> Tensor {
    var x = Tensor(bytes).unsqueezed(-3)
    x /= 255
    return x
}

extension ConvolutionalNets {
    /// Training images as bytes [n, 28, 28], with their digits. A quick run takes a thousand at most.
    var trainImages: (bytes: ByteTensor, digits: IntTensor) {
        get throws {
            try run.once { try images(of: try source.contents.train, "training", run.size(quick: 1000, usual: .max)) }
        }
    }

    /// The validation images.
    var validImages: (bytes: ByteTensor, digits: IntTensor) {
        get throws {
            try run.once { try images(of: try source.contents.valid, "validation", run.size(quick: 500, usual: .max)) }
        }
    }

    /// At most `count` of the images, drawn at random, with their digits.
    /// - Throws: `DatasetError` where the trainings mean nothing: another size, labels that are no digits, or a digit
    ///   of which there is no image.
    private func images(
        of part: LabelledDigits, _ use: String, _ count: Int
    ) throws -> (bytes: ByteTensor, digits: IntTensor) {
        let size = part.images.shape.dropFirst().map(String.init).joined(separator: " × ")
        let others = part.digits.filter { !(0...9).contains($0) }
        let missing = (0...9).filter { !part.digits.contains($0) }
        if size != "28 × 28" || !missing.isEmpty || !others.isEmpty {
            let none =
                missing.isEmpty ? "" : ", none with the label \(missing.map(String.init).joined(separator: ", "))"
            let labels = (others.first.map { ", one with the label \($0)" } ?? "") + none
            throw DatasetError(
                source.folder?.path ?? source.name,
                "\(use) images of 28 × 28 pixels with all labels from 0 to 9 were expected, and found were "
                    + "\(part.count) of \(size)\(labels)", try: "swift run data get mnist")
        }
        if count >= part.count { return (part.images, IntTensor(part.labels)) }
        var random = run.random
        let places = Array(random.permutation(part.count).prefix(count))
        return (part.images.rows(places), IntTensor(places.map { part.labels[$0] }))
    }

    /// How often an epoch goes through the training images: once through MNIST's 60,000, and more often where there are
    /// fewer, so that an epoch has about as many batches as the book's.
    var passes: Int { get throws { try run.size(quick: 1, usual: max(1, 60_000 / trainImages.digits.count)) } }

    /// The book's two batch sizes; a quick run has few images, and smaller batches.
    var smallBatch: Int { run.size(quick: 16, usual: 64) }
    var largeBatch: Int { run.size(quick: 50, usual: 512) }

    /// The share of the most frequent digit among the validation images: what a model reaches that always says the
    /// same. (MNIST: 0.1135, the ones.)
    var majorityShare: Float {
        get throws {
            Float(shareOfMostFrequent(try validImages.digits.scalars))
        }
    }

    /// What all records of these trainings say beside the book's number.
    var otherStart: String {
        get throws {
            let times = try passes
            let images = "\(try trainImages.digits.count) images" + (times > 1 ? ", \(times) times an epoch" : "")
            return run.size(quick: "a quick run: \(images), smaller batches", usual: "other random numbers; \(images)")
        }
    }
}

// MARK: Beside the book's trainings

/// One line of the table that a learner prints.
struct EpochNumbers: Sendable {
    let trainLoss, validLoss, accuracy: Double
}

/// What the book's table says after each epoch of its trainings on ten digits.
enum TenDigitsInTheBook {
    static let baseline = EpochNumbers(trainLoss: 2.307071, validLoss: 2.305865, accuracy: 0.113500)
    static let largeBatches = EpochNumbers(trainLoss: 2.309385, validLoss: 2.302744, accuracy: 0.113500)
    static let oneCycle = EpochNumbers(trainLoss: 0.210838, validLoss: 0.084827, accuracy: 0.974300)
    static let batchNorm = EpochNumbers(trainLoss: 0.130036, validLoss: 0.055021, accuracy: 0.986400)
    /// The same five epochs, printed twice.
    static let fiveEpochs = [
        [
            EpochNumbers(trainLoss: 0.191731, validLoss: 0.121738, accuracy: 0.960900),
            EpochNumbers(trainLoss: 0.083739, validLoss: 0.055808, accuracy: 0.981800),
            EpochNumbers(trainLoss: 0.053161, validLoss: 0.044485, accuracy: 0.987100),
            EpochNumbers(trainLoss: 0.034433, validLoss: 0.030233, accuracy: 0.990200),
            EpochNumbers(trainLoss: 0.017646, validLoss: 0.025407, accuracy: 0.991200),
        ],
        [
            EpochNumbers(trainLoss: 0.183244, validLoss: 0.084025, accuracy: 0.975800),
            EpochNumbers(trainLoss: 0.080774, validLoss: 0.067060, accuracy: 0.978800),
            EpochNumbers(trainLoss: 0.050215, validLoss: 0.062595, accuracy: 0.981300),
            EpochNumbers(trainLoss: 0.030020, validLoss: 0.030315, accuracy: 0.990700),
            EpochNumbers(trainLoss: 0.015131, validLoss: 0.025148, accuracy: 0.992100),
        ],
    ]
}

extension [DigitLearner] {
    /// A column of the learners' tables in one epoch: one number for each learner.
    func all(_ column: String, epoch: Int = 0) -> [Float] { map { $0.recorder[column][epoch] } }

    /// The book's line and ours, one for each learner.
    func table(beside book: EpochNumbers) -> TextTable {
        var table = TextTable(["training", "train_loss", "valid_loss", "accuracy"], decimals: 4)
        table.add("the book's, on MNIST", book.trainLoss, book.validLoss, book.accuracy)
        for (number, learner) in enumerated() {
            let row = learner.recorder.values[0]
            table.add("start \(number + 1)", row[0], row[1], row[2])
        }
        return table
    }

    /// Records the first epoch of all of them beside the book's.
    func recordFirstEpoch(_ name: String, beside book: EpochNumbers, differs: String) {
        record("\(name)/train-loss", over: all("train_loss"), book: book.trainLoss, differs: differs)
        record("\(name)/valid-loss", over: all("valid_loss"), book: book.validLoss, differs: differs)
        record("\(name)/accuracy", over: all("accuracy"), book: book.accuracy, differs: differs)
    }
}
