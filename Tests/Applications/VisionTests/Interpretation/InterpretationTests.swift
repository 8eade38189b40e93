import Tensors
import TestSupport
import Testing

@testable import Vision

@Suite struct `What a classifier gets wrong` {
    private let classes = ["a", "b", "c"]
    /// What eight photos show, and how sure a net is of what.
    private var interpretation: ClassificationInterpretation {
        let rows: [[Float]] = [
            [0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.2, 0.7, 0.1], [0.1, 0.6, 0.3], [0.05, 0.05, 0.9], [0.3, 0.6, 0.1],
            [0.1, 0.1, 0.8], [0.5, 0.3, 0.2],
        ]
        return ClassificationInterpretation(Tensor(rows), actual: [0, 0, 0, 1, 1, 2, 2, 2], classes: classes)
    }

    @Test func `is counted, rows by what is true`() {
        #expect(interpretation.confusionMatrix == [[1, 2, 0], [0, 1, 1], [1, 1, 1]])
        #expect(interpretation.accuracy == 3.0 / 8)
    }

    @Test func `is listed, the most frequent first, by counts`() {
        let all = interpretation.mostConfused()
        #expect(
            all.map(\.description) == [
                "a taken for b: 2", "b taken for c: 1", "c taken for a: 1", "c taken for b: 1",
            ])
        #expect(interpretation.mostConfused(atLeast: 2) == [Confusion(actual: "a", predicted: "b", count: 2)])
        #expect(interpretation.mostConfused(atLeast: 3).isEmpty)
    }

    @Test func `is worst where the loss is largest`() {
        let worst = interpretation.topLosses(3)
        #expect(worst.map(\.place) == [4, 1, 5])
        #expect(worst[0].actual == "b" && worst[0].predicted == "c")
        expectNear(worst[0].loss, 2.9957323, absolute: 1e-5)
        expectNear(worst[0].probability, 0.9, absolute: 1e-6)
    }

    @Test func `is shown as pictures`() throws {
        let figure = try interpretation.topLossesFigure((0..<8).map { smooth(20 + $0, 30) }, count: 2)
        #expect(figure.titles == ["3.00 (90 %) c / b", "2.30 (80 %) b / a"])
        #expect(figure.images.map(\.width) == [24, 21])
        #expect(interpretation.confusionFigure.counts == interpretation.confusionMatrix)
    }

    @Test func `is found for a learner`() throws {
        let learner = try tinyLearner()
        let found = try ClassificationInterpretation(learner)
        #expect(found.classes == ["Amber", "green", "red"] && found.actual == learner.data.datasets.valid.labels)
        #expect(found.confusionMatrix.joined().reduce(0, +) == 12)
        #expect(try ClassificationInterpretation(learner, on: .train).actual.count == 36)
    }
}
