// # Six questions to a training
//
// Section 16.10 · After this page you can find a mistake in a training within minutes, by questions in the right order.

import Figures
import Foundation
import Notebook
import Tensors
import Training

// Some curves of the last page give themselves away, and some do not. Worst of all is the one that looks best: whoever
// learns from what he is checked with has a lower loss than the healthy training. So do not trust your eyes. Ask, and
// begin with what can be asked before anything is trained. (Andrej Karpathy's "A Recipe for Training Neural Networks",
// 2019, is a longer list in the same spirit.)
//
// 1. *Is an image in both parts?* Copies are easy to find, as long as they are exact.
// 2. *Is the first loss what chance would give?* A net that has learned nothing should give ten classes about a tenth
//    each: ln 10 = 2.3. It may be a little more, but not twice that.
// 3. *Does everything move?* After the first backward pass, no tensor of parameters has a gradient of zero throughout.
// 4. *Are all losses numbers?*
// 5. *Does the loss on the training images get near 0?* A net with as many parameters as this one can learn a thousand
//    images by heart, and must at least come below a quarter of what it began with.
// 6. *Does the loss on the other images get lower as well?* If it ends above ln 10, what was learned is of no use.
//
// `failsQuestion` has each of them in a line:

/// The questions, in the order in which they should be asked.
public enum TrainingQuestion: String, CaseIterable, Sendable {
    case copies = "1 copies", firstLoss = "2 first loss", movement = "3 all moves", numbers = "4 numbers"
    case learned = "5 learns", useful = "6 of use"
}

extension FaultyTraining {
    /// Whether a training gives the wrong answer to a question.
    public func failsQuestion(_ question: TrainingQuestion) -> Bool {
        let chance = log(Float(10))
        switch question {
        case .copies: return seenBefore > 0
        case .firstLoss: return !(firstLoss < 2 * chance)
        case .movement: return stillParameters > 0
        case .numbers: return !(trainLosses + validLosses).allSatisfy(\.isFinite)
        case .learned: return !(trainLosses.last! < trainLosses[0].nextUp && trainLosses.last! < chance / 4)
        case .useful: return !(validLosses.last! < chance)
        }
    }
}

extension TrainingProcess {
    func sixQuestions() throws {
        // Each of the nine trainings is asked each question, from every start:
        let shares = try faultyTrainings.map { trainings in
            TrainingQuestion.allCases.map { question in
                Double(trainings.count { $0.failsQuestion(question) }) / Double(trainings.count)
            }
        }
        show(
            HeatTable(
                "Which question finds which mistake", rows: Fault.allCases.map(\.rawValue),
                columns: TrainingQuestion.allCases.map(\.rawValue), shares, range: 0...1, decimals: 1),
            "The share of starts from which the answer is wrong")
        let found = zip(Fault.allCases, shares).filter { $0 != .none && $1.contains { $0 == 1 } }
        record("broken/mistakes-that-a-question-finds-from-every-start", found.count)
        record("broken/questions-that-the-healthy-training-fails", shares[0].count { $0 > 0 })
        // Only the first question finds the leak; the other five praise it.
        //
        // A question that fails says where to look. The first loss: initial values, the range of inputs, the loss. What
        // does not move: something is detached, dead or zero. No learning, though everything moves: the sign, the rate,
        // gradients that are kept, scores that were squeezed by another softmax. Learning without use: labels, or far
        // too few images. Then change one thing at a time.
    }

    func whatTheLeakIsWorth() throws {
        // How much does the leak flatter? The same nets, judged by the images that they had been given, and by others:
        let leaks = try faultyTrainings[Fault.allCases.firstIndex(of: .leak)!]
        var table = TextTable(["judged by", "right answers"], decimals: 3)
        table.add("images that it had also learned from", Spread(leaks.map(\.accuracy)))
        table.add("new images", Spread(leaks.map(\.accuracyOfNew)))
        let gain = Spread(leaks.map { $0.accuracy - $0.accuracyOfNew }).mean
        show(
            table, "A net that has learned from what it is checked with",
            predict: .share("By how much is its accuracy too high?", gain, within: .plusMinus(0.03)))
        // Nothing is wrong with the net itself, which has even learned from more images than the healthy one. What is
        // wrong is what is said about it.
        record("broken/too-high-by-the-leak", over: leaks.map { $0.accuracy - $0.accuracyOfNew })
    }
}
