// # What the body brings along
//
// Section 6.4 · After this page you know how much of the result was learned from other pictures, for another purpose.

import Common
import Datasets
import Figures
import Notebook
import Tensors
import Training
import Vision

// The pretrained body has learned to tell ten kinds of things apart in generated scenes, and *not* to care where they
// are. (The book's has learned a thousand kinds in photos.) Is it of any use for places? The same net with new numbers,
// in as many epochs, is the comparison. `curve` gives the errors of one of them after each epoch, for several seeds,
// and `means` the mean over the seeds:

extension OtherVisionProblems {
    func pretrainedOrNew() throws {
        let (block, pretrained, count) = (try headBlock, try headBody, run.size(quick: 1, usual: 3))
        func curve(isNew: Bool) throws -> [[Double]] {
            try run.overSeedsAtOnce(count) { random in
                let body = try isNew ? headBody.untrained(using: &random) : headBody.body()
                let learner = try headLearner(body: body, using: &random)
                try EpochReporting.silently { try learner.fitOneCycle(headEpochs, LearningRates(headRate)) }
                return learner.learner.recorder.rows.map { percentOfWidth($0.validLoss) }
            }
        }
        let new = try curve(isNew: true)
        let known = try Array(headCurves.prefix(new.count))
        func means(_ curves: [[Double]]) -> [Double] {
            curves[0].indices.map { epoch in Spread(curves.map { $0[epoch] }).mean }
        }
        let epochs = Array(1...known[0].count)
        show(
            Chart("Pretrained and new", x: "epoch", y: "error, % of the width") {
                Line(epochs, means(known), "pretrained", colour: .blue)
                Line(epochs, means(new), "new", colour: .vermilion)
                Points(epochs, means(known), colour: .blue)
                Points(epochs, means(new), colour: .vermilion)
            },
            "\(pretrained.title), and the same net with new numbers; means of \(counted(new.count, "seed")), \(headsName)"
        )
        let (a, b) = (known.map { $0.last! }, new.map { $0.last! })
        var table = TextTable(["body", "error, % of the width"], decimals: 2)
        table.add(pretrained.title, Spread(a))
        table.add("the same, new", Spread(b))
        table.add("always the mean", percentOfWidth(try block.datasets(of: try headFrames).errorOfTheMean))
        show(
            table, "After \(counted(headEpochs, "epoch")), on \(headsName)",
            predict: .choice(
                "Which of the two is nearer to the heads?", ["pretrained", "new"],
                answer: Spread(a).mean <= Spread(b).mean ? "pretrained" : "new"))
        record("transfer/error-pretrained", over: a)
        record("transfer/error-new", over: b)
        let wins = zip(a, b).count { $0 < $1 }
        show("\(wins) of \(a.count)", "seeds for which the pretrained one is better")

        // The book takes it as a wonder, and says so: a net that was made to classify photos learns in minutes to point
        // at heads. Edges, corners, and the roundness of things are worth knowing for any purpose.
        show(
            wins == a.count
                ? "Here, too, what the body knows is of use, though it comes from generated scenes of ten kinds of things."
                : wins == 0
                    ? "Here it is of no use: ten kinds of things in generated scenes are not a thousand in photos."
                    : "Here the seeds do not agree, so they do not settle it.")
    }

    func withFewFrames() throws {
        // How much is that worth where there is little to learn from? With a tenth of the frames, in twelve epochs;
        // `errors` are those of either body:
        let frames = try headFrames, held = try judgedRecording
        let few = frames.enumerated().filter { $0.element.recording == held || $0.offset % 10 == 0 }.map(\.element)
        let count = run.size(quick: 1, usual: 3)
        func errors(isNew: Bool) throws -> [Double] {
            try run.overSeedsAtOnce(count) { random in
                let body = try isNew ? headBody.untrained(using: &random) : headBody.body()
                let learner = try headLearner(body: body, of: few, using: &random)
                let epochs = run.size(quick: 1, usual: 12)
                try EpochReporting.silently { try learner.fitOneCycle(epochs, LearningRates(headRate)) }
                return percentOfWidth(learner.learner.recorder.rows.last!.validLoss)
            }
        }
        let (a, b) = (try errors(isNew: false), try errors(isNew: true))
        var table = TextTable(["body", "error, % of the width"], decimals: 2)
        table.add("pretrained", Spread(a))
        table.add("new", Spread(b))
        let learned = few.count { $0.recording != held }
        show(table, "With \(learned) frames to learn from, of \(headsName), \(counted(a.count, "seed"))")
        record("transfer/few-frames-pretrained", over: a)
        record("transfer/few-frames-new", over: b)
        let wins = zip(a, b).count { $0 < $1 }
        show("\(wins) of \(a.count)", "seeds for which the pretrained one is better")
        show(
            wins == a.count
                ? "With few frames the pretrained body is nearer, with every seed."
                : wins == 0
                    ? "With so few frames the pretrained body is no nearer: few rooms are too few for either."
                    : "With few frames the seeds do not agree, so they do not settle it.")
    }
}
