// # Ten reviews, ten lengths
//
// Section 10.2 · After this page you can put texts of different lengths into one batch, and know why they are sorted
// first.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Text
import Training
import Vision

// The loader of a classifier differs in two ways from that of a language model. It uses the vocabulary of the language
// model, so that the numbers mean what the encoder has learned. And each text is an example, with a length of its own.
// To cut all to the shortest would lose most of what was written; and to squeeze a text, as one squeezes a photo, is
// not possible. So short texts are filled up, with a token that means nothing: `xxpad`. That is called *padding*.

/// Which share of a batch is padding, if texts of these lengths are filled up to the longest.
public func paddingOfABatch(_ lengths: [Int]) -> Double {
    guard let longest = lengths.max(), longest > 0 else { return 0 }
    return 1 - Double(lengths.reduce(0, +)) / Double(lengths.count * longest)
}

extension FilmReviews {
    func paddedBatch() {
        let batch = PaddedTexts([[2, 8, 30], [2, 11], [2, 8, 45, 9, 12]])
        show(batch.ids, "three texts in one batch; 1 is xxpad")
        // The first ten reviews of the book have these lengths:
        let lengths = [228, 238, 121, 290, 196, 194, 533, 124, 581, 155]
        let waste = paddingOfABatch(lengths)
        show(
            fixed(waste, 3), "share of padding in a batch of all ten",
            predict: .share("How much of this batch is padding?", waste, within: .plusMinus(0.1)))
        let sorted = lengths.sorted(by: >)
        let two = paddingShare(of: sorted, batchSize: 5)
        record("the-books-ten-reviews/share-of-padding-one-batch", waste)
        record(
            "the-books-ten-reviews/share-of-padding-sorted-into-two-batches", two,
            predict: .change(
                "Sorted, the five longest are one batch and the five shortest another. Is there more or less padding?",
                from: waste, to: two))
    }

    func sortedOrNot() throws {
        // The longest review decides for all of its batch. So texts of about the same length should come together: sort
        // them (the book's `SortedDL`). For training, chance has a say: in each epoch, other texts of about the same
        // length meet.
        let lengths = Tokenizer().tokenized(try reviews.train.first(run.size(quick: 100, usual: 2000))).lengths
        var random = run.random
        let mixed = random.permutation(lengths.count).map { lengths[$0] }
        let sizes = [8, 32, 64, 128]
        let unsorted = sizes.map { paddingShare(of: mixed, batchSize: $0) }
        let sorted = sizes.map { paddingShare(of: lengths.sorted(by: >), batchSize: $0) }
        let all = paddingOfABatch(lengths)
        show(
            Chart(
                "Sorted texts need far less padding", x: "texts in a batch", y: "share of padding",
                yLimits: 0...1, xScale: .logarithmic
            ) {
                Line(sizes, unsorted, "any order")
                Line(sizes, sorted, "sorted")
                Rule(y: all, "all texts as long as the longest")
            }, "Padding in batches of \(lengths.count) of the \(dataName)")
        record("padding-of-64-texts/any-order", unsorted[2])
        record(
            "padding-of-64-texts/sorted", sorted[2],
            predict: .share("And how much is padding if they are sorted?", sorted[2], within: .plusMinus(0.1)))
        record("padding/all-texts-as-long-as-the-longest", all)
        // All of it is computed, and thrown away. (With photos, one could do the same: those of about the same shape
        // together.)
    }
}

// Here is the way from a folder to batches of a classifier. The label is the folder that a text is in, and the folder
// above says whether it is for learning or for checking (`Splitter.grandparent`, the book's `GrandparentSplitter`):

extension FilmReviews {
    func classifierBatches() throws {
        let vocabulary = try languageTexts.vocabulary
        try inFolderOfReviews { folder in
            let files = try textFiles(in: folder, folders: ["train", "test"])
            let parts = try Splitter<URL>.grandparent(valid: "test")(files)
            show("\(parts.train.count) and \(parts.valid.count)", "texts for training, and for validation")
            let categories = ["neg", "pos"]
            let labels = try folderLabels(of: files, classes: categories).map { categories.firstIndex(of: $0) ?? 0 }
            let texts = vocabulary.numbered(try Tokenizer().tokenized(files: files).texts)
            var random = run.random
            let loader = DataLoader(
                texts: texts.at(parts.train), labels: parts.train.map { labels[$0] }, batchSize: 8,
                shuffledUsing: &random)
            let (batch, targets) = loader.first!
            var table = TextTable(["text", "tokens", "category"])
            for row in 0..<3 {
                let ids = batch.ids[row].scalars
                table.add(
                    onOneLine(vocabulary.decode(ids.prefix(12))) + " …", batch.lengths[row],
                    categories[targets.scalars[row]])
            }
            show(
                table, "Three of the 8 texts of the first batch, of the \(dataName)",
                predict: .choice(
                    "Which text is the first of the first batch?", ["any", "the longest", "the shortest"],
                    answer: "the longest"))
            // If the longest text is too much for the memory, one wants to know at once, not after an hour.
        }
    }
}
