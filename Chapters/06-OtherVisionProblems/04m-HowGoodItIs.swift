// # Is it good, or was it lucky?
//
// Section 6.4 · After this page you can set a net for regression beside what costs nothing, with the spread over seeds
// and over people.

import Common
import Datasets
import Figures
import Notebook
import Tensors
import Training
import Vision

// One training is one throw of the dice. And one held-back person is one person: perhaps the one with the white hair
// before the white wall. So train several times, once with the same recording held back and other random numbers, once
// with another recording each time. `errorOfHead` does one training, and gives the error as a share of the picture's
// width, in percent:

extension OtherVisionProblems {
    /// Trains a net, and gives the root of its mean squared error on what is held back, in percent of the width.
    func errorOfHead(
        _ block: DataBlock<HeadFrame, PointBlock>, of frames: [HeadFrame]? = nil, using random: inout SplitMix64
    ) throws -> Double {
        let learner = try headLearner(block, of: frames, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(headEpochs, LearningRates(headRate)) }
        return percent(learner.learner.recorder.rows.last!.validLoss)
    }

    func sameRecordingOtherSeeds() throws {
        let block = try headBlock
        let errors = try headCurves.map { $0.last! }
        let count = run.size(quick: 2, usual: 4)
        let baseline = percent(try block.datasets(of: try headFrames).baseline)
        record("heads/error-over-seeds", over: errors)
        record("heads/error-of-always-the-mean", baseline)

        // The same with other people held back. Some heads are easier than others:
        let names = try heads.recordings
        var (others, means) = ([Double](), [Double]())
        var table = TextTable(
            ["recording held back", "error of the net, % of the width", "error of the mean"], decimals: 2)
        for place in 0..<count {
            let held = names[place * names.count / count]
            let block = try block.new(splitter: .function { $0.recording == held })
            var random = SplitMix64(seed: UInt64(place))
            others.append(try errorOfHead(block, using: &random))
            means.append(percent(try block.datasets(of: try headFrames).baseline))
            table.add(held, others.last!, means.last!)
        }
        show(table, "\(headsName): root of the mean squared error, other people held back")
        record("heads/error-over-people", over: others)
        show(
            Chart("Other people held back", x: "recording, in the order of the table", y: "error, % of the width") {
                Points(Array(1...others.count), others, "the net", colour: .blue)
                Points(Array(1...means.count), means, "always the mean", colour: .vermilion)
            }, "Held-back people of \(headsName)")
        let (net, mean) = (Spread(errors).mean, baseline)
        show(
            "\(fixed(net, 2)) % against \(fixed(mean, 2)) %: the net's error is \(fixed(net / mean, 2)) of that of the mean",
            predict: .choice(
                "Is the error of the net less than a third of that of always saying the mean?", ["yes", "no"],
                answer: net < mean / 3 ? "yes" : "no"))

        // Compare the two spreads. If that over people is the larger one, then who is held back decides more than the
        // dice, and more recordings would help more than more epochs.
        show(
            Spread(others).deviation ?? 0 > Spread(errors).deviation ?? 0
                ? "The spread over people is larger than that over seeds."
                : "The spread over seeds is no smaller than that over people.")
    }
}

// MARK: Helpers

/// The root of a mean squared error (from -1 to 1), in percent of the width.
func percent(_ error: some BinaryFloatingPoint) -> Double { 50 * Double(error).squareRoot() }
