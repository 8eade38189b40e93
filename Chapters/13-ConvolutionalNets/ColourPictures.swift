// Small colour pictures of two classes, from a folder or generated.

import Datasets
import Foundation
import Notebook
import Tensors
import Training

/// Colour pictures with labels, for training and for validation.
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

    /// That they are what the nets of section 13.9 are made for.
    private func check(_ folder: URL) throws {
        func refuse(_ problem: String) -> DatasetError {
            DatasetError(folder.path, problem, try: "`swift run data get cifar_birds_airplanes`")
        }
        guard classes.count == 2 else {
            throw refuse("expected two class folders, found \(classes.joined(separator: ", "))")
        }
        for (images, labels) in [(trainImages, trainLabels), (validImages, validLabels)] {
            if Array(images.shape[1...2]) != [32, 32] {
                throw refuse("expected pictures of 32 × 32 pixels, found \(images.shape[2]) × \(images.shape[1])")
            }
            if let missing = [0, 1].first(where: { !labels.contains($0) }) {
                throw refuse("expected both classes in each part, found no \(classes[missing]) in one of them")
            }
        }
        let red = trainImages[0..., 0..., 0..., 0]
        if red == trainImages[0..., 0..., 0..., 1], red == trainImages[0..., 0..., 0..., 2] {
            throw refuse("expected pictures in colour, but all of them are grey")
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

    /// The validation pictures.
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
