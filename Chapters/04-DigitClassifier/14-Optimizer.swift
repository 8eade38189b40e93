// # Creating an optimizer, and then a Learner
//
// Section 4.14 · After this page you have replaced each piece you wrote by a reusable one, and checked
// each time that nothing changed. And you will have met a trap in the order of the data.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The loop of section 4.13 works. But it is made for one model, and its pieces know too much about each
// other. On this page they are replaced one by one by pieces that can be reused, and each time the
// results must stay the same.
//
// First the model. `Linear` is `linear1` and its parameters in one object. It is a *module*: an object
// that is called like a function, and finds its parameters by looking at its own properties. Here is one
// that starts from the same random numbers whenever it is made, so that training runs can be compared:

extension DigitClassifier {
    /// A linear model, with the same random start every time.
    func linearModel() -> Linear {
        var random = run.random
        return Linear(28 * 28, 1, using: &random)
    }

    func optimizerAndLearner() {
        // Its weight is [1, 784], the transpose of ours: one row per output.
        show(linearModel().parameters.map { "\($0.shape)" }.joined(separator: ", "), "its parameters")
    }
}

// Then the end of the loop. The step against the gradient and the clearing become an *optimizer*, a
// class of their own:

/// The step and the clearing of the loop, in a class of their own.
public final class BasicOptimizer: Optimizer {
    public let parameters: [Parameter]
    public var learningRate: Float

    public init(_ parameters: [Parameter], learningRate: Float) {
        (self.parameters, self.learningRate) = (parameters, learningRate)
    }

    public func step() {
        for parameter in parameters { parameter.update { value, grad in value -= grad * learningRate } }
    }

    public func zeroGrad() { parameters.forEach { $0.grad = nil } }
}

// With a model that knows its parameters and an optimizer that changes them, an epoch is short:

/// One epoch with a model that knows its parameters and an optimizer that changes them.
public func trainEpoch(
    _ batches: DataLoader<(Tensor, Tensor)>, _ model: any Layer<Tensor, Tensor>, _ optimizer: any Optimizer
) {
    for (x, y) in batches {
        calculateGradients(x, y) { model($0) }
        optimizer.step()
        optimizer.zeroGrad()
    }
}

extension DigitClassifier {
    func sameAsByHand() throws {
        // Is that the same as before? Start `linear1` and `Linear` from the same numbers and give both
        // one epoch. They agree, except for rounding at most:
        let batches = try DataLoader(trainSet, batchSize: 256)
        let model = linearModel()
        var parameters = [
            model.weight.value.detached().T.requiringGrad(), model.bias!.value.detached().requiringGrad(),
        ]
        trainEpoch(batches, linear1, &parameters, learningRate: 1)
        trainEpoch(batches, model, BasicOptimizer(model.parameters, learningRate: 1))
        show((parameters[0].T - model.weight.value).abs().max().item, "largest difference in a weight")

        // What differs is where they start. `initParams` drew weights with a standard deviation of 1,
        // `Linear` starts within ±1/28. That is why the accuracies below are not those of section 4.13.
    }
}

// Training is a number of epochs, with a look at the validation set after each:

/// Trains for some epochs; returns the accuracy on the validation batches after each.
public func trainModel(
    _ batches: DataLoader<(Tensor, Tensor)>, valid: DataLoader<(Tensor, Tensor)>,
    _ model: any Layer<Tensor, Tensor>, _ optimizer: any Optimizer, epochs: Int
) -> [Float] {
    (0..<epochs).map { _ in
        trainEpoch(batches, model, optimizer)
        return validateEpoch(valid) { model($0) }
    }
}

extension DigitClassifier {
    // The rest of this page compares training runs. Each lasts for the same `epochCount`, and all but
    // the last ones get their batches `inOrder`, in the order of the data:

    /// Twenty; two with `--quick`.
    private var epochCount: Int { run.size(quick: 2, usual: 20) }

    /// Batches of 256, first all threes, then all sevens.
    private var inOrder: DataLoaders<(Tensor, Tensor)> {
        get throws {
            try DataLoaders(DataLoader(trainSet, batchSize: 256), DataLoader(validSet, batchSize: 256))
        }
    }

    // The other runs are compared with the first one. `run.once` trains it when it is first needed, and
    // remembers the result:

    /// A linear model, trained by the optimizer from above, and its accuracy after each epoch.
    private var byHand: (model: Linear, accuracies: [Float]) {
        get throws {
            try run.once {
                let (loaders, model) = (try inOrder, linearModel())
                let optimizer = BasicOptimizer(model.parameters, learningRate: 1)
                return (model, trainModel(loaders.train, valid: loaders.valid, model, optimizer, epochs: epochCount))
            }
        }
    }

    func twentyEpochs() throws {
        // Do not be surprised by the first epochs. There is a trap in the data, and this is how it
        // shows; we come to it below.
        let (loaders, byHand, untrained) = (try inOrder, try byHand, linearModel())
        show(validateEpoch(loaders.valid) { untrained($0) }, "accuracy before")
        show(
            byHand.accuracies.map { shown($0, decimals: 4) }.joined(separator: " "),
            "with our own optimizer, on \(dataName)")

        // The engine's `SGD` does the same in one pass over memory. Same start, same batches, and
        // the same weights at the end, bit for bit:
        let withSGD = linearModel()
        let sgd = trainModel(
            loaders.train, valid: loaders.valid, withSGD, SGD(withSGD.parameters, learningRate: 1), epochs: epochCount)
        show(
            sgd == byHand.accuracies && withSGD.weight.value.scalars == byHand.model.weight.value.scalars,
            "SGD gives the same")
    }

    func aLearner() throws {
        // And `Learner` does what `trainModel` does. It takes the loaders, the model, the loss, the
        // optimizer, and the metrics that people care about. (The train_loss in its table is a running
        // mean in which older batches fade, as in the book's tables.)
        let (byHand, learned) = (try byHand, linearModel())
        let learner = Learner(
            try inOrder, learned, loss: mnistLoss, optimizer: SGD.init,
            metrics: [Metric("batch_accuracy", batchAccuracy)])
        try learner.fit(epochCount / 2, learningRate: 1)
        try EpochReporting.silently { try learner.fit(epochCount - epochCount / 2, learningRate: 1) }
        show(learned.weight.value.scalars == byHand.model.weight.value.scalars, "Learner gives the same")
        let accuracies = learner.recorder["batch_accuracy"]
        record("linear-in-order/accuracy", accuracies.last!, book: 0.9785)

        // The weights are the same, but the accuracies are not:
        show("\(byHand.accuracies[0]) and \(accuracies[0])", "validateEpoch and Learner, after the first epoch")

        // Both are right in their own way. `validateEpoch` averages the means of the batches, and the
        // last batch is smaller, so its images count for more. The Learner weights every batch by its
        // size: it prints the share of all images that are right.
    }
}

// Now for the trap. To see it, we need several training runs, so the Learner goes into a function:

extension DigitClassifier {
    /// Trains a model on these batches; returns the share of validation images that it gets right after
    /// each epoch.
    private func accuracyByEpoch(of model: Linear, on loaders: DataLoaders<(Tensor, Tensor)>) throws -> [Float] {
        let learner = Learner(loaders, model, loss: mnistLoss, metrics: [Metric("batch_accuracy", batchAccuracy)])
        try EpochReporting.silently { try learner.fit(epochCount, learningRate: 1) }
        return learner.recorder["batch_accuracy"]
    }

    func orderMatters() throws {
        // Look at the first epoch again. The model calls (nearly) *everything* a three, or everything
        // a seven:
        let unshuffled = try accuracyByEpoch(of: linearModel(), on: inOrder)
        let images = try validSet.count
        show("\(try valid.threes.shape[0]) of \(images)", "threes in the validation set")
        record("linear-in-order/first-epoch-correct", Int((unshuffled[0] * Float(images)).rounded()), book: 1010)

        // Why? The loader does not shuffle, and the data is all threes, then all sevens. Every epoch
        // pushes the scores one way for half of its batches, then the other way; what the model
        // predicts at the end depends on which came last, and on how strongly it was pushed. On some
        // data it recovers, on other data it never does. Shuffle, and the trap is gone:
        func shuffling(_ random: inout SplitMix64) throws -> DataLoaders<(Tensor, Tensor)> {
            try DataLoaders(DataLoader(trainSet, batchSize: 256, shuffledUsing: &random), inOrder.valid)
        }
        var random = run.random
        let shuffled = try accuracyByEpoch(of: linearModel(), on: shuffling(&random))
        show(
            Chart("Same model, same data, different order", x: "epoch", y: "accuracy") {
                Line(shuffled, "shuffled")
                Line(unshuffled, "threes first")
            }, "The order of the data matters")
        record("linear/accuracy", shuffled.last!, book: 0.9785, differs: "shuffled; in order in the book")

        // One training run proves little: a different start and a different order give a different
        // number. So train from several starts, and look at the mean and the spread:
        let ends = try run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
            try accuracyByEpoch(of: Linear(28 * 28, 1, using: &random), on: shuffling(&random)).last!
        }
        record("linear/accuracy-by-seed", over: ends, book: 0.9785, differs: "shuffled; in order in the book")
    }
}
