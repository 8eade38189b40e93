// # What remains true of a state
//
// Section 12.5 · After this page you know why a wrong order can pass unnoticed, and what does prove that rows continue.

import Datasets
import Figures
import Notebook
import Tensors

// In the table of the last page, a model that reads the text in its order, so that each row jumps by 64 samples, keeps
// most of the accuracy of one whose rows continue, or even gains some. What of the state is still true after such a
// jump, when the next batch begins?

extension LanguageModel {
    func whatIsStillTrue() throws {
        // For every word, the number that it belongs to:
        var numbers: [Int] = []
        for number in 1..<10_000 where number != 8_000 {
            numbers += Array(repeating: number, count: vocabularyWords(number) + 1)
        }
        let count = threeWordSamples(try stream).count * 4 / 5 - 64
        var random = run.random

        // The `share` of samples for which thousands (or hundreds) are the same after a jump; nil jumps anywhere:
        func share(_ jump: () -> Int?, _ unit: Int) -> Double {
            let kept = (0..<count).count { sample in
                let next = jump().map { sample + $0 } ?? Int.random(in: 0..<count, using: &random)
                return numbers[3 * sample + 2] / unit == numbers[3 * next] / unit
            }
            return Double(kept) / Double(count)
        }
        var table = TextTable(["next sample", "same thousands", "same thousands and hundreds"], decimals: 3)
        table.add("the following one", share({ 1 }, 1000), share({ 1 }, 100))
        table.add("64 further on", share({ 64 }, 1000), share({ 64 }, 100))
        table.add("any", share({ nil }, 1000), share({ nil }, 100))
        show(
            table, "how often the number that the state is about, and that of the next sample, begin alike",
            predict: .share(
                "After a jump of 64 samples (about 30 numbers), how often is the thousands digit still the same?",
                share({ 64 }, 1000), within: .plusMinus(0.05)))

        // In this text the numbers of a page look alike. Thirty numbers further on, the thousand is nearly always the
        // same, and the hundred mostly. What the state knows is not where exactly we are, but in which region, and that
        // remains true. In ordinary text, 192 words further on, it would be worth much less. So lay out the text in
        // groups: it is the only order in which a state *is* the state. But do not believe that an accuracy proves it
        // was done rightly. On this data set, the wrong order passes unnoticed. The proof is the row that was read
        // through all batches.
    }
}

// MARK: Helpers

/// How many words a number has.
private func vocabularyWords(_ number: Int) -> Int { HumanNumbers.words(number).count }
