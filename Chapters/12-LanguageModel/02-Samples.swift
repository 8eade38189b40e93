// # Three words, and the next
//
// Section 12.2 · After this page you can cut a text into samples, and samples into batches.

import Figures
import Notebook
import Tensors
import Training

// Here is a simple task, to begin with: predict a word from the three words before it. A *sample* is three words and
// the one that follows. Samples follow one another without a gap and without an overlap: words 0 to 2 with word 3, then
// words 3 to 5 with word 6, and so on. `threeWordSamples` cuts them out.

/// Three words, and the one that follows.
public typealias WordSample = (words: [Int], next: Int)

/// Every third place of the text: the three words there, and the next.
public func threeWordSamples(_ stream: [Int]) -> [WordSample] {
    stride(from: 0, to: stream.count - 4, by: 3).map { (Array(stream[$0..<$0 + 3]), stream[$0 + 3]) }
}

extension LanguageModel {
    func threeWords() throws {
        // The first ten, as words and as the numbers that the model will get:
        let samples = threeWordSamples(try stream)
        var table = TextTable(["three words", "next", "as numbers", "next"])
        for (words, next) in samples.prefix(10) {
            table.add(
                vocabulary.words(of: words).joined(separator: " "), vocabulary.words[next],
                words.map { "\($0)" }.joined(separator: " "), "\(next)")
        }
        show(
            table, "the first ten samples",
            predict: .choice(
                "The first sample is “one . two” and what follows. What are the three words of the second?",
                [". two .", ". three .", "two . three"], answer: ". three ."))

        // A third of all places begin a sample:
        record("samples/three-words", samples.count, book: 21_031)
    }
}

// Some samples are for learning and others for checking. The book says in its text that it splits them at random; that
// is a slip, and its code does what is right: the first four fifths are for training, the last fifth for validation, in
// the order of the text. At random, the sample before and the sample after would be in the training data, and nearly
// everything would be known. A *batch* is 64 samples, in order as well. Training samples that do not fill a last batch
// are left out, validation samples are not: every one of them counts. `batchesInOrder` does all this, and
// `TokenBatches` is the type for the two of them:

/// Words x and what comes after them y, for training and for validation.
///
/// x [batch, words] · y [batch], or [batch, words] if every word has its own next word
public typealias TokenBatches = DataLoaders<(IntTensor, IntTensor)>

/// The samples in their order: the first four fifths for training, the rest for validation. Training samples that do
/// not fill a batch are left out.
public func batchesInOrder(_ samples: [WordSample], batchSize: Int = 64) -> TokenBatches {
    func part(_ samples: ArraySlice<WordSample>) -> TensorDataset<IntTensor, IntTensor> {
        TensorDataset(IntTensor(samples.map(\.words)), IntTensor(samples.map(\.next)))
    }
    let cut = samples.count * 4 / 5
    return TokenBatches(
        DataLoader(part(samples[..<cut]), batchSize: batchSize, dropsLast: true),
        DataLoader(part(samples[cut...]), batchSize: batchSize))
}

// (A `DataLoader` is a collection of batches: section 4.12 has built one.) The models get the whole text; under
// `--quick` they get only its beginning, `textOfModels`. `threeWordBatches` are what the first two models are trained
// on:

extension LanguageModel {
    /// What models read: all of the stream, or its beginning under `--quick`.
    var textOfModels: [Int] { get throws { Array(try stream.prefix(run.size(quick: 16_000, usual: 63_095))) } }
    /// Batches of samples of three words, in the order of the text.
    var threeWordBatches: TokenBatches { get throws { batchesInOrder(threeWordSamples(try textOfModels)) } }

    func batches() throws {
        let batches = batchesInOrder(threeWordSamples(try stream))
        let (x, y) = batches.train.first!
        show("x \(x.shape), y \(y.shape)", "the first batch")
        show(x[..<4], "its first four samples")
        record("samples/train", batches.train.itemCount)
        record("samples/valid", batches.valid.itemCount)
        show(batches.valid.first!.0[0].scalars.map { vocabulary.words[$0] }, "the first validation sample")

        // So the split is in the middle of "eight thousand eighty four": models learn from the numbers up to 8,083, and
        // are checked with those up to 9,999. Not one of the later numbers has come before. A model that only knows
        // what it has read will not do; it has to find out how numbers go on.
    }
}
