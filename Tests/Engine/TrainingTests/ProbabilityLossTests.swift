// Losses of probabilities: exact values, formulas, and probabilities that are certain.

import Foundation
import Tensors
import TestSupport
import Testing
import Training

struct `Binary cross-entropy of probabilities` {
    /// The losses one by one, and their slopes.
    private func pass(_ p: [Float], _ targets: [Float]) -> (losses: [Float], slopes: [Float]) {
        let leaf = Tensor(p).requiringGrad()
        let losses = binaryCrossEntropy(leaf, Tensor(targets), weights: nil, reduction: .none)
        losses.sum().backward()
        return (losses.scalars, leaf.grad!.scalars)
    }

    @Test func `is -ln of what the right answer was given`() {
        expectClose(binaryCrossEntropy(Tensor([0.5, 0.5]), Tensor([0, 1])), Tensor(log(2)))
        let (losses, slopes) = pass([0.25, 0.25, 0.25], [1, 0, 0.25])
        expectClose(Tensor(losses), Tensor([1.3862944, 0.28768207, 0.5623351]), relative: 1e-6)
        expectClose(Tensor(slopes), Tensor([-4, 1.3333334, 0]), relative: 1e-6)
    }

    @Test func `is that of the scores whose sigmoids they are`() {
        var random = SplitMix64(seed: 1)
        let scores = Tensor.randn(40, 3, using: &random), targets = Tensor.rand(40, 3, using: &random)
        let (a, b) = (scores.requiringGrad(), scores.requiringGrad())
        let (x, y) = (binaryCrossEntropyWithLogits(a, targets), binaryCrossEntropy(b.sigmoid(), targets))
        (x + y).backward()
        expectClose(x, y, relative: 1e-6)
        expectClose(a.grad!, b.grad!, absolute: 1e-7, relative: 1e-4)
    }

    // The logarithm ends at -100, and the slope at 10¹². (PyTorch's values.)
    @Test func `of a certain answer is finite, right or wrong`() {
        let (losses, slopes) = pass([0, 1, 0, 1], [0, 1, 1, 0])
        #expect(losses == [0, 0, 100, 100])
        #expect(slopes == [0, 0, -1e12, 1e12])
    }

    @Test func `of a no that is nearly certain still has its loss`() {
        let p: [Float] = [1e-30, 1e-12, 1e-8, 1e-4, 0.3, 0.999, 1 - 0x1p-24]
        let expected = p.map { Float(-log1p(-Double($0))) }
        expectClose(Tensor(pass(p, p.map { _ in 0 }).losses), Tensor(expected), absolute: 0, relative: 1e-6)
    }

    @Test func `of NaN is NaN`() {
        let (losses, slopes) = pass([.nan, 0.5], [1, 1])
        #expect(losses.map(\.isNaN) == [true, false] && slopes.map(\.isNaN) == [true, false])
        #expect(pass([0.5], [.nan]).losses[0].isNaN)
    }

    @Test func `weighs items, and its targets may have a gradient`() {
        let (p, y) = (Tensor([0.25, 0.5]), Tensor([1, 0]).requiringGrad())
        let loss = binaryCrossEntropy(p, y, weights: Tensor([2, 0]))
        expectClose(loss, Tensor(1.3862944))
        loss.backward()
        expectClose(y.grad!, Tensor([1.0986123, 0]))  // ln(1 - p) - ln p
    }
}

struct `The divergence of distributions` {
    private let p = Tensor([[0.5, 0.25, 0.25], [0.1, 0.2, 0.7]]), t = Tensor([[0.25, 0.75, 0], [0.1, 0.2, 0.7]])

    @Test func `is the sum of t (ln t - ln p), and 0 between equals`() {
        let losses = klDivergenceLoss(p.log(), t, reduction: .none)
        expectClose(losses.sum(axis: 1), Tensor([-0.1732868 + 0.8239592, 0]), absolute: 1e-6)
        expectClose(klDivergenceLoss(p.log(), t, reduction: .batchMean), Tensor(0.6506724 / 2), absolute: 1e-6)
        expectClose(klDivergenceLoss(p.log(), t), Tensor(0.6506724 / 6), absolute: 1e-6)
    }

    @Test func `takes targets as logarithms too`() {
        let (a, b) = (p.log(), p.flipped(1))
        expectClose(
            klDivergenceLoss(a, b.log(), logTargets: true, reduction: .none), klDivergenceLoss(a, b, reduction: .none))
    }

    @Test func `has the slope -t, and in the targets ln t + 1 - ln p`() {
        let (x, y) = (p.log().requiringGrad(), (t + 0.1).requiringGrad())
        klDivergenceLoss(x, y, reduction: .sum).backward()
        expectClose(x.grad!, -y.detached())
        expectClose(y.grad!, y.detached().log() + 1 - x.detached())
    }

    @Test func `of scores differs from cross-entropy by what the targets cost themselves`() {
        var random = SplitMix64(seed: 2)
        let (a, b) = (Tensor.randn(5, 4, using: &random), Tensor.randn(5, 4, using: &random).softmax())
        let own = crossEntropy(b.log(), b)
        expectClose(
            klDivergenceLoss(a.logSoftmax(), b, reduction: .batchMean), crossEntropy(a, b) - own, absolute: 1e-6)
    }
}

struct `The mean over a batch` {
    @Test func `is over the items, and each item's losses are added up`() {
        let (a, b) = (Tensor([[1, 2], [3, 4], [5, 6]]), Tensor.zeros(3, 2))
        #expect(l1Loss(a, b, reduction: .batchMean).item == 7 && l1Loss(a, b, reduction: .mean).item == 3.5)
        let (scores, labels) = (Tensor([[1, 2], [3, 0]]), IntTensor([0, 1]))
        #expect(crossEntropy(scores, labels, reduction: .batchMean).item == crossEntropy(scores, labels).item)
    }
}
