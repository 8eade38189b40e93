// # Stochastic gradient descent, the idea
//
// Section 4.5 · After this page you can name the seven steps of learning and walk them on a parabola.

import Common
import Datasets
import Figures
import Notebook
import Tensors

// Pixel similarity cannot get better. There is nothing in it to adjust: it has no weights, so Arthur Samuel's
// recipe from chapter 1 (try an assignment of weights, measure how well it does, change it for the better, all by
// itself) has nothing to work on.
//
// So give every pixel a weight. An image of an 8 has ink in places where a 7 has none. If the weights are high
// there and low elsewhere, the weighted sum of the pixels is high for an 8. In a formula, with pixels xᵢ and
// weights wᵢ, and in code:
//
//     score = Σ wᵢ · xᵢ

/// A first idea of a learnable digit detector: every pixel has a weight, and the score is the
/// weighted sum. (The book's `pr_eight`.) x [784], w [784] → one number
public func scoreOfEight(_ x: Tensor, _ w: Tensor) -> Tensor { (x * w).sum() }

extension DigitClassifier {
    func weightsOfAnEight() {
        // Try it. There are no eights among our digits, so let the generator draw two hundred, and as many sevens.
        // `reshaped(-1, 784)` lays the rows of every image end to end (-1 means "as many as there are"). For
        // weights, take the ink of the average eight minus the ink of the average seven:
        let drawn = DigitImages.generated(digits: [7, 8], train: 200, valid: 0, seed: run.seed).train
        let sevens = Tensor(drawn.images(of: 7)).reshaped(-1, 784) / 255
        let eights = Tensor(drawn.images(of: 8)).reshaped(-1, 784) / 255
        let byHand = eights.mean(axis: 0) - sevens.mean(axis: 0)
        let reach = byHand.abs().max().item
        let weights = Raster(byHand.reshaped(28, 28), range: -reach...reach, colours: .signed)
        show(
            ImageGrid(
                [picture(eights[0].reshaped(28, 28)), picture(sevens[0].reshaped(28, 28)), weights],
                titles: ["an eight", "a seven", "weights"], scale: ColourScale(-reach...reach, .signed)),
            "Weights that like eights: red is above 0, blue below")

        // At the bottom right, for instance, where only eights have ink, the weights are high. Random weights know
        // nothing; which digit they prefer is up to chance. (A function with `using:` takes its random numbers from
        // that generator.)
        var random = run.random
        let atRandom = Tensor.randn(784, using: &random)
        var table = TextTable(["weights", "mean score of the eights", "of the sevens"], decimals: 2)
        for (name, w) in [("by hand", byHand), ("at random", atRandom)] {
            let mean = { (images: Tensor) in (0..<200).reduce(0) { $0 + scoreOfEight(images[$1], w).item } / 200 }
            table.add(name, mean(eights), mean(sevens))
        }
        show(table, "Two hundred of each")
    }

    func gradientDescent() {
        // Looking for a good function has become looking for good numbers. We found some by hand, once, for one
        // pair of digits. A machine should find them by itself, and better ones. Seven steps turn random weights
        // into good ones:
        show(
            FlowChart(["init", "predict", "loss", "gradient", "step", "stop"], repeating: "step", to: "predict"),
            "The seven steps of learning (repeat is the sixth)")

        // 1. *Initialize* the weights. At random will do, since they are going to improve.
        // 2. *Predict* with them.
        // 3. Compute the *loss*: one number that says how wrong the predictions are. By convention, small is good.
        // 4. Compute the *gradient*: for every weight, how the loss would change if that weight grew.
        // 5. *Step*: change every weight a little, against its gradient.
        // 6. *Repeat* from 2.
        // 7. *Stop* when the model is good enough, when it gets worse again, or when time is up.
        //
        // Before doing this with 784 weights, do it with one.
    }
}

// Let that weight be x, and the loss x². This is the smallest example there is:

/// f(x) = x², the smallest function that has a bottom to find. (The book's `f`.)
public func parabola(_ x: Tensor) -> Tensor { x.squared() }

extension DigitClassifier {
    func slopeOfTheParabola() {
        // It is lowest at 0, and a weight that learns should find its way there. Initialize at random, say at -1.5.
        // That is the red dot:
        let start: Float = -1.5
        show(
            Chart("A loss with one weight, and a start", x: "x", y: "x²") {
                Line.function(-2...2) { $0 * $0 }
                Points([start], [start * start], "start", colour: .red)
            }, "f(x) = x², and where we begin")

        // Which way is down? You could nudge x a little and see whether the loss falls. That works:
        let nudge: Float = 0.001
        let nudged = (parabola(Tensor(start + nudge)) - parabola(Tensor(start))) / nudge
        show(
            significant(nudged.item, 5), "slope by nudging x by \(nudge)",
            ask: "By how much does x² change at -1.5, for each unit that x grows?")

        // The answer is the slope of the line that touches the curve at the dot, 2x = -3:
        show(
            Chart("The slope at the start", x: "x", y: "x²", yLimits: -1...4) {
                Line.function(-2...2) { $0 * $0 }
                Line.function(-2.0 ... -0.6, "slope −3", dashed: true) { 2.25 - 3 * ($0 + 1.5) }
                Points([start], [start * start], colour: .red)
            }, "The tangent at -1.5")

        // Nudging computes the loss once more for every weight: for the weights of an image, 784 times in every
        // step. The gradient gives all slopes at once. It is only a shortcut: both give the same answer, as section
        // 4.6 shows.
        //
        // The slope is negative, so the loss falls to the right. Go there, a fraction of the slope at a time, and
        // look again.
    }
}

// That fraction is the *learning rate*, and the walk is a loop:

/// Where gradient descent on x² goes: the starting point and every step after it.
///
/// The slope of x² at x is 2x, so a step is x -= learningRate · 2x.
public func descend(from start: Float, learningRate: Float, steps: Int) -> [Float] {
    require(steps >= 0, "\(steps) steps of descent", "there cannot be fewer than none")
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
        show(
            Tensor(Array(path.prefix(4))), "the start and three steps at rate 0.1",
            predict: .number("The slope at -1.5 is -3 and the rate 0.1: where does the first step lead?", path[1]))
        show(
            Chart("Down the slope, in ever smaller steps", x: "x", y: "x²") {
                Line.function(-2...2) { $0 * $0 }
                Points(path, path.map { $0 * $0 }, "after each step", colour: .orange)
                Points([path[0]], [path[0] * path[0]], "start", colour: .red)
            }, "Twelve steps down at rate 0.1")

        // The steps get smaller on their own, because the slope does. The book traces the idea to Newton; walking
        // against the gradient was described by Augustin-Louis Cauchy in 1847. What is new is only how many weights
        // take part, and how winding the valley may be.
    }
}
