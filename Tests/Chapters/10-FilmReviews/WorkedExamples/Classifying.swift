// What the pages of sections 10.2 and 10.3 write by hand, beside what the modules have, and the book's numbers.

import Chapter10
import Foundation
import Tensors
import TestSupport
import Testing
import Text
import Training

@Suite struct `10.2 Training a text classifier` {
    @Test func `ten lengths of the book are 54.2 percent padding, and 31.5 if they are sorted`() {
        let lengths = [228, 238, 121, 290, 196, 194, 533, 124, 581, 155]
        #expect(lengths.reduce(0, +) == 2660)
        #expect(abs(paddingOfABatch(lengths) - (1 - 2660.0 / 5810)) < 1e-12)
        #expect(abs(paddingShare(of: lengths.sorted(by: >), batchSize: 5) - (1 - 2660.0 / 3885)) < 1e-12)
        #expect(paddingOfABatch([]) == 0 && paddingOfABatch([0]) == 0 && paddingOfABatch([4, 4]) == 0)
    }

    @Test func `perplexity is the number of equal choices`() {
        #expect(abs(perplexity(Array(repeating: 0.1, count: 5)) - 10) < 1e-9)
        #expect(perplexity([1, 1]) == 1 && perplexity([1, 0]) == .infinity)
    }

    @Test func `pooling by hand is the module's, whatever the padding holds`() {
        var random = SplitMix64(seed: 1)
        let x = Tensor.randn(2, 5, 3, using: &random)
        let theirs = concatPooled(x, steps: [0..<5, 0..<2])
        for (text, length) in [(0, 5), (1, 2)] {
            let rows = (0..<5).map { x[text, $0].scalars }
            expectClose(Tensor(pooled(rows, length: length)), theirs[text])
        }
    }

    @Test func `rates are spread by the same factor`() {
        let rates = spreadRates(1e-2 / pow(2.6, 4), 1e-2, 5)
        let theirs = LearningRates.slice(Float(1e-2 / pow(2.6, 4)), 1e-2).rates(5)
        for (hand, engine) in zip(rates, theirs) { #expect(abs(hand / Double(engine) - 1) < 1e-5) }
        #expect(abs(rates[1] - 5.6896e-4) < 1e-8 && spreadRates(1, 3, 1) == [3])
    }

    @Test func `a temperature divides the scores`() {
        expectClose(
            Tensor(probabilities([2, 1, 0], temperature: 2)), Tensor([1, 0.5, 0]).softmax(axis: 0))
        #expect(probabilities([1000, 0], temperature: 1) == [1, 0])
    }
}

@Suite struct `10.3 Disinformation` {
    @Test func `a common subsequence keeps the order of both lists`() {
        let (a, b) = (["I", "ask", "you", "to", "close"], ["We", "ask", "to", "close", "you"])
        let common = commonSubsequence(a, b)
        #expect(common.map { a[$0.0] } == ["ask", "to", "close"] && common.map { b[$0.1] } == ["ask", "to", "close"])
        #expect(commonSubsequence(a, []).isEmpty && commonSubsequence(a, a).count == 5)
        #expect(commonSubsequence(a, a.reversed()).count == 1)
    }

    @Test func `letters are in a group if a chain of overlaps joins them`() {
        let letters: [Set<Int>] = [[1, 2, 3, 4], [9], [3, 4, 5, 6], [5, 6, 7, 8], []]
        #expect(abs(overlap(letters[0], letters[2]) - 2 / 6.0) < 1e-12 && overlap(letters[0], letters[3]) == 0)
        #expect(overlap(Set<Int>(), []) == 0)
        #expect(grouped(letters, from: 0.3) == [0, 1, 0, 0, 4])
        #expect(grouped(letters, from: 0.5) == [0, 1, 2, 3, 4] && grouped([], from: 0.5) == [])
    }
}
