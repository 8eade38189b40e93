// # Binary cross-entropy
//
// Section 6.3 · After this page you can write the loss of any number of yes-or-no questions, and know why it is not
// computed the way it is written.

import Common
import Figures
import Notebook
import Tensors
import Training

// The loss is an old friend. For threes and sevens, chapter 4 took the sigmoid of one activation, and measured how far
// it was from the target: 1 - p where the target is 1, and p where it is 0. Chapter 5 added the logarithm. Both
// together, for every column by itself:

/// The mean of -ln p where the target is 1, and of -ln(1 - p) elsewhere, p being the sigmoid. (The book's
/// `binary_cross_entropy`.)
public func plainBinaryCrossEntropy(_ activations: Tensor, _ targets: Tensor) -> Tensor {
    let p = activations.sigmoid()
    return -Tensor.where(targets .== 1, p, 1 - p).log().mean()
}

extension OtherVisionProblems {
    func oneQuestion() {
        // One activation of 2, whose sigmoid is 0.88:
        let yes = plainBinaryCrossEntropy(Tensor([2]), Tensor([1])).item
        let no = plainBinaryCrossEntropy(Tensor([2]), Tensor([0])).item
        show(fixed(yes, 4), "the loss if the thing is there")
        show(
            fixed(no, 4), "the loss if it is not",
            predict: .choice(
                "The net says 0.88 for a thing. When is the loss larger?",
                ["if the thing is there", "if it is not there"],
                answer: yes > no ? "if the thing is there" : "if it is not there"))
    }

    func theRowWithFourTargets() {
        // The book's row of activations, with four different targets:
        let row = Tensor(BookPascal.activations)
        var table = TextTable(["on the photo", "loss"], decimals: 5)
        let targets: [(String, [String])] = [
            ("nothing", []), ("an aeroplane (place 0)", ["aeroplane"]), ("a car (place 6)", ["car"]),
            ("a dog (place 11)", ["dog"]),
        ]
        for (name, labels) in targets {
            table.add(name, plainBinaryCrossEntropy(row, multiHot(labels, classes: BookPascal.classes)!).item)
        }
        show(
            table, "One row, four targets",
            predict: .choice(
                "The activation of car is 3.6, that of dog -1.8. For which photo is the loss the lowest?",
                ["nothing", "an aeroplane", "a car", "a dog"], answer: "a car"))

        // The net has said "car" loudly, so a car makes the loss lower than nothing at all does. It has said no to
        // dogs, and a dog makes it higher.
        //
        // The function does not know how many columns there are, or rows. `where`, `log` and `sigmoid` work number by
        // number, so the same code is right for one question, for a row, and for a batch:
        let batch = Tensor.stack([row, row, row])
        let three = Tensor.stack(targets.dropFirst().map { multiHot($0.1, classes: BookPascal.classes)! })
        show(fixed(plainBinaryCrossEntropy(batch, three).item, 4), "the loss of a batch of three")
        show(
            fixed(table.rows.dropFirst().compactMap { $0[1] as? Float }.reduce(0, +) / 3, 4),
            "the mean of the last three losses above")
    }

    func tooSure() {
        // Written like this, it fails where a net is very sure. The sigmoid of 200 is 1 to the last bit, 1 - p is 0,
        // and the logarithm of that is minus infinity. The engine's `binaryCrossEntropyWithLogits` never computes p. It
        // uses that -ln σ(x) is ln(1 + e⁻ˣ), and that can be computed for any x without leaving the range of numbers:
        var table = TextTable(
            ["activation", "target", "written out", "its slope", "from the logits", "its slope"], decimals: 4)
        for (value, target) in [(2, 1), (-2, 1), (20, 0), (200, 0), (-200, 1), (200, 1)] as [(Float, Float)] {
            let (a, b) = (Tensor([value]).requiringGrad(), Tensor([value]).requiringGrad())
            let plain = plainBinaryCrossEntropy(a, Tensor([target]))
            let stable = binaryCrossEntropyWithLogits(b, Tensor([target]))
            plain.backward()
            stable.backward()
            table.add(
                "\(Int(value))", "\(Int(target))", text(plain.item), text(a.grad!.item), text(stable.item),
                text(b.grad!.item))
        }
        show(table, "Two ways to compute the same")
        show(
            binaryCrossEntropyWithLogits(Tensor([200]), Tensor([0])).item,
            "the loss of an activation of 200, if the thing is not there",
            ask: "ln(1 + e²⁰⁰) is the loss if a thing with activation 200 is not there. About what number is that?")

        // A net that is wrong and very sure has the slope of 1 that it needs to get out of there. Written out, it gets
        // no number, and no training survives that. Exercise 6.2 writes the stable way.
        let row = Tensor(BookPascal.activations), target = multiHot(["car"], classes: BookPascal.classes)!
        let gap = abs(plainBinaryCrossEntropy(row, target).item - binaryCrossEntropyWithLogits(row, target).item)
        show(gap < 1e-6, "for the book's row, both agree")
    }

    func lossOfAnUntrainedHead() throws {
        // What is the loss of a head that has not learned anything? If every answer were a half, it would be ln 2 =
        // 0.69. A new head does not say a half everywhere, but anything, and a wrong answer costs more than a right one
        // saves. From several starts, each with a batch in training mode, as the book has it:
        let losses = try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
            let learner = try sceneLearner(using: &random)
            let (x, y) = try learner.data.oneBatch()
            func loss() -> Float { noGrad { binaryCrossEntropyWithLogits(learner.net(x), y) }.item }
            learner.net.eval()
            let quiet = loss()
            learner.net.train()
            return [loss(), quiet]
        }
        record(
            "untrained/loss", over: losses.map { $0[0] }, book: 1.0082, differs: "another body, smaller batches",
            on: source)

        // In training mode the norm before the last layer brings its inputs to a deviation of 1, by the numbers of the
        // batch, and activations spread widely. Otherwise it goes by averages, and those have not seen anything yet:
        // inputs are as small or as large as they happen to be, and so is the loss. The same heads with their averages:
        record("untrained/loss-by-averages", over: losses.map { $0[1] }, on: source)
    }
}

// MARK: Helpers

private func text(_ number: Float) -> String {
    number.isNaN ? "not a number" : number.isInfinite ? "infinite" : abs(number) < 1e-30 ? "0" : "\(number)"
}
