// # Further: Mixup
//
// Section 19.9 · After this page you can write a callback that changes the pictures and the loss, and puts the loss
// back.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// *Mixup* trains on pictures that do not exist. (H. Zhang and others, "mixup: Beyond Empirical Risk Minimization",
// 2018; sections 7.5 and 16.8.) Each picture of a batch is mixed with another one, say 70 % bird and 30 % airplane; and
// the net is to answer just that, "70 % bird, 30 % airplane". It cannot learn any picture by heart, as it never sees
// the same one twice, and it learns not to be too sure.
//
// The share is drawn for each batch, from a distribution on 0...1 that is called Beta(α, α). For α below 1 it prefers
// the ends, so most mixtures are nearly one of the two pictures. There is a simple way to draw it (M. Jöhnk, 1964).
// Take two uniform numbers to the power of 1/α, again and again until their sum is at most 1; then take the share of
// the first:

/// A number of 0...1 from the distribution Beta(α, α), for an α of at most 1.
public func betaShare(_ alpha: Double, using random: inout some RandomNumberGenerator) -> Double {
    while true {
        let (u, v) = (pow(random.uniform(), 1 / alpha), pow(random.uniform(), 1 / alpha))
        if u + v > 0, u + v <= 1 { return u / (u + v) }
    }
}

extension LearnerFromScratch {
    func sharesOfMixing() {
        var random = run.random
        let shares = (0..<run.size(quick: 500, usual: 10_000)).map { _ in betaShare(0.4, using: &random) }
        show(
            Chart("Many mixtures are nearly one picture", x: "share of the first picture", y: "draws") {
                Histogram(shares, bins: 20, range: 0...1)
            }, "Beta(0.4, 0.4), \(shares.count) draws")
    }
}

// Targets that are mixtures do not fit into a list of labels. But they need not: cross-entropy with such a target is
// the mixture of the two cross-entropies. So the callback mixes the pictures before the batch, and puts a loss that
// mixes in the place of the learner's. After the batch it puts the usual one back, since validation has nothing mixed.
// But it may never be told of `afterBatch`: a callback before it in the list may have cancelled the pass just there. So
// it also looks when the next batch or pass begins, and in `afterFit`, which everybody is told:

/// Trains on mixtures of pictures.
public final class Mixup: Callback {
    private let alpha: Double
    private var random: SplitMix64
    private var usualLoss: ((Tensor, [Int]) -> Tensor)?

    public init(alpha: Double = 0.4, using random: inout SplitMix64) {
        (self.alpha, self.random) = (alpha, SplitMix64(seed: random.next()))
    }

    public override func beforeBatch() {
        putBack()
        guard self.model.isTraining else { return }
        let share = Float(betaShare(alpha, using: &random))
        let (batch, loss, order) = (self.batch, self.loss, random.permutation(self.batch.y.count))
        let others = order.map { batch.y[$0] }
        learner.batch.x = share * batch.x + (1 - share) * batch.x.rows(order)
        learner.loss = { share * loss($0, $1) + (1 - share) * loss($0, others) }
        usualLoss = loss
    }

    public override func afterBatch() { putBack() }
    public override func beforeEpoch() { putBack() }
    public override func afterFit() { putBack() }

    private func putBack() {
        if let usualLoss { learner.loss = usualLoss }
        usualLoss = nil
    }
}

extension LearnerFromScratch {
    func mixtures() throws {
        // Two pictures that belong to different classes, and three mixtures of them:
        let pictures = try keptPictures.train
        let (a, b) = (0, pictures.labels.firstIndex { $0 != pictures.labels[0] } ?? 0)
        let shares: [Float] = [1, 0.75, 0.5, 0.25, 0]
        show(
            ImageGrid(
                shares.map { Raster($0 * pictures.x[a] + (1 - $0) * pictures.x[b]) },
                titles: shares.map { "\(Int(100 * $0)) % and \(Int(100 - 100 * $0)) %" }),
            "From \(try labels[pictures.labels[a]]) to \(try labels[pictures.labels[b]])")

        // How low can the loss of a half-and-half mixture get? The best answer is one half for each of the two:
        let half = Tensor([[0, 0]])
        show(
            significant((0.5 * crossEntropy(half, [0]) + 0.5 * crossEntropy(half, [1])).item, 4),
            "loss of the best answer",
            ask: "ln 2 is 0.693. The best answer to half and half is ½, ½. What is its loss?")
        let sure = Tensor([[5, 0]])
        show((0.5 * crossEntropy(sure, [0]) + 0.5 * crossEntropy(sure, [1])).item, "of a confident one")
    }

    func trainedOnMixtures() throws {
        // The simple CNN on few pictures, as on the page before, and the same with Mixup, from the same seeds:
        let (plain, classes, epochs) = (try simpleOnFewPictures, try fewClasses, epochsOnFewPictures)
        let mixed = try fewPicturesOneCycle(callback: { Mixup(using: &$0) }) { simpleCNN(classes: classes, using: &$0) }
        show(
            ends(of: [("without", plain), ("with Mixup", mixed)]),
            "After \(epochs == 1 ? "one epoch" : "\(epochs) epochs") on some of \(dataName)")
        for (name, results) in [("without", plain), ("with", mixed)] {
            record("mixup/train-loss-\(name)", over: results.map { $0.rows(training: true).last!.loss })
            record("mixup/valid-loss-\(name)", over: results.map { $0.rows(training: false).last!.loss })
            record("mixup/valid-accuracy-\(name)", over: results.map(\.lastAccuracy))
        }

        // The two losses of training cannot be compared: no answer to a mixture has a loss of 0. Compare validation.
        // Mixup pays in long trainings, in which a net would otherwise learn its pictures by heart; in a short one like
        // this it may well cost more than it brings.
    }
}
