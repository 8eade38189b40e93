// # Putting it all together: a classifier
//
// Section 4.13 · After this page you will have trained a digit classifier with nothing but a loop, and can say how good
// it is, and compared with what.

import Figures
import Notebook
import Tensors
import Training

// The loss is for the machine. How good is the model, in terms that mean something to us? The metric looks at the
// scores and targets of a batch:

/// The share of a batch that is right: a score above 0 is a sigmoid above 0.5, and means a three. (The book's
/// `batch_accuracy`.)
/// scores [n, 1], targets [n, 1]
public func batchAccuracy(_ scores: Tensor, _ targets: Tensor) -> Float {
    requireEqualShapes(scores, targets, "batchAccuracy")
    return Tensor(Tensor(scores.sigmoid() .> 0.5) .== targets).mean().item
}

extension DigitClassifier {
    func accuracyOfFour() throws {
        // The same four images again. Which scores are on the right side of 0, and what share of the four is that?
        let (x, y) = try DataLoader(trainSet, batchSize: 4).first!
        let scores = linear1(x, randomParameters)
        show(Tensor(scores .> 0) .== y, "right or wrong")
        show(batchAccuracy(scores, y), "accuracy of the four")

        // And the book's four scores, of which two are above 0:
        record("four-scores/accuracy", batchAccuracy(bookScores, .ones(4, 1)), book: 0.5)
    }
}

// For a whole validation set, take the mean over its batches. No gradients are recorded, since nothing is learned from
// these predictions:

/// The mean of the accuracies of all batches, each counted equally. (The book's `validate_epoch`, which rounds it to
/// four decimals.)
public func validateEpoch(_ batches: DataLoader<(Tensor, Tensor)>, _ model: (Tensor) -> Tensor) -> Float {
    let accuracies = noGrad { batches.map { batchAccuracy(model($0.0), $0.1) } }
    return Tensor(accuracies).mean().item
}

// All the pieces are in place: random parameters, batches of 256 images, learning rate 1. The book trains one epoch,
// then twenty more:

extension DigitClassifier {
    /// Trains the linear model by hand for 1 + 20 epochs, as the book does. → the accuracy before, and after each epoch
    private func trainByHand(using random: inout SplitMix64) throws -> [Float] {
        var parameters = [initParams(784, 1, using: &random), initParams(1, using: &random)]
        let batches = try DataLoader(trainSet, batchSize: 256)
        let validBatches = try DataLoader(validSet, batchSize: 256)
        var accuracies = [validateEpoch(validBatches) { linear1($0, parameters) }]
        for _ in 0..<run.size(quick: 2, usual: 21) {
            trainEpoch(batches, linear1, &parameters, learningRate: 1)
            accuracies.append(validateEpoch(validBatches) { linear1($0, parameters) })
        }
        return accuracies
    }

    func trainingLoop() throws {
        // How good is it at the end?
        var random = run.random
        let accuracies = try trainByHand(using: &random)
        record(
            "linear-by-hand/accuracy", accuracies.last!, book: 0.9696, differs: "other random weights",
            predict: .share("What share of the validation images is right after 21 epochs?", accuracies.last!))

        // Here are all of them beside the book's:
        var table = TextTable(["epoch", dataName, "the book, on MNIST"], decimals: 4)
        for (epoch, (ours, books)) in zip(accuracies, BookNumbers.linearByHand).enumerated() {
            table.add(epoch == 0 ? "before" : "\(epoch)", ours, books)
        }
        show(table, "accuracy after every epoch")

        // Is that good? An accuracy means something only beside what costs nothing: always giving the more frequent
        // answer, and the pixel similarity of section 4.4.
        let (similarity, majority) = (try similarityAccuracy, try majorityShare)
        show(
            Chart("A linear model, trained by hand, on \(dataName)", x: "epoch", y: "accuracy") {
                Line(accuracies, "linear model")
                Rule(y: similarity, "pixel similarity", colour: .orange)
                Rule(y: majority, "always the more frequent digit")
            }, "Accuracy of the linear model, epoch by epoch")

        // Nothing in the loop knows about digits: all that the model can do, it has learned. But how much of it is
        // chance? Every start is different:
        let runs = try run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { try trainByHand(using: &$0) }
        show(Tensor(runs.map(\.last!)), "accuracy at the end, one for each start")
        record("linear-by-hand/accuracy-before", over: runs.map(\.[0]), book: 0.5219)
        record("linear-by-hand/accuracy-after-one", over: runs.map(\.[1]), book: 0.6883)
        record("linear-by-hand/accuracy-by-seed", over: runs.map(\.last!), book: 0.9696)

        // If one of these is far below the others, it had an unlucky start. Weights with a standard deviation of 1 give
        // scores so large that the sigmoid is flat for most images (section 4.11). It takes a long time to come back
        // from there.
    }
}
