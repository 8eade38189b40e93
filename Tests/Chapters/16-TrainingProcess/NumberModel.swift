// The language model for ModelReset and RNNRegularizer, and its text.

import Chapter16
import Datasets
import Layers
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `Human numbers` {
    @Test func `are those of the book`() {
        let tokens = HumanNumbers.tokens(to: 9_999)
        #expect(tokens.count == 63_095 && HumanNumbers.vocabulary.count == 30 && Set(tokens).count == 30)
        let text = tokens.prefix(10).map { HumanNumbers.vocabulary[$0] }.joined(separator: " ")
        #expect(text == "one . two . three . four . five .")
        let end = tokens.suffix(7).map { HumanNumbers.vocabulary[$0] }.joined(separator: " ")
        #expect(end == ". nine thousand nine hundred ninety nine")
    }

    @Test func `go on from batch to batch in every row`() {
        let tokens = HumanNumbers.tokens(to: 300)
        let batches = Array(streams(tokens, rows: 4, steps: 5))
        let length = (tokens.count - 1) / 4 / 5 * 5
        #expect(batches.count == length / 5 && batches.allSatisfy { $0.0.shape == [4, 5] && $0.1.shape == [4, 5] })
        for row in 0..<4 {
            let inputs = batches.flatMap { $0.0[row].scalars.map { Int($0) } }
            let labels = batches.flatMap { $0.1[row].scalars }
            #expect(inputs == Array(tokens[row * length..<(row + 1) * length]))
            #expect(labels == Array(tokens[row * length + 1..<(row + 1) * length + 1]))
        }
    }
}

@Suite struct `A model with a memory` {
    private func model() -> NumberModel {
        var random = SplitMix64(seed: 12)
        return NumberModel(words: 30, hidden: 6, dropout: 0.5, using: &random)
    }

    @Test func `remembers until it is reset`() {
        let (model, tokens) = (model(), Tensor([[0, 1, 2, 1]]))
        model.eval()
        let first = model(tokens)
        #expect(first.map(\.shape) == [[1, 4, 30], [1, 4, 6], [1, 4, 6]])
        #expect(first[1].scalars == first[2].scalars)  // no dropout in validation
        #expect(model(tokens)[0].scalars != first[0].scalars)
        model.reset()
        #expect(model(tokens)[0].scalars == first[0].scalars)
    }

    /// Two batches of two steps are one of four: the state goes on, but no gradient goes back.
    @Test func `carries its state over, without a gradient`() {
        let (whole, parts) = (model(), model())
        whole.eval()
        parts.eval()
        let tokens = Tensor([[3, 1, 4, 1]])
        _ = parts(tokens[0..., ..<2])
        let last = parts(tokens[0..., 2...])[1]
        #expect(last.scalars == whole(tokens)[1][0..., 2...].scalars)
        last.sum().backward()
        let ofEmbedding = parts.parameters[0].grad!
        #expect(ofEmbedding[3].scalars.allSatisfy { $0 == 0 } && ofEmbedding[4].scalars.contains { $0 != 0 })
    }

    @Test func `has the same validation loss twice with ModelReset, and not without`() throws {
        final class OnlyJudge: LoopCallback {
            override class var runsAfter: [LoopCallback.Type] { [ModelReset.self] }
            override func beginTrain() throws { throw CancelPart(.train) }
        }
        func losses(_ callbacks: [LoopCallback]) throws -> [Float] {
            let batches = streams(HumanNumbers.tokens(to: 200), rows: 2, steps: 8)
            let loop = TrainingLoop(
                LabelledBatches(batches, batches), model(), loss: { crossEntropy($0, $1, axis: -1) },
                callbacks: callbacks + [FirstPrediction(), OnlyJudge()])
            try loop.fit(3, learningRate: 0)
            return loop.recorder.rows.map(\.validLoss)
        }
        let (with, without) = (try losses([ModelReset()]), try losses([]))
        #expect(Set(with).count == 1 && without[0] == with[0] && without[1] != without[0])
    }

    /// In validation nothing is added, and the scores are all that is left of the predictions.
    @Test func `has penalties in the training loss, not in the validation loss`() throws {
        final class Seen: LoopCallback {
            override class var runsAfter: [LoopCallback.Type] { [RNNRegularizer.self] }
            var learned: [Float] = [], judged: [Float] = [], counts: Set<Int> = []
            override func afterLoss() {
                let scores = loop.lossFunction(self.predictions[0], self.y).item
                if self.isTraining {
                    learned.append(self.loss.item - scores)
                } else {
                    judged.append(self.loss.item - scores)
                }
                counts.insert(self.predictions.count)
            }
        }
        let seen = Seen()
        let batches = streams(HumanNumbers.tokens(to: 60), rows: 2, steps: 8)
        let loop = TrainingLoop(
            LabelledBatches(batches, batches), model(), loss: { crossEntropy($0, $1, axis: -1) },
            callbacks: [ModelReset(), RNNRegularizer(alpha: 2, beta: 1), seen])
        try loop.fit(1, learningRate: 0.1)
        #expect(seen.learned.allSatisfy { $0 > 0 } && seen.judged.allSatisfy { $0 == 0 } && seen.counts == [1])
    }
}
