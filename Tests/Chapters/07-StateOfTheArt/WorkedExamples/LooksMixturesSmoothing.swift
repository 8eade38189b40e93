// The worked examples of sections 7.4 to 7.6, and what the chapter builds there.

import Chapter07
import Foundation
import Tensors
import TestSupport
import Testing
import Training
import Vision

@Suite struct `7.4 Test time augmentation` {
    @Test func `a photo at one end of a frame`() {
        let photo = Photo(height: 1, width: 2, pixels: [1, 2, 3, 4, 5, 6])
        let left = widened(photo, toTheLeft: true), right = widened(photo, toTheLeft: false)
        #expect(left.size == Size2D(1, 4) && left.pixels == [1, 2, 3, 4, 5, 6, 4, 5, 6, 4, 5, 6])
        #expect(right.pixels == [1, 2, 3, 1, 2, 3, 1, 2, 3, 4, 5, 6])
    }
}

@Suite struct `7.5 Mixup` {
    @Test func `mixing with any other, by a half or more`() {
        var random = SplitMix64(seed: 75)
        let rows = Tensor.eye(4)
        let set = (0..<4).map { Example(photo: .full(Float($0), [3, 1, 1]), target: rows[$0]) }
        for _ in 0..<200 {
            let mixed = mixedWithAnother(2, of: set, using: &random)
            #expect(mixed.target[2].item >= 0.5 && abs(mixed.target.sum().item - 1) < 1e-6)
            // The photo is the mean of the numbers of the classes.
            let expected = (mixed.target * Tensor([0, 1, 2, 3])).sum().item
            #expect(abs(mixed.photo[0, 0, 0].item - expected) < 1e-5)
        }
    }

    @Test(arguments: [0.2, 0.4, 1, 3])
    func `draws of the page have the moments of Beta`(_ alpha: Double) {
        var random = SplitMix64(seed: 76)
        let shares = (0..<6000).map { _ in betaDraw(alpha, using: &random) }
        let mean = shares.reduce(0, +) / 6000
        let variance = shares.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 6000
        #expect(abs(mean - 0.5) < 0.025 && abs(variance * 4 * (2 * alpha + 1) - 1) < 0.08)
        #expect(shares.allSatisfy { (0...1).contains($0) })
    }

    @Test func `the callback of the page has the loss of mixed targets`() throws {
        var random = SplitMix64(seed: 77)
        let mixup = SimpleMixup(alpha: 1, using: &random)
        #expect(mixup.shares.isEmpty && mixup.partners.isEmpty)
        let seen = batchesSeen(withMixup: true)
        #expect(seen.training.count == 2 && seen.validation.count == 2)
    }
}

@Suite struct `7.6 Label smoothing` {
    private let scores = Tensor([
        [0.6734, 0.2576], [0.4689, 0.4607], [-2.2457, -0.3727], [4.4164, -1.2760], [0.9233, 0.5347], [1.0698, 1.6187],
    ])
    private let labels = IntTensor([0, 1, 0, 1, 1, 0])

    @Test func `the loss of six photos`() {
        #expect(abs(crossEntropy(scores, labels).item - 1.80444) < 1e-4)
        #expect(abs(LabelSmoothingCrossEntropy()(scores, labels).item - 1.73698) < 1e-4)
    }

    @Test(arguments: [0, 0.1, 0.5, 1] as [Float])
    func `the struct of the page equals the engine, and so do its gradients`(_ ε: Float) {
        var random = SplitMix64(seed: 78)
        let x = Tensor.randn(5, 7, using: &random) * 3
        let y = IntTensor([6, 0, 3, 3, 1])
        let (ours, engines) = (x.requiringGrad(), x.requiringGrad())
        let (a, b) = (
            LabelSmoothingCrossEntropy(smoothing: ε)(ours, y), crossEntropy(engines, y, smoothing: ε)
        )
        a.backward()
        b.backward()
        expectClose(a.detached(), b.detached())
        expectClose(ours.grad!, engines.grad!)
        #expect(ours.grad!.abs().max().item * 5 <= 1.000001)
    }

    @Test func `exactly so many labels become wrong`() {
        var random = SplitMix64(seed: 79)
        let labels = (0..<200).map { $0 % 10 }
        for share in [0, 0.25, 0.45, 1] {
            let wrong = withWrongLabels(labels, share: share, classes: 10, using: &random)
            #expect(zip(labels, wrong).count { $0 != $1 } == Int((share * 200).rounded()))
            #expect(wrong.allSatisfy { (0..<10).contains($0) })
        }
    }

    @Test func `clouds of points around places on a circle of radius 3`() {
        var random = SplitMix64(seed: 80)
        let (x, labels) = pointsOnACircle(4000, classes: 4, using: &random)
        #expect(x.shape == [4000, 2] && (0..<4).allSatisfy { k in labels.count { $0 == k } == 1000 })
        let middles = classMiddles(x, labels, classes: 4)
        expectClose(middles, Tensor([[3, 0], [0, 3], [-3, 0], [0, -3]]), absolute: 0.15)
        expectClose((x - middles.rows(labels)).std(), Tensor(1), absolute: 0.05)
    }
}
