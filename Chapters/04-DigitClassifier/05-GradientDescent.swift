// # Stochastic gradient descent, the idea
//
// Section 4.5 · After this page you can name the seven steps of learning and walk them on a parabola.

import Figures
import Notebook
import Tensors

// Pixel similarity cannot get better. There is nothing in it to adjust: it has no weights, so Arthur
// Samuel's recipe from chapter 1 (try an assignment of weights, measure how well it does, change it
// for the better) has nothing to work on.
//
// So give every pixel a weight. An image of an 8 has ink in places where a 7 has none. If the weights
// are high there and low elsewhere, the weighted sum of the pixels is high for an 8:

/// A first idea of a learnable digit detector: every pixel has a weight, and the score is the
/// weighted sum. x [784], w [784] → one number
public func scoreOfEight(_ x: Tensor, _ w: Tensor) -> Tensor { (x * w).sum() }

extension DigitClassifier {
    func gradientDescent() {
        // Looking for a good function has become looking for good numbers. With random ones, the score
        // of an image says nothing yet:
        var random = run.random
        show(
            scoreOfEight(.rand(784, using: &random), .randn(784, using: &random)).item,
            "score of a noisy image, with random weights")

        // Seven steps turn random weights into good ones:
        show(
            FlowChart(["init", "predict", "loss", "gradient", "step", "stop"], repeating: "step", to: "predict"),
            "The seven steps of learning (repeat is the seventh)")

        // 1. *Initialise* the weights. At random will do, since they are going to improve.
        // 2. *Predict* with them.
        // 3. Compute the *loss*: one number that says how wrong the predictions are. Small is good.
        // 4. Compute the *gradient*: for every weight, how the loss would change if that weight grew.
        // 5. *Step*: change every weight a little, against its gradient.
        // 6. *Repeat* from 2.
        // 7. *Stop* when the model is good enough, or time is up.
        //
        // Before doing this with 784 weights, do it with one.
    }
}

// Let that weight be x, and the loss x². This is the smallest example there is:

/// f(x) = x², the smallest function that has a bottom to find.
public func parabola(_ x: Tensor) -> Tensor { x.squared() }

extension DigitClassifier {
    func slopeOfTheParabola() {
        // It is lowest at 0, and a weight that learns should find its way there:
        show(
            Chart("A loss with one weight", x: "x", y: "x²") {
                Line.function(-2...2) { $0 * $0 }
            }, "f(x) = x²")

        // Initialise at random, say at -1.5. That is the red dot:
        let start: Float = -1.5
        show(
            Chart("Start somewhere", x: "x", y: "x²") {
                Line.function(-2...2) { $0 * $0 }
                Points([start], [start * start], colour: .red)
            }, "The starting point")

        // Which way is down? You could nudge x a little and see whether the loss falls. That works,
        // and the answer is the slope of the line that touches the curve at the dot:
        let nudge: Float = 0.001
        let nudged = (parabola(Tensor(start + nudge)) - parabola(Tensor(start))) / nudge
        show(nudged.item, "slope by nudging x by \(nudge)")
        show(
            Chart("The slope at the start", x: "x", y: "x²", yLimits: -1...4) {
                Line.function(-2...2) { $0 * $0 }
                Line.function(-2.0 ... -0.6, "slope -3") { 2.25 - 3 * ($0 + 1.5) }
                Points([start], [start * start], colour: .red)
            }, "The tangent at -1.5")

        // Nudging computes the loss once per weight: for the weights of an image, 784 times in every
        // step. The gradient gives all slopes at once. It is only a shortcut: both give the same
        // answer.
        //
        // The slope is negative, so the loss falls to the right. Go there, a fraction of the
        // slope at a time, and look again.
    }
}

// That fraction is the *learning rate*, and the walk is a loop:

/// Where gradient descent on x² goes: the starting point and every step after it.
///
/// The slope of x² at x is 2x, so a step is x -= learningRate · 2x.
public func descend(from start: Float, learningRate: Float, steps: Int) -> [Float] {
    var x = start
    return [x]
        + (0..<steps).map { _ in
            x -= learningRate * 2 * x
            return x
        }
}

extension DigitClassifier {
    func downTheSlope() {
        // From -1.5 again:
        let path = descend(from: -1.5, learningRate: 0.1, steps: 12)
        show(Tensor(Array(path.prefix(4))), "the first steps at rate 0.1")
        show(
            Chart("Down the slope", x: "x", y: "x²") {
                Line.function(-2...2) { $0 * $0 }
                Points(path, path.map { $0 * $0 }, "steps at rate 0.1", colour: .red)
            }, "Twelve steps down")

        // The steps get smaller on their own, because the slope does. Augustin-Louis Cauchy described this walk in 1847;
        // what is new is only how many weights take part, and how winding the valley may be.
    }
}
