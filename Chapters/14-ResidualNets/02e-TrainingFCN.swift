// # The first training
//
// Section 14.2 · After this page you have looked for a learning rate with the finder, know why not to follow it
// blindly, and have a first result to be beaten.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// How fast? Ask the learning-rate finder (section 5.6). The book's prints two suggestions: a tenth of the rate at which
// the loss was lowest, and the rate at which it fell fastest (over the logarithm of the rate).
//
// Our nets are smaller than the book's, so that several trainings fit into a minute: `firstFilters` is how many filters
// the first stage has. Each stage after it has twice as many, `stageFilters`. `--full` takes the book's 16. For the
// finder, `newPlainLearner` puts a new net into a learner:

extension ResidualNets {
    /// Filters of the first stage.
    var firstFilters: Int { run.size(quick: 2, usual: 8, full: 16) }

    /// Filters of the five stages. The book's are 16, 32, 64, 128, 256.
    var stageFilters: [Int] { (0..<5).map { firstFilters << $0 } }

    /// A learner for a new plain net.
    private func newPlainLearner(using random: inout SplitMix64) throws -> PictureLearner {
        let net = convolutionalNet(classes: try classNames.count, filters: stageFilters, using: &random)
        return try pictureLearner(net, using: &random)
    }

    func findARate() throws {
        // From three starts. And once more from the first, with the same batches in the same order, but at rates at
        // which nothing can be learned, a ten-thousandth of the lowest and less:
        let curves = try run.overSeeds(run.size(quick: 1, usual: 3)) { random in
            try newPlainLearner(using: &random).findLearningRate()
        }
        let curve = curves[0]
        var random = run.random
        let idle = try newPlainLearner(using: &random).findLearningRate(from: 1e-12, to: 1e-11)
        let count = min(curve.rates.count, idle.losses.count)
        var chart = curve.chart("The rate rises until the loss does", label: "learning") {
            Line(
                curve.rates.prefix(count), idle.losses.prefix(count), "without learning", colour: .orange,
                dashed: true)
            Rule(x: 0.003, "0.003", colour: .purple)
        }
        // Near enough to see the left end: above the lines there is room for the beginning of the rise.
        let (highest, lowest) = (Double(idle.losses.max()!), Double(curve.losses.min()!))
        let fall = highest - lowest
        if fall > 0 { chart.yLimits = lowest - 0.2 * fall...highest + 0.4 * fall }
        show(chart, "The learning-rate finder on \(dataName)")
        var table = TextTable(["start", "a tenth of the rate of the minimum", "where it falls fastest"])
        for (number, curve) in curves.enumerated() {
            table.add(number + 1, String(format: "%.1e", curve.minimum), String(format: "%.1e", curve.steepest))
        }
        show(table, "what the finder suggests, on \(dataName)")
        let difference = try ourScale
        record("rate-finder/minimum-tenth", over: curves.map(\.minimum), book: 0.47863011360168456, differs: difference)
        record("rate-finder/steepest", over: curves.map(\.steepest), book: 3.981071710586548, differs: difference)

        // The book's two are 0.48 and 4, and it follows neither: for convolutional nets with batch norm 0.003 usually
        // does well. Ours may be nearer to it, or farther from it: look at how much they differ from start to start.
        // Why can a suggestion be so poor? See the two lines of the chart at its left end. They are one: at these
        // rates, whatever goes up and down does so because some batches are harder than others. And it does so most at
        // the very left, because of the smoothing: there the smoothed loss is the mean of a dozen batches, and each new
        // one moves it by a twelfth of what it differs; later by a fiftieth. (The finder leaves out the first ten
        // points for that reason, which is not always enough.) Where learning makes the loss fall only slowly, such a
        // jump may be the steepest of all, and the "steepest" rate a millionth. How often has that happened here?
        let lost = curves.count { $0.steepest < 1e-5 }
        show("\(lost) of \(curves.count)", "starts whose steepest rate is below 0.00001, where the two lines are one")

        // So look at the curve itself. Take a rate at which the loss is clearly falling, and well before the one at
        // which it turns up.
    }
}

// So 0.003 is the highest rate of one cycle over five epochs, here and in the trainings of section 14.5. `fiveEpochs`
// trains any net in this way, from several starts, and `plainTrainings` are those of the plain net:

extension ResidualNets {
    /// Trains nets for five epochs, one for each of several seeds.
    func fiveEpochs(_ makeNet: @Sendable (_ random: inout SplitMix64) throws -> Sequential) throws -> [PictureLearner] {
        try run.overSeedsAtOnce(run.size(quick: 1, usual: 3)) { random in
            let learner = try pictureLearner(try makeNet(&random), using: &random)
            try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 5), learningRate: 0.003) }
            return learner
        }
    }

    /// The plain net of five stages, trained.
    var plainTrainings: [PictureLearner] {
        get throws {
            try run.once {
                let classes = try classNames.count
                return try fiveEpochs { convolutionalNet(classes: classes, filters: stageFilters, using: &$0) }
            }
        }
    }

    func fiveEpochsOfFCN() throws {
        let learners = try plainTrainings
        show(
            learners.beside(BookTrainings.fullyConvolutional),
            "The fully convolutional net: ours on \(dataName) (\(try ourScale)), and the book's on Imagenette")
        learners.recordEnd("fcn", beside: BookTrainings.fullyConvolutional, differs: try ourScale)
        record("fcn/majority", try majorityShare)

        // The accuracies of two data sets cannot be compared, and of a small and a large net neither. What can be
        // compared is what follows: the same pictures, the same five epochs, and another net. How would you make this
        // one better? Most people would say: with more layers. Try it.
    }
}
