// The small numbers of sections 16.7 and 16.8, exactly, and PyTorch's for the same formulas.

import Chapter16
import Layers
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `16 Worked examples of callbacks` {
    @Test func `penalties of two steps`() {
        let out = Tensor([[[1, 2], [4, 2]]])
        #expect(activationPenalty(out, 2).item == 12.5 && temporalPenalty(out, 1).item == 4.5)
        #expect(temporalPenalty(Tensor([[[1, 2]], [[3, 4]]]), 1).item == 0)
    }

    /// The book's two lines with PyTorch 2: alpha · out.pow(2).mean() + beta · (h[:, 1:] - h[:, :-1]).pow(2).mean().
    @Test func `penalties and their gradients are PyTorch's`() {
        let raw = Tensor([[[0.5, -1], [1.5, 2], [-0.25, 0.75]], [[2, 0], [-1, 1], [0.5, -0.5]]]).requiringGrad()
        let mask = Tensor([[[2, 0], [2, 2], [0, 2]], [[2, 2], [0, 0], [2, 0]]])
        let penalty = activationPenalty(raw * mask, 2) + temporalPenalty(raw, 1)
        penalty.backward()
        expectClose(penalty.detached(), Tensor(11.182291), relative: 1e-6)
        let golden = Tensor([
            0.41666669, -0.75, 2.6875, 3.7291667, -0.4375, 0.6875, 3.4166667, -0.25, -1.125, 0.625, 1.0416667, -0.375,
        ])
        expectClose(raw.grad!.flattened(), golden, absolute: 1e-6)
    }

    /// 0.7 · loss for one half's labels + 0.3 · loss for the other's, as PyTorch computes it, with its gradient.
    @Test func `mixed losses are PyTorch's, and those of mixed labels`() {
        let scores = Tensor([[1, 0.5, -1], [0, 2, 0.25]]).requiringGrad()
        let (labels, others) = (IntTensor([0, 1]), IntTensor([2, 0]))
        let loss = 0.7 * crossEntropy(scores, labels) + 0.3 * crossEntropy(scores, others)
        loss.backward()
        expectClose(loss.detached(), Tensor(1.012152), relative: 1e-6)
        let golden = Tensor([[-0.06295151, 0.17410371, -0.11115222], [-0.09831017, 0.03193911, 0.06637106]])
        expectClose(scores.grad!, golden, absolute: 1e-6)
        let targets = Tensor([[0.7, 0, 0.3], [0.3, 0.7, 0]])
        expectClose(crossEntropy(scores.detached(), targets), Tensor(1.012152), relative: 1e-6)
    }

    @Test func `a gradient of length 5, divided and clipped in both orders`() {
        func length(_ steps: [(Parameter) -> Void]) -> Float {
            let weight = Parameter(Tensor([0, 0]))
            weight.grad = Tensor([3 * 1024, 4 * 1024])
            for step in steps { step(weight) }
            return gradientNorm([weight])
        }
        let unscale = { (weight: Parameter) in weight.grad = weight.grad! / 1024 }
        let clip = { (weight: Parameter) in _ = clipGradients([weight], toNorm: 1) }
        #expect(length([unscale]) == 5 && length([unscale, clip]) == 1)
        #expect(length([clip, unscale]) == 0x1p-10)
    }

    @Test func `counts of loops and of events`() throws {
        #expect((0...4).map(loops) == [1, 2, 4, 8, 16])
        #expect((0...5).map { orders(ofChanges: $0) } == [1, 1, 2, 6, 24, 120])
        #expect(loops(withChanges: 29) < 1_000_000_000 && loops(withChanges: 30) > 1_000_000_000)
        #expect(orders(ofChanges: 12) < 1e9 && orders(ofChanges: 13) > 1e9)
        for (epochs, train, valid) in [(1, 1, 1), (1, 2, 1), (3, 10, 2)] {
            let trace = EventTrace()
            try tinyLoop(train: train, valid: valid, callbacks: [trace]).fit(epochs, learningRate: 0)
            #expect(trace.events.count == 2 + epochs * (6 + 6 * train + 4 * valid))
        }
    }

    /// The shares of a Beta distribution: mean ½, variance 1 / (4 (2α + 1)).
    @Test(arguments: [1, 0.4, 0.1])
    func `shares have the mean and the variance of their distribution`(_ alpha: Double) {
        var random = SplitMix64(seed: 7)
        let shares = Tensor((0..<20_000).map { _ in drawnShare(alpha, using: &random) })
        #expect(shares.scalars.allSatisfy { (0...1).contains($0) })
        expectClose(shares.mean(), Tensor(0.5), absolute: 0.01)
        expectClose(shares.variance(), Tensor(Float(1 / (4 * (2 * alpha + 1)))), absolute: 0.005)
    }
}
