// # Three words, and the next
//
// Section 12.2 · After this page you can cut a text into samples, and samples into batches.

import Notebook
import Tensors
import Training

// …

/// Three words, and the one that follows.
public typealias WordSample = (words: [Int], next: Int)

/// Every third place of the text: the three words there, and the next.
public func threeWordSamples(_ stream: [Int]) -> [WordSample] {
    stride(from: 0, to: stream.count - 4, by: 3).map { (Array(stream[$0..<$0 + 3]), stream[$0 + 3]) }
}

/// Words x and what comes after them y, to learn from and to check with.
///
/// x [batch, words] · y [batch], or [batch, words] if every word has its own next word
public typealias TokenBatches = DataLoaders<(IntTensor, IntTensor)>

/// The samples in their order: the first four fifths to learn from, the rest to check with. Training samples that do not
/// fill a batch are left out.
public func batchesInOrder(_ samples: [WordSample], batchSize: Int = 64) -> TokenBatches {
    func part(_ samples: ArraySlice<WordSample>) -> TensorDataset<IntTensor, IntTensor> {
        TensorDataset(IntTensor(samples.map(\.words)), IntTensor(samples.map(\.next)))
    }
    let cut = samples.count * 4 / 5
    return TokenBatches(
        DataLoader(part(samples[..<cut]), batchSize: batchSize, dropsLast: true),
        DataLoader(part(samples[cut...]), batchSize: batchSize))
}

extension LanguageModel {
    /// What models read: all of the stream, or its beginning under `--quick`.
    var textOfModels: [Int] { get throws { Array(try stream.prefix(run.size(quick: 16_000, usual: 63_095))) } }
    /// Batches of samples of three words, in the order of the text.
    var threeWordBatches: TokenBatches { get throws { batchesInOrder(threeWordSamples(try textOfModels)) } }
}
