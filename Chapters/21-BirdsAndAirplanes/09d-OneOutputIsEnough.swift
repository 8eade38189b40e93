// # For two classes, one output is enough
//
// Section 21.9 · After this page you can tell birds from airplanes with a single score, and get the same loss.

import Figures
import Notebook
import Tensors
import Training

// If the probability of a bird is p, that of an airplane is 1 - p. So one output would do. Softmax of two scores a and
// b gives the second class eᵇ / (eᵃ + eᵇ). Divide above and below by eᵇ:
//
//     p = 1 / (1 + e^(a - b)) = σ(b - a)
//
// That is the sigmoid of section 4.11, of the difference of the scores. The loss is -ln p for a bird and -ln (1 - p)
// for an airplane. With y = 1 for a bird and y = 0 for an airplane, both fit into one line, *binary cross-entropy*:

/// Mean of -y ln p - (1 - y) ln (1 - p). probabilities [n], targets [n], 0 or 1
public func binaryLoss(_ probabilities: Tensor, _ targets: Tensor) -> Tensor {
    -(targets * probabilities.log() + (1 - targets) * (1 - probabilities).log()).mean()
}

extension BirdsAndAirplanes {
    func sigmoidOfTheDifference() {
        // Four items with two scores each. Two ways, the same probabilities, losses and gradients:
        let scores = Tensor([[2, 0], [1, 1], [0, 3], [-1, 1]]).requiringGrad()
        let labels = IntTensor([0, 1, 0, 1])
        let difference = scores[0..., 1] - scores[0..., 0]
        show(softmax(scores.detached(), axis: 1)[0..., 1], "probability of the second class by softmax")
        show(difference.detached().sigmoid(), "sigmoid of the difference of the scores")

        let two = meanNegativeLogLikelihood(logSoftmax(scores, axis: 1), labels)
        two.backward()
        let gradient = scores.grad!
        let single = scores.detached().requiringGrad()
        let one = binaryLoss((single[0..., 1] - single[0..., 0]).sigmoid(), Tensor(labels))
        one.backward()
        show(
            "\(two.item) and \(one.item)", "loss with two outputs, and with one",
            predict: .yesNo(
                "Softmax of two scores, or the sigmoid of their difference: is the loss the same?",
                abs(two.item - one.item) < 1e-6))
        show((gradient - single.grad!).abs().max().item < 1e-6, "the gradients of all eight scores agree, too")
        record("binary/difference-of-losses", abs(two.item - one.item))
    }

    func threeFormsOfIt() {
        // The engine has it from probabilities (`binaryCrossEntropy`, PyTorch's `BCELoss`) and from scores, which are
        // called *logits* here (`binaryCrossEntropyWithLogits`; in PyTorch `BCEWithLogitsLoss`. The book writes
        // `BCELossWithLogits`, a name that does not exist). For two reasonable scores, and for two that are far out:
        let targets = Tensor([1, 0])
        var table = TextTable(
            ["scores of a bird and an airplane", "by hand", "of probabilities", "of scores"], decimals: 4)
        var right: Float = 0
        for scores in [Tensor([0.5, -1]), Tensor([-200, 200])] {
            let p = scores.sigmoid()
            right = binaryCrossEntropyWithLogits(scores, targets).item
            table.add(
                "\(scores[0].item), \(scores[1].item)", binaryLoss(p, targets).item,
                binaryCrossEntropy(p, targets).item, right)
        }
        show(
            table, "Binary cross-entropy in three forms",
            predict: .number(
                "A bird with the score -200, an airplane with 200: what should the mean loss be?",
                right))

        // As floats, σ(200) is 1, and ln (1 - 1) is minus infinity. By hand the loss is lost. `binaryCrossEntropy` cuts
        // its logarithms at -100, so that it is at least a number. The form that takes scores never makes a
        // probability, and is right. Exercise 21.13 builds it.
    }
}
