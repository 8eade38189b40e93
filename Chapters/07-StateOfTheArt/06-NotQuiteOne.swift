// # Not quite one
//
// Section 7.6 · After this page you can smooth the targets of any number of classes, and compute the loss without
// building them.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training

// A one-hot target says: this class, and no other at all. A net that gives the right class 0.999 is still told to do
// better, and it can, for ever: there is always a larger score. It ends by being sure of everything, also of what is
// wrong. And some targets *are* wrong. Somebody clicked on the wrong button, or there are two bears of two kinds in the
// photo, or two people would not agree what it shows. A target that claims to be certain teaches a net not to doubt
// even there.
//
// *Label smoothing* takes a little away from the 1 and gives it to all. With N classes and a share ε, mostly 0.1, every
// class gets ε / N, and the right one 1 − ε besides. In words: "I am 90 % sure; otherwise it could be anything". It is
// from C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens and Z. Wojna, "Rethinking the Inception Architecture for Computer
// Vision" (2015).

/// The target of a class among N: 1 − ε + ε/N for itself, ε/N for each other [classes].
public func smoothedTarget(_ label: Int, classes n: Int, smoothing ε: Float = 0.1) -> Tensor {
    (1 - ε) * Tensor.eye(n)[label] + ε / Float(n)
}

extension StateOfTheArt {
    func smoothedTargets() {
        // Imagenette has ten classes. The target of class 3:
        let target = smoothedTarget(3, classes: 10)
        show(
            rounded(target[3].item), "number 3 of the target",
            ask: "Ten classes, ε is 0.1. What is the number of the right class in the target?")
        show(target, "the target of class 3 among ten")
        show(rounded(target.sum().item), "its sum", ask: "And what do all ten add up to?")

        // The last but one question of the book has five classes, of which number 1 is right:
        let five = smoothedTarget(1, classes: 5).scalars.map(rounded)
        show(
            five, "the target of class 1 among five",
            predict: .numbers("Five classes, ε is 0.1, class 1 is right. What are the five numbers?", five))

        // Elsewhere you may meet another convention: 1 − ε for the right class, and ε / (N − 1) for each of the others,
        // so that the right one gets nothing of what is spread. It is the same thing with another ε, that of the book
        // times (N − 1) / N; but for two classes the two differ by a factor of two.
        var table = TextTable(
            ["classes", "right: book's way", "other way", "wrong: book's way", "other way"], decimals: 4)
        for n in [2, 5, 10, 1000] {
            let count = Double(n)
            table.add(n, 1 - 0.1 + 0.1 / count, 1 - 0.1, 0.1 / count, 0.1 / (count - 1))
        }
        show(table, "Two conventions, ε = 0.1")
    }
}

// As with Mixup, nobody needs to build these rows. -Σ target · ln p falls apart into two sums: the usual loss, with a
// weight of 1 − ε, and a loss that asks for all classes alike, with a weight of ε:

/// Cross-entropy with smoothed labels: scores [n, classes] · labels [n] → the mean over the items. (The book's
/// `LabelSmoothingCrossEntropy`.)
public struct LabelSmoothingCrossEntropy: Sendable {
    public let smoothing: Float

    public init(smoothing: Float = 0.1) { self.smoothing = smoothing }

    public func callAsFunction(_ scores: Tensor, _ labels: IntTensor) -> Tensor {
        let logProbabilities = scores.logSoftmax(axis: 1)
        let ofLabels = nllLoss(logProbabilities, labels)
        let ofAllClasses = -logProbabilities.mean()
        return (1 - smoothing) * ofLabels + smoothing * ofAllClasses
    }
}

extension StateOfTheArt {
    func lossOfSixPhotos() {
        // Six photos and two classes, as in chapter 5. The net is right about the first alone, nearly undecided
        // about the second, and very wrong about the fourth.
        let scores = Tensor([
            [0.6734, 0.2576], [0.4689, 0.4607], [-2.2457, -0.3727], [4.4164, -1.2760], [0.9233, 0.5347],
            [1.0698, 1.6187],
        ])
        let labels = IntTensor([0, 1, 0, 1, 1, 0])
        let (plain, smoothed) = (crossEntropy(scores, labels), LabelSmoothingCrossEntropy()(scores, labels))
        show(fixed(plain.item, 4), "cross-entropy")
        show(
            fixed(smoothed.item, 4), "the same with smoothed labels",
            predict: .change(
                "The loss of six photos is 1.80444. With smoothed labels it is …", from: plain.item,
                to: smoothed.item))

        // Smaller, since a mistake counts for a little less. For a net that is right and sure it would be larger:
        let right = Tensor([[5, -5], [-5, 5]])
        show(
            [
                crossEntropy(right, IntTensor([0, 1])).item,
                LabelSmoothingCrossEntropy()(right, IntTensor([0, 1])).item,
            ],
            "right and very sure: cross-entropy, and with smoothed labels")

        // Three ways to the same number: this struct, cross-entropy with the rows, and the engine's own, which does it
        // in one pass:
        let rows = Tensor.stack(labels.scalars.map { smoothedTarget($0, classes: 2) })
        show(
            [smoothed.item, crossEntropy(scores, rows).item, crossEntropy(scores, labels, smoothing: 0.1).item],
            "by two sums, by rows, by the engine")
        record("smoothing/loss-of-six", smoothed.item)
        record("smoothing/loss-of-six-plain", plain.item)
    }
}

// MARK: Helpers

/// Without what a Float adds behind the fourth decimal.
private func rounded(_ number: Float) -> Double { (Double(number) * 1e4).rounded() / 1e4 }
