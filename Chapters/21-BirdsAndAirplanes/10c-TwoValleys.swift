// # Jumps out of a valley
//
// Section 21.10 · After this page you can say what the noise of single steps is good for.

import Figures
import Foundation
import Notebook
import Tensors

// Steps for a few items are jagged, since each follows the slope of a few items in place of the slope of the whole
// loss. The book says that this noise has its use: it helps to get out of a valley that is not the deepest one. The
// smallest landscape that can show it has one weight and two valleys:
//
//     loss(w) = w⁴ - 2 w² + w / 2
//
// It is the mean of 64 items. Each of them sees the same landscape, but tilted: its own loss has a term `tilt` · w in
// addition. The tilts are drawn at random and sum to 0, so that the mean is not tilted at all. `lossOfTwoValleys` is
// the mean, and `valleyWalk` goes down it in batches:

/// The loss of the whole set.
public func lossOfTwoValleys(_ w: Double) -> Double { w * w * w * w - 2 * w * w + w / 2 }

/// The weight after each step, for batches of `size` items with these tilts, in a new order each epoch.
public func valleyWalk(
    from start: Double, tilts: [Double], batchesOf size: Int, rate: Double, steps: Int,
    using random: inout some RandomNumberGenerator
) -> [Double] {
    var (path, waiting) = ([start], [Int]())
    for _ in 0..<steps {
        if waiting.isEmpty { waiting = random.permutation(tilts.count) }
        let items = waiting.prefix(size)
        waiting.removeFirst(items.count)
        let tilt = items.reduce(0) { $0 + tilts[$1] } / Double(items.count)
        let w = path.last!
        path.append(w - rate * (4 * w * w * w - 4 * w + 0.5 + tilt))
    }
    return path
}

extension BirdsAndAirplanes {
    func twoValleys() {
        // All walks begin at 1.5, on the slope above the shallow valley. One takes the true slope, one the slopes of
        // single items:
        var random = run.random
        let draws = Tensor.randn(64, using: &random) * 4
        let tilts = (draws - draws.mean()).scalars.map { Double($0) }
        let (start, rate, steps) = (1.5, 0.05, 320)
        let walks = [64, 1].map { size in
            valleyWalk(from: start, tilts: tilts, batchesOf: size, rate: rate, steps: steps, using: &random)
        }
        show(
            ChartGrid(
                [
                    Chart("The loss", x: "w", y: "loss") {
                        Line.function(-1.8...1.8, "loss of all items") { lossOfTwoValleys($0) }
                        Points([start], [lossOfTwoValleys(start)], "start", colour: .black)
                    },
                    Chart("Two walks", x: "step", y: "w") {
                        Line(walks[1], "one item a step", colour: .vermilion)
                        Line(walks[0], "all items a step", colour: .blue)
                    },
                ], columns: 2, title: "The shallow valley is a trap for a walk that never jumps", sharedYLimits: false),
            "A landscape with two valleys, and two walks of \(steps) steps")

        // One walk is one draw of the dice. Here are many, with batches of several sizes. The deep valley is where w is
        // below 0:
        let count = run.size(quick: 20, usual: 200)
        var (shares, table) = ([Double](), TextTable(["items in a step", "share in the deep valley"], decimals: 3))
        for size in [64, 8, 2, 1] {
            let deep = (0..<count).count { _ in
                valleyWalk(
                    from: start, tilts: tilts, batchesOf: size, rate: rate, steps: steps, using: &random
                ).last! < 0
            }
            shares.append(Double(deep) / Double(count))
            table.add(size, shares.last!)
        }
        show(
            table, "Where \(count) walks are after \(steps) steps",
            predict: .choice(
                "Which walks end in the deep valley more often?", ["all items a step", "one item a step"],
                answer: shares[0] > shares[3] ? "all items a step" : "one item a step"))

        // The mean of many items has hardly any noise, and so larger batches jump less. The noise is made of what the
        // items do not have in common, and it has a price: a walk that can jump out of a shallow valley cannot come to
        // rest in a deep one. Look at the line of the single items once more. It never stands still.
    }
}
