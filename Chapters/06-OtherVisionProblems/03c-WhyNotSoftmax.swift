// # Why not softmax, and why not nll
//
// Section 6.3 · After this page you can say what goes wrong when several labels meet the loss of single ones.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// Chapter 5's loss was softmax, a logarithm, and the pick of one column: cross-entropy. Why not use it again? For two
// reasons, one for each half of it.

extension OtherVisionProblems {
    func softmaxMustChoose() {
        // Softmax makes numbers that add up to 1, and it favours the largest. With three classes, in four situations:
        var table = TextTable(["the net has found", "activations", "sigmoids", "softmax"])
        let cases: [(String, [Float])] = [
            ("only the first", [4, -4, -4]), ("the first two", [4, 4, -4]), ("all three", [4, 4, 4]),
            ("nothing", [-4, -4, -4]),
        ]
        for (name, values) in cases {
            let x = Tensor(values)
            table.add(name, list(values, 0), list(x.sigmoid().scalars, 2), list(x.softmax(axis: 0).scalars, 2))
        }
        let two = Tensor([4, 4, -4] as [Float]).softmax(axis: 0)
        show(
            table, "The same activations, twice",
            predict: .number(
                "Two things are on the photo, and the net has found both. What does softmax give each of them, at best?",
                0.5, within: .plusMinus(0.02)))
        show(fixed(two.max().item, 4), "the largest softmax of a photo with two things")

        // Two things share the 1, and neither can get 0.9. And nothing looks like all three: softmax sees only by how
        // much activations differ, so "no" to all is to it the same as "yes" to all. For sigmoids these are four
        // different answers.
    }

    func softmaxOfThisRun() throws {
        // In this run's photos: the net whose training comes a few pages on gives activations, and both functions are
        // applied to the same ones. On how many of the photos that have two labels or more do at least two classes get
        // more than a half?
        let judged = try judged
        let scores = (judged.outputs / (1 - judged.outputs).maximum(1e-7)).maximum(1e-7).log()
        let several = judged.targets.sum(axis: 1) .> 1.5
        // `withTwo` counts these photos:
        func withTwo(_ p: Tensor) -> Int {
            let counts = Tensor(p .> 0.5).sum(axis: 1)
            return Int((Tensor(several) * Tensor(counts .> 1.5)).sum().item)
        }
        let all = Int(Tensor(several).sum().item)
        show("\(withTwo(judged.outputs)) of \(all)", "photos with several labels: at least two sigmoids above a half")
        show(
            withTwo(scores.softmax(axis: 1)), "the same with softmax",
            ask: "All numbers of a softmax add up to 1. On how many photos can two of them be above a half?")
    }

    func nllPicksOne() {
        // The other half, `nllLoss`, picks the column of the label, and does not look at the others. A label is one
        // number, so there is nowhere to put a second one. Say, a photo shows a horse (12) and a person (14), and only
        // the horse is given. Then it makes no difference to the loss whether the net has found the person:
        let horse = IntTensor([12])
        // `loss` takes the activation of the person:
        func loss(person: Float) -> Float {
            var values = [Float](repeating: -3, count: 20)
            (values[12], values[14]) = (-0.1, person)
            return nllLoss(Tensor(shape: [1, 20], values), horse).item
        }
        show([loss(person: -0.1), loss(person: -9)], "nll with the person found, and not found")
        show(
            loss(person: -0.1) == loss(person: -9), "the same loss",
            predict: .yesNo(
                "nll picks the column of the horse. Is its loss the same whether the net has found the person or not?",
                true))

        // (With softmax before it, finding the person would even *raise* the loss, for it takes away from the horse.)
        let found = crossEntropy(Tensor(shape: [1, 3], [4, 4, -4]), IntTensor([0])).item
        let missed = crossEntropy(Tensor(shape: [1, 3], [4, -4, -4]), IntTensor([0])).item
        show([found, missed], "cross-entropy of a horse, if a person is found as well, and if not")
    }
}

// MARK: Helpers

private func list(_ values: [Float], _ decimals: Int) -> String {
    values.map { decimals == 0 ? "\(Int($0))" : "\((Double($0) * 100).rounded() / 100)" }.joined(separator: ", ")
}
