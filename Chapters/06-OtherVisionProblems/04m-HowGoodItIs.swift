// # Is it good, or was it lucky?
//
// Section 6.4 · After this page you can compare a net for regression with always saying the mean, and give the spread
// of its error over seeds and over people.

import Common
import Datasets
import Figures
import Notebook
import Tensors
import Training
import Vision

// One training is one throw of the dice. And one held-back person is one person: perhaps the one with the white hair
// before the white wall. So train several times, once with the same recording held back and other random numbers, once
// with the same random numbers and another recording each time. `errorOfHead` does one training, and gives the error as
// a share of the picture's width, in percent:

extension OtherVisionProblems {
    /// Trains a net, and gives the root of its mean squared error on what is held back, in percent of the width.
    func errorOfHead(
        _ block: DataBlock<HeadFrame, PointBlock>, of frames: [HeadFrame]? = nil, using random: inout SplitMix64
    ) throws -> Double {
        let learner = try headLearner(block, of: frames, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(headEpochs, LearningRates(headRate)) }
        return percentOfWidth(learner.learner.recorder.rows.last!.validLoss)
    }

    func sameRecordingOtherSeeds() throws {
        let (errors, held) = (try headCurves.map { $0.last! }, try judgedRecording)
        let baseline = percentOfWidth(try headBlock.datasets(of: try headFrames).errorOfTheMean)
        record("heads/error-over-seeds", over: errors)
        record("heads/error-of-always-the-mean", baseline)
        let net = Spread(errors).mean
        show(
            "\(fixed(net, 2)) % against \(fixed(baseline, 2)) %: the net's error is \(fixed(net / baseline, 2)) of that of the mean",
            "recording \(held) held back, \(counted(errors.count, "seed"))",
            predict: .choice(
                "Is the error of the net less than a third of that of always saying the mean?", ["yes", "no"],
                answer: net < baseline / 3 ? "yes" : "no"))
    }

    func otherPeopleHeldBack() throws {
        // Other people, each with the same seed. Some heads are easier than others:
        let held = try judgedRecording
        let others = try heads.recordings.filter { $0 != held }
        let count = min(others.count, run.size(quick: 1, usual: 2))
        let places = [held] + (0..<count).map { others[$0 * others.count / count] }
        let results = try places.enumerated().map { place, held -> (net: Double, mean: Double) in
            let block = try headBlock.new(splitter: .function { $0.recording == held })
            var random = run.random
            let error = try place == 0 ? headCurves[0].last! : errorOfHead(block, using: &random)
            return (error, percentOfWidth(try block.datasets(of: try headFrames).errorOfTheMean))
        }
        var table = TextTable(
            ["recording held back", "error of the net, % of the width", "error of the mean"], decimals: 2)
        for (held, result) in zip(places, results) { table.add(held, result.net, result.mean) }
        show(table, "\(headsName): root of the mean squared error, one recording held back at a time")
        let errors = results.map(\.net)
        record("heads/error-over-people", over: errors)
        show(
            Chart("Other people held back", x: "recording", y: "error, % of the width") {
                Bars(places, results.map(\.mean), "always the mean", colour: .orange)
                Points(Array(places.indices), errors, "the net", colour: .blue)
            }, "Held-back people of \(headsName)")

        // Compare the two spreads. Where that over people is the larger one, who is held back decides more than the
        // dice, and more recordings would help more than more epochs.
        let (people, seeds) = (Spread(errors).deviation ?? 0, Spread(try headCurves.map { $0.last! }).deviation ?? 0)
        show(
            "\(fixed(people, 2)) over people, \(fixed(seeds, 2)) over seeds",
            "standard deviations of the error, in points of the width")
    }
}

// MARK: Helpers

/// The root of a mean squared error (from -1 to 1), in percent of the width.
func percentOfWidth(_ error: some BinaryFloatingPoint) -> Double { 50 * Double(error).squareRoot() }
