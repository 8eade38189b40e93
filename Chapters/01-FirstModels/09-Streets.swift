// # Deep learning is not just for image classification
//
// Section 1.9 · After this page you can have a model paint every pixel of a picture by what it shows.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// So far a model has said one word for a whole picture. A car that drives by itself needs more than “there is a
// road”; it has to know *where*. To predict a class for every pixel is called *segmentation*. The data are pictures
// with *masks*: for each pixel the number of a class. In the folder that the book takes, the mask of `images/x.png`
// is `labels/x_P.png`, and `codes.txt` says what the numbers mean:

/// Where the mask of a picture is: images/x.png → labels/x_P.png. (The book's lambda for its label function.)
public func maskFile(of image: URL) -> URL {
    let stem = image.deletingPathExtension().lastPathComponent
    return image.deletingLastPathComponent().deletingLastPathComponent().appending(path: "labels/\(stem)_P.png")
}

// Everything else stays as it was. The plan of the data has another target, and the net another second half (a
// *U-Net*, after the shape of its drawing), which brings the answer back to the size of the picture. It has a
// pretrained body, so it is fine-tuned:

extension FirstModels {
    /// A net that tells what each pixel shows, fine-tuned. (Its `block` is the book's
    /// `SegmentationDataLoaders.from_label_func`, and `unetLearner` its `unet_learner`.)
    var painter: UNetLearner<MaskBlock> {
        get throws {
            try run.once {
                var random = run.random
                let streets = try data.streets.contents
                let block = DataBlock(
                    target: MaskBlock(codes: streets.codes), splitter: .random(share: 0.2, seed: 42),
                    getY: { try readMask(maskFile(of: $0), codes: streets.codes.count) },
                    item: Resize(try streetSize, .squish), batch: [Flip()])
                let images = try streetPictures.readable
                let loaders = try block.loaders(of: images, batchSize: 8, using: &random)
                let learner = unetLearner(
                    loaders, body: try smallPretrained.body(), least: run.size(quick: 4, usual: 16),
                    metrics: [.pixelAccuracy(void: loaders.target.void)], using: &random)
                try EpochReporting.silently {
                    try learner.fineTune(run.size(quick: 1, usual: 8), rate: 1e-2, divisor: 10)
                }
                return learner
            }
        }
    }

    /// The pictures that are learned from and judged by, and what is wrong with those that are passed over.
    private var streetPictures: ReadableStreets {
        get throws {
            try run.once {
                let most = run.size(quick: 20, usual: 160, full: Int.max)
                return try data.streets.contents.readable(atMost: most)
            }
        }
    }

    /// The size of the pictures as the net sees them.
    private var streetSize: Size2D {
        get throws {
            let size = try streetPictures.readable[0].opened().size
            let side = run.size(quick: 32, usual: 64, full: 128)
            return Size2D(size.width > size.height && side > 32 ? side * 3 / 4 : side, side)
        }
    }
}

// The book has printed what its net did, epoch by epoch, and so it can stand beside ours:

/// What the book reports: losses of the epoch of the new part alone, and of eight epochs of everything. Each took 2
/// seconds on a graphics card.
private let bookStreetEpochs = [
    (2.906601, 2.347491), (1.988776, 1.765969), (1.703356, 1.265247), (1.591550, 1.309860), (1.459745, 1.102660),
    (1.324229, 0.948472), (1.205859, 0.894631), (1.102528, 0.809563), (1.020853, 0.805135),
]

extension FirstModels {
    func pixelsOfStreets() throws {
        let learner = try painter
        // #hide
        if let unreadable = try streetPictures.problems.first {
            show(
                "\(try streetPictures.problems.count), first: \(unreadable)",
                "pictures passed over, because they or their masks could not be read")
        }
        let rows = learner.learner.recorder.rows
        var table = TextTable(
            ["epoch", "train_loss", "valid_loss", "pixel accuracy", "book: train_loss", "valid_loss"], decimals: 4)
        for (place, row) in rows.enumerated() {
            let book = bookStreetEpochs[place]
            table.add(
                place == 0 ? "first" : "\(place - 1)", row.trainLoss, row.validLoss, row.metrics[0], book.0, book.1)
        }
        let classes = learner.data.target.outputs
        show(table, "A U-Net on \(data.streets.name), with \(classes) classes; the book's on camvid_tiny, with 32")
        show(
            try learner.showResults(count: run.size(quick: 1, usual: 3)),
            "Pictures, masks, and what the net says: each colour is a class, on \(data.streets.name)")

        // How good is that? A few things, such as road, sky and buildings, take up most of a picture. Who says the most
        // frequent class of every pixel has its pixels right, without looking:
        let counts = try learner.pixelCounts()
        let largest = counts.table.map { $0.reduce(0, +) }.max() ?? 0
        record("streets/most-frequent-class", Double(largest) / Double(max(1, counts.count)))
        record(
            "streets/pixel-accuracy", counts.accuracy,
            predict: .yesNo(
                "The most frequent class covers \(100 * largest / max(1, counts.count)) of a hundred pixels. Is the net right more often than that?",
                counts.accuracy > Double(largest) / Double(max(1, counts.count))))
        // (A loss among other classes than the book's 32 is no more and no less than another number.)
        record(
            "streets/valid-loss", rows.last!.validLoss, book: 0.805135,
            differs: "small pictures, \(classes) classes, a small body", on: classes == 32 ? data.streets : nil)

        // Nobody has told the net what a road is. It has learned from pictures in which somebody has painted every
        // pixel by hand (or, where they are generated, a program has). For photos of streets that is slow work, picture
        // by picture: with data of this kind, labels are what is dear.
    }
}
