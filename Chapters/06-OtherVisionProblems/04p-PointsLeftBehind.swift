// # If the points stay behind
//
// Section 6.4 · After this page you know what it costs when a picture is moved and its label is not.

import Common
import Datasets
import Figures
import Notebook
import Tensors
import Training
import Vision

// Question 6.17 of the book asks what has to be done so that points are augmented along with the picture. The answer is
// a word: `PointBlock`. What if one forgets it? Say that the targets are two numbers like any other
// (`RegressionBlock`), and nobody knows that they are a place. Frames are mirrored and turned, and the numbers stay.
// Beside it the usual advice for libraries that move no labels: numbers, and nothing that moves a picture. Only its
// light is changed, which no place minds.

extension OtherVisionProblems {
    func labelsThatStay() throws {
        let (frames, count) = (try headFrames, run.size(quick: 1, usual: 3))
        let (stay, still) = (try numberLearners(moves: true, count), try numberLearners(moves: false, count))
        let move = try headErrors(stay.count)
        let errors = [move, stay.map(lastError), still.map(lastError)]
        var table = TextTable(["targets", "pictures", "error, % of the width"], decimals: 2)
        table.add("points, which move along", "mirrored, turned, zoomed", Spread(errors[0]))
        table.add("numbers, which stay", "mirrored, turned, zoomed", Spread(errors[1]))
        table.add("numbers", "not moved", Spread(errors[2]))
        table.add("always the mean", "", percentOfWidth(try headBlock.datasets(of: frames).errorOfTheMean))
        let names = ["points that move along", "numbers that stay", "numbers, and nothing moves"]
        show(
            table, "\(headsName): what labels do while pictures move, \(counted(stay.count, "seed"))",
            predict: .choice(
                "Half of the frames are mirrored. Which net is the farthest from the heads?", names,
                answer: names[errors.indices.max { Spread(errors[$0]).mean < Spread(errors[$1]).mean }!]))
        record("left-behind/error-with-points", over: errors[0])
        record("left-behind/error-with-numbers", over: errors[1])
        record("left-behind/error-without-moves", over: errors[2])
        show(
            "\(zip(errors[1], move).count { $1 < $0 }) of \(move.count)", "seeds for which points that move are better")

        // What does a net learn from labels that stay while the picture is mirrored? For a head at x there are two
        // answers, x and -x, equally often, and the squared error is least in the middle. Does it say 0 for all?
        let net = stay[0]
        let (known, new) = (try net.getPreds(.train), try net.getPreds(.valid))
        show(
            Chart(
                "Mirrored pictures, labels that stay", x: "x of the label", y: "x that the net says",
                xLimits: -1...1, yLimits: -1...1
            ) {
                Points(column(known.targets, 0), column(known.outputs, 0), "learned from", colour: .grey)
                Points(column(new.targets, 0), column(new.outputs, 0), "held back", colour: .vermilion)
                Line([-1, 1], [-1, 1], "right", colour: .blue)
            }, "What the net says for x, on \(headsName)")
        let points = try trainedHead
        let (knownPoints, newPoints) = (try points.getPreds(.train), try points.getPreds(.valid))
        let zeros = [known, new].map { percentOfWidth($0.targets[0..., 0].squared().mean().item) }
        var errorsInX = TextTable(
            ["frames", "numbers, which stay", "points, which move along", "always 0"], decimals: 2)
        errorsInX.add("learned from", misses(known), misses(knownPoints), zeros[0])
        errorsInX.add("held back", misses(new), misses(newPoints), zeros[1])
        show(errorsInX, "Error in x, % of the width, of one net each")
        record("left-behind/error-in-x-learned-from", misses(known))
        record("left-behind/error-in-x-held-back", misses(new))
        let shares = [misses(known) / zeros[0], misses(new) / zeros[1]]
        show(
            shares[0] < 0.5
                ? "It does not, on frames that were learned from: its errors are \(fixed(shares[0], 2)) of those of always 0."
                : "It nearly does: on frames that were learned from its errors are \(fixed(shares[0], 2)) of those of always 0."
        )

        // There is a way around the two answers. Each recording has a wall, a light and a seat of its own. Whoever
        // recognizes the wall, in the mirror or not, can guess where the person usually sits. That is learned by heart,
        // and worth less in a room that is new:
        show(
            "\(fixed(shares[0], 2)) and \(fixed(shares[1], 2))",
            "errors as a share of those of always 0: frames learned from, and held back")
    }
}

// MARK: Helpers

/// The root of the mean squared error in x, in percent of the width.
private func misses<Target>(_ found: Predictions<Target>) -> Double where Target.Label.Batch == Tensor {
    percentOfWidth((found.outputs[0..., 0] - found.targets.flattened(from: 1)[0..., 0]).squared().mean().item)
}

private func lastError(_ learner: VisionLearner<RegressionBlock>) -> Double {
    percentOfWidth(learner.learner.recorder.rows.last!.validLoss)
}

private func column(_ numbers: Tensor, _ place: Int) -> [Float] { numbers[0..., place].scalars }

extension OtherVisionProblems {
    /// The plan of frames with two numbers of which nobody knows that they are a place.
    private func numberBlock(moves: Bool) throws -> DataBlock<HeadFrame, RegressionBlock> {
        DataBlock(
            target: RegressionBlock(2), items: { _ in [] }, splitter: try headBlock.splitter, getX: { $0.picture },
            getY: { $0.label.scaled.scalars }, item: Resize(try headSize, .squish),
            batch: try moves
                ? headChanges() : augmentations(flip: false, degrees: 0, zoom: 1, lighting: 0.6, warp: 0))
    }

    /// Nets that have learned from it.
    private func numberLearners(moves: Bool, _ count: Int) throws -> [VisionLearner<RegressionBlock>] {
        try run.overSeedsAtOnce(count) { random in
            let data = try numberBlock(moves: moves).loaders(of: headFrames, batchSize: headBatch, using: &random)
            let learner = VisionLearner(data, body: try headBody.body(), head: headPlan, using: &random)
            learner.unfreeze()
            try EpochReporting.silently { try learner.fitOneCycle(headEpochs, LearningRates(headRate)) }
            return learner
        }
    }
}
