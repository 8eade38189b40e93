// What the book's tables say after each epoch of its trainings on Imagenette, and how ours are set beside them.

import Figures
import Notebook
import Tensors
import Training

/// A learner for pictures.
public typealias PictureLearner = Learner<Tensor, IntTensor>

/// A line of a table in the book.
struct BookEpoch: Sendable {
    let trainLoss, validLoss, accuracy: Double

    init(_ trainLoss: Double, _ validLoss: Double, _ accuracy: Double) {
        (self.trainLoss, self.validLoss, self.accuracy) = (trainLoss, validLoss, accuracy)
    }
}

/// Imagenette-160, crops of 128 × 128, batches of 128, five epochs in one cycle up to 0.003.
enum BookTrainings {
    /// Section 14.2.
    static let fullyConvolutional = [
        BookEpoch(1.901582, 2.155090, 0.325350), BookEpoch(1.559855, 1.586795, 0.507771),
        BookEpoch(1.296350, 1.295499, 0.571720), BookEpoch(1.144139, 1.139257, 0.639236),
        BookEpoch(1.049770, 1.092619, 0.659108),
    ]
    /// Section 14.5, a block in each stage.
    static let oneBlock = [
        BookEpoch(1.973174, 1.845491, 0.373248), BookEpoch(1.678627, 1.778713, 0.439236),
        BookEpoch(1.386163, 1.596503, 0.507261), BookEpoch(1.177839, 1.102993, 0.644841),
        BookEpoch(1.052435, 1.038013, 0.667771),
    ]
    /// Section 14.5, two blocks in each stage.
    static let twoBlocks = [
        BookEpoch(1.964076, 1.864578, 0.355159), BookEpoch(1.636880, 1.596789, 0.502675),
        BookEpoch(1.335378, 1.304472, 0.588535), BookEpoch(1.089160, 1.065063, 0.663185),
        BookEpoch(0.942904, 0.963589, 0.692739),
    ]
}

extension [PictureLearner] {
    /// One column of the learners' tables after an epoch, counted from 0.
    func values(_ column: String, after epoch: Int) -> [Float] { map { $0.recorder[column][epoch] } }

    /// Mean and spread of our trainings, epoch by epoch, beside the book's.
    func beside(_ book: [BookEpoch]) -> TextTable {
        var table = TextTable(
            ["epoch", "train_loss", "book's", "valid_loss", "book's", "accuracy", "book's"], decimals: 3)
        for (epoch, row) in zip(0..<self[0].recorder.rows.count, book) {
            table.add(
                epoch, Spread(values("train_loss", after: epoch)), row.trainLoss,
                Spread(values("valid_loss", after: epoch)), row.validLoss, Spread(values("accuracy", after: epoch)),
                row.accuracy)
        }
        return table
    }

    /// Records what the last epoch of all of them gave, beside the book's last epoch.
    func recordEnd(
        _ name: String, beside book: [BookEpoch], differs: String, file: String = #filePath, line: Int = #line,
        column: Int = #column
    ) {
        let (epoch, end) = (self[0].recorder.rows.count - 1, book[book.count - 1])
        let columns = [("train_loss", end.trainLoss), ("valid_loss", end.validLoss), ("accuracy", end.accuracy)]
        for (title, number) in columns {
            record(
                "\(name)/\(title.replacing("_", with: "-"))", over: values(title, after: epoch), book: number,
                differs: differs, file: file, line: line, column: column)
        }
    }

    /// The accuracies after the last epoch.
    var ends: [Float] { values("accuracy", after: self[0].recorder.rows.count - 1) }

    /// Their mean.
    var accuracy: Double { Spread(ends).mean }
}

extension ResidualNets {
    /// How far our trainings on pictures are from the book's, for their records.
    var ourScale: String {
        get throws {
            "64 × 64 pixels, \(try trainPictures.count) pictures, \(try trainPictures.count / batchSize) steps of "
                + "\(batchSize) pictures in an epoch (about 74 of 128), \(firstFilters) filters in the first stage (16 in the book), single precision, no weight decay"
        }
    }
}
