// Section 5.5: what is counted, and how far it can be trusted.

import Chapter05
import Foundation
import Notebook
import Tensors
import Testing
import Vision

@Suite struct `5.5 Interpretation` {
    private let actual = [0, 0, 1, 2, 2, 2, 1], predicted = [0, 1, 1, 0, 0, 2, 0]

    @Test func `rows are true, columns are said`() {
        let matrix = confusionMatrix(actual: actual, predicted: predicted, classes: 3)
        #expect(matrix == [[1, 1, 0], [1, 1, 0], [2, 0, 1]])
        var probabilities = [Float](repeating: 0.1, count: 21)
        for (item, label) in predicted.enumerated() { probabilities[item * 3 + label] = 0.8 }
        let engine = ClassificationInterpretation(
            Tensor(shape: [7, 3], probabilities), actual: actual, classes: ["a", "b", "c"])
        #expect(engine.confusionMatrix == matrix)
        let pairs = mostConfused(matrix, ["a", "b", "c"], atLeast: 1)
        #expect(
            pairs.map { "\($0.actual) taken for \($0.predicted): \($0.count)" } == engine.mostConfused().map { "\($0)" }
        )
        #expect(pairs.map(\.count) == [2, 1, 1] && mostConfused(matrix, ["a", "b", "c"], atLeast: 2).count == 1)
        #expect(mostConfused(matrix, ["a", "b", "c"], atLeast: 0).count == 3)
    }

    @Test func `every error rate of the book is a count of 1,478 photos`() {
        let rates = bookErrorRates.flatMap(\.rates)
        #expect(rates.count == 41)
        #expect(rates.allSatisfy { countBehind(rate: $0, of: 1478) != nil })
        for (rate, count) in [(0.108254, 160), (0.066306, 98), (0.051421, 76), (0.054127, 80), (0.954668, 1411)] {
            #expect(countBehind(rate: rate, of: 1478) == count)
        }
        #expect(countBehind(rate: 0.108254, of: 1477) == nil)
        let others = (1...1999).filter { n in rates.allSatisfy { countBehind(rate: $0, of: n) != nil } }
        #expect(others == [1478])
    }

    @Test func `Wilson's interval holds the rate, is narrower with more, and stays a share`() {
        for (count, total) in [(0, 4), (4, 4), (1, 2), (50, 100), (80, 1478)] {
            let range = wilsonInterval(count, of: total)
            #expect(range.contains(Double(count) / Double(total)) && range.lowerBound >= 0 && range.upperBound <= 1)
        }
        #expect(abs(wilsonInterval(0, of: 4).upperBound - 0.4899) < 1e-3)
        #expect(abs(wilsonInterval(50, of: 100).lowerBound - 0.4038) < 1e-3)
        #expect(wilsonInterval(0, of: 0) == 0...1)
    }

    @Test func `groups by sureness have every item once`() {
        let groups = reliability(
            sureness: [0.1, 0.15, 0.5, 0.99, 1, 0.39999], isRight: [false, true, true, true, false, true], bins: 5)
        #expect(groups.map(\.count) == [2, 1, 1, 2])
        #expect(groups.map(\.right) == [0.5, 1, 1, 0.5])
        #expect(abs(groups[0].sureness - 0.125) < 1e-6)
    }
}
