// # Putting it all together
//
// Section 4.13 · After this page you will have trained a digit classifier with nothing but a loop, and will
// know what happens if the gradients are not cleared.

import Figures
import Notebook
import Tensors
import Training

// An epoch, in words:
//
//     for every batch x, y:
//         predictions = model(x)
//         loss        = how wrong they are
//         gradients   = the slope of the loss for every parameter
//         parameters -= gradients · learning rate
//
// The first three lines of the loop become a function, for any model:

/// Predict, loss, backward: leaves a gradient on every parameter of the model.
public func calculateGradients(_ x: Tensor, _ y: Tensor, _ model: (Tensor) -> Tensor) {
    mnistLoss(model(x), y).backward()
}

extension DigitClassifier {
    func gradientsPileUp() throws {
        // Try it on four images first, with the random parameters from section 4.10:
        let parameters = randomParameters
        let (x, y) = try DataLoader(trainSet, batchSize: 4).first!
        let scores = linear1(x, parameters)
        show(scores, "scores of four threes")
        show(mnistLoss(scores, y), "their loss")

        // Three backward passes over the same four images:
        let slopes = (0..<3).map { _ in
            calculateGradients(x, y) { linear1($0, parameters) }
            return parameters[1].grad!.item
        }
        show(
            Tensor(slopes), "gradient of the bias after one, two, three passes",
            predict: .number(
                "Three identical backward passes: what is the third gradient of the bias, as a multiple of the first?",
                slopes[2] / slopes[0]))
        show("weights' gradient \(parameters[0].grad!.shape), mean \(parameters[0].grad!.mean().item)")

        // It grows. `backward` *adds* to the gradient that is already there. That is useful (a batch
        // too large for memory can be processed in pieces), but it means that you must clear the
        // gradient after each step. What if you forget?
    }
}

// The parabola shows it. Here are its steps, with and without clearing:

/// x² along thirty steps of gradient descent from -1.5, with the gradient cleared after each or never.
private func clearedOrNot(clearing: Bool) -> [Float] {
    var x = Tensor(-1.5).requiringGrad()
    return (0..<30).map { _ in
        let loss = parabola(x)
        loss.backward()
        noGrad { x -= x.grad! * 0.1 }
        if clearing { x.grad = nil }
        return loss.item
    }
}

extension DigitClassifier {
    func forgettingToClear() {
        show(
            Chart("What if you forget to clear?", x: "step", y: "loss") {
                Line(clearedOrNot(clearing: true), "cleared after each step")
                Line(clearedOrNot(clearing: false), "never cleared")
            }, "The parabola from section 4.7 at rate 0.1, with and without clearing")

        // Without clearing, every step follows the sum of all slopes since the start, and runs through
        // the valley and up the other side.
    }
}

// So the loop clears the gradients. This is one epoch:

/// One epoch of gradient descent by hand.
public func trainEpoch(
    _ batches: DataLoader<(Tensor, Tensor)>, _ model: (Tensor, [Tensor]) -> Tensor,
    _ parameters: inout [Tensor], learningRate: Float
) {
    for (x, y) in batches {
        calculateGradients(x, y) { model($0, parameters) }
        for k in parameters.indices {
            noGrad { parameters[k] -= parameters[k].grad! * learningRate }
            parameters[k].grad = nil
        }
    }
}

// How good is a model? The metric looks at the scores and targets of a batch:

/// The share of a batch that is right: a score above 0 is a sigmoid above 0.5, and means a three.
/// scores [n, 1], targets [n, 1]
public func batchAccuracy(_ scores: Tensor, _ targets: Tensor) -> Float {
    Tensor(Tensor(scores.sigmoid() .> 0.5) .== targets).mean().item
}

extension DigitClassifier {
    func accuracyOfFour() throws {
        // The same four images again. Which scores are above 0, and how many of them is that?
        let (x, y) = try DataLoader(trainSet, batchSize: 4).first!
        let scores = linear1(x, randomParameters)
        show(Tensor(scores .> 0) .== y, "right or wrong")
        show(batchAccuracy(scores, y), "accuracy of the four")
    }
}

// For a whole validation set, take the mean over its batches. No gradients are recorded, since nothing
// is learned from these predictions:

/// The mean of the accuracies of all batches, each counted equally.
public func validateEpoch(_ batches: DataLoader<(Tensor, Tensor)>, _ model: (Tensor) -> Tensor) -> Float {
    let accuracies = noGrad { batches.map { batchAccuracy(model($0.0), $0.1) } }
    return Tensor(accuracies).mean().item
}

extension DigitClassifier {
    func trainingLoop() throws {
        // All the pieces are in place. Begin with fresh parameters and two loaders, 256 images at a
        // time:
        var parameters = randomParameters
        let batches = try DataLoader(trainSet, batchSize: 256)
        let validBatches = try DataLoader(validSet, batchSize: 256)
        let (x, y) = batches.first!
        show("x \(x.shape), y \(y.shape)", "the first batch")

        // The accuracy before any learning, on the validation set:
        show(validateEpoch(validBatches) { linear1($0, parameters) }, "accuracy before")

        // Then one epoch at learning rate 1, and twenty more:
        trainEpoch(batches, linear1, &parameters, learningRate: 1)
        show(validateEpoch(validBatches) { linear1($0, parameters) }, "accuracy after one epoch")
        var accuracies: [Float] = []
        for _ in 0..<run.size(quick: 1, usual: 20) {
            trainEpoch(batches, linear1, &parameters, learningRate: 1)
            accuracies.append(validateEpoch(validBatches) { linear1($0, parameters) })
        }
        show(
            Chart("A linear model by hand, \(dataName)", x: "epoch", y: "accuracy") { Line(accuracies) },
            "Accuracy, epoch by epoch")
        record("linear-by-hand/accuracy", accuracies.last!, book: 0.9696)

        // That is about as good as pixel similarity or better, and it was learned. Nothing in the loop
        // knows about digits.
    }
}
