// # Wide, deep, or with bottlenecks
//
// Section 14.8 · After this page you can compare nets fairly: by what they reach in the same time.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Bottlenecks are usually used for nets of 50 layers and more, and plain blocks for those of 18 and 34. The authors of
// the tricks found bottlenecks better for shallow nets, too. The book takes it as a reminder to question what
// "everybody knows". So let us try. Which net is best if all get the same time: one with few and wide blocks, one with
// many narrow ones, or one with bottlenecks? Time is what one pays, so it is what should be equal. Parameters would be
// another price, and another comparison.
//
// The widths below are chosen so that an epoch of each takes about as long as one of the ResNet-18 on two cores. The
// multiplications alone would not do: narrow layers use a processor less well. And so that all can have more epochs
// (`smallLearner`), the pictures are halved to 32 × 32. A fully convolutional net does not mind.

/// A net to be compared.
struct Contender: Sendable {
    let name: String
    let blocks: [Int]
    let width: Int
    let hasBottlenecks: Bool

    func net(classes: Int, using random: inout SplitMix64) -> OwnResNet {
        OwnResNet(
            classes: classes, blocks: blocks, expansion: hasBottlenecks ? 4 : 1, width: width,
            body: hasBottlenecks ? bottleneckBody : plainBody, using: &random)
    }
}

extension ResidualNets {
    func atEqualTime() throws {
        let epochs = run.size(quick: 1, usual: 4, full: 10)
        var table = TextTable(
            ["net", "layers", "width", "parameters", "million multiplications", "accuracy"], decimals: 3)
        var times = TextTable(["net", "milliseconds for a picture"], decimals: 2)
        var accuracies: [String: Double] = [:]
        for contender in contenders {
            var seconds = 0.0
            var (layers, parameters, work) = (0, 0, 0)
            let learners = try run.overSeeds(run.size(quick: 1, usual: 3)) { random in
                let net = contender.net(classes: try classNames.count, using: &random)
                let rows = ledger(of: net, for: .zeros(1, 3, 32, 32))
                (layers, parameters) = (contender.depth, net.parameterCount)
                work = rows.reduce(0) { $0 + $1.multiplications }
                let learner = try smallLearner(net, using: &random)
                try EpochReporting.silently { try learner.fitOneCycle(epochs, learningRate: 3e-3) }
                seconds += learner.recorder.rows.reduce(0) { $0 + $1.seconds } / Double(epochs)
                return learner
            }
            let seen = Double(try trainPictures.count * learners.count)
            times.add(contender.name, 1000 * seconds / seen)
            let ends = learners.values("accuracy", after: epochs - 1)
            table.add(contender.name, layers, contender.width, parameters, Double(work) / 1e6, Spread(ends))
            accuracies[contender.name] = learners.accuracy
            record("equal-time/\(slug(contender.name))", over: ends)
        }
        show(table, "After \(counted(epochs, "epoch")) on \(dataName), 32 × 32")
        show(times, "Training time with validation, in milliseconds")

        // Compare the two tables first. Multiplications alone would not have made the times equal: the net with
        // bottlenecks has the fewest by far, and yet its epochs take about as long. Two thirds of its convolutions are
        // 1 × 1, which multiply little and still have to read, normalize and write all of their numbers.
        //
        // Which net is best depends on the data and on the time that is given, so look at the numbers of your run:
        let ranking = contenders.map(\.name).sorted { accuracies[$0]! > accuracies[$1]! }
        show(ranking.joined(separator: ", "), "from best to worst, by the mean")

        // With few epochs, shallow and wide nets are often ahead: a deep net takes longer to get going. Differences
        // that are smaller than the spread over the seeds say nothing. And that is how to question what everybody
        // knows: the same data, the same time, several seeds, and a table.
    }

    // MARK: Helpers

    private var contenders: [Contender] {
        let width = run.size(quick: 8, usual: 16, full: 32)
        return [
            Contender(name: "wide and shallow", blocks: [1, 1, 1, 1], width: width * 5 / 4, hasBottlenecks: false),
            Contender(name: "ResNet-18", blocks: [2, 2, 2, 2], width: width, hasBottlenecks: false),
            Contender(
                name: "narrow and deep", blocks: [4, 4, 4, 4], width: width * 5 / 8 / 2 * 2, hasBottlenecks: false),
            Contender(name: "with bottlenecks", blocks: [2, 2, 2, 2], width: width / 2, hasBottlenecks: true),
        ]
    }
}

extension Contender {
    /// Layers, counted as in the name of ResNet-18.
    fileprivate var depth: Int { blocks.reduce(0, +) * (hasBottlenecks ? 3 : 2) + 2 }
}
