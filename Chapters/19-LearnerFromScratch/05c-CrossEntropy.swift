// # Cross-entropy
//
// Section 19.5 · After this page you can write cross-entropy, say what its gradient is, and check it against others.

import Figures
import Notebook
import Tensors

// Put the two parts together, and you have the loss for pictures that belong to one of several classes,
// *cross-entropy*. (The book takes the mean of the result once more. The mean of a single number is that number.)

/// The mean of −ln p of each item's own class, p by softmax. (The book's `cross_entropy`.)
///
/// scores [n, classes] · n labels, each 0 ..< classes → []
public func crossEntropy(_ scores: Tensor, _ labels: [Int]) -> Tensor { nll(logSoftmax(scores), labels) }

extension LearnerFromScratch {
    func sameAsTheEngines() throws {
        // The engine has it in one piece, `softmaxCrossEntropy`, with a loss for each item. Are value and gradient the
        // same? On the scores of the first untrained net:
        let (scores, labels) = (try untrainedScores[0], try batch.labels)
        let (ours, engines) = (scores.requiringGrad(), scores.requiringGrad())
        let (loss, itsLoss) = (
            crossEntropy(ours, labels), engines.softmaxCrossEntropy(IntTensor(labels)).mean()
        )
        loss.backward()
        itsLoss.backward()
        show(abs(loss.item - itsLoss.item), "difference between the losses")
        show(largestDifference(ours.grad!, engines.grad!), "largest difference in a gradient")
    }

    func probabilitiesMinusTruth() {
        // What does the gradient look like? One picture, four classes, and the second class is the right one:
        let names = ["class 0", "class 1", "class 2", "class 3"]
        let scores = Tensor([[2, 1, 0, -1]]).requiringGrad()
        crossEntropy(scores, [1]).backward()
        let (probabilities, gradient) = (logSoftmax(scores.detached()).exp(), scores.grad!)
        show(
            Chart("The gradient: probabilities minus truth", y: "probability, slope", yLimits: -0.85...0.85) {
                Bars(names, probabilities.scalars, "probability")
                Bars(names, gradient.scalars, "slope of the loss in this score")
            }, "Scores of 2, 1, 0 and -1, and class 1 is right")

        // For three classes the two bars are the same. For the right one the slope is the probability minus 1. That is
        // all there is to it: every wrong score is pushed down by as much as it is believed, and the right one is
        // pushed up by what is missing.
        show(
            abs(gradient.sum().item) < 1e-6, "all slopes together are 0, but for rounding",
            predict: .number(
                "The probabilities add up to 1, the truth adds up to 1. What do the slopes add up to?", 0,
                within: .plusMinus(1e-4)))

        // So no slope is ever beyond ±1, however wrong the model is. A loss that punishes confident mistakes without
        // limit has a gradient that stays within limits. (For a batch, the slopes are divided by the number of items.)
    }

    func chanceAndCertainty() {
        // Finally a feeling for the numbers. What loss belongs to which probability of the right class?
        let probabilities: [Float] = [0.99, 0.9, 0.5, 0.1, 0.01, 0.001]
        var table = TextTable(["probability of the right class", "loss of the item"], decimals: 3)
        for p in probabilities { table.add(p, nll(Tensor([[p]]).log(), [0]).item) }
        show(table, "What a loss says")

        // To be sure and wrong once, at 0.001, costs as much as to be undecided between two classes ten times.
    }
}
