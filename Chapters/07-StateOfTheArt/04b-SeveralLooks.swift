// # Several looks
//
// Section 7.4 · After this page you can let several looks at a photo vote, by hand and with `tta`.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// The last page looked at three squares. Why only squares? In training, the net has seen photos turned a little,
// nearer, darker, mirrored. It can judge them in all of these forms. So make several variants of a photo, just as in
// training, let the net judge each, and take the mean. That is *test-time augmentation*, TTA. It needs no training and
// no new photos, only time.

// `looks` are the probabilities of all photos, from one pass without chance and from some with it. A pass with chance
// is an epoch through the validation set with the transforms of training, in order. In the vote, the plain look counts
// for a quarter and the mean of the others for the rest; the quarter is called β. Or each class gets the largest number
// that any look gives it (`strongest`).

/// β of the first look, and 1 - β of the mean of the others.
public func voted(_ looks: [Tensor], beta: Float = 0.25) -> Tensor {
    guard looks.count > 1 else { return looks[0] }
    return beta * looks[0] + (1 - beta) * .stack(Array(looks.dropFirst())).mean(axis: 0)
}

/// The largest number of all looks, for each photo and class.
public func strongest(_ looks: [Tensor]) -> Tensor { looks.dropFirst().reduce(looks[0]) { $0.maximum($1) } }

extension StateOfTheArt {
    func fiveLooksAtOnePhoto() throws {
        // Here is a photo of the validation set on which the first net of the baseline is of several minds. In front is
        // how it sees the photo without any chance, then four variants:
        let learner = try baselineLearners[0]
        let looks = try Self.looks(of: learner, count: 4, seed: run.seed)
        let names = try classes(of: learner)
        let place = mostDivided(looks)
        let pictures = try picturesOfLooks(of: learner, at: place, count: 4, seed: run.seed)
        let titles = looks.map { look in
            let (value, label) = look[place].max(axis: 0)
            return "\(names[label.item]), \(percent(value.item))"
        }
        let label = names[try parts.valid.labels[place]]
        show(
            ImageGrid(learner.data.rasters(pictures), titles: titles, columns: 5, cellSize: 170),
            "Five looks at a photo, and what the net says of each. It is labelled \(label)")
        let mean = voted(looks)
        show(
            "\(names[mean[place].argmax(axis: 0).item]), "
                + "\(percent(mean[place].max(axis: 0).values.item))",
            "what the five say together")
    }

    func byHandAndByTTA() throws {
        // The engine's `tta` does the same (as the book's `learn.tta()` does), and with the same seed it gives the same
        // numbers:
        let learner = try baselineLearners[0]
        let looks = try Self.looks(of: learner, count: 4, seed: run.seed)
        let engine = try learner.tta(n: 4, seed: run.seed)
        show((engine.outputs - voted(looks)).abs().max().item < 1e-6, "by hand, the same as `tta`")
        let strong = try learner.tta(n: 4, usesMax: true, seed: run.seed).outputs
        show((strong - strongest(looks)).abs().max().item < 1e-6, "and the same with the maximum")
        let none = try learner.tta(n: 0).outputs
        show(
            none.scalars == looks[0].scalars, "with n = 0, nothing but the plain prediction",
            ask: "Is `tta(n: 0)` the plain prediction?")

        // A mean of probabilities adds up to 1, a maximum does not. It does not have to, if all that is wanted is which
        // class is first.
        let sums = strong.sum(axis: 1)
        show(fixed(sums.max().item, 4), "the largest sum of a photo's maxima")
    }

    func sameLooksAgain() throws {
        // Chance again: who predicts twice wants the same answer twice. So the looks depend on a seed, and on a photo's
        // place in the set, and on nothing else, neither on the size of batches nor on the number of threads.
        let learner = try baselineLearners[0]
        let first = try learner.tta(n: 2, seed: 1).outputs
        let again = try learner.tta(n: 2, seed: 1).outputs
        let other = try learner.tta(n: 2, seed: 2).outputs
        show(again.scalars == first.scalars, "the same seed, the same numbers")
        let answers = [first, other].map { $0.argmax(axis: 1).scalars }
        record("tta/answers-that-another-seed-changes", zip(answers[0], answers[1]).count { $0 != $1 })
    }
}

// MARK: Helpers

extension StateOfTheArt {
    /// The probabilities of the validation photos, without chance and then `count` times with it.
    static func looks(of learner: VisionLearner<CategoryBlock>, count: Int, seed: UInt64) throws -> [Tensor] {
        var seeds = SplitMix64(seed: seed)
        let varied = (0..<count).map { _ in learner.getPreds(learner.data.varied(.valid, seed: seeds.next())).outputs }
        return [try learner.getPreds().outputs] + varied
    }

    private func classes(of learner: VisionLearner<CategoryBlock>) throws -> [String] {
        learner.data.target.vocabulary.classes
    }

    /// The photo about which the looks differ most: with the most answers, and then the closest vote.
    private func mostDivided(_ looks: [Tensor]) -> Int {
        let answers = looks.map { $0.argmax(axis: 1).scalars }
        let sureness = voted(looks).max(axis: 1).values.scalars
        return sureness.indices.max { a, b in
            let counts = [a, b].map { place in Set(answers.map { $0[place] }).count }
            return (counts[0], -sureness[a]) < (counts[1], -sureness[b])
        }!
    }

    /// A validation photo as the looks see it.
    private func picturesOfLooks(
        of learner: VisionLearner<CategoryBlock>, at place: Int, count: Int, seed: UInt64
    ) throws -> Tensor {
        var seeds = SplitMix64(seed: seed)
        let data = learner.data
        let loaders = [data.quiet(.valid)] + (0..<count).map { _ in data.varied(.valid, seed: seeds.next()) }
        let (batch, row) = (place / data.batchSize, place % data.batchSize)
        return .stack(loaders.map { loader in Array(loader)[batch].0[row] })
    }
}
