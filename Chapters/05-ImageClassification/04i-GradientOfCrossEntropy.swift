// # The gradient of cross-entropy
//
// Section 5.4 · After this page you can write the gradient of cross-entropy down, and say what is good about it.

import Figures
import Foundation
import Notebook
import Tensors
import Training

// What a net learns from is not the loss, it is its gradient. How does the loss of an item, ln Σ eˣ - x(target), change
// with an activation? The first part has the slope eˣⁱ / Σ eˣ, which is softmax. The second has the slope -1 for the
// target, and 0 for all others. A row with a 1 for the target and 0 elsewhere is called *one-hot*, so:
//
//     gradient = softmax(x) - oneHot(target)
//
// It is what the net says less what it should say. (For the mean over n items, divide by n.)

/// A row for each target, with a 1 in its column. targets [n] → [n, classes]
public func oneHot(_ targets: IntTensor, classes: Int) -> Tensor {
    Tensor(targets.scalars.map { target in (0..<classes).map { $0 == Int(target) ? 1 : 0 } })
}

extension ImageClassification {
    func threeGradients() {
        // For the six pictures, in three ways: by the formula, by `backward`, and by nudging, with numbers of double
        // precision. All three for the *sum* of the losses:
        let targets = bookTargets
        let formula = softmax(bookActivations) - oneHot(targets, classes: 2)
        let x = bookActivations.requiringGrad()
        crossEntropy(x, targets, reduction: .sum).backward()
        let nudged = nudgedGradient(of: bookActivations, targets)
        var table = TextTable(
            ["picture", "label", "formula: 3", "7", "backward: 3", "7", "nudging: 3", "7"], decimals: 4)
        for row in 0..<6 {
            table.rows.append(
                [row, Int(targets[row].item)] + formula[row].scalars + x.grad![row].scalars + nudged[row])
        }
        show(
            table, "The gradient of the sum of six losses",
            predict: .number(
                "Picture 3 is a seven, and gets 0.9966 for a three. The gradient of that activation?",
                formula[3, 0].item))
        record("gradient/formula-minus-backward", (formula - x.grad!).abs().max().item)

        // Each row adds up to 0: what the right class gains, the others lose. And no number is beyond 1, however wrong
        // the net is. A single photo cannot throw the net off.
    }

    func errorsAndGradients() {
        // Now compare. The squared error of a number a and its target b has the gradient 2 (a - b), and the absolute
        // error the gradient 1 or -1. Set beside each other, by the error that was made. (For cross-entropy there are
        // two classes. Where the first one is right, its probability p can only be too low, and the error is p - 1;
        // where it is wrong, the error is p. The activation that gives p is ln (p / (1 - p)), beside a 0 for the second
        // class.) `slopes` asks autograd for each:
        let errors = Tensor.linspace(-0.975, 0.975, 40)
        func slopes(_ start: Tensor, _ loss: (Tensor) -> Tensor) -> [Float] {
            let x = start.requiringGrad()
            loss(x).sum().backward()
            return x.grad!.scalars
        }
        let isRight = errors.scalars.map { $0 < 0 }
        let p = Tensor(zip(errors.scalars, isRight).map { $1 ? 1 + $0 : $0 })
        let ofCrossEntropy = slopes((p / (1 - p)).log()) {
            crossEntropy(.stack([$0, $0 * 0], axis: 1), IntTensor(isRight.map { $0 ? 0 : 1 }), reduction: .sum)
        }
        show(
            Chart(
                "The gradient is as large as the error", x: "error: prediction less target",
                y: "gradient of the activation"
            ) {
                Line(errors.scalars, ofCrossEntropy, "cross-entropy: p - y")
                Line(errors.scalars, slopes(errors) { $0.squared() }, "squared error: 2 (a - b)")
                Line(errors.scalars, slopes(errors) { $0.abs() }, "absolute error")
            }, "Gradients by the error")

        // For both of the straight lines, being half as wrong means half the push, so steps get small on their own as
        // the net gets better. There are no sudden jumps. The absolute error pushes as hard as ever until it is past
        // the target, and then pushes back.
    }

    func pushesOfTwoLosses() {
        // That is, if the squared error meets the activation itself, as for a net that predicts a number. On
        // *probabilities* it is another story: between the activation and the loss stands softmax, and it is flat at
        // both ends. Two classes, and the right one leads by what the axis says:
        let leads = Tensor.linspace(-12, 12, 241).requiringGrad()
        let pairs = Tensor.stack([leads, leads * 0], axis: 1)
        let targets = IntTensor([Int](repeating: 0, count: 241))
        crossEntropy(pairs, targets, reduction: .sum).backward()
        let ofCrossEntropy = leads.grad!
        let again = Tensor.linspace(-12, 12, 241).requiringGrad()
        let p = softmax(Tensor.stack([again, again * 0], axis: 1))
        (p - oneHot(targets, classes: 2)).squared().sum().backward()
        let ofSquares = again.grad!
        show(
            Chart(
                "Wrong and sure: cross-entropy pushes, the squared error does not",
                x: "lead of the right class", y: "push (minus the gradient)"
            ) {
                Line(leads.detached().scalars, (-ofCrossEntropy).scalars, "cross-entropy")
                Line(leads.detached().scalars, (-ofSquares).scalars, "squared error of probabilities")
                Rule(x: 0)
            }, "How hard two losses push, by how wrong the net is")
        var table = TextTable(["lead of the right class", "cross-entropy", "squared error", "ratio"], decimals: 6)
        for place in [20, 60, 100, 120, 140, 180] {
            let (a, b) = (-ofCrossEntropy[place].item, -ofSquares[place].item)
            table.add(Int(leads[place].item.rounded()), a, b, a / b)
        }
        show(
            table, "The pushes in numbers",
            predict: .change(
                "The right class is 10 behind, then only 2. Does the push of the squared error get smaller or larger?",
                from: -ofSquares[20].item, to: -ofSquares[100].item))

        // Where the net is most wrong, at the left, the squared error of probabilities has nothing to say.
        // Cross-entropy has a logarithm that undoes the power in softmax, and so the push stays. This is what the two
        // were made for.
    }
}

// MARK: Helpers

/// The slope of the sum of losses along each activation, in double precision.
private func nudgedGradient(of x: Tensor, _ targets: IntTensor) -> [[Double]] {
    func loss(_ row: [Double], _ target: Int) -> Double { log(row.map { exp($0) }.reduce(0, +)) - row[target] }
    return (0..<x.shape[0]).map { item in
        let (row, target) = (x[item].scalars.map { Double($0) }, Int(targets[item].item))
        return row.indices.map { place in
            var (up, down) = (row, row)
            up[place] += 1e-4
            down[place] -= 1e-4
            return (loss(up, target) - loss(down, target)) / 2e-4
        }
    }
}
