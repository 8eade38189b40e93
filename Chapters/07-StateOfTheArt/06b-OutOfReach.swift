// # A target out of reach
//
// Section 7.6 · After this page you can say what the passage of the paper says: why targets of 0 and 1 make scores grow
// without end, and why that is hard to undo.

import Figures
import Foundation
import Notebook
import Tensors
import Training

// The book quotes the paper here, and then translates. The paper calls the scores zₖ, the probabilities p(k), and the
// right class y. It says that the maximum of ln p(y) is not reached for any finite zₖ, only approached, where z_y ≫ zₖ
// for all other k; that this may make a net fit its training photos too closely, as nothing holds it back from being
// sure of every one; and that large differences between scores, together with a gradient ∂ℓ/∂zₖ that is bounded, make
// the net less able to adapt. (The passage is in section 7 of the paper; to read it is the last item of the book's
// further research.) Sentence by sentence, with numbers:
//
// *No finite score gives 1.* Of ten classes, nine have a score of 0, and the right one has z. Then p is e^z / (e^z +
// 9). What z does a p need?

extension StateOfTheArt {
    func scoreForAProbability() {
        func score(_ p: Double) -> Double { log(9 * p / (1 - p)) }
        var table = TextTable(["probability", "score"], decimals: 2)
        for p in [0.1, 0.9, 0.91, 0.99, 0.999, 0.999999] { table.add(p.formatted(), score(p)) }
        show(
            table, "The score that a probability among ten classes needs",
            predict: .number(
                "0.9 needs a score of 4.4, 0.99 of 6.8, 0.999 of 9.1. What does 0.999999 need?", score(0.999999)))
        record("smoothing/score-for-0.999999", score(0.999999))

        // Three more nines cost 6.9, the logarithm of a thousand, each time, and 1 itself costs more than any number.
        // On a computer, though, p may be 1: at 20, what is missing is too small for 32 bits.
        let large = Tensor([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]).softmax(axis: 0)
        show(large[0].item == 1, "20 gives exactly 1, by rounding")
    }

    func descentOnScores() {
        // *So the scores grow.* Take the net away, and let gradient descent change ten scores as it likes. All that it
        // has to do is to say "class 3". `lead` is how far the right score is ahead of the others:
        let steps = run.size(quick: 60, usual: 3000)
        func lead(smoothing: Float) -> [Float] {
            var scores = Tensor.zeros(1, 10)
            return (0..<steps).map { _ in
                let tracked = scores.requiringGrad()
                crossEntropy(tracked, IntTensor([3]), smoothing: smoothing).backward()
                scores = scores - tracked.grad!
                return scores[0, 3].item - scores[0, 0].item
            }
        }
        let (hard, soft) = (lead(smoothing: 0), lead(smoothing: 0.1))
        let end = log(0.91 / 0.01)
        show(
            Chart(
                "Smoothed targets can be reached", x: "step", y: "lead of the right score", xScale: .logarithmic
            ) {
                Line(1...steps, hard, "cross-entropy", colour: .vermilion)
                Line(1...steps, soft, "with smoothed labels", colour: .blue)
                Rule(y: end, "ln 91")
            }, "Ten scores under gradient descent, with a rate of 1")
        record(
            "smoothing/lead", soft.last!,
            predict: .choice(
                "3,000 more steps of each. Which lead changes by less than a tenth?",
                ["that with smoothed labels", "that without", "both"], answer: "that with smoothed labels"))
        record("smoothing/lead-of-cross-entropy", hard.last!)

        // One curve goes on for ever, more and more slowly: every step a little surer. The other one arrives. At a lead
        // of ln (0.91 / 0.01) = 4.51 the net says exactly what it should, and the gradient is 0. In a net, large scores
        // are made by large weights; and with large weights, a small change of the photo is a large change of the
        // scores. The book calls such a function bumpy. Whether it really gets so is measured below.
    }

    func boundedGradients() {
        // *The gradient is bounded, the loss is not.* The gradient of cross-entropy for a score is what the net says
        // less what it should say, so it lies between -1 and 1. Here the net is wrong, and more and more sure:
        var table = TextTable(
            ["lead of a wrong class", "loss", "gradient of the wrong score", "of the right score"], decimals: 4)
        var largest: Float = 0
        for lead in [0, 1, 10, 100, 1000] as [Float] {
            let scores = Tensor([[lead, 0]]).requiringGrad()
            let loss = crossEntropy(scores, IntTensor([1]))
            loss.backward()
            table.add(Int(lead), loss.item, scores.grad![0, 0].item, scores.grad![0, 1].item)
            largest = max(largest, scores.grad!.abs().max().item)
        }
        show(
            table, "Losses and gradients of a wrong answer, by how sure it is",
            predict: .number(
                "From a lead of 10 to one of 1,000 the loss grows from 10 to 1,000. What is the gradient of the wrong score then?",
                largest))
        show(largest <= 1, "no gradient is above 1")

        // *So it is hard to undo.* A mistake that is a hundred times as bad does not get a step that is a hundred times
        // as long. How many steps does it take until the right class is ahead (`stepsToUndo`)?
        func stepsToUndo(from lead: Float) -> Int {
            var scores = Tensor([[lead, 0]])
            for step in 1...2000 {
                let tracked = scores.requiringGrad()
                crossEntropy(tracked, IntTensor([1])).backward()
                scores = scores - tracked.grad!
                if scores[0, 1].item > scores[0, 0].item { return step }
            }
            return 2000
        }
        var ways = TextTable(["lead of a wrong class", "steps until it is right"])
        for lead in [1, 10, 100, 1000] as [Float] { ways.add(Int(lead), stepsToUndo(from: lead)) }
        show(
            ways, "Steps of gradient descent, with a rate of 1",
            predict: .count(
                "Each step moves both scores by 1. A lead of 100: after how many steps is the right class ahead?",
                stepsToUndo(from: 100)))

        // That matters most where a net is to learn something new. What it was very sure of, it keeps for a long time.
    }
}
