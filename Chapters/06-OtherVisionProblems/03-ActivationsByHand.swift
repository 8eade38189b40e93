// # Activations by hand
//
// Section 6.3 · After this page you can send a batch through a net yourself, and read what comes out.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// A learner has four things: a model, loaders, an optimizer, a loss. The loaders are there, the model is a pretrained
// body with a new head. Before a loss is chosen, look at what the model gives. It is good practice in any case: whoever
// can get at the activations by hand can find out what is wrong when something is.

extension OtherVisionProblems {
    func oneBatchByHand() throws {
        var random = run.random
        let learner = try sceneLearner(using: &random)
        let (x, y) = try learner.data.oneBatch()
        learner.net.train()
        let activations = noGrad { learner.net(x) }
        record(
            "activations/columns", activations.shape[1], book: 20,
            ask: "The net gives a row of numbers for each photo. How many numbers has a row, with twenty classes?")
        show(activations.shape, "activations")
        show(y.shape, "targets: the same shape")
        show(activations[0], "the activations of one photo")
        show(
            activations.scalars.contains { $0 < 0 || $0 > 1 }, "some are not between 0 and 1",
            predict: .yesNo(
                "The targets are 0 or 1. Does an untrained head give numbers below 0 or above 1?",
                activations.scalars.contains { $0 < 0 || $0 > 1 }))

        // (`noGrad`, because nothing is learned here. And a new net is in training mode: its norms take mean
        // and deviation of the batch itself, section 5.6.)
        //
        // They are scores, not probabilities yet. A probability comes from the sigmoid of chapter 4, and here each of
        // the twenty gets one of its own:
        let p = activations.sigmoid()
        show(p[0], "sigmoid of each")
        show(fixed(p[0].sum().item, 4), "their sum")

        // The sum is not 1, and need not be. Each number answers a question of its own: is there a bicycle on the
        // photo, yes or no? Yes to one is no reason for a no to another.
    }

    func theBooksRow() {
        // The book prints such a row, from another net that has not learned anything either:
        let row = Tensor(BookPascal.activations)
        let p = row.sigmoid()
        show(p, "its sigmoids")

        // From which probability on does a class count as present? That bound is the *threshold*, and a good part of
        // this section is about its choice. The row at five of them (`positives` counts):
        var table = TextTable(["threshold", "classes that are said to be there"])
        func positives(_ threshold: Float) -> Int { p.scalars.count { $0 > threshold } }
        for threshold: Float in [0.1, 0.2, 0.5, 0.9, 0.99] { table.add(fixedText(threshold), positives(threshold)) }
        show(
            table, "The book's row at five thresholds",
            predict: .count(
                "Sigmoid is above 0.5 where the activation is above 0. 11 of the 20 activations are. How many classes are said at a threshold of 0.5?",
                positives(0.5)))
    }
}

// MARK: Helpers

/// A threshold as people write it.
func fixedText(_ threshold: Float) -> String { "\((threshold * 1000).rounded() / 1000)" }
