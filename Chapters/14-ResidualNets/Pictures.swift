// The pictures of this chapter: photographs from a folder, or generated scenes. All of them are squares of 64 × 64.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Training

/// Pictures [n, 3, 64, 64], normalized, with their labels [n].
public typealias PictureSet = TensorDataset<Tensor, IntTensor>

/// Colour pictures of several classes, to learn from and to check with.
struct Pictures: Sendable {
    /// Height and width of each.
    static let side = 64

    /// Pixels from 0 to 1 [n, 3, 64, 64].
    let train, valid: Tensor
    let trainLabels, validLabels: [Int]
    /// What the labels stand for.
    let classes: [String]

    /// Reads `train/NAME/….png` and, beside `train`, the same in `val`, `valid` or `test`. The pictures may be of any
    /// size; the square in the middle of each is taken.
    /// - Parameter most: about how many of each part are taken, evenly from all classes.
    /// - Throws: `DatasetError` or `FigureError` that names the folder or the file that is not as it should be.
    init(folder: URL, most: (train: Int, valid: Int)) throws {
        let parts = ["val", "valid", "test"].map { folder.appending(path: $0) }
        let other = parts.first { FileManager.default.fileExists(atPath: $0.path) } ?? parts[0]
        let train = try ImageFolder(folder.appending(path: "train"))
        let valid = try ImageFolder(other, only: train.classes)
        (self.train, trainLabels) = try Self.read(train, most.train)
        (self.valid, validLabels) = try Self.read(valid, most.valid)
        classes = train.classes
        if classes.count < 2 || trainLabels.count < 16 {
            throw DatasetError(
                folder.path,
                "at least 16 pictures of two classes were expected to learn from, and found were "
                    + "\(trainLabels.count) of \(classes.joined(separator: ", "))")
        }
    }

    private static func read(_ folder: ImageFolder, _ most: Int) throws -> (pixels: Tensor, labels: [Int]) {
        let step = max(1, folder.labels.count / most)
        let chosen = Array(stride(from: 0, to: folder.labels.count, by: step))
        let pixels = try chosen.map { middleSquare(try Raster(png: folder.files[$0])) }
        return (.stack(pixels), chosen.map { folder.labels[$0] })
    }

    /// The square in the middle of a picture, from 0 to 1 [3, 64, 64].
    static func middleSquare(_ picture: Raster) -> Tensor {
        let (height, width) = (picture.height, picture.width)
        let length = min(height, width)
        let (top, left) = ((height - length) / 2, (width - length) / 2)
        let bytes = ByteTensor(shape: [height, width, picture.channels], picture.pixels)
        let square = Tensor(bytes[top..<top + length, left..<left + length]).permuted(2, 0, 1) / 255
        let size = Size2D(side)
        let resized =
            length > side ? square.adaptiveAveragePooled(size) : square.interpolated(to: size, mode: .bilinear)
        return resized.expanded(to: [3, side, side])  // a grey picture has one channel, three times the same
    }

    private init(_ train: GeneratedScenes, _ valid: GeneratedScenes) {
        func pixels(_ scenes: GeneratedScenes) -> Tensor { Tensor(scenes.images.permuted(0, 3, 1, 2)) / 255 }
        (self.train, self.valid) = (pixels(train), pixels(valid))
        (trainLabels, validLabels, classes) = (train.labels, valid.labels, train.names)
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

    /// Pictures to learn from, normalized [n, 3, 64, 64], with their labels.
    var trainPictures: PictureSet {
        get throws {
            try run.once {
                let pictures = try source.contents
                return PictureSet(imageNetScale(pictures.train), IntTensor(pictures.trainLabels))
            }
        }
    }

    /// Pictures to check with.
    var validPictures: PictureSet {
        get throws {
            try run.once {
                let pictures = try source.contents
                return PictureSet(imageNetScale(pictures.valid), IntTensor(pictures.validLabels))
            }
        }
    }

    /// The share of the most frequent class among the pictures to check with: what always the same answer reaches.
    var majority: Float {
        get throws {
            let counts = try validPictures.targets.bincount().scalars
            return Float(counts.max()!) / Float(counts.reduce(0, +))
        }
    }
}
