// # Four optimizers in a valley
//
// Section 16.5 · After this page you can say where rates of their own help, and where they are of no use.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Back to the narrow valley of section 16.3, whose walls are a hundred times as steep as its floor. Each of the four
// (`fourRecipes`) walks at the rate with which it arrives first. Each has a ladder of its own, which begins far below
// its best rate and ends far above. (`arrivalsOfFour` are the rates with which it arrives at all, in the valley as it
// is, `straight`, and later in one that is `turned`.)

/// Rates with which a walk arrives, and after how many steps.
typealias Arrivals = [(rate: Float, steps: Int)]

extension TrainingProcess {
    /// The four recipes, each with the lowest rate of its ladder.
    var fourRecipes: [(name: String, recipe: Recipe, lowest: Float, colour: Colour)] {
        [
            ("plain descent", .descent, 0.001, .blue), ("momentum", .dampedMomentum, 0.01, .orange),
            ("RMSProp", .rmsProp, 0.05, .green), ("Adam", .adam, 0.05, .vermilion),
        ]
    }

    /// For each of the four, the rates with which it arrives in a valley.
    func arrivalsOfFour(in valley: Valley) -> [Arrivals] {
        fourRecipes.map { valley.arrivals($0.recipe, rates: tried($0.lowest)) }
    }

    var straight: [Arrivals] { run.once { arrivalsOfFour(in: Valley()) } }
    var turned: [Arrivals] { run.once { arrivalsOfFour(in: Valley(angle: .pi / 4)) } }

    func fourInAValley() {
        show(walks(in: Valley(), straight), "Four walks, each at its best rate")
        show(lossesOfFour(in: Valley(), straight), "The loss on these walks")
        var table = TextTable(["", "best rate", "steps to 0.01", "at most twice as many with rates"], decimals: 3)
        for (four, arrivals) in zip(fourRecipes, straight) {
            table.add(four.name, best(arrivals)?.rate, best(arrivals)?.steps, goodRates(arrivals))
        }
        show(
            table, "The valley along the x axis",
            predict: .choice(
                "Which of the four arrives first?", fourRecipes.map(\.name),
                answer: fourRecipes[straight.indices.min { fewest(straight[$0]) < fewest(straight[$1]) }!].name))

        // Plain descent and momentum look at the slope, which points at the walls far more than at the goal. RMSProp
        // divides it, number by number, so for it the walls are no steeper than the floor. Why is it *that* fast? Its
        // first step is one rate long along each axis, and with such a rate that is much too long. It lands far away,
        // where the gradient of each axis is that jump times the steepness of this axis. The book's code sums up
        // squares, so from now on each axis is divided by about that number. The jump was one rate, and so rate times
        // gradient, divided by it, is the gradient divided by the steepness. That is just the distance to the lowest
        // point! Whatever the rate, the first jump has measured how steep each axis is. (Only in a valley as regular as
        // this one is the steepness the same everywhere.)
        //
        // Squares are forgotten, though. After 140 steps a quarter is left of them (0.99¹⁴⁰), the root has halved, and
        // steps that were just right have become twice as long, which is too long. So RMSProp leaps out of the valley
        // again, until it has large gradients to remember. That is the peak in the picture. In practice a schedule has
        // lowered the rate by then.
        //
        // And Adam? It divides, too, but it goes along an average, and an average takes time to turn round: Adam runs
        // past the goal and swings back, as momentum does. In this valley it gains nothing over momentum, except that
        // it is content with a wide range of rates.
    }

    func turnedValley() {
        // "Number by number" means along x and along y. The valley lies along the x axis here. Is that fair? The
        // weights of a net are not asked how a valley would like to lie. So turn it by 45 degrees:
        let valley = Valley(angle: .pi / 4)
        show(walks(in: valley, turned), "The same valley, turned by 45 degrees")
        var table = TextTable(["", "steps, straight", "steps, turned", "best rate, turned"], decimals: 3)
        for (four, (before, after)) in zip(fourRecipes, zip(straight, turned)) {
            table.add(four.name, best(before)?.steps, best(after)?.steps, best(after)?.rate)
        }
        show(
            table, "Steps to a loss below 0.01, each at the best rate of its ladder",
            predict: .choice(
                "The valley is turned by 45 degrees. Who needs many times as many steps now?",
                ["plain descent", "momentum", "RMSProp", "Adam"], answer: "RMSProp"))

        // Descent and momentum do not know the axes, so nothing changes for them. A rate for each weight is a rate for
        // each axis, and across a valley that lies askew there is no axis: x and y are equally steep now. So there is
        // hardly anything left to be gained by division. RMSProp needs about as many steps as plain descent now. Adam
        // is what it was before, about as good as momentum, but its best rate has become several times as high. Rates
        // of their own are good where weights differ in scale, one by one, which they do in real nets, for instance
        // from layer to layer. They are no remedy for valleys in general.
        // #hide
        if run.size == .quick { show("(A quick run tries a quarter of the rates, and finds none of the best.)") }
    }

    // MARK: Helpers

    private func best(_ arrivals: Arrivals) -> (rate: Float, steps: Int)? { arrivals.min { $0.steps < $1.steps } }
    private func fewest(_ arrivals: Arrivals) -> Int { best(arrivals)?.steps ?? 701 }

    /// The lowest and the highest rate with at most twice the fewest steps.
    private func goodRates(_ arrivals: Arrivals) -> String? {
        let rates = arrivals.filter { $0.steps <= 2 * fewest(arrivals) }.map(\.rate)
        return rates.isEmpty ? nil : String(format: "%.2g to %.2g", rates[0], rates.last!)
    }

    private func places(_ number: Int, _ steps: Int, in valley: Valley, _ arrivals: [Arrivals]) -> [[Double]] {
        let (four, rate) = (fourRecipes[number], best(arrivals[number])?.rate)
        return walk(
            four.recipe.make, learningRate: rate ?? four.lowest, from: valley.start, steps: steps, slope: valley.slope)
    }

    private func walks(in valley: Valley, _ arrivals: [Arrivals]) -> ChartGrid {
        let charts = fourRecipes.enumerated().map { number, four in
            picture(four.name, [("", places(number, 60, in: valley, arrivals), four.colour)], in: valley)
        }
        return ChartGrid(
            charts, columns: 2, title: "The first 60 steps of each, at the best rate of its ladder",
            sharedYLimits: false)
    }

    private func lossesOfFour(in valley: Valley, _ arrivals: [Arrivals]) -> Chart {
        Chart(
            "RMSProp is there at once, and leaps out again later", x: "step", y: "loss", yLimits: 1e-4...1e4,
            yScale: .logarithmic
        ) {
            for (number, four) in fourRecipes.enumerated() {
                Line(places(number, 250, in: valley, arrivals).map(valley.loss), four.name, colour: four.colour)
            }
            Rule(y: 0.01, "arrived")
        }
    }
}
