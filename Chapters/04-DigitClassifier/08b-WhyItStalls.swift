// # Why the fit stalls
//
// Section 4.8 · After this page you can say how good a fit can get, and why gradient descent stalls long before.

import Common
import Figures
import Notebook
import Tensors

// After ten steps the loss hardly moves any more. Is that the best quadratic? For a curve as simple as this one, the
// best fit can be computed without a single step. Begin with the best horizontal line, which is the mean of the speeds,
// and subtract it from them. From what is left, subtract the best multiple of t; from what is left then, the best
// multiple of t². What remains at the end, squared and averaged, is a loss that no quadratic can avoid.
//
// The best multiple of an input x is Σ (rest · x) / Σ (x · x): with it, what is left has nothing to do with x any more
// (Σ rest · x is 0). One thing has to be taken care of. t and t² rise together, so subtracting one would bring back
// some of the other. They must not overlap. With the mean subtracted from t before it is squared, and from the squares
// again, they do not. (`reduce` goes from input to input, and hands on what is left.)

/// The smallest mean squared error that any quadratic has on a ride. time [n], evenly spaced; speed [n].
public func smallestLoss(_ time: Tensor, _ speed: Tensor) -> Float {
    require(
        time.shape == speed.shape && time.count > 2, "smallestLoss of times \(time.shape) and speeds \(speed.shape)",
        "a quadratic needs at least three times and as many speeds")
    let t = time - time.mean()
    let inputs = [Tensor.ones(t.shape), t, t.squared() - t.squared().mean()]
    let rest = inputs.reduce(speed) { rest, x in rest - (rest * x).sum() / (x * x).sum() * x }
    return rest.squared().mean().item
}

extension DigitClassifier {
    func bestPossibleFit() {
        // On our ride:
        let (time, speed) = ride()
        let best = smallestLoss(time, speed)
        let question = "After ten steps the loss hardly moves. Is the curve about as good as a quadratic can get?"
        show(fixed(best, 4), "smallest loss of any quadratic on our ride", predict: .yesNo(question, false))

        // The ten steps ended far above. Is this ride lucky or unlucky? Its errors have a standard deviation of 3, so
        // their squares are 9 on average. But a curve with three parameters bends towards the errors of its 20 points.
        // Statistics says that it takes away 3/20 of their squares (trust it, or trust the experiment below). So expect
        // 9 · 17/20 = 7.65, and a lot of scatter. (`run.size` says how many rides there are with `--quick`, without an
        // option, and with `--full`.)
        var random = run.random
        let losses = (0..<run.size(quick: 50, usual: 2000, full: 20_000)).map { _ in
            let ride = rollerCoaster(using: &random)
            return smallestLoss(ride.time, ride.speed)
        }
        show(
            Chart("How good the best fit is depends on the ride", x: "smallest loss", y: "rides") {
                Histogram(losses, bins: 30)
                Rule(x: 7.65, "expected", colour: .black)
                Rule(x: best, "our ride", colour: .red)
            }, "The best fits of \(losses.count) rides")
        show(fixed(Tensor(losses).mean().item, 4), "smallest loss, mean over all these rides")
    }
}

// So why do the steps stall? The loss is a valley over a, b and c, and its *curvature* in a direction is how much the
// gradient changes on a stride of length 1. The speeds do not matter for that. With all of them 0, the gradient at a =
// b = c = 0 is 0, and at the end of the stride it is the change itself:

/// How the gradient of the loss changes on a stride from the origin: direction [3] → [3]
func bend(_ direction: Tensor, _ time: Tensor) -> Tensor {
    let parameters = direction.requiringGrad()
    mse(quadratic(time, parameters), .zeros(time.shape)).backward()
    return parameters.grad!
}

// Any direction is a mixture of steeper and flatter ones, and the change multiplies each part by its own curvature. So
// in the change, the steepest part counts for more than before. Take the direction of the change, and of its change,
// and so on, and you end up in the steepest one. (This is called *power iteration*.)

/// The largest curvature of the loss, and the direction [3] in which it is found.
public func steepest(_ time: Tensor) -> (curvature: Float, direction: Tensor) {
    var (curvature, direction) = (0 as Float, Tensor([1, 1, 1]))
    for _ in 0..<30 {
        let change = bend(direction, time)
        curvature = change.squared().sum().sqrt().item
        direction = change / curvature
    }
    return (curvature, direction)
}

extension DigitClassifier {
    func largestSafeRate() {
        // It is almost the direction of a, because t² reaches 361 where t reaches 19, and the third input is 1:
        let time = ride().time
        let (curvature, direction) = steepest(time)
        show(direction, "steepest direction in a, b and c")
        show(curvature, "curvature there")

        // In one direction, the slope is the curvature times the distance from the valley's floor, as on a parabola. So
        // a step takes rate · curvature of the distance off: it multiplies the distance by 1 - rate · curvature. If
        // that is below -1, the distance grows. (The parabola of section 4.7 has a curvature of 2, so its limit was a
        // rate of 1.) Here it is
        show(2 / curvature, "largest safe learning rate")

        // Try both sides of it. Without errors of measurement:
        let speed = ride(noise: 0).speed
        let losses = [3.5e-5, 3.6e-5].map { (rate: Float) in
            var parameters = coasterStart
            return (0...100).map { _ in applyStep(&parameters, time, speed, learningRate: rate).loss }
        }
        var table = TextTable(["steps", "rate 0.000035", "rate 0.000036"], decimals: 0)
        for step in [0, 1, 2, 10, 100] { table.add(step, losses[0][step], losses[1][step]) }
        let question = "Rate 0.000036 is a hair above the limit. What do 100 steps do to the loss?"
        show(
            table, "Loss on both sides of the limit", predict: .change(question, from: losses[1][0], to: losses[1][100])
        )

        // That is why the fit stalls. The steepest direction, nearly that of a, sets the limit of the rate for all
        // three. At such a rate the flattest direction, nearly that of c, hardly moves. How long would it take?
    }
}
