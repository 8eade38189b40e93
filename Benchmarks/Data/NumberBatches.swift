// # Human numbers in batches
//
// What chapter 12 trains on, laid out as it does it: each row of a batch continues where it ended in the batch before.

import Datasets
import Tensors

enum NumberBatches {
    /// The words as numbers in order of first appearance.
    private static func tokens() -> [Int] {
        var vocabulary: [String: Int] = [:]
        let tokens = HumanNumbers.tokens.map { word in
            let number = vocabulary[word] ?? vocabulary.count
            vocabulary[word] = number
            return number
        }
        precondition(tokens.count == 63_095 && vocabulary.count == 30, "these are not the book's numbers")
        return tokens
    }

    typealias Batch = (x: IntTensor, y: IntTensor)

    /// Three words and the one after them: x [64, 3] → y [64].
    static func nextWord() -> (train: [Batch], valid: [Batch]) {
        let tokens = tokens()
        return split(
            stride(from: 0, to: tokens.count - 4, by: 3).map { (Array(tokens[$0..<$0 + 3]), [tokens[$0 + 3]]) }
        ) { $0.reshaped(64) }
    }

    /// Sixteen words, and after each the next one: x [64, 16] → y [64, 16].
    static func nextWords() -> (train: [Batch], valid: [Batch]) {
        let tokens = tokens()
        return split(
            stride(from: 0, to: tokens.count - 17, by: 16).map {
                (Array(tokens[$0..<$0 + 16]), Array(tokens[$0 + 1..<$0 + 17]))
            }
        ) { $0 }
    }

    private typealias Sample = (x: [Int], y: [Int])

    /// The first 80 % and the rest, each in batches.
    private static func split(_ samples: [Sample], target: (IntTensor) -> IntTensor) -> (train: [Batch], valid: [Batch])
    {
        let cut = samples.count * 4 / 5
        func batches(_ samples: [Sample]) -> [Batch] {
            let count = samples.count / 64
            return (0..<count).map { batch in
                // A row continues where it ended in the previous batch.
                let rows = (0..<64).map { samples[batch + count * $0] }
                return (IntTensor(rows.map(\.x)), target(IntTensor(rows.map(\.y))))
            }
        }
        return (batches(Array(samples[..<cut])), batches(Array(samples[cut...])))
    }
}
