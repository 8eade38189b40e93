// # A training that fails
//
// Section 13.10 · After this page you can recognize a net that has learned nothing, and see in its activations where it
// died.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// We want to train fast. So take a high learning rate, 0.06, and see how far one epoch goes. `digitLearner` puts a
// learner together, and `trained` trains several nets in the same way, from different random weights. They are watched
// by an `ActivationStats`, until there is one that shows what we want to see: a net that says the same to every image.
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
        let images = try validDigits.inputs[0..<min(2000, try validDigits.count)]
        return favourite(learner.model as! Sequential, images) == 1
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
        // 0.1135 is the share of ones among MNIST's test images, and the loss is next to ln 10, the loss of somebody
        // who gives all ten digits the same probability. So that net gives the same scores to every image.
        show(try majority, "right answers of a net that always says the most frequent digit of this data")
        show(
            log(10.0), "ln 10",
            ask: "Ten digits, each with a probability of 0.1, whatever the image: what is the cross-entropy?")
        // #hide
        if failed < learners.count {
            show("(Not every start fails. The pictures below are those of the first that does, if there is one.)")
        }
    }
}

// Where did it go wrong? `plotLayerStats` draws what was kept of one layer, batch by batch: mean, standard deviation,
// and the share near zero. `entries` finds the layer: negative numbers count from the end, so that -2 is the last layer
// but one:

extension ActivationStats {
    /// The entries of a layer; -1 is the last one.
    public func entries(of layer: Int) -> [Entry] { layers[layer < 0 ? layers.count + layer : layer] }

    /// Mean, deviation and share near zero of a layer against the batch number. (The book's `plot_layer_stats`.)
    public func plotLayerStats(_ layer: Int, _ title: String = "") -> ChartGrid {
        let entries = entries(of: layer)
        return ChartGrid(
            [
                Chart("Mean", x: "batch", y: "mean") { Line(entries.map(\.mean)) },
                Chart("Standard deviation", x: "batch", y: "deviation") {
                    Line(entries.map(\.deviation), colour: .orange)
                },
                Chart("Near zero or below", x: "batch", y: "share", yLimits: 0...1) {
                    Line(entries.map(\.nearZero), colour: .green)
                },
            ], columns: 3, title: title, sharedYLimits: false)
    }
}

extension ConvolutionalNets {
    func whereItDied() throws {
        let stats = try baseline.example
        show(stats.plotLayerStats(0, "The first layer at a rate of 0.06"), "plotLayerStats(0)")
        show(stats.plotLayerStats(-2, "The last layer but one at a rate of 0.06"), "plotLayerStats(-2)")

        // In a training that goes well, these lines are smooth, and end nowhere near "all zero". Take the share near
        // zero at the end, from the first layer to the last but one:
        let shares = (0..<4).map { stats.entries(of: $0).last!.nearZero }
        show(
            Chart("Near zero after one epoch, layer by layer", x: "layer", y: "share", yLimits: 0...1.1) {
                Bars((1...4).map { "layer \($0)" }, shares)
            }, "The share of numbers that are 0.05 or less, in the last batch")

        // After the ReLU these numbers are 0, or next to it. A 0 does nothing: whatever weight it is multiplied by, 0 comes out, and
        // that weight gets no gradient either. A layer that gets zeros has less to make anything of, and so zeros beget
        // zeros. What is lost in one layer, no later layer brings back. If a whole layer is zero, the net gives its
        // biases, whatever the image, and the best it can do is to learn how frequent each digit is.
    }
}
