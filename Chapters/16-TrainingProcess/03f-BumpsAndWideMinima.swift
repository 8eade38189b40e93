// # Bumps, and wide minima
//
// Section 16.3 · After this page you can say which minima momentum rolls past, and why that is welcome.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// The loss of a net is no smooth valley. It has bumps and hollows everywhere. What does a ball do among them? Take a
// parabola with waves in it, and let four balls of different weight roll from −6. (Their weight is momentum. It is the
// undamped kind here, as in the book's code.) `bumpyLoss` is the landscape, `bumpySlope` its slope:

/// w²/10 with waves of 0.3: its lowest point is at 0, and there are hollows every 2.1 on the way.
public func bumpyLoss(_ w: Double) -> Double { w * w / 10 + 0.3 * (1 - cos(3 * w)) }

/// Its slope.
public func bumpySlope(_ w: Double) -> Double { w / 5 + 0.9 * sin(3 * w) }

extension Recipe {
    /// Undamped momentum of any size.
    public static func momentum(_ momentum: Float) -> Recipe {
        Recipe(averageGradient, momentumStep, settings: ["momentum": momentum])
    }
}

// Let them roll until nothing moves any more, and note the `restingPlace`:

extension TrainingProcess {
    /// Where a ball comes to rest that starts at −6.
    func restingPlace(_ recipe: Recipe, learningRate: Float) -> Double {
        walk(recipe.make, learningRate: learningRate, from: [-6], steps: run.size(quick: 400, usual: 1500)) { w in
            [bumpySlope(w[0])]
        }.last![0]
    }

    func ballOverBumps() {
        let momenta: [Float] = [0, 0.5, 0.9, 0.95]
        let places = momenta.map { restingPlace(.momentum($0), learningRate: 0.01) }
        show(
            Chart("The heavier the ball, the farther it gets", x: "w", y: "loss") {
                Line.function(-6.5...2, colour: .grey, bumpyLoss)
                Points([-6], [bumpyLoss(-6)], "start", colour: .black)
                for (place, name) in together(places, momenta) { Points([place], [bumpyLoss(place)], name) }
            }, "Where four balls come to rest, at a rate of 0.01",
            predict: .choice(
                "With which of these momenta does the ball reach the lowest point?", ["0.5", "0.9", "0.95"],
                answer: "0.95"))
        show(
            places.map { String(format: "%.2f", abs($0)) }.joined(separator: ", "),
            "how far from 0 they are, with momentum 0, 0.5, 0.9 and 0.95")

        // The ping-pong ball (0) and its heavier brother (0.5) lie in the same hollow. Is it only that steps with
        // momentum are longer? Give plain descent the tenfold rate, and more:
        for rate in [0.1, 0.5] as [Float] {
            show(
                String(format: "%.2f", restingPlace(.descent, learningRate: rate)), "plain descent at a rate of \(rate)"
            )
        }

        // It is the same hollow. What carries the others over the next wave is their speed.
    }
}

// But is it good to roll past a minimum? There are two kinds. In a *sharp* one the loss rises steeply on all sides, in
// a *wide* one hardly. On the training data both may be equally good. But other data have a slightly different loss.
// Say it is the same curve, shifted a little. Then what was the bottom of a sharp minimum is half-way up a wall, and
// the bottom of a wide one is still near the bottom. So we would rather be in the wide one: it generalizes. `twoMinima`
// has one of each, equally deep, and `slopeOfTwoMinima` is its slope:

/// A sharp minimum at −1 and a wide one at 2, both with a loss of 0.
public func twoMinima(_ w: Double) -> Double { min(50 * (w + 1) * (w + 1), (w - 2) * (w - 2) / 2) }

/// The slope of `twoMinima`.
public func slopeOfTwoMinima(_ w: Double) -> Double {
    50 * (w + 1) * (w + 1) < (w - 2) * (w - 2) / 2 ? 100 * (w + 1) : w - 2
}

extension TrainingProcess {
    func wideMinima() {
        show(
            Chart(
                "A little shift costs much in the sharp minimum, little in the wide one", x: "w", y: "loss",
                yLimits: 0...6
            ) {
                Line.function(-2.5...5, "training data", colour: .blue, samples: 751, twoMinima)
                Line.function(-2.5...5, "other data: shifted by 0.2", colour: .orange, dashed: true, samples: 751) {
                    twoMinima($0 - 0.2)
                }
                Points([-1, 2], [0, 0], "minima of the training data", colour: .black)
            }, "A sharp and a wide minimum")
        show(
            Float(twoMinima(-1 - 0.2)), "loss on the other data in the sharp minimum",
            ask: "50 · 0.2² is the loss in the sharp one. How much is it?")
        show(Float(twoMinima(2 - 0.2)), "loss on the other data in the wide minimum")

        // Where does descent end? Start from 200 places between −3 and 5, all at once, and count. (A weight has its own
        // average, so 200 weights in one tensor are 200 balls.)
        let starts = (0..<200).map { -3 + 8 * Double($0) / 199 }
        let shares = [0, 0.9, 0.95].map { (momentum: Float) in
            let ends = walk(
                Recipe.momentum(momentum).make, learningRate: 0.005, from: starts,
                steps: run.size(quick: 200, usual: 400)
            ) { $0.map(slopeOfTwoMinima) }.last!
            return Double(ends.count { abs($0 - 2) < 0.5 }) / 200
        }
        show(
            shares, "share that ends in the wide minimum, with momentum 0, 0.9 and 0.95",
            predict: .change("From momentum 0 to 0.9: what happens to that share?", from: shares[0], to: shares[1]))

        // The sharp minimum holds a ball only if it arrives slowly. So momentum prefers wide minima. (That is a picture
        // of the idea, made to show it. Whether the minima of real nets behave so is still being argued about.)
    }

    // MARK: Helpers

    /// Places, each with the momenta of all balls that lie there.
    private func together(_ places: [Double], _ momenta: [Float]) -> [(place: Double, name: String)] {
        let whole = places.map { ($0 * 100).rounded() }
        return places.indices.filter { whole.firstIndex(of: whole[$0]) == $0 }.map { first in
            let names = momenta.indices.filter { whole[$0] == whole[first] }.map { "\(momenta[$0])" }
            return (places[first], "momentum " + names.joined(separator: " and "))
        }
    }
}
