// What the trainings of this chapter show in the same way: our epochs beside the book's.

import Figures
import Notebook

/// The mean over our seeds, epoch by epoch, beside the book's single run.
func besideTheBook(_ histories: [TrainingHistory], _ book: [[Double]]) -> TextTable {
    var table = TextTable(["epoch", "train_loss", "book", "valid_loss", "book", "accuracy", "book"], decimals: 3)
    for (epoch, theirs) in zip(histories[0].epochs.indices, book) {
        func ours(_ column: Int) -> Spread { Spread(histories.map { $0.epochs[epoch][column] }) }
        table.add(epoch, ours(0), theirs[0], ours(1), theirs[1], ours(2), theirs[2])
    }
    return table
}
