// # The logarithm of softmax
//
// Section 21.9 · After this page you can compute the loss from scores without losing it on the way, and know its
// gradient.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Softmax, then the logarithm: two steps, and between them the loss may get lost. Scores of 0 and 200 make a
// probability of e⁻²⁰⁰ for the first class, which is 0 for a float. Its logarithm is minus infinity, though the right
// answer is -200. So do both in one. The logarithm of a quotient is a difference, and the logarithm of eˣ is x:
//
//     ln softmax(x)ᵢ = xᵢ - ln (eˣ¹ + eˣ² + … + eˣⁿ)
//
// with the largest score subtracted first, as before:

/// ln softmax along an axis. x [n, classes] → the same shape
public func logSoftmax(_ x: Tensor, axis: Int) -> Tensor {
    let shifted = x - x.detached().max(axes: [axis], keepingAxes: true)
    return shifted - shifted.exp().sum(axis: axis, keepingAxes: true).log()
}

extension BirdsAndAirplanes {
    func inOneStep() {
        let scores = Tensor([[0, 200], [1, 2]])
        let inTwo = softmax(scores, axis: 1).log()
        show(
            inTwo, "softmax, then the logarithm",
            predict: .yesNo(
                "Scores 0 and 200. Softmax, then the logarithm: is the first result -200?", inTwo[0, 0].item == -200))
        show(logSoftmax(scores, axis: 1), "both in one")
        show(
            (logSoftmax(scores, axis: 1) - scores.logSoftmax(axis: 1)).abs().max().item < 1e-6,
            "the engine's `logSoftmax(axis: 1)` agrees (the book's `LogSoftmax(dim=1)`)")
    }
}

// The loss then takes *log-probabilities*. And it takes the mean in place of the sum, so that a batch of 64 and a batch
// of 16 have losses of the same size. (The book's formula is a sum; the function of its library, `NLLLoss`, takes the
// mean unless told otherwise.)

/// Mean of -ln p(label), from log-probabilities [n, classes] and labels [n].
public func meanNegativeLogLikelihood(_ logProbabilities: Tensor, _ labels: IntTensor) -> Tensor {
    -logProbabilities.gathered(axis: 1, labels.unsqueezed(1)).mean()
}

extension BirdsAndAirplanes {
    func whatTheLossTakes() {
        // On scores of three items, by hand and with the engine's `nllLoss` (the book's `NLLLoss`):
        let scores = Tensor([[2, 0], [1, 1], [0, 3]])
        let labels = IntTensor([0, 1, 0])
        let mean = meanNegativeLogLikelihood(logSoftmax(scores, axis: 1), labels)
        let sum = negativeLogLikelihood(softmax(scores, axis: 1), labels)
        var table = TextTable(["three items", "loss"], decimals: 5)
        table.add("the sum, as in the formula", sum.item)
        table.add("the mean, by hand", mean.item)
        table.add("nllLoss of log-probabilities", nllLoss(scores.logSoftmax(axis: 1), labels).item)
        show(table, "The loss of three items")

        // **Wrong on purpose:** give it probabilities. They have the right shape, and no error comes. The result is
        // minus the mean likelihood:
        let wrong = nllLoss(scores.softmax(axis: 1), labels).item
        let what = wrong < 0 ? "the loss is below 0" : wrong == mean.item ? "the loss is the same" : "it is too large"
        show(
            significant(wrong, 4), "nllLoss of probabilities",
            predict: .choice(
                "`nllLoss` gets probabilities in place of their logarithms. What happens?",
                ["the loss is the same", "it is too large", "the loss is below 0"], answer: what))

        // It falls when the net gets better, so training seems to work. But a loss below 0 gives it away: no likelihood
        // is above 1, so -ln p is never negative. And the steepness is gone, with which being wrong was punished.
    }

    func gradientOfTheLoss() {
        // How does the loss change with a score? In -xᵢ + ln (eˣ¹ + … + eˣⁿ), the first part has the slope -1 for the
        // score of the right class, and 0 for the others. The slope of the second part is eˣ over the sum, which is
        // softmax. So
        //
        //     gradient of the scores = (probabilities - one-hot labels) / n
        //
        // It is what the net says, less what it should say:
        let scores = Tensor([[2, 0], [1, 1], [0, 3]]).requiringGrad()
        let labels = IntTensor([0, 1, 0])
        meanNegativeLogLikelihood(logSoftmax(scores, axis: 1), labels).backward()
        let oneHot = Tensor([[1, 0], [0, 1], [1, 0]])
        let formula = (softmax(scores.detached(), axis: 1) - oneHot) / 3
        show(formula, "by the formula")
        show((scores.grad! - formula).abs().max().item < 1e-6, "backward says the same")

        // And so does nudging. Each score goes up and down by a hundredth, alone:
        let nudged = (0..<6).map { place -> Float in
            func loss(_ nudge: Float) -> Float {
                var moved = scores.detached().scalars
                moved[place] += nudge
                return meanNegativeLogLikelihood(logSoftmax(Tensor(shape: [3, 2], moved), axis: 1), labels).item
            }
            return (loss(0.01) - loss(-0.01)) / 0.02
        }
        show((Tensor(nudged) - formula.flattened()).abs().max().item < 1e-3, "and so does nudging")
        let slope = significant(scores.grad![2, 1].item, 4)
        show(
            slope, "gradient of the wrong score of the third item",
            predict: .number(
                "Scores 0 and 3 for an item of class 0, one of three: the gradient of the 3, about?",
                slope, within: .percent(10)))
    }
}
