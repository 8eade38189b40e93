// # The loss of somebody who knows nothing
//
// Section 5.4 · After this page you can tell from a loss alone whether a net has learned anything, and know who chooses
// the loss.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// Is a loss of 3.6 good or bad? Cross-entropy has a fixed point to judge it by. Whoever knows nothing gives the same
// probability to each of n classes, 1/n, and has the loss -ln (1/n) = ln n for every item:

extension ImageClassification {
    func logarithmOfTheClasses() throws {
        let here = try breeds.count
        var table = TextTable(["classes", "ln of it", "crossEntropy of zeros"], decimals: 4)
        for classes in [2, 3, 10, 37, 1000] + ([2, 3, 10, 37, 1000].contains(here) ? [] : [here]) {
            table.add(classes, log(Double(classes)), crossEntropy(.zeros(1, classes), IntTensor([0])).item)
        }
        show(
            table, "The loss of knowing nothing",
            predict: .number("37 breeds, and nothing is known. Which loss is that?", log(37.0)))

        // Now the losses that the book prints make sense. These are of its first epochs, with a frozen body:
        var losses = TextTable(["experiment", "training loss", "validation loss", "ln 37"], decimals: 4)
        for (name, train, valid) in [
            ("baseline", 1.491732, 0.337355), ("learning rate 3e-3", 1.071820, 0.427476),
            ("learning rate 0.1", 8.946717, 47.954632),
        ] {
            losses.add(name, train, valid, log(37.0))
        }
        show(
            losses, "The book's losses after one epoch",
            predict: .yesNo(
                "A learning rate of 0.1 ends at the validation loss 47.95. Would knowing nothing be better?",
                log(37.0) < 47.95))

        // A loss above ln n is worse than knowing nothing: the net is wrong and sure. With 0.1 for a learning rate it
        // has not just failed to learn.
    }

    func lossOfRandomActivations() throws {
        // A new net does not give zeros, it gives random activations. The larger they are, the surer it is of nonsense,
        // and the higher is its loss:
        var random = run.random
        let labels = IntTensor((0..<2000).map { $0 % 37 })
        let noise = Tensor.randn(2000, 37, using: &random)
        let deviations = (0...16).map { Float($0) / 4 }
        let losses = deviations.map { crossEntropy(noise * $0, labels).item }
        show(
            Chart(
                "A net that is sure of nonsense is worse than one that says nothing",
                x: "deviation of the activations", y: "cross-entropy", yLimits: 0...Double(losses.max()! * 1.1)
            ) {
                Line(deviations, losses, "random activations, 37 classes")
                Rule(y: log(37.0), "ln 37")
            }, "Cross-entropy of random activations")

        // So look at the first loss of every training. About ln n is what to expect; the further it is above, the
        // larger are the weights that the last layer begins with. Here is a fresh head on the pretrained body, once as
        // in training, and once as it is asked after it:
        let classes = try breeds.count
        let learner = try petLearner(using: &random)
        let (x, y) = try learner.data.oneBatch(.valid)
        let asked = Double(learner.getPreds([(x, y)]).losses.mean().item)
        learner.net.train()
        let trained = Double(noGrad { crossEntropy(learner.net(x), y) }.item)
        record("untrained/first-loss-in-training", trained)
        record("untrained/first-loss-when-asked", asked)
        show(fixed(log(Double(classes)), 4), "ln \(classes)")

        // Both are above ln n: find the deviation that belongs to such a loss on the curve. The head's weights are
        // drawn for layers with a ReLU behind them, which takes half away. Behind the last layer there is none, so that
        // its activations are larger than they need be, and the net begins with some nonsense that it has to unlearn.
        //
        // In training, batch norm brings what goes through the head to deviation 1 (chapter 13). When the net is asked,
        // its norms use the means and deviations that they have seen so far. A fresh head has seen none, and lets all
        // through as large as it comes out of the body.
    }

    func lossByTarget() {
        // And who chooses the loss? The kind of target does. It knows what a number of the net stands for, so it knows
        // what is to be done with it, and which loss fits. Is it the `same` as the one that we would take?
        var random = run.random
        let x = Tensor.randn(4, 3, using: &random)
        let category = CategoryBlock(Vocabulary(["a", "b", "c"]))
        let several = MultiCategoryBlock(Vocabulary(["a", "b", "c"]))
        let numbers = RegressionBlock(3)
        let (labels, answers) = (IntTensor([0, 2, 1, 1]), Tensor.zeros(4, 3))
        var table = TextTable(["target", "activations become", "loss", "it is the block's"])
        func same(_ a: Tensor, _ b: Tensor) -> Bool { abs(a.item - b.item) < 1e-6 }
        table.add(
            "one class of several", "softmax: \(category.activated(x)[0].sum().item.formatted()) in all",
            "cross-entropy",
            same(category.loss(x, labels), crossEntropy(x, labels)))
        table.add(
            "any number of classes", "sigmoid in each column", "binary cross-entropy",
            same(several.loss(x, answers), binaryCrossEntropyWithLogits(x, answers)))
        table.add(
            "numbers", "as they are", "squared error", same(numbers.loss(x, answers), mseLoss(x, answers)))
        show(
            table, "Three kinds of targets, and the losses that come with them",
            predict: .choice(
                "The target is a category. Which loss does the library take?",
                ["cross-entropy", "binary cross-entropy", "squared error"], answer: "cross-entropy"))

        // Who wants another one gives it to the learner: `VisionLearner(…, loss: …)`.
    }
}
