// # Two losses, side by side
//
// Section 21.9 · After this page you can say why the squared error is a poor loss for probabilities, and give its slope
// where it matters.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training

// Softmax behind the net, one-hot labels, and the squared error between both: would that not do? Compare the two losses
// for an item of class 0 with two scores. The first should be the higher one. Both losses depend on the difference of
// the scores alone, by way of the probability p = σ(first - second) of the right class. (With two classes, softmax is a
// sigmoid. The next page shows it.) The cross-entropy, which is what people call softmax with -ln p, is -ln p. The mean
// of the two squared errors is (1 - p)²:

/// Both losses of an item of class 0 with these two scores, and their gradients for the first score.
public func bothLosses(
    _ first: Double, _ second: Double
) -> (p: Double, crossEntropy: Double, squared: Double, crossEntropySlope: Double, squaredSlope: Double) {
    let p = 1 / (1 + exp(second - first))
    let wrong = 1 / (1 + exp(first - second))  // 1 - p, without the digits that a subtraction loses
    return (p, -log(p), wrong * wrong, -wrong, -2 * p * wrong * wrong)
}

// As a landscape over both scores, a loss is drawn by its *contours*, lines along which it has the same height. Since
// it depends on a difference, they are straight, at 45 degrees. Where lines are close together, the slope is steep.
// Both landscapes have eight contours, one for each eighth of what the loss is at its highest corner:

extension BirdsAndAirplanes {
    func twoLandscapes() {
        let highest = bothLosses(-4, 4)
        let crossEntropy = (1...8).map { eighth in
            -log(exp(highest.crossEntropy * (Double(eighth) - 0.5) / 8) - 1)
        }
        let squared = (1...8).map { eighth in
            let p = 1 - (highest.squared * (Double(eighth) - 0.5) / 8).squareRoot()
            return log(p / (1 - p))
        }
        let slopes = [highest.crossEntropySlope, highest.squaredSlope].map(abs)
        show(
            ChartGrid(
                [contours("cross-entropy", crossEntropy), contours("squared error", squared)], columns: 2,
                title: "Cross-entropy slopes everywhere on the wrong side; the squared error is flat there"),
            "Contours of both losses for an item of class 0; above the dashed line the net is wrong",
            predict: .choice(
                "Both scores say the opposite of what is right. Which loss is flat there?",
                ["cross-entropy", "squared error"],
                answer: slopes[0] < slopes[1] ? "cross-entropy" : "squared error"))

        // The low corner is at the bottom right. There the first score is 4 and the second -4:
        record(
            "losses/probability-in-the-low-corner", bothLosses(4, -4).p, book: 0.9997,
            differs: "the book rounds to 99.97 %")
    }

    func numbersOfThePlateau() {
        // Along the diagonal, scores s and -s, in numbers. The last two columns are the slopes for the first score:
        var table = TextTable(["s", "p", "cross-entropy", "squared", "its slope", "slope of squared"], decimals: 6)
        for s in [4.0, 2, 0, -2, -4] {
            let one = bothLosses(s, -s)
            table.rows.append([
                s.formatted(), one.p, one.crossEntropy, one.squared, one.crossEntropySlope, one.squaredSlope,
            ])
        }
        show(table, "Scores s and -s, an item of class 0")
        let worst = bothLosses(-4, 4)
        record("losses/slope-of-cross-entropy-at-worst", worst.crossEntropySlope)
        record("losses/slope-of-squared-error-at-worst", worst.squaredSlope)
        show(
            fixed(worst.crossEntropySlope / worst.squaredSlope, 0),
            "times steeper is cross-entropy in the worst corner",
            predict: .number(
                "At s = -4, how many times steeper is cross-entropy than the squared error?",
                worst.crossEntropySlope / worst.squaredSlope, within: .percent(30)))

        // Why? The slope of (1 - p)² is -2 (1 - p) times the slope of p. And the slope of p is p (1 - p), which is next
        // to nothing where p is near 0: there softmax is flat, and a squared error of at most 1 cannot make up for it.
        // The logarithm can. Its slope, 1/p, cancels the p. So the slope of the squared error is 2 p (1 - p) times that
        // of cross-entropy. That factor is never more than a half:
        show(
            Chart(
                "Cross-entropy goes on pulling where the squared error gives up", x: "s, for scores s and -s",
                y: "slope for the first score"
            ) {
                Line.function(-4...4, "cross-entropy") { bothLosses($0, -$0).crossEntropySlope }
                Line.function(-4...4, "squared error", dashed: true) { bothLosses($0, -$0).squaredSlope }
            }, "Slopes of both losses along the diagonal, from wrong (left) to right")
    }

    func slopesByTheEngine() {
        // The engine's losses agree with the formulas. `mseLoss` takes the mean over the two outputs:
        let scores = [4, 2, 0, -2, -4].map { Tensor([[$0, -$0]] as [[Float]]) }
        var furthest = 0.0
        for one in scores {
            let (a, b) = (one.requiringGrad(), one.requiringGrad())
            let (crossEntropy, squared) = (
                nllLoss(a.logSoftmax(axis: 1), IntTensor([0])), mseLoss(b.softmax(axis: 1), Tensor([[1, 0]]))
            )
            crossEntropy.backward()
            squared.backward()
            let formula = bothLosses(Double(one[0, 0].item), Double(one[0, 1].item))
            let pairs = [
                (crossEntropy.item, formula.crossEntropy), (squared.item, formula.squared),
                (a.grad![0, 0].item, formula.crossEntropySlope), (b.grad![0, 0].item, formula.squaredSlope),
            ]
            furthest = pairs.reduce(furthest) { max($0, abs(Double($1.0) - $1.1)) }
        }
        show(furthest < 1e-5, "losses and slopes of the engine are those of the formulas")
    }

    // MARK: Helpers

    /// Lines first - second = difference within the square from -4 to 4.
    private func contours(_ title: String, _ differences: [Double]) -> Chart {
        Chart(
            title, x: "score of the right class", y: "score of the wrong class", xLimits: -4...4, yLimits: -4...4
        ) {
            differences.map { difference in
                let (low, high) = (max(-4, -4 + difference), min(4, 4 + difference))
                return Line([low, high], [low - difference, high - difference], colour: .blue)
            }
            Line([-4, 4], [-4, 4], colour: .black, dashed: true)
        }
    }
}
