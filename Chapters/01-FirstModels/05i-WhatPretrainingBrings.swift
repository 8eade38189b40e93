// # What a net knows before it begins
//
// Section 1.5 · After this page you know what pretrained, transfer learning and head mean, and what they bring.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// The net of section 1.3 was *pretrained*: it had learned from other pictures before. The book's had seen ImageNet,
// 1.3 million photos of a thousand kinds of things. It could name neither cat nor dog as we want it, but it knew edges,
// fur and eyes. Its last layer, made for the old task, is cut off; the rest is called the *body*. In its place comes a
// new end with an output for each of our classes, the *head*, which knows nothing yet. To use what was learned for one
// task in another is *transfer learning*.

extension FirstModels {
    func bodyAndHead() throws {
        let net = try trained.net
        // How many numbers are there in each?
        func count(_ parameters: [Parameter]) -> Int { parameters.reduce(0) { $0 + $1.count } }
        let (body, head) = (count(net.body.parameters), count(net.head.parameters))
        show(
            FlowChart(
                ["photo", "body: \(body) numbers, learned before", "head: \(head) numbers, new", "cat or dog"]),
            "Body and head of the model (\(try pretrained.title))")
        record("head/share-of-all-parameters", Double(head) / Double(body + head))
    }

    // What would it be without? To find out, whole nets have to be trained several times. So the photos are those small
    // ones again, and `smallLearner` makes a learner of them.

    /// A learner of small photos.
    func smallLearner(_ body: Body, using random: inout SplitMix64) throws -> VisionLearner<CategoryBlock> {
        let photos = try smallPhotos
        let plan = DataBlock<Int, CategoryBlock>(
            target: CategoryBlock(Vocabulary(["cat", "dog"])), items: { _ in [] }, splitter: .random(seed: 42),
            getX: { photos[$0].photo }, getY: { photos[$0].label }, item: Resize(Size2D(smallSize)))
        let data = try plan.loaders(of: Array(photos.indices), batchSize: run.size(quick: 8, usual: 16), using: &random)
        return try petLearner(data, body: body, using: &random)
    }

    func pretrainedOrNot() throws {
        // The same layers begin with random numbers, and everything learns from the first step, for as many epochs:
        let epochs = try run.size(quick: 2, usual: pretrained.isLarge ? 2 : 4, full: 20)
        // One training, and its error rate after each epoch:
        func errors(_ body: Body, _ random: inout SplitMix64, frozen: Bool) throws -> [Double] {
            let learner = try smallLearner(body, using: &random)
            if frozen { learner.freeze() } else { learner.unfreeze() }
            try EpochReporting.silently { try learner.fitOneCycle(epochs, 5e-3) }
            return learner.learner.recorder["error_rate"].map(Double.init)
        }
        let seeds = run.size(quick: 1, usual: 3, full: 5)
        let scratch = try run.overSeeds(seeds) { random in
            try errors(try pretrained.untrained(using: &random), &random, frozen: false)
        }
        let transferred = try run.overSeeds(seeds) { random in
            try errors(try pretrained.body(), &random, frozen: true)
        }
        // The average of all starts:
        func average(_ curves: [[Double]]) -> [Double] {
            (0..<epochs).map { epoch in curves.reduce(0) { $0 + $1[epoch] } / Double(curves.count) }
        }
        let labels = try smallPhotos.map(\.label)
        show(
            Chart("With and without what was learned before", x: "epoch", y: "error rate", yLimits: 0...1) {
                Line(1...epochs, average(scratch), "random numbers, everything learns", colour: .grey)
                Line(1...epochs, average(transferred), "pretrained, only the head learns", colour: .vermilion)
                Rule(y: 1 - shareOfMostFrequent(labels), "always the more frequent kind")
            },
            "\(labels.count) photos of \(smallSize) × \(smallSize) pixels (\(dataName)); "
                + "the mean of \(counted(seeds, "start"))",
            predict: .choice(
                "Which one errs less after these epochs?", ["random numbers", "pretrained"],
                answer: average(transferred).last! <= average(scratch).last! ? "pretrained" : "random numbers"))
        record("pretraining/error-with-it", over: transferred.map { $0.last! })
        record("pretraining/error-without", over: scratch.map { $0.last! })

        let (with, without) = (average(transferred).last!, average(scratch).last!)
        show(
            with < without - 0.05
                ? "Of a hundred photos, what was learned before saves \(Int((100 * (without - with)).rounded())) errors."
                : "Here it saves \(with < without ? "hardly anything" : "nothing") in the end: a few thousand generated scenes have little to teach about these."
        )
        // So it depends on what was learned before, and how much of it is of use for the new task. Nearly all that a
        // net has learned from a million photos is of use for photos of any kind: one needs fewer of one's own, less
        // time and less money. That is why so much of what people do with deep learning begins this way, and why it is
        // a pity that there are few pretrained nets for medical pictures, say.
    }
}
