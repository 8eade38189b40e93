// # Mixed images
//
// Section 16.8 · After this page you can change what the model sees and what it is told, in one callback with two
// events.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Mixup (H. Zhang and others, "mixup: Beyond Empirical Risk Minimization", 2018; section 7.5) trains on images that do
// not exist: 0.7 of a three and 0.3 of an eight. What is right about such an image is, to the same shares, "three" and
// "eight". Each batch is mixed with itself in another order, and the share is drawn anew for each batch, from a
// distribution that prefers shares near 0 and 1, Beta(α, α):

/// A share from Beta(α, α), for an α up to 1 (M. Jöhnk, 1964).
public func drawnShare(_ alpha: Double, using random: inout SplitMix64) -> Float {
    while true {
        let (a, b) = (pow(random.uniform(), 1 / alpha), pow(random.uniform(), 1 / alpha))
        if a + b > 0, a + b <= 1 { return Float(a / (a + b)) }
    }
}

// The callback changes the inputs in `beginBatch`. The labels could be mixed as well, but a label is a number, and the
// mean of a three and an eight is no digit. So it leaves the labels and mixes the *losses*, in `afterLoss`: the loss
// for the labels of one half, and the loss for those of the other.

/// Trains on mixtures of two images. (The book's `MixUp`.)
public final class Mixup: LoopCallback {
    private let alpha: Double
    private var random: SplitMix64
    private var share: Float = 1
    private var otherLabels = IntTensor(0)

    public init(_ alpha: Double = 0.4, seed: UInt64) { (self.alpha, random) = (alpha, SplitMix64(seed: seed)) }

    override public func beginBatch() {
        guard self.isTraining else { return }
        let order = random.permutation(self.x.shape[0])
        share = drawnShare(alpha, using: &random)
        loop.x = share * self.x + (1 - share) * self.x.rows(order)
        otherLabels = self.y.rows(order)
    }

    override public func afterLoss() {
        guard self.isTraining else { return }
        let otherLoss = loop.lossFunction(self.predictions[0], otherLabels)
        loop.loss = share * self.loss + (1 - share) * otherLoss
    }
}

// To see what the model sees, a callback that comes later in the list keeps the first batch:

/// Keeps the first batch as the model gets it.
final class FirstBatch: LoopCallback {
    private(set) var images: Tensor?

    override func afterPrediction() { if images == nil { images = self.x } }
}

extension TrainingProcess {
    func mixedDigits() throws {
        // Train for an epoch without `Mixup` and with it, and look at that batch:
        func firstBatch(_ callbacks: [LoopCallback]) throws -> Tensor {
            var random = run.random
            let (loaders, net) = (try fewDigits(using: &random), smallNet(using: &random))
            let first = FirstBatch()
            try TrainingLoop(loaders, net, callbacks: callbacks + [first]).fit(1, learningRate: 0.1)
            return first.images!
        }
        let (plain, mixed) = (try firstBatch([]), try firstBatch([Mixup(1, seed: run.seed)]))
        let pictures = [plain, mixed].flatMap { images in
            (0..<6).map { Raster(images[$0].reshaped(28, 28), colours: .ink) }
        }
        show(ImageGrid(pictures, columns: 6), "Six digits of a batch, and below, the same six as Mixup leaves them")

        // Is mixing the losses the same as mixing the labels? Cross-entropy is the sum over all classes of the target
        // times the logarithm of the probability. It is linear in the target, so it must not matter. The engine's
        // cross-entropy takes such targets; the numbers below are from both ways, for three random rows of scores with
        // labels 0, 1, 2 and 2, 0, 1:
        var random = run.random
        let scores = Tensor.randn(3, 4, using: &random)
        let (labels, others) = (IntTensor([0, 1, 2]), IntTensor([2, 0, 1]))
        let byLoss = 0.7 * crossEntropy(scores, labels) + 0.3 * crossEntropy(scores, others)
        let rows = Tensor.eye(4)
        let byLabel = crossEntropy(scores, 0.7 * rows.rows(labels.scalars) + 0.3 * rows.rows(others.scalars))
        show([byLoss.item, byLabel.item], "by mixed losses, and by mixed labels")
        show(
            abs(byLoss.item - byLabel.item) < 1e-5, "equal up to rounding",
            predict: .yesNo("Do mixed losses and mixed labels give the same number?", true))
    }

    func sharesOfMixup() {
        // How mixed are the images? With α = 1 all shares are equally likely. With 0.4, the default, about half of the
        // images are hardly mixed: they have less than a tenth of another one.
        var random = run.random
        let shares = [1, 0.4].map { alpha in (0..<4000).map { _ in drawnShare(alpha, using: &random) } }
        show(
            ChartGrid(
                zip(shares, ["α = 1", "α = 0.4"]).map { shares, name in
                    Chart(name, x: "share of the first image", y: "draws") { Histogram(shares, range: 0...1) }
                }, title: "With a small α, many mixtures are nearly pure"), "4,000 shares for each α")
        let pure = shares.map { shares in Float(shares.count { min($0, 1 - $0) < 0.1 }) / Float(shares.count) }
        record("mixup/hardly-mixed-with-1", pure[0])
        record("mixup/hardly-mixed-with-0.4", pure[1])
    }
}
