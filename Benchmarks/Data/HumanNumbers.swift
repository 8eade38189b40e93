// # Human numbers: one . two . three . …
//
// All numbers to 9,999 in words (8,000 is missing in the book's file, and here too): 63,095 words, 30 different ones.
// A model that remembers can almost always tell what comes next.

import Tensors

enum HumanNumbers {
    /// The words as numbers in order of first appearance.
    static func tokens() -> [Int] {
        var vocabulary: [String: Int] = [:]
        let numbers = (1..<10_000).filter { $0 != 8_000 }.map(inWords)
        let tokens = numbers.joined(separator: ["."]).map { word in
            let number = vocabulary[word] ?? vocabulary.count
            vocabulary[word] = number
            return number
        }
        precondition(tokens.count == 63_095 && vocabulary.count == 30, "these are not the book's numbers")
        return tokens
    }

    /// `nine hundred ninety nine`; nothing for 0.
    static func inWords(_ n: Int) -> [String] {
        switch n {
        case 1000...: [small[n / 1000], "thousand"] + inWords(n % 1000)
        case 100...: [small[n / 100], "hundred"] + inWords(n % 100)
        case 20...: [tens[n / 10]] + inWords(n % 10)
        case 1...: [small[n]]
        default: []
        }
    }

    private static let small = words(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
        eighteen nineteen
        """)
    private static let tens = words("- - twenty thirty forty fifty sixty seventy eighty ninety")
    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

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
