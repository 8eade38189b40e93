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
// walks at the rate with which it arrives first, out of a ladder of twelve. (`bestOfFour` finds these rates.)

extension TrainingProcess {
    /// The four recipes, each with the lowest rate of its ladder.
    var fourRecipes: [(name: String, recipe: Recipe, lowest: Float, colour: Colour)] {
        [
            ("plain descent", .descent, 0.001, .blue), ("momentum", .dampedMomentum, 0.01, .orange),
            ("RMSProp", .rmsProp, 0.05, .green), ("Adam", .adam, 0.05, .vermilion),
        ]
    }

    /// The best rate of each of the four in a valley, with the number of steps.
    func bestOfFour(in valley: Valley) -> [(rate: Float, steps: Int)?] {
        fourRecipes.map { valley.fastest($0.recipe, rates: tried($0.lowest)) }
    }

    var straight: [(rate: Float, steps: Int)?] { run.once { bestOfFour(in: Valley()) } }
    var turned: [(rate: Float, steps: Int)?] { run.once { bestOfFour(in: Valley(angle: .pi / 4)) } }

    func fourInAValley() {
        show(walks(in: Valley(), straight), "Four walks, each at its best rate")
        show(lossesOfFour(in: Valley(), straight), "The loss on these walks")
        var table = TextTable(["", "best rate", "steps to 0.01"], decimals: 3)
        for (four, best) in zip(fourRecipes, straight) { table.add(four.name, best?.rate, best?.steps) }
        show(table, "The valley along the x axis")

        // Plain descent and momentum look at the slope, which points at the walls far more than at the goal. RMSProp
        // and Adam divide it, number by number, so for them the walls are no steeper than the floor, and they set out
        // along a diagonal. (RMSProp takes the highest rate of its ladder, where its first step alone is a good part of
        // the way. With a rate of 9 it would be all of the way, which is luck and says nothing about RMSProp.)
    }

    func turnedValley() {
        // "Number by number" means along x and along y. The valley lies along the x axis here. Is that fair? The
        // weights of a net are not asked how a valley would like to lie. So turn it by 45 degrees:
        let valley = Valley(angle: .pi / 4)
        show(walks(in: valley, turned), "The same valley, turned by 45 degrees")
        var table = TextTable(["", "steps, straight", "steps, turned"])
        for (four, (before, after)) in zip(fourRecipes, zip(straight, turned)) {
            table.add(four.name, before?.steps, after?.steps)
        }
        show(
            table, "Steps to a loss below 0.01, each at the best rate of its ladder",
            predict: .choice(
                "The valley is turned by 45 degrees. Whose number of steps stays the same?",
                ["that of plain descent and momentum", "that of RMSProp and Adam", "that of all four"],
                answer: "that of plain descent and momentum"))

        // Descent and momentum do not know the axes, so nothing changes for them. A rate for each weight is a rate for
        // each axis, and across a valley that lies askew there is no axis: x and y are equally steep now. So there is
        // nothing left to be gained by division. RMSProp becomes what plain descent is, and Adam what momentum is.
        // Rates of their own are good where weights differ in scale, one by one, which they do in real nets, for
        // instance from layer to layer. They are no remedy for valleys in general.
        // #hide
        if run.size == .quick { show("(A quick run tries a quarter of the rates, and finds none of the best.)") }
    }

    // MARK: Helpers

    private func walks(in valley: Valley, _ best: [(rate: Float, steps: Int)?]) -> ChartGrid {
        let charts = zip(fourRecipes, best).map { four, best in
            let places = walk(
                four.recipe.make, learningRate: best?.rate ?? four.lowest, from: valley.start, steps: 60,
                slope: valley.slope)
            return picture(four.name, [("", places, four.colour)], in: valley)
        }
        return ChartGrid(charts, columns: 2, title: "The first 60 steps of each, at its best rate")
    }

    private func lossesOfFour(in valley: Valley, _ best: [(rate: Float, steps: Int)?]) -> Chart {
        Chart(
            "Divided gradients do not mind the walls of this valley", x: "step", y: "loss", yLimits: 1e-4...1e3,
            yScale: .logarithmic
        ) {
            for (four, best) in zip(fourRecipes, best) {
                let places = walk(
                    four.recipe.make, learningRate: best?.rate ?? four.lowest, from: valley.start, steps: 250,
                    slope: valley.slope)
                Line(places.map(valley.loss), four.name, colour: four.colour)
            }
            Rule(y: 0.01, "arrived")
        }
    }
}
