// # A training that fails
//
// Section 13.10 · After this page you can recognize a net that has learned nothing.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// We want to train fast. So take a high learning rate, 0.06, and see how far one epoch goes. `digitLearner` puts a
// learner together. Its optimizer is the one that the book's library takes if it is not told otherwise: Adam, which
// besides takes a hundredth of the learning rate off every weight in each step, but leaves biases and the numbers of
// norms as they are. (`decayingAdam` makes it; section 16.6 is about this *weight decay*.)
//
// `trained` trains several nets in the same way, from different random weights. They are watched by an
// `ActivationStats`, until there is one that shows what we want to see: a net that says the same to every image.
// (Watching takes time, so the nets after it go without.) How often does a net give its favourite answer? `favourite`
// is 1 if it gives no other, and `baseline` is what comes of all this:

/// The share of the images for which the net gives its most frequent answer.
public func favourite(_ net: Sequential, _ images: Tensor) -> Float {
    net.eval()
    let answers = noGrad { net(images).argmax(axis: 1) }
    return Float(answers.bincount().scalars.max() ?? 0) / Float(max(1, answers.count))
}

extension ConvolutionalNets {
    func digitLearner(
        _ net: Sequential, batchSize: Int, callbacks: [any Callback] = [], using random: inout SplitMix64
    ) throws -> DigitLearner {
        Learner(
            try digitBatches(batchSize, using: &random).loaders, net, loss: { crossEntropy($0, $1) },
            optimizer: { decayingAdam($0, learningRate: $1) }, metrics: [.accuracy], callbacks: callbacks)
    }

    /// Whether the net says the same to all of two thousand validation images.
    func hasCollapsed(_ learner: DigitLearner) throws -> Bool {
        favourite(learner.model as! Sequential, try validDigits.first(2000).0) == 1
    }

    /// Several trainings that differ in nothing but chance. (What the book's `fit` does, for several seeds.)
    /// - Parameters:
    ///   - isExample: nets are watched until it holds of one.
    ///   - withHistogram: whether those that are watched keep histograms, which takes time.
    func trained(
        _ seeds: Int, batchSize: Int, net: (inout SplitMix64) -> Sequential = { digitCNN(using: &$0) },
        until isExample: (DigitLearner) throws -> Bool = { _ in true }, withHistogram: Bool = true,
        fit: (DigitLearner) throws -> Void
    ) throws -> [DigitLearner] {
        var isWatching = true
        return try run.overSeeds(seeds) { random in
            let stats = isWatching ? [ActivationStats(withHistogram: withHistogram)] : []
            let learner = try digitLearner(net(&random), batchSize: batchSize, callbacks: stats, using: &random)
            try EpochReporting.silently { try fit(learner) }
            isWatching = try isWatching && !isExample(learner)
            return learner
        }
    }

    /// Batches of 64, a constant rate of 0.06, one epoch.
    var baseline: [DigitLearner] {
        get throws {
            try run.once {
                try trained(
                    run.size(quick: 2, usual: 5), batchSize: smallBatch, until: hasCollapsed, withHistogram: false
                ) {
                    try $0.fit(1, learningRate: 0.06)
                }
            }
        }
    }
}

extension [DigitLearner] {
    /// The statistics of the last one that was watched: the example.
    var example: ActivationStats { compactMap { $0.callback(ActivationStats.self) }.last! }
}

extension ConvolutionalNets {
    func aFailingRun() throws {
        let learners = try baseline
        let failed = try learners.count { try hasCollapsed($0) }
        show(
            learners.table(beside: TenDigitsInTheBook.baseline),
            "One epoch at a constant rate of 0.06, batches of \(smallBatch)",
            predict: .choice(
                "A net with the same scores for every image has learned nothing. How many of \(learners.count) end so?",
                ["none of them", "some of them", "all of them"],
                answer: failed == 0 ? "none of them" : failed == learners.count ? "all of them" : "some of them"))
        learners.recordFirstEpoch("baseline", beside: TenDigitsInTheBook.baseline, differs: try otherStart)
        show("\(failed) of \(learners.count)", "nets that say the same to every image")

        // Whether a start fails is chance: the same settings, other random weights. (`--seeds 20` shows how often it
        // happens.) A training that may fail like that is of no use, even if some starts are lucky.
        //
        // The book's net has an accuracy of 0.1135 and a loss of about 2.306. Both numbers tell what has happened:
        // 0.1135 is the share of ones among MNIST's test images. And the loss? The cross-entropy of an image is
        // −ln p, where p is the probability of the right digit. The book's loss is next to that of somebody who gives
        // all ten digits the same probability. So that net gives the same scores to every image.
        show(try majorityShare, "right answers of a net that always says the most frequent digit of this data")
        show(
            fixed(log(10.0), 4), "ln 10",
            predict: .number(
                "Ten digits, each with a probability of 0.1, whatever the image: what is the cross-entropy?",
                log(10.0)))
        // #hide
        if failed < learners.count {
            show("(Not every start fails. The next page has the pictures of the first that does, if there is one.)")
        }
    }
}
