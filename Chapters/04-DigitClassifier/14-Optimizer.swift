// # Creating an optimizer
//
// Section 4.14 · After this page you will have replaced the parameters and the step that you wrote by reusable pieces,
// and checked each time that nothing changed.

import Figures
import Layers
import Notebook
import Tensors
import Training

// In section 4.13 `trainEpoch` was given the model, its parameters and the learning rate one by one, and took the step
// itself. Now the model will bring its parameters along, and an optimizer will take the step. After each change we
// check that the training is still the same.
//
// First the model. `Linear` is `linear1` and its parameters in one object. An object that is called like a function is
// a *module*; it finds its parameters by looking at its own properties. `run.random` begins with the same numbers each
// time, so every `linearModel()` starts from the same weights, and trainings can be compared:

extension DigitClassifier {
    /// 784 pixels → one score
    func linearModel() -> Linear {
        var random = run.random
        return Linear(28 * 28, 1, using: &random)
    }

    func optimizer() {
        // Its weight is [1, 784], the transpose of ours: one row per output.
        show(linearModel().parameters.map { "\($0.shape)" }.joined(separator: ", "), "its parameters")
    }
}

// Then the end of the loop. The step against the gradient, and setting the gradients to nil, move into an *optimizer*.
// (`Optimizer` is a protocol of the engine: it asks for parameters, `step` and `zeroGrad`. A `Parameter` is changed by
// its `update`, which hands out the value and the gradient, and records nothing.)

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

/// One epoch: the gradients of a batch, a step, the next batch. (The book's second `train_epoch`.)
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
        // Is that the same as before? Start `linear1` and `Linear` from the same numbers and give both one epoch. (The
        // `trainEpoch` with `&parameters` is that of section 4.13.) They agree, up to rounding at most:
        let batches = try DataLoader(trainSet, batchSize: 256)
        let model = linearModel()
        var parameters = [
            model.weight.value.detached().T.requiringGrad(), model.bias!.value.detached().requiringGrad(),
        ]
        trainEpoch(batches, linear1, &parameters, learningRate: 1)
        trainEpoch(batches, model, BasicOptimizer(model.parameters, learningRate: 1))
        show((parameters[0].T - model.weight.value).abs().max().item, "largest difference in a weight")

        // So the computation is the same. Left alone, though, the two start elsewhere: `initParams` draws weights with
        // a standard deviation of 1, `Linear` within ±1/28 (that is 1/√784). For this reason the accuracies below are
        // not those of section 4.13.
    }
}

// Training is a number of epochs, with a look at the validation set after each:

/// Trains for some epochs. (The book's `train_model`.) → the accuracy on the validation batches after each
public func trainModel(
    _ batches: DataLoader<(Tensor, Tensor)>, valid: DataLoader<(Tensor, Tensor)>,
    _ model: any Layer<Tensor, Tensor>, _ optimizer: any Optimizer, epochs: Int
) -> [Float] {
    require(epochs >= 0, "training for \(epochs) epochs", "there cannot be fewer than none")
    return (0..<epochs).map { _ in
        trainEpoch(batches, model, optimizer)
        return validateEpoch(valid) { model($0) }
    }
}

// Every training of this section has `epochCount` epochs. The batches come `inOrder`: the book's loaders do not
// shuffle, so ours do not either, for now.

extension DigitClassifier {
    /// The book's twenty epochs; two under `--quick`.
    var epochCount: Int { run.size(quick: 2, usual: 20) }

    /// Batches of 256 images in the order of the data: first all threes, then all sevens.
    var inOrder: DataLoaders<(Tensor, Tensor)> {
        get throws {
            try DataLoaders(DataLoader(trainSet, batchSize: 256), DataLoader(validSet, batchSize: 256))
        }
    }

    func twentyEpochs() throws {
        // Train for twenty epochs with our own optimizer, and then again with the engine's `SGD`, which does the same
        // in one pass over memory. Same start, same batches:
        let (loaders, byHand, withSGD) = (try inOrder, linearModel(), linearModel())
        let before = validateEpoch(loaders.valid) { byHand($0) }
        let accuraciesByHand = trainModel(
            loaders.train, valid: loaders.valid, byHand, BasicOptimizer(byHand.parameters, learningRate: 1),
            epochs: epochCount)
        let accuraciesWithSGD = trainModel(
            loaders.train, valid: loaders.valid, withSGD, SGD(withSGD.parameters, learningRate: 1), epochs: epochCount)
        var table = TextTable(["epoch", "ours", "the book's BasicOptim", "the book's SGD"], decimals: 4)
        table.add("before", before, BookNumbers.basicOptim[0], "")
        for (epoch, accuracy) in accuraciesByHand.enumerated() {
            table.add("\(epoch + 1)", accuracy, BookNumbers.basicOptim[epoch + 1], BookNumbers.sgd[epoch])
        }
        show(table, "accuracy after every epoch on \(dataName), and the book's on MNIST")
        record("linear-optimizer/accuracy", accuraciesByHand.last!, book: 0.9785, differs: "other random weights")

        // The table needs only one column for our two trainings. They agree in every epoch, and so do the weights at
        // the end, bit for bit. (The book's columns differ, because each of its trainings has another start.)
        show(
            accuraciesWithSGD == accuraciesByHand && withSGD.weight.value.scalars == byHand.weight.value.scalars,
            "SGD gives the same")

        // #hide
        if accuraciesByHand.last! < 0.6 {
            // #hide
            show("Nothing is broken: the model calls everything a three. The end of this section says why.")
        }
    }
}
