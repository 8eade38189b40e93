// The digits for the nets of sections 17.11 and 17.12: all ten, as tensors.

import Datasets
import Layers
import Notebook
import Tensors
import Training

/// Images [n, 1, 28, 28] with mean 0 and standard deviation 1 over the training images, and their labels [n].
typealias TrainingDigits = TensorDataset<Tensor, IntTensor>

extension Foundations {
    /// The name of the data, for every table and chart of these digits.
    var dataName: String { source.name }

    /// The digits, if the chapter can work with them: 28 × 28 pixels, and at least one of each in both parts.
    private var digits: DigitImages {
        get throws {
            try run.once {
                let digits = try source.contents
                for (part, name) in [(digits.train, "training"), (digits.valid, "validation")] {
                    if part.images.shape.dropFirst() != [28, 28] || part.digits != Array(0...9) {
                        throw DatasetError(
                            source.folder?.path ?? dataName,
                            "all ten digits in 28 × 28 pixels were expected as \(name) images, and found were the "
                                + "digits \(part.digits) in \(part.images.shape.dropFirst())",
                            try: "swift run data get mnist")
                    }
                }
                return digits
            }
        }
    }

    /// The first images of every digit, as many as the size of the run asks for.
    private func first(_ count: Int, of part: LabelledDigits) -> (pixels: Tensor, labels: IntTensor) {
        let places = part.digits.flatMap { Array(part.indices(of: $0).prefix(count)) }
        return (Tensor(part.images.rows(places)) / 255, IntTensor(places.map { part.labels[$0] }))
    }

    private var pixels: (train: (pixels: Tensor, labels: IntTensor), valid: (pixels: Tensor, labels: IntTensor)) {
        get throws {
            try run.once {
                (
                    first(run.size(quick: 20, usual: 800, full: .max), of: try digits.train),
                    first(run.size(quick: 10, usual: 400, full: .max), of: try digits.valid)
                )
            }
        }
    }

    /// Mean and standard deviation come from the training images, for both parts.
    private func dataset(_ part: (pixels: Tensor, labels: IntTensor)) throws -> TrainingDigits {
        let train = try pixels.train.pixels
        let mean = train.mean()
        let deviation = (train - mean).squared().mean().sqrt()
        if deviation.item == 0 {
            throw DatasetError(
                source.folder?.path ?? dataName, "all pixels of the training images are the same",
                try: "swift run data get mnist")
        }
        return TensorDataset(((part.pixels - mean) / deviation).unsqueezed(1), part.labels)
    }

    /// The training images.
    var trainDigits: TrainingDigits { get throws { try run.once { try dataset(try pixels.train) } } }
    /// The images to judge by.
    var validDigits: TrainingDigits { get throws { try run.once { try dataset(try pixels.valid) } } }

    /// The accuracy of giving the most frequent answer for everything.
    var majorityShare: Float {
        get throws {
            Float(shareOfMostFrequent(try validDigits.targets.scalars))
        }
    }
}
