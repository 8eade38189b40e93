// # Sigmoid
//
// Section 4.11 · After this page you can squeeze any score into a probability, and tell a loss from a
// metric.

import Figures
import Notebook
import Tensors

// Wanted: a function that turns any number into one between 0 and 1, rises everywhere, and has no
// corners or flat stretches where a gradient would get lost. The *sigmoid* is such a function:

/// 1 / (1 + e⁻ˣ): from any number to one between 0 and 1.
public func sigmoid(_ x: Tensor) -> Tensor { 1 / (1 + (-x).exp()) }

extension DigitClassifier {
    func sigmoidFunction() {
        // It is named after its shape, an S:
        show(
            Chart("Sigmoid", x: "x", y: "1 / (1 + e⁻ˣ)") {
                Line.function(-4...4) { sigmoid($0) }
                Rule(y: 0.5)
            }, "The sigmoid")

        // The engine has it, too (`x.sigmoid()`, one pass over memory instead of four). Ours and
        // the engine's agree:
        let x = Tensor.linspace(-4, 4, 9)
        show((sigmoid(x) - x.sigmoid()).abs().max().item < 1e-6, "ours equals the engine's")
    }
}

// Put in front of the loss, it makes the loss safe for any score. A higher score means "more sure that
// it is a three":

/// How wrong the predictions are, after squeezing the scores to 0...1: the mean of 1 - p where the
/// target is 1, else of p.
///
/// scores [n, 1], targets [n, 1] → one number. Targets [n] would broadcast to [n, n] and compare
/// every item with every other, so shapes must be equal.
public func mnistLoss(_ scores: Tensor, _ targets: Tensor) -> Tensor {
    require(
        scores.shape == targets.shape, "mnistLoss of \(scores.shape) and \(targets.shape)",
        "scores and targets differ in shape", try: "targets.unsqueezed(1)")
    return mnistLossV1(scores.sigmoid(), targets)
}

extension DigitClassifier {
    func lossOfScores() {
        // Here are four scores; all four images are threes:
        let loss = mnistLoss(Tensor([[-11.1002], [5.9263], [9.9627], [-8.1484]]), .ones(4, 1))
        show(loss.item, "the loss of four scores, all threes")
        record("loss/four-scores", loss.item, book: 0.5006)

        // Now there are two numbers that say how good a model is, for two readers. The *metric*,
        // accuracy, is for people. The *loss* is for the machine: it must have a useful slope
        // everywhere. It is a compromise between what we want and what can be learned from. Judge a
        // model by its metric.
    }
}
