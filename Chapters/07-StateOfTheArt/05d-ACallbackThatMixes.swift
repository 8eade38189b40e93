// # A callback that mixes
//
// Section 7.5 · After this page you can put Mixup into a training without touching its loop, and need no one-hot rows
// for it.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// Nothing of the training loop has to be rewritten for Mixup. A *callback* is told before and after everything that the
// loop does, and may change it: so far, schedules of learning rates came in that way. (The book keeps callbacks for its
// chapter 16.) This one needs two moments. Before a batch of training, it mixes the pictures; after the loss, it puts
// another one in its place. Which one? It would be the cross-entropy with mixed targets, -Σ target · ln p. But that is
// a sum in which each target is a factor, and so it is
//
// λ · loss(label₁) + (1 − λ) · loss(label₂)
//
// The labels can stay numbers. For a thousand classes, that saves a thousand numbers for each photo. `SimpleMixup`
// draws a share for each photo, not one for the batch. (In the book: `cbs=MixUp()`, given to the `Learner`. The
// engine's `Mixup` does the same, and it is what the trainings of the next pages use.)

/// Mixes each training batch with itself in another order. (The book's `MixUp`.)
public final class SimpleMixup: Callback {
    private let alpha: Double
    private var random: SplitMix64
    /// How much of each photo is left in the mixture.
    public private(set) var shares: [Float] = []
    /// The place of the photo that each is mixed with.
    public private(set) var partners: [Int] = []

    public init(alpha: Double = 0.4, using random: inout SplitMix64) {
        (self.alpha, self.random) = (alpha, SplitMix64(seed: random.next()))
    }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .batch, learner.isTraining, let x = learner.inputs as? Tensor else { return }
        partners = random.permutation(x.shape[0])
        shares = partners.map { _ in
            let share = Float(betaDraw(alpha, using: &random))
            return max(share, 1 - share)
        }
        let λ = Tensor(shares).reshaped(shares.count, 1, 1, 1)
        // Whatever the learner's kind of input is, this one is a tensor.
        learner.inputs = (λ * x + (1 - λ) * x.rows(partners)) as? Input
    }

    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .loss, learner.isTraining, let labels = learner.targets as? IntTensor else { return }
        let λ = Tensor(shares)
        let first = crossEntropy(learner.predictions, labels, reduction: .none)
        let second = crossEntropy(learner.predictions, labels.rows(partners), reduction: .none)
        learner.batchLoss = (λ * first + (1 - λ) * second).mean()
    }
}

extension StateOfTheArt {
    func twoFormsOfTheLoss() {
        // Mixed targets or mixed losses: is it the same? Random scores of six photos, labels, other labels, and shares:
        var random = run.random
        let scores = Tensor.randn(6, 10, using: &random) * 2
        let (labels, others) = (IntTensor([3, 1, 4, 1, 5, 9]), IntTensor([2, 6, 5, 3, 5, 8]))
        let λ = Tensor([0.9, 0.5, 0.7, 0.6, 0.8, 1])
        let rows = Tensor.eye(10)
        let targets = λ.unsqueezed(1) * rows.rows(labels.scalars) + (1 - λ).unsqueezed(1) * rows.rows(others.scalars)
        let byTargets = crossEntropy(scores, targets)
        let byLosses =
            (λ * crossEntropy(scores, labels, reduction: .none)
            + (1 - λ) * crossEntropy(scores, others, reduction: .none)).mean()
        show([byTargets.item, byLosses.item], "by mixed targets, and by mixed losses")
        show(
            abs(byTargets.item - byLosses.item) < 1e-5, "the same up to rounding",
            predict: .yesNo("Do mixed targets and mixed losses give the same number?", true))
    }

    func whatTheNetSees() throws {
        // The callback at work, caught after it has mixed a batch:
        var random = run.random
        let mixup = SimpleMixup(alpha: 1, using: &random)
        let seen = BatchWitness(mixup)
        let learner = try newLearner(
            baseline, of: try datasets(of: try somePhotos(train: 64, valid: 16), classes: try parts.target.vocabulary),
            callbacks: [mixup, seen],
            using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(1, 1e-3) }
        let names = try parts.target.vocabulary.classes
        let places = 0..<min(6, seen.labels.count)
        show(
            ImageGrid(
                Array(learner.data.rasters(seen.training![places])),
                titles: places.map { place in
                    let (share, other) = (seen.shares[place], seen.labels[seen.partners[place]])
                    return "\(fixed(share, 2)) \(names[seen.labels[place]]), \(fixed(1 - share, 2)) \(names[other])"
                }, columns: 3, cellSize: 260),
            "Six photos of a batch, as the net sees them")

        // In validation nothing is mixed: what is judged is how well the net knows real photos.
        let plain = try learner.data.oneBatch(.valid)
        show(
            seen.validation!.scalars == plain.0.scalars, "the validation batch is as it was",
            ask: "Does the net see the photos of the validation set as they are?")
    }

    func theLowestLoss() throws {
        // How small can the loss get? For a mixture of 0.7 and 0.3 no answer is better than saying just that, 0.7 and
        // 0.3, and the loss of this best answer is -0.7 ln 0.7 - 0.3 ln 0.3. Its name is the *entropy* of the target.
        func entropy(_ share: Double) -> Double {
            [share, 1 - share].reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
        }
        show(fixed(entropy(0.7), 4), "the loss of the best answer to 0.7 and 0.3")
        show(
            fixed(entropy(0.5), 4), "to a half and a half",
            predict: .number(
                "ln 2 is 0.693. What is the loss of the best answer to a half and a half?", entropy(0.5)))
        var random = run.random
        let shares = (0..<run.size(quick: 1000, usual: 10_000)).map { _ in betaDraw(0.4, using: &random) }
        let lowest = shares.map(entropy).reduce(0, +) / Double(shares.count)
        record("mixup/lowest-loss", lowest)

        // That is the mean over shares from Beta(0.4, 0.4), for photos of different classes. A net that knows
        // everything has this training loss, and one without Mixup has 0. So never compare the training losses of the
        // two. The validation losses can be compared, and so can all metrics.
    }
}

// MARK: Helpers

/// Keeps a training batch and a validation batch as the net gets them.
private final class BatchWitness: Callback {
    let order = 10
    private let mixup: SimpleMixup
    private(set) var training: Tensor?, validation: Tensor?
    private(set) var (labels, partners, shares): ([Int], [Int], [Float]) = ([], [], [])

    init(_ mixup: SimpleMixup) { self.mixup = mixup }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .predict, let x = learner.inputs as? Tensor else { return }
        if !learner.isTraining { validation = validation ?? x }
        if learner.isTraining, training == nil, let y = learner.targets as? IntTensor {
            (training, labels, partners, shares) = (x, y.scalars, mixup.partners, mixup.shares)
        }
    }
}
