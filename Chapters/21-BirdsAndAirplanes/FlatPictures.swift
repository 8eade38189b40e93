// The pictures as tensors, for the trainings of sections 21.7 to 21.11, and pictures to look at.

import Datasets
import Figures
import Notebook
import Tensors
import Training

/// Flat pictures [n, 3072] with their labels [n].
public typealias FlatPictures = TensorDataset<Tensor, IntTensor>

/// Pictures for training, and pictures for validation.
public struct PictureSets: CustomStringConvertible {
    public let learned, checked: FlatPictures

    public init(learned: FlatPictures, checked: FlatPictures) { (self.learned, self.checked) = (learned, checked) }

    public var description: String { "\(learned.count) and \(checked.count) pictures" }
}

extension BirdsAndAirplanes {
    /// The first training pictures as a batch, x [n, 3, 32, 32] and y [n].
    func firstPictures(_ count: Int) throws -> (Tensor, IntTensor) {
        let pictures = try trainPictures
        return pictures.batch(Array(0..<min(count, pictures.count)))
    }

    /// All training pictures, normalized once and laid flat.
    var flatTrain: FlatPictures { get throws { try run.once { flat(try trainPictures) } } }

    /// All validation pictures.
    var flatValid: FlatPictures { get throws { try run.once { flat(try validPictures) } } }

    private func flat(_ pictures: NormalizedPictures) -> FlatPictures {
        let parts = stride(from: 0, to: pictures.count, by: 1000).map { start in
            pictures.batch(Array(start..<min(start + 1000, pictures.count)))
        }
        return TensorDataset(Tensor.cat(parts.map { $0.0.flattened(from: 1) }), IntTensor.cat(parts.map(\.1)))
    }

    /// Some of the training pictures: as many of each class, the first ones.
    func flatTrain(perClass count: Int) throws -> FlatPictures {
        let all = try flatTrain
        let labels = all.targets.scalars
        let places = [0, 1].flatMap { label in labels.indices.filter { labels[$0] == label }.prefix(count) }.sorted()
        return TensorDataset(all.inputs.rows(places), IntTensor(places.map { labels[$0] }))
    }

    /// A normalized picture [3, 32, 32] as one to look at.
    func shown(_ x: Tensor) throws -> Raster { Raster(try normalize.undone(x)) }

    /// The accuracy of always giving the more frequent class, on the validation pictures.
    var majorityShare: Float { get throws { Float(shareOfMostFrequent(try validPictures.labels)) } }
}
