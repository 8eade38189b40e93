// What all pages of this chapter have in common: the text, and the size of the models.

import Datasets
import Figures
import Notebook

extension LanguageModel {
    /// All words of the data set, with a full stop between two numbers: 63,095.
    var tokens: [String] { HumanNumbers.tokens }
    /// The 30 different ones.
    var vocabulary: WordVocabulary { run.once { WordVocabulary(tokens) } }
    /// All words as numbers. (The book's `nums`.)
    var stream: [Int] { get throws { try run.once { try vocabulary.numericalized(tokens) } } }

    /// How many numbers each word and each state has: the book's 64.
    var hidden: Int { run.size(quick: 16, usual: 64) }

    /// What differs from the book's run, in all trainings of this chapter.
    var otherStart: String { "other random numbers; the book has one run" }
}

/// The mean over our seeds, epoch by epoch, beside the book's single run.
func besideTheBook(_ histories: [TrainingHistory], _ book: [[Double]]) -> TextTable {
    var table = TextTable(["epoch", "train_loss", "book", "valid_loss", "book", "accuracy", "book"], decimals: 3)
    for (epoch, theirs) in zip(histories[0].epochs.indices, book) {
        func ours(_ column: Int) -> Spread { Spread(histories.map { $0.epochs[epoch][column] }) }
        table.add(epoch, ours(0), theirs[0], ours(1), theirs[1], ours(2), theirs[2])
    }
    return table
}
