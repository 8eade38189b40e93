// Batches for language models and for classifiers.

import Tensors
import TestSupport
import Testing
import Training

@testable import Text

@Suite struct `Batches for a language model` {
    private let texts = NumberedTexts([Array(0..<10), Array(10..<23)])

    @Test func `are the stream, and the stream one later`() {
        let batches = Array(DataLoader(languageModel: texts, batchSize: 4, steps: 3))
        #expect(batches.count == 2)
        #expect(batches[0].0 == IntTensor([[0, 1, 2], [5, 6, 7], [10, 11, 12], [15, 16, 17]]))
        #expect(batches[1].0 == IntTensor([[3, 4], [8, 9], [13, 14], [18, 19]]))
        for (x, y) in batches { #expect(y.scalars == x.scalars.map { $0 + 1 }) }
    }

    @Test func `follow the arithmetic of the book's library`() {
        #expect(StreamPlan(tokens: 50_000, batchSize: 10, steps: 72).rowLength == 4999)
        let toy = StreamPlan(tokens: 90, batchSize: 6, steps: 5)
        #expect(toy.rowLength == 14 && toy.batches == 3 && (0..<3).map(toy.steps) == [5, 5, 4])
        #expect(StreamPlan(tokens: 0, batchSize: 4, steps: 3).batches == 0)
        #expect(StreamPlan(tokens: 4, batchSize: 4, steps: 3).batches == 0)
        #expect(StreamPlan(tokens: 5, batchSize: 4, steps: 3).batches == 1)
    }

    @Test func `shuffle the texts, never the words`() {
        let many = NumberedTexts((0..<20).map { text in (0..<5).map { text * 5 + $0 } })
        var random = SplitMix64(seed: 3)
        let loader = DataLoader(languageModel: many, batchSize: 1, steps: 99, shuffledUsing: &random)
        let (first, second) = (Array(loader)[0].0.scalars, Array(loader)[0].0.scalars)
        for epoch in [first, second] {
            #expect(epoch.count == 99 && Set(epoch).count == 99)
            #expect(epoch.indices.dropLast().allSatisfy { epoch[$0] % 5 == 4 || epoch[$0 + 1] == epoch[$0] + 1 })
        }
        #expect(first != second && first != Array(0..<99))
    }
}

@Suite struct `Batches for a classifier` {
    private let texts = NumberedTexts((0..<230).map { Array(repeating: 9, count: 1 + ($0 * 37) % 101) })

    @Test func `are filled up to the longest of each`() {
        let batch = PaddedTexts([[5, 6], [7, 8, 9], []])
        #expect(batch.ids == IntTensor([[5, 6, 1], [7, 8, 9], [1, 1, 1]]))
        #expect(batch.lengths == [2, 3, 0] && batch.waste == 4 / 9.0)
    }

    @Test func `come sorted, and every text once`() {
        let labels = Array(0..<230)
        let all = Array(DataLoader(texts: texts, labels: labels, batchSize: 32))
        #expect(all.flatMap { $0.1.scalars } == sortedByLength(texts.lengths))
        #expect(all.flatMap(\.0.lengths) == texts.lengths.sorted(by: >))
        var random = SplitMix64(seed: 5)
        let loader = DataLoader(texts: texts, labels: labels, batchSize: 2, shuffledUsing: &random)
        let (first, second) = (Array(loader), Array(loader))
        #expect(first.flatMap { $0.1.scalars }.sorted() == labels && second.flatMap { $0.1.scalars }.sorted() == labels)
        #expect(first.map { $0.1.scalars } != second.map { $0.1.scalars })
        #expect(first[0].0.lengths[0] == texts.lengths.max() && second[0].0.lengths[0] == texts.lengths.max())
        for (batch, labels) in first { #expect(batch.lengths == labels.scalars.map { texts.lengths[$0] }) }
    }

    @Test func `cut an endless text to its end`() {
        let long = NumberedTexts([[2, 8], Array(0..<1_000_000), [2, 9, 10]])
        let batch = Array(DataLoader(texts: long, labels: [0, 1, 0], batchSize: 3))[0]
        #expect(batch.0.ids.shape == [3, PaddedTexts.usualLongest] && batch.0.lengths == [5000, 3, 2])
        #expect(batch.0.ids[0].scalars == Array(995_000..<1_000_000) && batch.1.scalars == [1, 0, 0])
        let short = Array(DataLoader(texts: long, labels: [0, 1, 0], batchSize: 3, longest: 2))[0].0
        #expect(short.ids == IntTensor([[999_998, 999_999], [9, 10], [2, 8]]))
    }

    @Test func `waste as little as the book's ten lengths show`() {
        let lengths = [228, 238, 121, 290, 196, 194, 533, 124, 581, 155]
        #expect(abs(paddingShare(of: lengths, batchSize: 10) - 0.542) < 0.0005)
        #expect(abs(paddingShare(of: lengths.sorted(by: >), batchSize: 5) - 0.315) < 0.0005)
        #expect(paddingShare(of: [], batchSize: 5) == 0)
    }
}
