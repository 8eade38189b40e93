// What the book prints of its trainings, to stand beside ours.

import Common
import Figures
import Training

/// Numbers of chapter 7: of an xresnet50 on Imagenette.
enum BookTrainings {
    /// For each epoch the training loss, the validation loss and the accuracy.
    static let baseline = [
        [1.583403, 2.064317, 0.401792], [1.208877, 1.260106, 0.601568], [0.925265, 1.036154, 0.664302],
        [0.730190, 0.700906, 0.777819], [0.585707, 0.541810, 0.825243],
    ]
    static let normalized = [
        [1.632865, 2.250024, 0.391337], [1.294041, 1.579932, 0.517177], [0.960535, 1.069164, 0.657207],
        [0.730220, 0.767433, 0.771845], [0.577889, 0.550673, 0.824496],
    ]
    /// 128 pixels wide.
    static let small = [
        [1.902943, 2.447006, 0.401419], [1.315203, 1.572992, 0.525765], [1.001199, 0.767886, 0.759149],
        [0.765864, 0.665562, 0.797984],
    ]
    /// Then 224 pixels wide: the first round of `fine_tune`, and the others.
    static let large = [
        [0.985213, 1.654063, 0.565721], [0.706869, 0.689622, 0.784541], [0.739217, 0.928541, 0.712472],
        [0.629462, 0.788906, 0.764003], [0.491912, 0.502622, 0.836445], [0.414880, 0.431332, 0.863331],
    ]
    /// Seconds that each of these took: the small ones, the first round, and one of the others.
    static let seconds = (small: 30, first: 66, other: 67)
    /// How many photos Imagenette has, and how many of them every training of the book was judged by.
    static let photos = 13_394, valid = 2678

    /// Our epochs beside the book's. Where one of the two has fewer, its cells stay empty.
    static func beside(_ rows: [Recorder.Row], _ book: [[Double]]) -> TextTable {
        var table = TextTable(
            ["epoch", "train_loss", "valid_loss", "accuracy", "book: train_loss", "valid_loss", "accuracy"],
            decimals: 4)
        for k in 0..<max(rows.count, book.count) {
            let row = k < rows.count ? rows[k] : nil, numbers = k < book.count ? book[k] : nil
            table.add(
                k, row?.trainLoss, row?.validLoss, row?.metrics.first, numbers?[0], numbers?[1], numbers?[2])
        }
        return table
    }
}

/// What the book prints of a batch.
enum BookStatistics {
    static let mean = [0.4842, 0.4711, 0.4511], deviation = [0.2873, 0.2893, 0.3110]
    /// After normalizing with ImageNet's numbers; of another batch.
    static let meanAfter = [-0.0787, 0.0525, 0.2136], deviationAfter = [1.2330, 1.2112, 1.3031]
}
