// # A loss for threes and sevens
//
// Section 4.10 · After this page you can turn images and labels into a dataset, predict them all with
// one matrix product, and say why accuracy cannot serve as a loss.

import Figures
import Notebook
import Tensors
import Training

extension DigitClassifier {
    func lossFunction() throws {
        // Two calls put the images into one table, a row for each. `cat` puts the sevens after the
        // threes; `reshaped` lays each image's rows end to end (-1 means "as long as it needs to be"):
        let images = Tensor.cat([try train.threes, try train.sevens])
        let trainX = images.reshaped(-1, 28 * 28)
        show("\(images.shape) becomes \(trainX.shape)", "all images")

        // The answers are 1 for a three and 0 for a seven. They get a second axis of length 1, because
        // the predictions will have one:
        let answers = Tensor.cat([.ones(try train.threes.shape[0]), .zeros(try train.sevens.shape[0])])
        let trainY = answers.unsqueezed(1)
        show("\(answers.shape) becomes \(trainY.shape)", "all answers")

        // A *dataset* is anything that gives you a pair (x, y) for an index:
        let set = TensorDataset(trainX, trainY)
        let (x, y) = set[0]
        show("x \(x.shape), y \(y)", "the first pair")
    }
}

// The validation images need the same treatment, so all of this goes into one function:

/// Images and answers side by side: x [n, 784], y [n, 1], 1 for a three and 0 for a seven.
func dataset(_ digits: Digits<Tensor>) -> TensorDataset<Tensor, Tensor> {
    let x = Tensor.cat([digits.threes, digits.sevens]).reshaped(-1, 28 * 28)
    let y = Tensor.cat([.ones(digits.threes.shape[0]), .zeros(digits.sevens.shape[0])]).unsqueezed(1)
    return TensorDataset(x, y)
}

// From here on, `trainSet` and `validSet` are the two datasets that it makes.
//
// Now the seven steps. **Initialise**: a weight for every pixel, and a *bias*. Without a bias, an
// empty image would score 0 whatever the weights are; with it, the model has an intercept. Weights and
// biases together are the *parameters*, and they start out random:

/// Random parameters, tracked: normal with the given standard deviation.
public func initParams(_ shape: Int..., std: Float = 1, using random: inout some RandomNumberGenerator) -> Tensor {
    (Tensor.randn(shape, using: &random) * std).requiringGrad()
}

extension DigitClassifier {
    // Everything below starts from the same random numbers:

    /// Weights [784, 1] and a bias [1]: fresh parameters with the same numbers every time.
    var randomParameters: [Tensor] {
        var random = run.random
        return [initParams(784, 1, using: &random), initParams(1, using: &random)]
    }

    func oneScore() throws {
        // **Predict** one image: weigh its pixels, sum, add the bias.
        let (weights, bias) = (randomParameters[0], randomParameters[1])
        let (x, _) = try trainSet[0]
        show((x * weights.T).sum() + bias, "score of the first image")

        // For all images at once, this is a *matrix product*. Counting from 1, as formulas do, cell
        // (1, 2) of the result is row 1 of the first matrix times column 2 of the second, summed:
        show(MatrixProduct(rows: 4, inner: 2, columns: 3, row: 1, column: 2), "How one cell of a product comes about")
    }
}

// For our model, the first matrix is the images, a row each, and the second is the weights, a single
// column. The bias is broadcast:

/// A linear model with its parameters in a list: x [n, 784] · weights [784, 1] + bias [1] → [n, 1]
public func linear1(_ x: Tensor, _ parameters: [Tensor]) -> Tensor { x.matmul(parameters[0]) + parameters[1] }

extension DigitClassifier {
    func allScores() throws {
        // The first of these scores is the one from above:
        let (weights, bias) = (randomParameters[0], randomParameters[1])
        let scores = linear1(try trainSet.inputs, [weights, bias])
        show(scores[0..<4], "scores of the first four images")
        let single = (try trainSet[0].0 * weights.T).sum() + bias
        show((scores[0] - single).abs().item < 1e-4, "the first equals the single prediction")

        // `batch · weights + bias` is one of the two equations that every neural net is made of.
        // The other one comes in section 4.15.
    }
}

// How good are random weights? Call everything above 0 a three, and count how often that is right:

/// The share of items on the right side of 0. scores [n, 1], targets [n, 1]
public func thresholdAccuracy(_ scores: Tensor, _ targets: Tensor) -> Float {
    Tensor(Tensor(scores .> 0) .== targets).mean().item
}

extension DigitClassifier {
    func accuracyIsNoLoss() throws {
        // Not often:
        let (weights, bias) = (randomParameters[0], randomParameters[1])
        let (x, y) = (try trainSet.inputs, try trainSet.targets)
        let before = thresholdAccuracy(linear1(x, [weights, bias]), y)
        show(before, "accuracy with random weights")

        // Now change one weight by a hundredth of a per cent. Pixel 406 is in the middle of the image.
        // (The book moves weight 0, the top left corner, where no digit ever has ink: moving it could
        // not change anything.)
        var moved = weights.detached()
        moved[406] = moved[406] * 1.0001
        let after = thresholdAccuracy(linear1(x, [moved, bias]), y)
        show(
            after, "accuracy after the nudge",
            predict: .change(
                "What does changing one weight by 0.01 % do to the accuracy?", from: before, to: after, margin: 0.001))

        // Nothing, or next to nothing. Accuracy only moves when an image changes sides, so its slope
        // is zero almost everywhere, and steps along a slope of zero go nowhere. We need a loss that
        // gets a little better when a prediction gets a little better.
    }

    func distancesFromTheTargets() {
        // Say three images are a 3, a 7 and a 3, and the model predicts 0.9, 0.4 and 0.2, where 1
        // means a three:
        let targets = Tensor([1, 0, 1])
        let predictions = Tensor([0.9, 0.4, 0.2])

        // For a three, the distance from 1 counts; for a seven, the distance from 0. `where`
        // chooses for every item:
        show(Tensor.where(targets .== 1, 1 - predictions, predictions), "how far off each prediction is")
    }
}

// The mean of these distances is a loss:

/// First version: 1 - p where the target is 1, else p; the mean over all items.
///
/// Valid as long as predictions are between 0 and 1.
public func mnistLossV1(_ predictions: Tensor, _ targets: Tensor) -> Tensor {
    Tensor.where(targets .== 1, 1 - predictions, predictions).mean()
}

extension DigitClassifier {
    func aFirstLoss() {
        // For the three images:
        let loss = mnistLossV1(Tensor([0.9, 0.4, 0.2]), Tensor([1, 0, 1]))
        show(loss.item, "the loss")
        record("loss/three-predictions", loss.item, book: 0.4333)

        // The third prediction is the wrong one: it calls a three a seven. If it were 0.8, the loss
        // would be lower. That is what we asked for:
        let better = mnistLossV1(Tensor([0.9, 0.4, 0.8]), Tensor([1, 0, 1]))
        show(better.item, "the loss if the last prediction were 0.8")
        record("loss/last-one-better", better.item, book: 0.2333)

        // One thing is missing. All of this holds for predictions between 0 and 1, but our scores can
        // be any number.
    }
}
