// # All their names
//
// Section 6.3 · After this page you can choose between losses whose names sound alike, and know who chooses when you do
// not.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// PyTorch has each of these losses several times. There are two questions to ask of a name. Does a photo have exactly
// one label, or any number? And does the loss expect activations, and apply sigmoid or softmax itself, or does it
// expect that somebody has done so before?

extension OtherVisionProblems {
    func tableOfLosses() {
        var table = TextTable(["labels", "expects", "PyTorch's function", "as a class", "here"])
        table.add("any number", "probabilities", "binary_cross_entropy", "BCELoss", "binaryCrossEntropy")
        table.add(
            "any number", "activations", "binary_cross_entropy_with_logits", "BCEWithLogitsLoss",
            "binaryCrossEntropyWithLogits")
        table.add("exactly one", "log-probabilities", "nll_loss", "NLLLoss", "nllLoss")
        table.add("exactly one", "activations", "cross_entropy", "CrossEntropyLoss", "crossEntropy")
        show(table, "Losses for classes")

        // The two of a pair give the same number, if each gets what it expects:
        let (x, y) = (Tensor(shape: [1, 3], [2, -1, 0.5]), Tensor(shape: [1, 3], [1, 0, 1]))
        show(
            [binaryCrossEntropy(x.sigmoid(), y).item, binaryCrossEntropyWithLogits(x, y).item],
            "from probabilities, and from activations")
        show(
            [nllLoss(x.logSoftmax(axis: 1), IntTensor([0])).item, crossEntropy(x, IntTensor([0])).item],
            "from log-probabilities, and from activations")

        // And if one gets what the other expects? Activations that are no probabilities, `binaryCrossEntropy` refuses,
        // because they are not between 0 and 1. But probabilities in place of activations go through without a word.
        // The loss is a number, it falls, and the net learns badly: sigmoid is applied twice.
        let twice = binaryCrossEntropyWithLogits(x.sigmoid(), y).item
        show(
            fixed(twice, 4), "probabilities given to the loss that expects activations",
            predict: .yesNo("Does the loss for activations complain when it is given probabilities?", false))
    }

    func chosenByTheBlock() throws {
        // Who does not choose gets the loss that fits the targets: the kind of block decides. Three blocks, the numbers
        // that a net gives for them, and their losses for a made-up batch, beside the loss that it should be:
        var table = TextTable(["block", "a target is", "loss", "by the block", "by hand"], decimals: 5)
        let scores = Tensor(shape: [2, 4], [2, -1, 0.5, 0, 0.3, 0.2, -1, 1])
        let names = Vocabulary(["a", "b", "c", "d"])
        let (one, many) = (IntTensor([0, 3]), Tensor(shape: [2, 4], [1, 0, 0, 1, 0, 0, 0, 0]))
        table.add(
            "CategoryBlock", "one class", "cross-entropy", CategoryBlock(names).loss(scores, one).item,
            crossEntropy(scores, one).item)
        table.add(
            "MultiCategoryBlock", "any number of classes", "binary cross-entropy with logits",
            MultiCategoryBlock(names).loss(scores, many).item, binaryCrossEntropyWithLogits(scores, many).item)
        let points = Tensor(shape: [2, 2, 2], [0, 0.5, -1, 1, 0, 0, 0.2, 0.1])
        table.add(
            "PointBlock", "places", "mean squared error, flattened", PointBlock(2).loss(scores, points).item,
            mseLoss(scores, points.reshaped(2, 4)).item)
        show(table, "The loss that a kind of target brings along")

        // So nothing had to be said about the loss when the learner was made. (In plain PyTorch nobody chooses for
        // you.)
    }
}
