// # Higher rates
//
// Section 16.3 · After this page you can say how much faster momentum is in a valley, and up to which rate.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Momentum has calmed the walk through the valley of the page before, but has not made it faster. Now raise the rates.
// How high can each optimizer go, and how soon does it arrive then? We climb a `ladder` of rates, and take the one with
// which a walk arrives first. (A quick run tries only every fourth.) To arrive is to be below a loss of 0.01, for
// twenty steps in a row.

/// A ladder of 24 rates, eight to a factor of ten.
public func ladder(from lowest: Float) -> [Float] { (0..<24).map { lowest * pow(10, Float($0) / 8) } }

extension Valley {
    /// Whether the last twenty places have a loss below 0.01.
    func hasArrived(_ places: [[Double]]) -> Bool {
        places.count >= 20 && places.suffix(20).allSatisfy { loss($0) < 0.01 }
    }

    /// The rates with which a recipe arrives within 700 steps, and after how many.
    public func arrivals(_ recipe: Recipe, rates: [Float]) -> [(rate: Float, steps: Int)] {
        rates.compactMap { rate in
            let places = walk(
                recipe.make, learningRate: rate, from: start, steps: 720, slope: slope, until: hasArrived)
            return hasArrived(places) ? (rate, places.count - 20) : nil
        }
    }

    /// The rate with which a recipe arrives first, and after how many steps; nil if it never does.
    public func fastest(_ recipe: Recipe, rates: [Float]) -> (rate: Float, steps: Int)? {
        arrivals(recipe, rates: rates).min { $0.steps < $1.steps }
    }
}

// The rates that are `tried` are those of a ladder:

extension TrainingProcess {
    /// Rates for descent and for damped momentum; a quick run tries a quarter of them.
    func tried(_ lowest: Float) -> [Float] {
        ladder(from: lowest).enumerated().filter { $0.offset % run.size(quick: 4, usual: 1) == 0 }.map(\.element)
    }

    func bestRates() throws {
        let valley = Valley()
        let descent = valley.fastest(.descent, rates: tried(0.001))
        let momentum = valley.fastest(.dampedMomentum, rates: tried(0.01))
        var table = TextTable(["", "best rate", "steps"], decimals: 3)
        table.add("plain descent", descent?.rate, descent?.steps)
        table.add("momentum 0.9, damped", momentum?.rate, momentum?.steps)
        show(
            table, "Steps to a loss below 0.01",
            predict: .change(
                "From plain descent to momentum, each at its best rate: what happens to the number of steps?",
                from: Double(descent?.steps ?? 701), to: Double(momentum?.steps ?? 701)))

        // Momentum is more than twice as fast, since its rate may be several times as high. Where is the limit? For
        // plain descent it is 2 / 100. With momentum, damped, it is 2 (1 + 0.9) / (1 − 0.9) / 100 = 0.38, nineteen
        // times as much. Just below it the walk stays in the valley, just above it is lost:
        for rate in [0.37, 0.39] as [Float] {
            let places = walk(
                Recipe.dampedMomentum.make, learningRate: rate, from: valley.start, steps: 300, slope: valley.slope)
            show(valley.loss(places.last!) < valley.loss(valley.start), "is it lower than at the start, at \(rate)?")
        }
        show(
            losses(valley, descent?.rate ?? 0.015, momentum?.rate ?? 0.05), "The loss on the way, each at its best rate"
        )
    }

    // MARK: Helpers

    private func losses(_ valley: Valley, _ descent: Float, _ momentum: Float) -> Chart {
        Chart("At their best rates, momentum is far ahead", x: "step", y: "loss", yScale: .logarithmic) {
            for (recipe, rate, name) in [
                (Recipe.descent, descent, "plain descent"), (.dampedMomentum, momentum, "momentum"),
            ] {
                Line(
                    walk(recipe.make, learningRate: rate, from: valley.start, steps: 250, slope: valley.slope)
                        .map(valley.loss), name)
            }
            Rule(y: 0.01, "arrived")
        }
    }
}
