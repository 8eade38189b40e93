// # A mistake that says nothing
//
// Section 6.4 · After this page you can recognize a loss that compares every photo with every label.

import Common
import Datasets
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// The net gives [64, 2]. The targets are [64, 1, 2]. The squared error is a subtraction, a square and a mean. Will it
// complain? Broadcasting, which chapter 4 taught as a convenience, is one here that nobody has asked for. From the
// right: 2 and 2 agree; 64 meets 1, which is stretched; and where the one shape has nothing any more, the other has 64:

extension OtherVisionProblems {
    func stretchedByMistake() {
        var random = run.random
        let (outputs, targets) = (Tensor.randn(64, 2, using: &random), Tensor.randn(64, 1, 2, using: &random))
        show(
            "\((outputs - targets).shape)", "outputs less targets",
            predict: .shape("[64, 2] less [64, 1, 2]: what shape comes out?", [64, 64, 2]))

        // Every output is compared with *every* target: 64 × 64 pairs. Their mean is a number like any other, it falls
        // in training, and nothing is printed. PyTorch at least warns. The losses of this project refuse: they want
        // equal shapes, and stop the program with both of them in the message.
        let pairs = (outputs - targets).squared().mean().item
        let right = mseLoss(outputs, targets.flattened(from: 1)).item
        show("\(fixed(pairs, 4)) and \(fixed(right, 4))", "mean over all pairs, and over what belongs together")
    }
}

// The book's library flattens both before it compares them ("FlattenedLoss of MSELoss" is what it prints as its
// choice). A squared error that does so, and still refuses what cannot belong together, and beside it, as
// `broadcastMSE`, what happens to those who forget it:

/// The mean squared error of numbers that belong together in their order, whatever axes they are sorted in. (The book's
/// `MSELossFlat`.)
public func flattenedMSE(_ outputs: Tensor, _ targets: Tensor) -> Tensor {
    require(
        outputs.count == targets.count && outputs.shape[0] == targets.shape[0], "flattenedMSE",
        "\(outputs.shape) and \(targets.shape) do not belong together: as many items are needed, with as many numbers")
    return (outputs.flattened() - targets.flattened()).squared().mean()
}

/// What happens to those who forget it: every output is compared with every target.
public func broadcastMSE(_ outputs: Tensor, _ targets: Tensor) -> Tensor { (outputs - targets).squared().mean() }

extension OtherVisionProblems {
    func learnedFromAllPairs() throws {
        // What does a net learn from the wrong one? Each output is drawn towards all labels of the batch alike. What is
        // nearest to all of them is their mean. So the net learns to give the mean, whatever it sees:
        var random = run.random
        let data = try headBlock.loaders(of: try headFrames, batchSize: headBatch, using: &random)
        let wrong = VisionLearner(data, body: try headBody.body(), head: headPlan, loss: broadcastMSE, using: &random)
        wrong.unfreeze()
        try EpochReporting.silently { try wrong.fitOneCycle(headEpochs, LearningRates(headRate)) }
        // The same with the right loss; the next page has more to say about it.
        let right = try trainedHead
        let sets = right.data.datasets
        var table = TextTable(["loss", "error on the held-back recording", "spread of the predictions"], decimals: 5)
        var spreads: [Float] = []
        for (name, learner) in [("flattened", right), ("all pairs", wrong)] {
            let found = try learner.getPreds()
            spreads.append(
                (found.outputs - found.outputs.mean(axis: 0, keepingAxes: true)).squared().mean().item.squareRoot())
            table.add(name, flattenedMSE(found.outputs, found.targets).item, spreads.last!)
        }
        table.add("always the mean", sets.errorOfTheMean, 0)
        show(
            table, "\(headsName): mean squared errors, -1 to 1",
            predict: .choice(
                "Trained on all pairs, the predictions for different frames are …",
                ["nearly the same", "as different as the labels"],
                answer: spreads[1] < spreads[0] / 2 ? "nearly the same" : "as different as the labels"))
        record("broadcast/spread-of-predictions", spreads[1])
        record("broadcast/spread-with-the-right-loss", spreads[0])

        // So when a net for regression gives the same answer for everything, look at the shapes before you look at
        // anything else.
    }
}
