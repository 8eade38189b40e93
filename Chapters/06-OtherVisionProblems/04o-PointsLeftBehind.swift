// # If the points stay behind
//
// Section 6.4, question 6.17 · After this page you know what it costs when a picture is moved and its label is not.

import Common
import Datasets
import Figures
import Notebook
import Tensors
import Training
import Vision

// Question 6.17 of the book asks what has to be done so that points are augmented along with the picture. The answer is
// a word:
// `PointBlock`. What if one forgets it? Say that the targets are two numbers like any other (`RegressionBlock`), and nobody
// knows that they are a place. Frames are mirrored and turned, and the numbers stay. Beside it the usual advice for
// libraries that move no labels: numbers, and no augmentation at all.

extension OtherVisionProblems {
    func labelsThatStay() throws {
        let frames = try headFrames
        let (count, points) = (run.size(quick: 1, usual: 3), try headBlock)
        func errors(_ isAugmented: Bool) throws -> [Double] {
            try run.overSeedsAtOnce(count) { random in
                let data = try numbersOfHeads(isAugmented).loaders(of: frames, batchSize: headBatch, using: &random)
                let learner = VisionLearner(
                    data, body: try headBody.body(), head: headPlan, using: &random)
                learner.unfreeze()
                try EpochReporting.silently { try learner.fitOneCycle(headEpochs, LearningRates(headRate)) }
                return percent(learner.learner.recorder.rows.last!.validLoss)
            }
        }
        let (stay, still) = (try errors(true), try errors(false))
        let move = try headCurves.prefix(count).map { $0.last! }
        var table = TextTable(["targets", "pictures", "error, % of the width"], decimals: 2)
        table.add("points, which move along", "mirrored, turned, zoomed", Spread(move))
        table.add("numbers, which stay", "mirrored, turned, zoomed", Spread(stay))
        table.add("numbers", "as they are", Spread(still))
        table.add("always the mean", "", percent(try points.datasets(of: frames).baseline))
        show(
            table, "\(headsName): what labels do while pictures move",
            predict: .choice(
                "Half of the frames are mirrored, their labels are not. Against labels that move along, the error is …",
                ["about the same", "more than twice as large"],
                answer: Spread(stay).mean > 2 * Spread(move).mean ? "more than twice as large" : "about the same"))
        record("left-behind/error-with-points", over: move)
        record("left-behind/error-with-numbers", over: stay)
        record("left-behind/error-without-augmentation", over: still)

        // What does a net learn from labels that are mirrored half of the time, and half of the time not? For a head at
        // x there are two answers, x and -x, and the squared error is least in the middle: 0. But there is a way around
        // it. By the wall and the clothes the net can tell which recording it is, in the mirror as well, and where
        // the person of that recording usually sits. That is learned by heart, and of no use for somebody new. Watch
        // both, frames that were learned from, and those of the held-back recording, as they are:
        var random = run.random
        let data = try numbersOfHeads(true).loaders(of: frames, batchSize: headBatch, using: &random)
        let learner = VisionLearner(data, body: try headBody.body(), head: headPlan, using: &random)
        learner.unfreeze()
        try EpochReporting.silently { try learner.fitOneCycle(headEpochs, LearningRates(headRate)) }
        let (known, new) = (try learner.getPreds(.train), try learner.getPreds(.valid))
        func column(_ numbers: Tensor) -> [Float] { numbers[0..., 0].scalars }
        show(
            Chart(
                "Mirrored pictures, labels that stay", x: "x of the label", y: "x that the net says",
                xLimits: -1...1, yLimits: -1...1
            ) {
                Points(column(known.targets), column(known.outputs), "learned from", colour: .grey)
                Points(column(new.targets), column(new.outputs), "held back", colour: .vermilion)
                Line([-1, 1], [-1, 1], "right", colour: .blue)
            }, "What the net says for x, on \(headsName)")
        let y = (new.outputs[0..., 1] - new.targets[0..., 1]).squared().mean().item
        let x = (new.outputs[0..., 0] - new.targets[0..., 0]).squared().mean().item
        show(
            [percent(x), percent(y)],
            "errors in x and in y of the held-back recording, % of the width and of the height")
    }
}

// MARK: Helpers

extension OtherVisionProblems {
    /// The plan of frames with two numbers of which nobody knows that they are a place.
    private func numbersOfHeads(_ isAugmented: Bool) throws -> DataBlock<HeadFrame, RegressionBlock> {
        let size = try headSize
        return DataBlock(
            target: RegressionBlock(2), items: { _ in [] }, splitter: try headBlock.splitter, getX: { $0.picture },
            getY: { $0.label.scaled.scalars }, item: Resize(size, .squish),
            batch: isAugmented ? augmentations(size: size) : [])
    }
}
