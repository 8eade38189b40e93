// # Creating an optimizer, and then a Learner
//
// Section 4.14 · After this page you will have replaced each piece that you wrote by a reusable one, checked each
// time that nothing changed, and met a trap in the order of the data.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// In section 4.13 `trainEpoch` was given the model, its parameters and the learning rate one by one, and took the
// step itself. Now the model will bring its parameters along, and an optimizer will take the step. After each change
// we check that the training is still the same.
//
// First the model. `Linear` is `linear1` and its parameters in one object. An object that is called like a function
// is a *module*; it finds its parameters by looking at its own properties. `run.random` begins with the same numbers
// each time, so every `linearModel()` starts from the same weights, and trainings can be compared:

extension DigitClassifier {
    /// 784 pixels → one score
    func linearModel() -> Linear {
        var random = run.random
        return Linear(28 * 28, 1, using: &random)
    }

    func optimizerAndLearner() {
        // Its weight is [1, 784], the transpose of ours: one row per output.
        show(linearModel().parameters.map { "\($0.shape)" }.joined(separator: ", "), "its parameters")
    }
}

// Then the end of the loop. The step against the gradient, and setting the gradients to nil, move into an
// *optimizer*. (`Optimizer` is a protocol of the engine: it asks for parameters, `step` and `zeroGrad`.)

/// Gradient descent: every parameter moves against its gradient. (The book's `BasicOptim`.)
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

/// One epoch: the gradients of a batch, a step, the next batch.
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
        // Is that the same as before? Start `linear1` and `Linear` from the same numbers and give both one epoch.
        // (The `trainEpoch` with `&parameters` is that of section 4.13.) They agree, up to rounding at most:
        let batches = try DataLoader(trainSet, batchSize: 256)
        let model = linearModel()
        var parameters = [
            model.weight.value.detached().T.requiringGrad(), model.bias!.value.detached().requiringGrad(),
        ]
        trainEpoch(batches, linear1, &parameters, learningRate: 1)
        trainEpoch(batches, model, BasicOptimizer(model.parameters, learningRate: 1))
        show((parameters[0].T - model.weight.value).abs().max().item, "largest difference in a weight")

        // So the computation is the same. Left alone, though, the two start elsewhere: `initParams` draws weights
        // with a standard deviation of 1, `Linear` within ±1/28 (that is 1/√784). For this reason the accuracies
        // below are not those of section 4.13.
    }
}

// Training is a number of epochs, with a look at the validation set after each:

/// Trains for some epochs. → the accuracy on the validation batches after each
public func trainModel(
    _ batches: DataLoader<(Tensor, Tensor)>, valid: DataLoader<(Tensor, Tensor)>,
    _ model: any Layer<Tensor, Tensor>, _ optimizer: any Optimizer, epochs: Int
) -> [Float] {
    (0..<epochs).map { _ in
        trainEpoch(batches, model, optimizer)
        return validateEpoch(valid) { model($0) }
    }
}

// From here on every training has `epochCount` epochs, and the batches come `inOrder` until we shuffle them: first
// all threes, then all sevens.

extension DigitClassifier {
    /// The book's twenty; two under `--quick`.
    private var epochCount: Int { run.size(quick: 2, usual: 20) }

    /// Batches of 256 images in the order of the data.
    private var inOrder: DataLoaders<(Tensor, Tensor)> {
        get throws {
            try DataLoaders(DataLoader(trainSet, batchSize: 256), DataLoader(validSet, batchSize: 256))
        }
    }

    func twentyEpochs() throws {
        // Train with our own optimizer. (The first epochs look odd. That is the trap; we come to it.)
        let (loaders, byHand) = (try inOrder, linearModel())
        show(validateEpoch(loaders.valid) { byHand($0) }, "accuracy before training")
        let accuraciesByHand = trainModel(
            loaders.train, valid: loaders.valid, byHand, BasicOptimizer(byHand.parameters, learningRate: 1),
            epochs: epochCount)
        show(
            accuraciesByHand.map { fixed($0, 4) }.joined(separator: " "),
            "with the optimizer by hand, on \(dataName)")

        // The engine's `SGD` does the same in one pass over memory. Same start, same batches, and the same weights
        // at the end, bit for bit:
        let withSGD = linearModel()
        let accuraciesWithSGD = trainModel(
            loaders.train, valid: loaders.valid, withSGD, SGD(withSGD.parameters, learningRate: 1), epochs: epochCount)
        show(
            accuraciesWithSGD == accuraciesByHand && withSGD.weight.value.scalars == byHand.weight.value.scalars,
            "SGD gives the same")

        // And `Learner` does what `trainModel` does. It is given the loaders, the model, the loss, a way to make the
        // optimizer, and the metrics to print. (The train_loss of its table is a running mean in which older batches
        // fade, as in the book's tables.) Ten epochs with the table, then ten more without it:
        let learned = linearModel()
        let learner = Learner(
            loaders, learned, loss: mnistLoss, optimizer: SGD.init, metrics: [Metric("batch_accuracy", batchAccuracy)])
        try learner.fit(epochCount / 2, learningRate: 1)
        try EpochReporting.silently { try learner.fit(epochCount - epochCount / 2, learningRate: 1) }
        show(learned.weight.value.scalars == byHand.weight.value.scalars, "Learner gives the same")
        let unshuffled = learner.recorder["batch_accuracy"]
        record("linear-in-order/accuracy", unshuffled.last!, book: 0.9785)

        // The weights end the same, but our first accuracy is not the Learner's:
        show("\(accuraciesByHand[0]) and \(unshuffled[0])", "validateEpoch and Learner, after the first epoch")

        // Both are right about something. `validateEpoch` averages the batches' means, and its last batch is
        // smaller, so its images count for more. The Learner weighs every batch by its size: what it prints is the
        // share of all images.
        //
        // Now for the trap. How many images does the model get right after the first epoch, and how many threes are
        // there?
        let images = try validSet.count
        record("linear-in-order/first-epoch-correct", Int((unshuffled[0] * Float(images)).rounded()), book: 1010)
        show("\(try valid.threes.shape[0]) of \(images)", "threes in the validation set")

        // Just as many: the model calls *everything* a three. Yet the sevens came last. Why did they not have the
        // last word? Look at the model in the middle of the epoch, when it has seen the threes only. How steep is the
        // sigmoid, p · (1 − p), where the sevens are? (At best it is 0.25.)
        let afterThrees = linearModel()
        let optimizer = BasicOptimizer(afterThrees.parameters, learningRate: 1)
        for (x, y) in loaders.train.prefix(try train.threes.shape[0] / 256) {
            calculateGradients(x, y) { afterThrees($0) }
            optimizer.step()
            optimizer.zeroGrad()
        }
        let p = afterThrees(try valid.sevens.reshaped(-1, 28 * 28)).sigmoid()
        show(p.mean().item, "how sure the model is that a seven is a three")
        show((p * (1 - p)).mean().item, "slope of the sigmoid there")

        // The threes have pushed every score so high that the sigmoid is flat, and a flat sigmoid passes hardly any
        // gradient on: the sevens can hardly push back. How long that lasts depends on the data. On the book's digits
        // the model recovers within some epochs; on others it may never do so.
        //
        // The cure is to shuffle: `shuffledUsing` draws a new order for every epoch. To compare orders we train a few
        // more times, so the Learner goes into a function:
        func accuracyByEpoch(of model: Linear, shuffledUsing random: inout SplitMix64) throws -> [Float] {
            let shuffled = try DataLoader(trainSet, batchSize: 256, shuffledUsing: &random)
            let learner = Learner(
                DataLoaders(shuffled, loaders.valid), model, loss: mnistLoss,
                metrics: [Metric("batch_accuracy", batchAccuracy)])
            try EpochReporting.silently { try learner.fit(epochCount, learningRate: 1) }
            return learner.recorder["batch_accuracy"]
        }
        var random = run.random
        let shuffled = try accuracyByEpoch(of: linearModel(), shuffledUsing: &random)
        show(
            Chart("Shuffled, it is good from the first epoch", x: "epoch", y: "accuracy") {
                Line(shuffled, "shuffled")
                Line(unshuffled, "threes first")
            }, "The order of the data matters")
        record("linear/accuracy", shuffled.last!, book: 0.9785, differs: "we shuffle, the book does not")

        // One run proves little: with another start and another order the number changes. So train from several
        // seeds, and look at the mean and the standard deviation:
        let ends = try run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
            try accuracyByEpoch(of: Linear(28 * 28, 1, using: &random), shuffledUsing: &random).last!
        }
        record("linear/accuracy-by-seed", over: ends, book: 0.9785, differs: "we shuffle, the book does not")

        // What you wrote by hand is now `Linear`, `SGD` and `Learner`.
    }
}
