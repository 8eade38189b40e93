// # One last batch norm
//
// Section 15.1 · After this page you know what a norm at the very end does, and a trap that it sets.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// Usually the last layer of a net is linear. The book's library can put one more batch norm behind it (`bn_final`): it
// lets the net scale its answers. Two numbers for each answer, a factor and a shift, are enough to make all answers
// larger or smaller; without it, all the weights of the last layer have to change together.
//
// What does that mean at the start? `startingScores` are the answers of a new head for photos of pets:

extension Architectures {
    private func startingScores(_ final: Bool, _ random: inout SplitMix64) throws -> (scores: Tensor, loss: Double) {
        let pets = try pooledPets
        let head = withoutPooling(createHead(2 * pets.channels, pets.classes, bnFinal: final, using: &random))
        let scores = noGrad { head(pets.both) }
        return (scores, Double(crossEntropy(scores, IntTensor(pets.labels)).item))
    }

    func answersOfANewHead() throws {
        let classes = try pooledPets.classes
        var (table, deviations) = (TextTable(["head", "deviation of its answers", "loss"], decimals: 3), [Double]())
        for final in [false, true] {
            let starts = try run.overSeedsAtOnce(headSeeds) { try startingScores(final, &$0) }
            let spread = starts.map { Double($0.scores.std().item) }
            deviations.append(Spread(spread).mean)
            table.add(final ? "with one last norm" : "the book's", Spread(spread), Spread(starts.map(\.loss)))
            record("last-norm/starting-loss-\(final ? "with" : "without")", over: starts.map(\.loss))
        }
        table.add("no opinion: ln \(classes)", 0, log(Double(classes)))
        show(
            table, "Answers before any training, \(petName)",
            predict: .number(
                "A new batch norm is the last layer. What is the deviation of the answers in a batch?", deviations[1],
                within: .plusMinus(0.05)))

        // A new head should have no opinion, and then its loss is the logarithm of the number of classes. Any answer
        // that is far from 0 costs more, because it is wrong as often as it is right.
    }

    func averagesThatComeLate() {
        // And the trap. When the net is used, a norm takes its averages in place of the batch. The library lets the
        // last norm move its averages by a hundredth for each batch, where others move by a tenth. Both begin with a
        // mean of 0 and a variance of 1. Here are answers whose variance is really 9:
        var random = run.random
        let (usual, last) = (BatchNorm1d(1), BatchNorm1d(1, momentum: 0.01))
        var (steps, usuals, lasts) = ([Int](), [Double](), [Double]())
        let most = run.size(quick: 60, usual: 400)
        for step in 0...most {
            steps.append(step)
            usuals.append(Double(usual.runningVariance.value.item))
            lasts.append(Double(last.runningVariance.value.item))
            let batch = Tensor.randn(64, 1, using: &random) * 3
            noGrad { _ = (usual(batch), last(batch)) }
        }
        show(
            Chart("How fast a norm learns what is usual", x: "batch", y: "variance that it takes for usual") {
                Line(steps, usuals, "a tenth for each batch", colour: .blue)
                Line(steps, lasts, "a hundredth", colour: .vermilion)
                Rule(y: 9, "the truth")
            }, "Averages of two norms that see the same batches")
        let late: Double = 1 + 8 * (1 - pow(0.99, 50.0))
        show(
            fixed(late, 2), "what the slow one should have after 50 batches",
            predict: .number(
                "The average begins at 1 and moves a hundredth of the way to 9 for each of 50 batches. Where is it then, about?",
                late, within: .percent(15)))
        record("last-norm/variance-after-50-batches", lasts[50])

        // So after a short training such a net is used with answers that are shifted and scaled otherwise than they
        // were in training, each class by its own amount.
    }

    func withAndWithoutIt() throws {
        // Is that a loss? Three heads: without the last norm, with it, and with one whose averages move as fast as
        // everywhere else. `accuracies` are those of one of them, over several splits:
        let (pets, whole) = (try pooledPets, try wholeHead)
        func accuracies(_ end: @escaping @Sendable () -> [any Layer<Tensor, Tensor>]) throws -> [Double] {
            try headAccuracies(pets, pets.both) { random in
                let head = createHead(2 * pets.channels, pets.classes, using: &random)
                return Sequential(withoutPooling(head).layers + end())
            }
        }
        let final = try accuracies { [BatchNorm1d(pets.classes, momentum: 0.01)] }
        let faster = try accuracies { [BatchNorm1d(pets.classes)] }
        var table = TextTable(["head", "accuracy"], decimals: 3)
        table.add("the book's", Spread(whole))
        table.add("with one last norm (a hundredth)", Spread(final))
        table.add("with one that moves by a tenth", Spread(faster))
        table.add("always the most frequent breed", pets.majorityShare)
        let steps = headEpochs * (pets.count - pets.count / 5) / 32
        show(
            table, "After \(steps) steps of training, \(petName), \(counted(whole.count, "seed"))",
            predict: .yesNo(
                "After a short training, is the head whose last norm moves by a tenth better than the one by a hundredth?",
                Spread(faster).mean > Spread(final).mean))
        record("last-norm/accuracy", over: final)
        record("last-norm/accuracy-with-faster-averages", over: faster)
        let (wins, losses) = (zip(final, whole).count { $0 > $1 }, zip(final, whole).count { $0 < $1 })
        show("with the library's last norm better on \(counted(wins, "seed")), worse on \(losses)")

        // Ahead or behind, whoever adds such a norm should train for some hundred steps, or look at what it has for
        // averages.
        if Spread(faster).mean < Spread(whole).mean {
            show(
                "Even the faster norm stays behind the book's head, so it is not the averages alone. Its answers begin with half of the deviation, and in a short training they may not have grown enough."
            )
        }
    }
}
