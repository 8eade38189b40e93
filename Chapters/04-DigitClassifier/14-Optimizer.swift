// # Creating an optimizer, and then a Learner
//
// Section 4.14 · After this page you have replaced each piece you wrote by a reusable one, and checked
// each time that nothing changed. And you will have met a trap in the data's order.

import Figures
import Layers
import Notebook
import Tensors
import Training

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

/// Epochs of training; the accuracy on the validation batches after each.
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
    func optimizerAndLearner() throws {
        // `Linear` is `linear1` and its parameters in one object. An object that is called like a
        // function is a *module*; it knows its parameters by looking at its own properties. (Its
        // weight is [1, 784], the other way round than ours: one row per output.)
        let batches = try DataLoader(trainSet, batchSize: 256)
        let validBatches = try DataLoader(validSet, batchSize: 256)
        let byHand = linearModel()
        show(byHand.parameters.map { "\($0.shape)" }.joined(separator: ", "), "its parameters")
        try sameAsByHand(batches)

        // Now twenty epochs with the optimizer from the top of this page. (Do not be surprised by the
        // first ones. There is a trap in the data, and this is the way to see it; we come to it below.)
        show(validateEpoch(validBatches) { byHand($0) }, "accuracy before")
        let epochs = run.size(quick: 2, usual: 20)
        let basic = trainModel(
            batches, valid: validBatches, byHand,
            BasicOptimizer(byHand.parameters, learningRate: 1), epochs: epochs)
        show(accuracies(basic), "with the optimizer by hand, on \(dataName)")

        // The engine's `SGD` does the same in one pass over memory. Same start, same batches, and
        // the same weights at the end, bit for bit:
        let withSGD = linearModel()
        let sgd = trainModel(
            batches, valid: validBatches, withSGD, SGD(withSGD.parameters, learningRate: 1), epochs: epochs)
        show(sgd == basic && withSGD.weight.value.scalars == byHand.weight.value.scalars, "SGD gives the same")

        // And `Learner` does what `trainModel` does. It wants the loaders, the model, the loss, the
        // optimizer, and the metrics that people care about:
        let learned = linearModel()
        let learner = Learner(
            DataLoaders(batches, validBatches), learned, loss: mnistLoss,
            optimizer: SGD.init, metrics: [Metric("batch_accuracy", batchAccuracy)])
        try learner.fit(epochs / 2, learningRate: 1)
        try EpochReporting.silently { try learner.fit(epochs - epochs / 2, learningRate: 1) }
        show(learned.weight.value.scalars == byHand.weight.value.scalars, "Learner gives the same")
        record("linear-in-order/accuracy", learner.recorder.values.last![2], book: 0.9785)

        // (The train_loss of the table is a running mean in which older batches fade, as it is in
        // the book's tables.)
        try orderMatters(learner.recorder.values.map { $0[2] }, basic)
    }

    /// One epoch of `linear1` and one of `Linear`, from the same start.
    private func sameAsByHand(_ batches: DataLoader<(Tensor, Tensor)>) throws {
        // Is it the same model? Start both from the same numbers and give both one epoch. They
        // agree, up to rounding at the most:
        let model = linearModel()
        var parameters = [
            model.weight.value.detached().T.requiringGrad(), model.bias!.value.detached().requiringGrad(),
        ]
        trainEpoch(batches, linear1, &parameters, learningRate: 1)
        trainEpoch(batches, model, BasicOptimizer(model.parameters, learningRate: 1))
        show((parameters[0].T - model.weight.value).abs().max().item, "largest difference of a weight")

        // What differs is where they start. `initParams` drew weights with a standard deviation of 1,
        // `Linear` starts within ±1/28. That is why the accuracies below are not those of the page
        // before.
    }

    /// Two surprises of the first epoch: everything is a three, and two accuracies that differ.
    private func orderMatters(_ inOrder: [Float], _ unweighted: [Float]) throws {
        // Look at the first epoch again. The model calls (nearly) *everything* a three, or everything
        // a seven:
        let images = try validSet.count
        show("\(try valid.threes.shape[0]) of \(images)", "threes in the validation set")
        record("linear-in-order/first-epoch-correct", Int((inOrder[0] * Float(images)).rounded()), book: 1010)

        // Why? The loader does not shuffle, and the data are all threes, then all sevens. Every
        // epoch pushes the scores one way for half of its batches, then the other way; what the
        // model believes at the end depends on who came last, and how strongly. On some data it
        // recovers, on some it never does. Shuffle, and the trap is gone:
        var random = run.random
        let model = linearModel()
        let shuffled = try DataLoaders(
            DataLoader(trainSet, batchSize: 256, shuffledUsing: &random), DataLoader(validSet, batchSize: 256))
        let learner = Learner(shuffled, model, loss: mnistLoss, metrics: [Metric("batch_accuracy", batchAccuracy)])
        try EpochReporting.silently { try learner.fit(inOrder.count, learningRate: 1) }
        let mixed = learner.recorder.values.map { $0[2] }
        show(
            Chart("Same model, same data, another order", x: "epoch", y: "accuracy") {
                Line(mixed, "shuffled")
                Line(inOrder, "threes first")
            }, "The order of the data matters")
        record("linear/accuracy", mixed.last!, book: 0.9785, differs: "shuffled; the book keeps the order")

        // One training proves little: another start and another order end at another number. So
        // train from several, and look at their mean and spread:
        let accuracies = try run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
            try shuffledAccuracy(epochs: inOrder.count, using: &random)
        }
        record(
            "linear/accuracy-by-seed", over: accuracies, book: 0.9785, differs: "shuffled; the book keeps the order")

        // The second surprise: our own `validateEpoch` and the Learner print different accuracies
        // for the same model.
        show("\(unweighted[0]) and \(inOrder[0])", "validateEpoch and Learner, after the first epoch")

        // Both are right about something. `validateEpoch` averages the batches' means, and its last
        // batch is smaller, so its images count for more. The Learner weighs every batch by its
        // size: what it prints is the share of all images.
    }

    /// A linear model with a start and an order of its own: the accuracy after these epochs.
    private func shuffledAccuracy(epochs: Int, using random: inout SplitMix64) throws -> Float {
        let model = Linear(28 * 28, 1, using: &random)
        let loaders = try DataLoaders(
            DataLoader(trainSet, batchSize: 256, shuffledUsing: &random), DataLoader(validSet, batchSize: 256))
        let learner = Learner(loaders, model, loss: mnistLoss, metrics: [Metric("batch_accuracy", batchAccuracy)])
        try EpochReporting.silently { try learner.fit(epochs, learningRate: 1) }
        return learner.recorder.values.last![2]
    }

    /// The same random start every time.
    func linearModel() -> Linear {
        var random = run.random
        return Linear(28 * 28, 1, using: &random)
    }

    func accuracies(_ values: [Float]) -> String {
        values.map { shown($0, decimals: 4) }.joined(separator: " ")
    }
}
