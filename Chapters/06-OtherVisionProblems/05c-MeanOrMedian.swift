// # Mean or median?
//
// Section 6.5 · After this page you can choose a loss for quantities by what its best answer is.

import Common
import Datasets
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// There are several losses for quantities. The squared error is one, the absolute error another. Which is right depends
// on what you want when there is no certain answer.

extension OtherVisionProblems {
    func meanOrMedian() {
        // Say that nine of ten people who label a picture put the point at 0.10, and one by mistake at 0.90. A net that
        // gives one number for it gives the one with the least loss. Try them all:
        let labels = Tensor([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.9])
        let tried = (0...100).map { Float($0) / 100 }
        let squared = tried.map { (labels - $0).squared().mean().item }
        let absolute = tried.map { (labels - $0).abs().mean().item }
        show(
            Chart("The best answer to ten labels", x: "answer", y: "loss") {
                Line(tried, squared, "squared error", colour: .blue)
                Line(tried, absolute, "absolute error", colour: .vermilion)
                Rule(x: 0.18, "the mean, 0.18", colour: .blue)
                Rule(x: 0.1, "the median, 0.1", colour: .vermilion)
            }, "Nine labels at 0.1, and one at 0.9")
        let best = (
            tried[squared.indices.min { squared[$0] < squared[$1] }!],
            tried[absolute.indices.min { absolute[$0] < absolute[$1] }!]
        )
        record(
            "loss/best-answer-to-squares", best.0,
            predict: .number(
                "Nine labels are 0.1, one is 0.9. Which answer has the least squared error?", 0.18,
                within: .plusMinus(0.02)))
        record("loss/best-answer-to-absolute-errors", best.1)

        // The squared error wants the mean, which no label has. The absolute one wants the median, and does not care
        // how wrong the one is. If errors in the labels are rare and wild, that is worth a lot. If they are many and
        // small, the mean is the better guess.
    }

    func wildLabels() throws {
        // With a net, and three labels in ten of the training set anywhere in the picture. The judges' labels are
        // right. (Every second frame is enough to learn from here.) `errorsWith` trains with a loss:
        func errorsWith(_ loss: @escaping @Sendable (Tensor, Tensor) -> Tensor) throws -> [Double] {
            try run.overSeedsAtOnce(run.size(quick: 1, usual: 3)) { random in
                let (block, places) = try wildFrames
                let data = try block.loaders(of: places, batchSize: headBatch / 2, using: &random)
                let learner = VisionLearner(
                    data, body: try headBody.body(), head: headPlan, loss: loss,
                    using: &random)
                learner.unfreeze()
                try EpochReporting.silently { try learner.fitOneCycle(headEpochs, LearningRates(headRate)) }
                let found = try learner.getPreds()
                return percentOfWidth(flattenedMSE(found.outputs, found.targets).item)
            }
        }
        let (squared, absolute) = (
            try errorsWith { flattenedMSE($0, $1) }, try errorsWith { l1Loss($0, $1.flattened(from: 1)) }
        )
        var table = TextTable(["loss in training", "error, % of the width"], decimals: 2)
        table.add("squared", Spread(squared))
        table.add("absolute", Spread(absolute))
        show(table, "\(headsName): three labels in ten are wrong, \(counted(squared.count, "seed"))")
        record("loss/error-with-squares", over: squared)
        record("loss/error-with-absolute-errors", over: absolute)
        show(
            "\(zip(squared, absolute).count { $1 < $0 }) of \(squared.count)",
            "seeds for which the absolute error learns better")
        show(
            Spread(absolute).mean < Spread(squared).mean
                ? "As with the ten labels: the absolute error cares less about labels that are far off."
                : "Here the absolute error does not help: wild labels on all sides have a mean that is not far from the middle."
        )

        // So much for other problems of vision. What was one net with one loss in chapter 5 is three with three; and
        // nothing keeps you from a fourth. Chapter 7 goes back to one class on each photo, and asks how far one can get
        // with it.
    }
}

// MARK: Helpers

extension OtherVisionProblems {
    /// Every second frame, and all that judge, by their places; three labels in ten of those to learn from are wrong.
    private var wildFrames: (block: DataBlock<Int, PointBlock>, places: [Int]) {
        get throws {
            let (frames, held) = (try headFrames, try judgedRecording)
            var random = SplitMix64(seed: 6)
            let wild = Set(random.permutation(frames.count).prefix(3 * frames.count / 10))
            let shares = (0..<frames.count).map { _ in (random.uniform(), random.uniform()) }
            let block = DataBlock<Int, PointBlock>(
                target: PointBlock(), items: { _ in [] }, splitter: .function { frames[$0].recording == held },
                getX: { frames[$0].picture },
                getY: { place in
                    let (label, size) = (frames[place].label, frames[place].size)
                    guard wild.contains(place), frames[place].recording != held else { return label }
                    let (x, y) = (shares[place].0 * Double(size.width), shares[place].1 * Double(size.height))
                    return KeyPoints([Point(x, y)], in: size)
                }, batch: try headChanges())
            return (block, frames.indices.filter { $0 % 2 == 0 || frames[$0].recording == held })
        }
    }
}
