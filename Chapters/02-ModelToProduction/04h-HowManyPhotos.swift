// # No need for big data
//
// Section 2.4 · After this page you can answer the question "how many photos do I need?" with a curve.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// Deep learning needs big data: so many people say, and so many projects end before they have begun. The book says that
// its bears end up without a single error in most cases, once the photos are clean, and often with far fewer than 150
// of a kind. Where does that come from? Not from these photos. The body has seen more than a million others before.
//
// So there are two curves to draw. Both have the number of photos of each kind from left to right, and the errors on
// photos that are always the same ones. One belongs to a linear head on a pretrained body. The other belongs to a net
// that knows nothing to begin with, and learns everything from these photos. For each number, other photos are drawn
// with each seed. `SmallData` keeps what came out:

/// Error rates by how many photos of each kind were learned from.
struct SmallData {
    let counts: [Int]
    /// By count, one number for each seed.
    let pretrained: [[Double]], scratch: [[Double]]
}

extension ModelToProduction {
    func fewPhotos() throws {
        let result = try smallData
        var table = TextTable(["photos of each kind", "pretrained", "from scratch"], decimals: 3)
        for (place, count) in result.counts.enumerated() {
            table.add(count, Spread(result.pretrained[place]), Spread(result.scratch[place]))
        }
        table.add("always the most frequent kind", try majorityError, try majorityError)
        let baseline = try majorityError
        let (first, last) = (Spread(result.pretrained[0]).mean, Spread(result.scratch.last!).mean)
        show(
            table, "Error rates, \(dataName), \(try body.title): mean and deviation over seeds",
            predict: .choice(
                "Which has fewer errors: pretrained with \(result.counts[0]) photos of each kind, or from scratch with "
                    + "\(result.counts.last!)?",
                ["pretrained with few", "from scratch with all"],
                answer: first <= last ? "pretrained with few" : "from scratch with all"))
        show(
            Chart("Errors by number of photos", x: "photos of each kind", y: "error rate", xScale: .logarithmic) {
                Line(result.counts, result.pretrained.map { Spread($0).mean }, "pretrained", colour: .blue)
                Points(result.counts, result.pretrained.map { Spread($0).mean }, colour: .blue)
                Line(result.counts, result.scratch.map { Spread($0).mean }, "from scratch", colour: .orange)
                Points(result.counts, result.scratch.map { Spread($0).mean }, colour: .orange)
                Rule(y: baseline, "always the most frequent kind")
            }, "How many photos are enough, \(dataName)")
        // #hide
        if try !body.isLarge {
            show(
                "(Here the body is small, and it has learned from generated scenes alone. What it knows is worth something as "
                    + "long as there are few photos. ImageNet's weights are worth much more.)")
        }
        for (place, count) in result.counts.enumerated() {
            record("small-data/pretrained-with-\(count)", over: result.pretrained[place])
        }
        record("small-data/from-scratch-with-\(result.counts.last!)", over: result.scratch.last!)

        // Draw such a curve for your own project as soon as you have some photos. Where it still falls at its right
        // end, more photos will help. Where it is flat, they will not, and something else is the matter.
    }
}

// MARK: Helpers

extension ModelToProduction {
    private var smallData: SmallData {
        get throws {
            try run.once {
                let all = try bearFeatures
                // A kind with a single photo cannot be learned from one and judged by another.
                let sizes = all.classes.indices.map { kind in all.labels.count { $0 == kind } }
                let shown = sizes.indices.filter { sizes[$0] > 1 }
                let least = shown.map { sizes[$0] }.min()!
                // A third of each kind, and not more than 50, is there for validation.
                let held = max(1, min(50, least / 3))
                let steps = run.size(quick: [1, 2], usual: [5, 10, 25, 50, 100, 150])
                let counts = steps.filter { $0 < least - held } + [least - held]
                func drawn(_ random: inout SplitMix64) -> [[Int]] {
                    let order = random.permutation(all.labels.count)
                    return shown.map { kind in order.filter { all.labels[$0] == kind } }
                }
                func errors(_ seeds: Int, _ error: ([Int], [Int], inout SplitMix64) throws -> Double) throws
                    -> [[Double]]
                {
                    let bySeed = try run.overSeeds(seeds) { random in
                        let kinds = drawn(&random)
                        let test = kinds.flatMap { $0.prefix(held) }
                        return try counts.map { count in
                            try error(kinds.flatMap { $0.dropFirst(held).prefix(count) }, test, &random)
                        }
                    }
                    return counts.indices.map { place in bySeed.map { $0[place] } }
                }
                return SmallData(
                    counts: counts,
                    pretrained: try errors(run.size(quick: 2, usual: 5)) { train, test, random in
                        LinearHead(all.rows(train), steps: run.size(quick: 5, usual: 100), using: &random)
                            .errorRate(all.rows(test))
                    },
                    scratch: try errors(run.size(quick: 1, usual: 2, full: 5)) { train, test, random in
                        try errorFromScratch(train, test, using: &random)
                    })
            }
        }
    }

    /// The error rate of the small net, which knows nothing at first, after about the same number of steps for any
    /// number of photos.
    private func errorFromScratch(_ train: [Int], _ test: [Int], using random: inout SplitMix64) throws -> Double {
        let (photos, labels) = (try smallBears, try bearFeatures.labels)
        let block = DataBlock(
            target: CategoryBlock(), items: { _ in [] },
            splitter: .index(Array(train.count..<(train.count + test.count))),
            getX: { photos[$0] }, getY: { "\(labels[$0])" },
            batch: augmentations(size: 64, minScale: 0.7))
        let data = try block.loaders(of: train + test, batchSize: 16, using: &random)
        let learner = VisionLearner(
            data, body: Vision.smallBody(width: run.size(quick: 4, usual: 8, full: 16), using: &random),
            head: HeadPlan(hidden: [], dropout: 0.1), metrics: [.errorRate], using: &random)
        let batches = max(1, train.count / 16)
        try EpochReporting.silently {
            try learner.fitOneCycle(max(1, run.size(quick: 2, usual: 100, full: 600) / batches), 5e-3)
        }
        return Double(learner.learner.recorder["error_rate"].last!)
    }

    /// All photos, 80 × 80 pixels, in memory.
    private var smallBears: [Photo] {
        get throws {
            try run.once {
                var random = run.random
                let pipeline = PhotoPipeline(item: Resize(80))
                return try cleanBears.map { try pipeline.framed($0, isTraining: false, using: &random).photo }
            }
        }
    }
}
