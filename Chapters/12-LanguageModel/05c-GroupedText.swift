// # Text in groups
//
// Section 12.5 · After this page you can lay out a text so that each row continues the same row of the batch before.

import Figures
import Notebook
import Tensors
import Training

// A batch has 64 rows, and the model has a state for each row. The state of row 7 is about what row 7 has read. So the
// next batch has to go on there: its row 7 must be the sample that follows in the text. In the order of the text this
// is not so. There, row 0 of the first batch is sample 0, and row 0 of the second one is sample 64, which is 192 words
// further on.
//
// The way out is to think of 64 readers. The text is cut into 64 long pieces, and each reader gets one. Batch 0 holds
// the first sample of every reader, batch 1 the second, and so on. With m = count / 64, the first batch consists of the
// samples 0, m, 2m, …, 63m, the second of 1, m + 1, 2m + 1, …

/// The samples in such an order that consecutive batches continue each row: sample number `batchSize · i + j` of the
/// result is sample `i + m · j` of the text, where m = count / batchSize. What does not fill a batch is left out. (The
/// book's `group_chunks`.)
public func groupChunks<Sample>(_ samples: [Sample], batchSize: Int) -> [Sample] {
    let m = samples.count / batchSize
    return (0..<m).flatMap { i in (0..<batchSize).map { j in samples[i + m * j] } }
}

extension LanguageModel {
    func readers() throws {
        // With twelve samples and three readers it fits on a line:
        show(
            groupChunks(Array(0..<12), batchSize: 3), "samples 0 to 11 for three readers",
            predict: .numbers(
                "Twelve samples, 0 to 11, are laid out for three readers. Which three come first?", [0, 4, 8]))
        show(groupChunks(Array(0..<14), batchSize: 3).count, "of 14 samples, what fills batches of 3")

        // For the whole text the book prints m:
        let samples = threeWordSamples(try stream)
        record("samples/m", samples.count / 64, book: 328)
    }
}

// Training and validation samples are grouped each for itself, of course. Both leave out what does not fill a batch,
// since the state has 64 rows. `groupedBatches` does that:

/// The first four fifths of the samples for training and the rest for validation, both laid out by ``groupChunks``.
public func groupedBatches(_ samples: [WordSample], batchSize: Int = 64) -> TokenBatches {
    func loader(_ samples: ArraySlice<WordSample>) -> DataLoader<(IntTensor, IntTensor)> {
        let grouped = groupChunks(Array(samples), batchSize: batchSize)
        let set = TensorDataset(IntTensor(grouped.map(\.words)), IntTensor(grouped.map(\.next)))
        return DataLoader(set, batchSize: batchSize, dropsLast: true)
    }
    let cut = samples.count * 4 / 5
    return TokenBatches(loader(samples[..<cut]), loader(samples[cut...]))
}

extension LanguageModel {
    func rowsThatContinue() throws {
        let batches = groupedBatches(threeWordSamples(try stream))
        show("\(batches.train.count) and \(batches.valid.count)", "batches for training and for validation")

        // Do the rows go on? Read some of them through the first four batches:
        var table = TextTable(["row", "batch 0", "batch 1", "batch 2", "batch 3"])
        let first = batches.train.prefix(4).map(\.0)
        for row in [0, 1, 2] {
            let texts = first.map { vocabulary.words(of: $0[row].scalars).joined(separator: " ") }
            table.add("\(row)", texts[0], texts[1], texts[2], texts[3])
        }
        show(table, "three of the 64 rows, laid out in groups")

        // And the same in the order of the text, as we have had it so far:
        var other = TextTable(["row", "batch 0", "batch 1", "batch 2", "batch 3"])
        let inOrder = batchesInOrder(threeWordSamples(try stream)).train.prefix(4).map(\.0)
        for row in [0, 1, 2] {
            let texts = inOrder.map { vocabulary.words(of: $0[row].scalars).joined(separator: " ") }
            other.add("\(row)", texts[0], texts[1], texts[2], texts[3])
        }
        show(other, "three of the 64 rows, in the order of the text")

        // Every row of the whole epoch is one stretch of the text. Read row 5 through all 262 batches: that is 786
        // words in their order, without a gap.
        let row = batches.train.flatMap { $0.0[5].scalars }
        let start = 5 * batches.train.count * 3
        show(
            row == Array(try stream[start..<start + row.count]), "row 5 is a stretch of the text",
            ask: "Is row 5, read through all batches, one stretch of the text without a gap?")
    }
}
