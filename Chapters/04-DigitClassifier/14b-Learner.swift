// # The Learner
//
// Section 4.14 · After this page you can train any model with a Learner, read its table, and say why its accuracy is
// not quite that of `validateEpoch`.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The loop is the same for every model. A `Learner` has it built in. It is given everything that may differ: the
// loaders for training and validation, the model, the loss, a way to make the optimizer (gradient descent if you say
// nothing), and the metrics to print. Then `fit` trains, and prints a line for every epoch.

extension DigitClassifier {
    /// A Learner for a model that gives one score, on batches in the order of the data.
    func learnerInOrder(_ model: any Layer<Tensor, Tensor>) throws -> Learner<Tensor, Tensor> {
        Learner(
            try inOrder, model, loss: mnistLoss, optimizer: SGD.init,
            metrics: [Metric("batch_accuracy", batchAccuracy)])
    }

    func learner() throws {
        // Ten epochs, as in the book. (The train_loss is a running mean in which older batches fade.)
        let model = linearModel()
        let learner = try learnerInOrder(model)
        try learner.fit(epochCount / 2, learningRate: 1)

        // The recorder has kept the table; ask it for a column by name. These are the book's ten epochs beside ours:
        let recorder = learner.recorder
        var table = TextTable(["epoch", "train_loss", "book", "valid_loss", "book", "batch_accuracy", "book"])
        for (epoch, book) in BookNumbers.learner.prefix(epochCount / 2).enumerated() {
            table.add(
                epoch, recorder["train_loss"][epoch], book.trainLoss, recorder["valid_loss"][epoch], book.validLoss,
                recorder["batch_accuracy"][epoch], book.accuracy)
        }
        show(table, "the Learner's epochs on \(dataName), and the book's on MNIST")
        record(
            "linear-in-order/accuracy-after-ten", recorder["batch_accuracy"].last!, book: 0.967615,
            differs: "other random weights")

        // There is no magic in it. Ten more epochs, and the model has the very weights that `trainModel` gives it in
        // twenty:
        try EpochReporting.silently { try learner.fit(epochCount - epochCount / 2, learningRate: 1) }
        let (loaders, byHand) = (try inOrder, linearModel())
        let accuracies = trainModel(
            loaders.train, valid: loaders.valid, byHand, BasicOptimizer(byHand.parameters, learningRate: 1),
            epochs: epochCount)
        show(model.weight.value.scalars == byHand.weight.value.scalars, "Learner gives the same weights")
        record(
            "linear-in-order/accuracy", recorder["batch_accuracy"].last!, book: 0.9785, differs: "other random weights")

        // From several seeds (`EpochReporting.silently` leaves out the table):
        let ends = try run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
            let learner = try learnerInOrder(Linear(28 * 28, 1, using: &random))
            try EpochReporting.silently { try learner.fit(epochCount, learningRate: 1) }
            return learner.recorder["batch_accuracy"].last!
        }
        record("linear-in-order/accuracy-by-seed", over: ends, book: 0.9785)

        // By hand and with the Learner, the weights are the same. But look at the accuracy after the first epoch:
        show("\(accuracies[0]) and \(recorder["batch_accuracy"][0])", "by validateEpoch and by the Learner")

        // Both are right about something. `validateEpoch` averages the batches' means, and the last batch is smaller,
        // so each of its images counts for more. The Learner weighs every batch by its size: what it prints is the
        // share of all images. The book's two are 0.4932 and 0.495584, from the same state: a model that calls
        // everything a three.
        let (threes, sevens) = (try valid.threes.shape[0], try valid.sevens.shape[0])
        let everythingIsThree = try DataLoader(validSet, batchSize: 256).map { Double($0.1.mean().item) }
        record("all-threes/mean-of-batches", Spread(everythingIsThree).mean, book: 0.4932)
        record("all-threes/share-of-images", Double(threes) / Double(threes + sevens), book: 0.495584)

        // Everything a three? After a whole epoch? That is the next page.
    }
}
