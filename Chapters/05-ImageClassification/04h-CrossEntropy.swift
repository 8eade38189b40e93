// # Cross-entropy
//
// Section 5.4 · After this page you can build the loss of every classifier from its two parts, and call it by all of
// its names.

import Figures
import Foundation
import Notebook
import Tensors
import Training

// Softmax, the column of the target, the logarithm of it, a minus, and the mean over the items. That is
// *cross-entropy*:

extension ImageClassification {
    func sixLosses() {
        let (x, targets) = (bookActivations, bookTargets)
        let picked = pickedColumn(softmax(x), targets)
        let losses = -picked.log()
        let book: [Float] = [0.5067, 0.6973, 2.0160, 5.6958, 0.9062, 1.0048]
        var table = TextTable(["picture", "label", "p(three)", "p(seven)", "picked", "-ln", "the book's"], decimals: 4)
        let p = softmax(x)
        for row in 0..<6 {
            table.add(
                row, Int(targets[row].item), p[row, 0].item, p[row, 1].item, picked[row].item, losses[row].item,
                book[row])
        }
        show(
            table, "From activations to losses",
            predict: .count(
                "Which picture has the largest loss, counted from 0? (The fourth has 0.0034 in its own column.)",
                losses.argmax(axis: 0).item))
        record(
            "cross-entropy/mean", losses.mean().item, book: 1.8045,
            differs: "from the book's activations as printed, to four decimals")

        // Picture 3 has more than half of the whole loss. The net was sure, and wrong.
    }
}

// In two steps, something may get lost on the way. Where the right class is far behind, softmax rounds its probability
// to 0, and the logarithm makes -∞ of it. Where it is far ahead, softmax rounds to 1, and the loss is 0 though it is
// not. In one step, neither happens: ln (eˣⁱ / Σ eˣ) is xᵢ - ln Σ eˣ.

/// ln softmax along an axis, in one. x [n, classes] → the same shape. (The book's `log_softmax`.)
public func logSoftmax(_ x: Tensor, axis: Int = 1) -> Tensor {
    let shifted = x - x.detached().max(axes: [axis], keepingAxes: true)
    return shifted - shifted.exp().sum(axis: axis, keepingAxes: true).log()
}

extension ImageClassification {
    func inOneStepOrTwo() {
        let leads: [Float] = [-200, -100, -20, 0, 10, 15, 20]
        let x = Tensor(leads.map { [$0, 0] })
        let (two, one) = (softmax(x).log(), logSoftmax(x))
        var table = TextTable(["lead", "softmax, then ln", "both in one", "exactly"], decimals: 10)
        for (row, lead) in leads.enumerated() {
            table.add(Int(lead), two[row, 0].item, one[row, 0].item, -log1p(exp(-Double(lead))))
        }
        show(
            table, "ln of the probability of a class, by its lead over the only other",
            predict: .yesNo(
                "A class is 200 behind. Softmax first, then the logarithm: is the result about -200?",
                abs(two[0, 0].item + 200) < 1))

        // At the lower end, one step gives what is right to the last digit. At the upper end it, too, runs out of
        // digits, since ln (1 + 2 · 10⁻⁹) is 0 for a `Float`. That does no harm: where the loss is so small, nothing is
        // left to learn.
        show(
            (logSoftmax(bookActivations) - bookActivations.logSoftmax(axis: 1)).abs().max().item < 1e-6,
            "on the six pictures, it equals the engine's `logSoftmax(axis: 1)`")
    }
}

// So `nllLoss` expects *logarithms of probabilities*, and takes none itself. That explains its name. Losses come in two
// forms: functions, which are called with activations and targets; and values, which are made first and called like
// functions after that. They can be kept, and carry settings:

/// Cross-entropy with its settings. (The book's `nn.CrossEntropyLoss`.)
public struct CrossEntropyLoss {
    /// The mean over all items, their sum, or each by itself.
    public var reduction: LossReduction

    public init(reduction: LossReduction = .mean) { self.reduction = reduction }

    /// activations [n, classes] · targets [n]
    public func callAsFunction(_ activations: Tensor, _ targets: IntTensor) -> Tensor {
        nllLoss(logSoftmax(activations), targets, reduction: reduction)
    }
}

extension ImageClassification {
    func allNamesOfIt() {
        let (x, targets) = (bookActivations, bookTargets)
        let lossFunction = CrossEntropyLoss()
        var table = TextTable(["cross-entropy", "of six pictures"], decimals: 5)
        table.add("by hand", (-pickedColumn(softmax(x), targets).log()).mean().item)
        table.add("`nllLoss` of `logSoftmax`", nllLoss(logSoftmax(x), targets).item)
        table.add("`CrossEntropyLoss()`, called", lossFunction(x, targets).item)
        table.add("the engine's `crossEntropy` (the book's `F.cross_entropy`)", crossEntropy(x, targets).item)
        table.add("its sum", crossEntropy(x, targets, reduction: .sum).item)
        show(
            table, "One loss, many names",
            predict: .number(
                "The mean of the six losses is 1.8045. What is their sum?",
                crossEntropy(x, targets, reduction: .sum).item))
        show(CrossEntropyLoss(reduction: .none)(x, targets), "one loss for each item (the book's `reduction='none'`)")
    }

    func softmaxTwice() {
        // **Wrong on purpose.** `crossEntropy` takes activations. Whoever puts a softmax before it gets no error, and
        // training even works a little. But a probability is a poor activation: no lead is above 1. Let a net be right
        // and perfectly sure, among more and more classes:
        var table = TextTable(
            ["classes", "loss of activations", "loss of probabilities", "least it can be"], decimals: 4)
        var least: Float = 0
        for classes in [2, 3, 10, 37] {
            let x = Tensor([[50] + [Float](repeating: 0, count: classes - 1)])
            let target = IntTensor([0])
            least = crossEntropy(softmax(x), target).item
            table.add(classes, crossEntropy(x, target).item, least, log(1 + Double(classes - 1) / exp(1)))
        }
        show(
            table, "Right and perfectly sure, with one softmax and with two",
            predict: .yesNo("With a softmax too many, and 37 classes: can the loss get below 2?", least < 2))

        // A loss that stays far above 0 while the accuracy is fine is the sign of it.
    }
}
