// The book's worked examples of section 5.4, and what the chapter builds there.

import Chapter05
import Foundation
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `5.4 Cross-entropy` {
    private let probabilities = Tensor([
        [0.6025, 0.3975], [0.5021, 0.4979], [0.1332, 0.8668], [0.9966, 0.0034], [0.5959, 0.4041], [0.3661, 0.6339],
    ])

    @Test func `sigmoids of six pairs, and of their leads`() {
        let book = Tensor([
            [0.6623, 0.5641], [0.6151, 0.6132], [0.0957, 0.4079], [0.9881, 0.2182], [0.7157, 0.6306], [0.7446, 0.8346],
        ])
        expectClose(bookActivations.sigmoid(), book, absolute: 1.1e-4)
        let lead = bookActivations[0..., 0] - bookActivations[0..., 1]
        expectClose(lead.sigmoid(), Tensor([0.6025, 0.5021, 0.1332, 0.9966, 0.5959, 0.3661]), absolute: 1.1e-4)
    }

    @Test func `softmax of six pairs, by both versions`() {
        expectClose(simpleSoftmax(bookActivations), probabilities, absolute: 1e-4)
        expectClose(softmax(bookActivations), probabilities, absolute: 1e-4)
        let finer: [Float] = [0.602469, 0.502065, 0.133188, 0.99664, 0.595949, 0.366118]
        expectClose(softmax(bookActivations)[0..., 0], Tensor(finer), absolute: 5e-5)
    }

    @Test func `what is picked, and the six losses`() {
        let picked = pickedColumn(softmax(bookActivations), bookTargets)
        expectClose(picked, Tensor([0.6025, 0.4979, 0.1332, 0.0034, 0.4041, 0.3661]), absolute: 1e-4)
        let losses = CrossEntropyLoss(reduction: .none)(bookActivations, bookTargets)
        expectClose(losses, Tensor([0.5067, 0.6973, 2.0160, 5.6958, 0.9062, 1.0048]), absolute: 1.5e-4)
        #expect(abs(CrossEntropyLoss()(bookActivations, bookTargets).item - 1.8045) < 1e-4)
        #expect(abs(CrossEntropyLoss(reduction: .sum)(bookActivations, bookTargets).item - 10.8267) < 1e-3)
    }

    @Test func `the gradient of the sum is softmax less one-hot`() {
        let x = bookActivations.requiringGrad()
        CrossEntropyLoss(reduction: .sum)(x, bookTargets).backward()
        let rows: [Float] = [-0.3975, 0.5020, -0.8668, 0.9966, 0.5959, -0.6339]
        expectClose(x.grad!, Tensor(rows.map { [$0, -$0] }), absolute: 1.1e-4)
        expectClose(softmax(bookActivations) - oneHot(bookTargets, classes: 2), x.grad!, absolute: 1e-6)
    }

    @Test(arguments: [1000, -1000] as [Float])
    func `activations of a thousand stay finite, and so do their gradients`(_ size: Float) {
        let x = (Tensor([[1, 1.001, 0.999], [0, -1, 1]]) * size).requiringGrad()
        let loss = CrossEntropyLoss()(x, IntTensor([2, 0]))
        loss.backward()
        #expect(loss.item.isFinite && x.grad!.scalars.allSatisfy(\.isFinite))
        expectClose(softmax(x.detached()), x.detached().softmax(axis: 1))
        expectClose(logSoftmax(x.detached()), x.detached().logSoftmax(axis: 1), absolute: 1e-3)
        #expect(simpleSoftmax(x.detached()).scalars.contains { $0.isNaN })
    }

    @Test func `powers do not mind a shift, other ways do`() {
        let x = Tensor([0.02, -2.49, 1.25])
        for (number, way) in waysToProbabilities.enumerated() {
            let (p, q) = (way.of(x), way.of(x + 2))
            #expect(abs(p.sum().item - 1) < 1e-5 && p.scalars.allSatisfy { $0 >= 0 })
            #expect(((p - q).abs().max().item < 1e-5) == (number < 2))
        }
    }

    @Test func `the loss of chapter 4 is what is picked, from 1`() {
        let lead = bookActivations[0..., 1] - bookActivations[0..., 0]
        let picked = pickedColumn(softmax(bookActivations), bookTargets)
        #expect(abs(mnistLoss(lead, Tensor(bookTargets)).item - (1 - picked.mean().item)) < 1e-6)
    }

    @Test func `from a wrong and sure start only cross-entropy gets away`() {
        var random = SplitMix64(seed: 4)
        let points = pointClouds(90, using: &random)
        let mixedUp = Tensor([[-0.87, 0.87, 0], [-0.5, -0.5, 1]]) * 5
        let good = accuracies(from: mixedUp, on: points, rate: 0.3, steps: 100) { crossEntropy($0, $1) }
        let bad = accuracies(from: mixedUp, on: points, rate: 0.3, steps: 100, loss: squaredErrorOfProbabilities)
        #expect(good[0] < 0.1 && good.last! > 0.9 && bad.last! < 0.3 && good.count == 101)
        let fair = accuracies(from: .zeros(2, 3), on: points, rate: 0.3, steps: 100, loss: squaredErrorOfProbabilities)
        #expect(fair.last! > 0.9)
    }
}
