// # Scaling the input
//
// Section 4.8 · After this page you can cure a stall by scaling the input, and say how long patience would have taken.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// A rate that is just safe for the steepest direction is next to nothing for the flattest. And there the way is long: c
// has to get from 1.35 to 68.69. How many steps would that take? Walk on, and see (`progress` shows a bar meanwhile):

/// The losses before every step of a descent, which ends when one is below `goal`, or after `limit` steps.
func longDescent(
    _ time: Tensor, _ speed: Tensor, from start: Tensor, learningRate: Float, until goal: Float, limit: Int
) -> [Float] {
    var (parameters, losses) = (start, [Float]())
    progress("Walking down the valley", limit) { bar in
        while losses.count <= limit, losses.last ?? .infinity >= goal {
            losses.append(applyStep(&parameters, time, speed, learningRate: learningRate).loss)
            bar.advance()
        }
    }
    return losses
}

extension DigitClassifier {
    func patienceOrScaling() {
        // Without errors of measurement a loss of 0 is possible. Go on until it is below 10. (Only a run with `--full`
        // has the patience; the others stop earlier.)
        let (time, exact) = ride(noise: 0)
        let limit = run.size(quick: 1000, usual: 100_000, full: 1_000_000)
        let slow = longDescent(time, exact, from: coasterStart, learningRate: 1e-5, until: 10, limit: limit)
        let options = ["hundreds", "thousands", "hundreds of thousands"]
        show(
            "\(slow.count - 1) steps end at a loss of \(significant(slow.last!, 4))", "time from 0 to 19, rate 0.00001",
            predict: .choice("How many steps to a loss below 10?", options, answer: options[2]))

        // In the flat direction, every step multiplies the distance by 1 - rate · curvature. The loss is the square of
        // the distance, so it loses about twice rate · curvature of itself in each step. So the second half of these
        // steps tells how flat the valley is, and how long it is going to take:
        let (half, steps) = (slow.count / 2, slow.count - 1)
        let share = log(slow[half] / slow[steps]) / Float(steps - half)
        show(fixed(share / 2e-5, 4), "curvature in the flattest direction")
        show(steepest(time).curvature / (share / 2e-5), "times as much in the steepest: the condition number")
        show(Int(Float(steps) + max(0, log(slow[steps] / 10) / share)), "steps to a loss of 10")

        // At the usual size this predicts about 795,000 steps, and at the full size the descent arrives after 796,186.
        // The cure is not patience but scaling. Let time run from -1 to 1 instead of 0 to 19, and the three inputs
        // matter about equally. (For other times, subtract their middle and divide by half their range. Exercise 4.15
        // needs that.)
        let scaled = (time - 9.5) / 9.5
        show(fixed(2 / steepest(scaled).curvature, 4), "largest safe rate on scaled time")
        let zeros = Tensor.zeros(3).requiringGrad()
        let fast = longDescent(scaled, exact, from: zeros, learningRate: 0.5, until: 10, limit: limit)
        show("\(fast.count - 1) steps end at a loss of \(fast.last!)", "time from -1 to 1, rate 0.5")
        show(
            Chart(
                "On scaled time, a few steps are enough", x: "step", y: "loss", xScale: .logarithmic,
                yScale: .logarithmic
            ) {
                thinned(slow, "0 to 19, rate 0.00001")
                thinned(fast, "-1 to 1, rate 0.5")
                Rule(y: 10, "goal")
            }, "Scaling the input removes the stall")
    }

    func scaledFit() {
        // With the errors of our ride, 60 steps come as close as a quadratic can:
        let (time, speed) = ride()
        let scaled = (time - 9.5) / 9.5
        var parameters = Tensor.zeros(3).requiringGrad()
        for _ in 0..<60 { applyStep(&parameters, scaled, speed, learningRate: 0.5) }
        show(fixed(mse(quadratic(scaled, parameters), speed).item, 4), "loss after 60 steps on scaled time")
        show(fixed(smallestLoss(time, speed), 4), "smallest loss of any quadratic")
        let moments = Tensor.linspace(0, 19, 100)
        show(
            Chart("On scaled time, the curve fits", x: "time (s)", y: "speed (arbitrary units)") {
                Points(time, speed, "measured")
                Line(moments.scalars, quadratic((moments - 9.5) / 9.5, parameters).scalars, "fitted", colour: .red)
                Line(
                    moments.scalars, (0.75 * (moments - 9.5).squared() + 1).scalars, "without errors", colour: .grey,
                    dashed: true)
            }, "The curve now fits")

        // Almost every model in this book wants scaled inputs. The pixels of the digits are between 0 and 1 already.
    }

    // MARK: Helpers

    /// A descent at the steps 1, 2, 3, 10, 20, 30, …
    private func thinned(_ losses: [Float], _ label: String) -> Line {
        let steps = [1, 10, 100, 1000, 10_000, 100_000].flatMap { power in (1..<10).map { $0 * power } }
        let kept = steps.filter { $0 < losses.count - 1 } + [losses.count - 1]
        return Line(kept, kept.map { losses[$0] }, label)
    }
}
