// # Creating more signal
//
// Section 12.6 · After this page you can have a model predict after every word, and count what that is worth.

import Figures
import Layers
import Notebook
import Tensors
import Training

// …

/// Some words, and for each of them the next.
public typealias SequenceSample = (words: [Int], next: [Int])

/// The text in pieces of the same length, each with the same piece one word further on.
public func sequenceSamples(_ stream: [Int], length: Int) -> [SequenceSample] {
    stride(from: 0, to: stream.count - length - 1, by: length).map {
        (Array(stream[$0..<$0 + length]), Array(stream[$0 + 1..<$0 + length + 1]))
    }
}

/// Mean cross-entropy over all words of all samples. (The book's `loss_func`.)
///
/// scores [batch, words, vocabulary] · next [batch, words]
@Sendable public func flattenedCrossEntropy(_ scores: Tensor, _ next: IntTensor) -> Tensor {
    crossEntropy(scores.reshaped(-1, scores.shape[2]), next.reshaped(-1))
}

extension LanguageModel {
    /// Batches of 64 sequences; row i of every batch continues row i of the batch before: 49 to learn from and 12 to
    /// check with, where the length is 16.
    func sequences(length: Int = 16, batchSize: Int = 64) throws -> TokenBatches {
        let samples = sequenceSamples(try textOfModels, length: length)
        let cut = samples.count * 4 / 5
        func loader(_ part: ArraySlice<SequenceSample>) -> DataLoader<(IntTensor, IntTensor)> {
            let grouped = groupChunks(Array(part), batchSize: batchSize)
            let set = TensorDataset(IntTensor(grouped.map(\.words)), IntTensor(grouped.map(\.next)))
            return DataLoader(set, batchSize: batchSize, dropsLast: true)
        }
        return TokenBatches(loader(samples[..<cut]), loader(samples[cut...]))
    }
}
