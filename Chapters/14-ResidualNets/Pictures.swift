// The pictures of this chapter: photographs from a folder, or generated scenes. All of them are squares of 64 × 64.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Training

/// Pictures [n, 3, 64, 64], normalized, with their labels [n].
public typealias PictureSet = TensorDataset<Tensor, IntTensor>

/// Pictures kept as bytes, a quarter of what they take as numbers.
struct PictureBytes: Sendable {
    /// [n, 3, 64, 64]
    let bytes: ByteTensor

    /// Pixels from 0 to 1 [n, 3, 64, 64].
    init(_ pixels: Tensor) { bytes = ByteTensor((pixels * 255).rounded()) }

    init(bytes: ByteTensor) { self.bytes = bytes }

    var shape: [Int] { bytes.shape }

    /// One picture, from 0 to 1 [3, 64, 64].
    subscript(place: Int) -> Tensor { Tensor(bytes[place]) / 255 }

    /// All of them as a net wants them, and their labels.
    func normalized(_ labels: [Int]) -> PictureSet { PictureSet(imageNetScale(Tensor(bytes) / 255), IntTensor(labels)) }
}

/// Colour pictures of several classes, for training and for validation.
struct Pictures: Sendable {
    /// Height and width of each.
    static let side = 64

    let train, valid: PictureBytes
    let trainLabels, validLabels: [Int]
    /// What the labels stand for.
    let classes: [String]
    /// What is wrong with files that had to be passed over.
    let problems: [String]

    /// Reads the pictures `train/NAME/…` and, beside `train`, the same in `val`, `valid` or `test`: PNG or JPEG, of any
    /// size. A square of each is taken (`presized`), to learn from one at a random place. Those that cannot be read are
    /// passed over.
    /// - Parameters:
    ///   - most: how many of each part are taken at most, evenly from all classes.
    ///   - seed: says where the squares are cut.
    /// - Throws: `DatasetError` that names the folder that is not as it should be.
    init(folder: URL, most: (train: Int, valid: Int), seed: UInt64) throws {
        let parts = ["val", "valid", "test"].map { folder.appending(path: $0) }
        let other = parts.first { FileManager.default.fileExists(atPath: $0.path) } ?? parts[0]
        let train = try ImageFolder(folder.appending(path: "train"))
        let valid = try ImageFolder(other, only: train.classes)
        var random = SplitMix64(seed: seed)
        let learned = try Self.read(train, most.train) { random.uniform() }
        let checked = try Self.read(valid, most.valid) { 0.5 }
        (self.train, trainLabels) = (PictureBytes(bytes: learned.bytes), learned.labels)
        (self.valid, validLabels) = (PictureBytes(bytes: checked.bytes), checked.labels)
        problems = learned.problems + checked.problems
        warn(noticeOfUnreadable(problems))
        classes = try namesOfClasses(train.classes, in: folder)
        if classes.count < 2 || trainLabels.count < 16 {
            throw DatasetError(
                folder.path,
                "at least 16 pictures of two classes were expected to learn from, and found were "
                    + "\(trainLabels.count) of \(classes.joined(separator: ", "))")
        }
    }

    /// - Parameter place: where the next square is cut.
    private static func read(_ folder: ImageFolder, _ most: Int, at place: () -> Double) throws -> ReadPhotos {
        let count = min(most, folder.labels.count)
        let chosen = (0..<count).map { $0 * folder.labels.count / count }
        return try ReadPhotos(of: folder, chosen, atLeast: side) { photo in
            PictureBytes(presized(photo, to: side, at: place())).bytes
        }
    }

    private init(_ train: GeneratedScenes, _ valid: GeneratedScenes) {
        func pictures(_ scenes: GeneratedScenes) -> PictureBytes {
            PictureBytes(bytes: scenes.images.permuted(0, 3, 1, 2))
        }
        (self.train, self.valid) = (pictures(train), pictures(valid))
        (trainLabels, validLabels, classes, problems) = (train.labels, valid.labels, train.names, [])
    }

    /// Generated scenes with one object of ten classes in each.
    static func generated(train: Int, valid: Int, seed: UInt64) throws -> Pictures {
        Pictures(
            try GeneratedScenes(count: train, size: side, part: .train, seed: seed),
            try GeneratedScenes(count: valid, size: side, part: .valid, seed: seed))
    }
}

extension ResidualNets {
    /// The name of the pictures' data set, for every table and chart of them.
    var dataName: String { source.name }

    /// What the labels stand for.
    var classNames: [String] { get throws { try source.contents.classes } }

    /// Training pictures, normalized [n, 3, 64, 64], with their labels.
    var trainPictures: PictureSet {
        get throws {
            try run.once {
                let pictures = try source.contents
                return pictures.train.normalized(pictures.trainLabels)
            }
        }
    }

    /// Validation pictures.
    var validPictures: PictureSet {
        get throws {
            try run.once {
                let pictures = try source.contents
                return pictures.valid.normalized(pictures.validLabels)
            }
        }
    }

    /// The accuracy of always giving the most frequent class, on the validation pictures.
    var majorityShare: Float { get throws { Float(shareOfMostFrequent(try validPictures.targets.scalars)) } }
}
