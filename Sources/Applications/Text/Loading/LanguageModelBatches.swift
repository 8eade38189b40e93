// # Batches for a language model
//
//     let loader = DataLoader(languageModel: texts, batchSize: 64, steps: 72, shuffledUsing: &random)
//
// A model that remembers wants each row of a batch to continue where the same row of the batch before has ended. So
// all texts become one stream, which is cut into as many rows as a batch has; and the rows are cut into batches, from
// left to right:
//
//     stream    0 1 2 3 4 5 6 7 8 9 10 11 12                   rows of 6, batches of 4 steps
//     row 0     0 1 2 3 | 4 5          target   1 2 3 4 | 5 6
//     row 1     6 7 8 9 | 10 11                 7 8 9 10 | 11 12
//
// What is to be predicted is the same stream one token later. For each epoch the texts are shuffled; within a text,
// the order is what matters, and stays.

import Tensors
import Training

/// How a stream of tokens is cut into batches. (The arithmetic of the book's `LMDataLoader`.)
public struct StreamPlan: Sendable, Equatable {
    public let batchSize: Int, steps: Int
    /// Tokens of each row.
    public let rowLength: Int
    public let batches: Int

    /// The last token of the stream has no next one; it can only be a target.
    public init(tokens: Int, batchSize: Int, steps: Int) {
        require(
            batchSize > 0 && steps > 0, "batches of \(batchSize) rows and \(steps) steps", "both have to be at least 1")
        (self.batchSize, self.steps) = (batchSize, steps)
        rowLength = max(tokens - 1, 0) / batchSize
        batches = (rowLength + steps - 1) / steps
    }

    /// Steps of a batch: the last one may be shorter.
    public func steps(of batch: Int) -> Int { min(steps, rowLength - batch * steps) }
}

/// Makes the batches of an epoch from texts.
struct LanguageModelBatches: EpochSource {
    let texts: NumberedTexts, plan: StreamPlan

    var count: Int { plan.batches }

    func epoch(_ places: [[Int]], seed: UInt64?) -> () throws -> (IntTensor, IntTensor)? {
        let stream = seed.map(shuffled) ?? texts.ids
        var batches = (0..<min(places.count, plan.batches)).makeIterator()
        return { batches.next().map { batch(of: stream, $0) } }
    }

    private func shuffled(seed: UInt64) -> [Int32] {
        var random = SplitMix64(seed: seed)
        var stream: [Int32] = []
        stream.reserveCapacity(texts.tokenCount)
        for text in random.permutation(texts.count) { stream += texts.ids[texts.places(text)] }
        return stream
    }

    private func batch(of stream: [Int32], _ number: Int) -> (IntTensor, IntTensor) {
        let steps = plan.steps(of: number)
        func rows(_ shift: Int) -> IntTensor {
            var ids: [Int] = []
            ids.reserveCapacity(plan.batchSize * steps)
            for row in 0..<plan.batchSize {
                let start = row * plan.rowLength + number * plan.steps + shift
                for place in start..<start + steps { ids.append(Int(stream[place])) }
            }
            return IntTensor(shape: [plan.batchSize, steps], ids)
        }
        return (rows(0), rows(1))
    }
}

extension DataLoader where Batch == (IntTensor, IntTensor) {
    /// Batches for a language model, the texts in their order: tokens [rows, steps], and the next ones. An item of
    /// this loader is a batch. (The book's `LMDataLoader`.)
    /// - Parameters:
    ///   - batchSize: rows, each of which is read on from batch to batch.
    ///   - steps: tokens of each row in a batch. (The book's `seq_len`.)
    public convenience init(languageModel texts: NumberedTexts, batchSize: Int = 64, steps: Int = 72) {
        let plan = StreamPlan(tokens: texts.tokenCount, batchSize: batchSize, steps: steps)
        self.init(LanguageModelBatches(texts: texts, plan: plan), batchSize: 1)
    }

    /// The same, with the texts in a new order in every epoch.
    public convenience init(
        languageModel texts: NumberedTexts, batchSize: Int = 64, steps: Int = 72,
        shuffledUsing random: inout some RandomNumberGenerator
    ) {
        let plan = StreamPlan(tokens: texts.tokenCount, batchSize: batchSize, steps: steps)
        self.init(LanguageModelBatches(texts: texts, plan: plan), batchSize: 1, shuffledUsing: &random)
    }
}
