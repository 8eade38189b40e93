// Losses: exact values, formulas, gradients, and numbers too large for the naive formula.

import Foundation
import Tensors
import TestSupport
import Testing
import Training

struct `Losses between predictions and targets` {
    private let predictions = Tensor([1, 2, 5]), targets = Tensor([1, 4, 1])

    @Test func `l1 is the mean distance, mse the mean squared distance`() {
        #expect(l1Loss(predictions, targets).item == 2)
        #expect(mseLoss(predictions, targets).item == Float(20) / 3)
    }

    @Test func `both equal their formulas on random images`() {
        var random = SplitMix64(seed: 3)
        let (a, b) = (Tensor.rand(28, 28, using: &random), Tensor.rand(28, 28, using: &random))
        #expect(l1Loss(a, b).item == (a - b).abs().mean().item)
        #expect(mseLoss(a, b).item == (a - b).squared().mean().item)
    }

    @Test func `their gradients are sign(d)/n and 2d/n`() {
        let (a, b) = (predictions.requiringGrad(), predictions.requiringGrad())
        l1Loss(a, targets).backward()
        mseLoss(b, targets).backward()
        expectClose(a.grad!, Tensor([0, -1, 1]) / 3)
        expectClose(b.grad!, Tensor([0, -4, 8]) / 3)
    }
}

struct `Cross-entropy` {
    @Test func `equal scores cost ln(classes)`() {
        expectClose(crossEntropy(.zeros(4, 10), IntTensor([0, 3, 9, 5])), Tensor(log(10)))
    }

    @Test(arguments: [1, 30, 1000] as [Float])
    func `it agrees with a calculation in Double`(_ spread: Float) {
        var random = SplitMix64(seed: 8)
        let scores = spread * Tensor.randn(50, 7, using: &random)
        let labels = (0..<50).map { $0 % 7 }
        let expected = inDouble(scores, labels)
        let found = Double(crossEntropy(scores, IntTensor(labels)).item)
        #expect(abs(found - expected) < 1e-5 * max(1, expected), "\(found) instead of \(expected)")
    }

    @Test func `huge scores neither overflow nor lose the answer`() {
        let scores = Tensor([[1e4, 0, -1e4], [-3e38, 3e38, 0]])
        #expect(crossEntropy(scores, IntTensor([0, 1])).item == 0)
        #expect(crossEntropy(scores[0..<1], IntTensor([2])).item == 2e4)
    }

    @Test func `its gradient is (softmax - one-hot) / n`() {
        let scores = Tensor([[1, 2, 3], [1e4, 0, 0]]).requiringGrad()
        crossEntropy(scores, IntTensor([0, 1])).backward()
        let oneHot = Tensor([[1, 0, 0], [0, 1, 0]])
        expectClose(scores.grad!, (scores.detached().softmax() - oneHot) / 2)
    }

    @Test func `it is nllLoss of the logarithm of the softmax`() {
        let scores = Tensor([[1, 2, 3], [4, -1, 0]]), labels = IntTensor([2, 1])
        #expect(crossEntropy(scores, labels).item == nllLoss(scores.logSoftmax(), labels).item)
    }

    @Test func `nllLoss picks one entry per row`() {
        #expect(nllLoss(Tensor([[-1, -2], [-3, -4], [-5, -6]]), IntTensor([0, 1, 1])).item == Float(11) / 3)
    }

    /// Mean of ln Σ eˢ - s[label], with the largest score taken out of the sum.
    private func inDouble(_ scores: Tensor, _ labels: [Int]) -> Double {
        let costs = labels.enumerated().map { row, label in
            let row = scores[row].scalars.map(Double.init)
            return row.max()! + log(row.reduce(0) { $0 + exp($1 - row.max()!) }) - row[label]
        }
        return costs.reduce(0, +) / Double(costs.count)
    }
}
