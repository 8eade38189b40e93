// Small colour pictures of two classes, from a folder or generated.

import Datasets
import Foundation
import Notebook
import Tensors
import Training

/// Colour pictures with labels, to learn from and to check with.
struct ColourPictures: Sendable {
    /// Bytes [n, height, width, 3], as they are in files.
    let trainImages, validImages: ByteTensor
    let trainLabels, validLabels: [Int]
    /// What the labels stand for.
    let classes: [String]

    /// Reads `train/NAME/….png` and `test/NAME/….png`.
    /// - Throws: `DatasetError` when a folder or a picture is not as it should be: the chapter's nets take pictures of
    ///   32 × 32 pixels, with colours, of two classes.
    init(folder: URL) throws {
        let train = try ImageFolder(folder.appending(path: "train"))
        let valid = try ImageFolder(folder.appending(path: "test"), only: train.classes)
        (trainImages, validImages) = (try train.readImages(.rgb), try valid.readImages(.rgb))
        (trainLabels, validLabels, classes) = (train.labels, valid.labels, train.classes)
        try check(folder)
    }

    private func check(_ folder: URL) throws {
        func refuse(_ found: String) -> DatasetError {
            DatasetError(
                folder.path, "expected colour pictures of 32 × 32 pixels in two classes, found \(found)",
                try: "`swift run data get cifar_birds_airplanes`")
        }
        if classes.count != 2 { throw refuse(classes.count == 1 ? "one class" : "\(classes.count) classes") }
        for (images, labels) in [(trainImages, trainLabels), (validImages, validLabels)] {
            let size = images.shape[1..<3].map(String.init).joined(separator: " × ")
            if size != "32 × 32" { throw refuse("pictures of \(size)") }
            if let missing = [0, 1].first(where: { !labels.contains($0) }) {
                throw refuse("none of the class \(classes[missing]) in one of the parts")
            }
        }
        let red = trainImages[0..., 0..., 0..., 0]
        if red == trainImages[0..., 0..., 0..., 1], red == trainImages[0..., 0..., 0..., 2] {
            throw refuse("none with a colour in it")
        }
    }

    private init(_ train: GeneratedScenes, _ valid: GeneratedScenes) {
        (trainImages, validImages) = (train.images, valid.images)
        (trainLabels, validLabels, classes) = (train.labels, valid.labels, train.names)
    }

    /// Generated scenes with an airplane or a bird in each, of 32 × 32 pixels.
    static func generated(train: Int, valid: Int, seed: UInt64) throws -> ColourPictures {
        func scenes(_ count: Int, _ part: ScenePart) throws -> GeneratedScenes {
            try GeneratedScenes(count: count, size: 32, classes: [.airplane, .bird], part: part, seed: seed)
        }
        return ColourPictures(try scenes(train, .train), try scenes(valid, .valid))
    }
}

extension ConvolutionalNets {
    /// Pictures to learn from [n, 3, h, w], 0...1, with their labels; in a quick run at most 120.
    var colourTrain: TensorDataset<Tensor, IntTensor> {
        get throws {
            try run.once {
                let pictures = try colourSource.contents
                return colourSet(pictures.trainImages, pictures.trainLabels)
            }
        }
    }

    /// Pictures to check with.
    var colourValid: TensorDataset<Tensor, IntTensor> {
        get throws {
            try run.once {
                let pictures = try colourSource.contents
                return colourSet(pictures.validImages, pictures.validLabels)
            }
        }
    }

    private func colourSet(_ images: ByteTensor, _ labels: [Int]) -> TensorDataset<Tensor, IntTensor> {
        let step = run.size(quick: max(1, labels.count / 120), usual: 1)
        let chosen = Array(stride(from: 0, to: labels.count, by: step))
        let channelsFirst = Tensor(images.rows(chosen).permuted(0, 3, 1, 2)) / 255
        return TensorDataset(channelsFirst, IntTensor(chosen.map { labels[$0] }))
    }
}
