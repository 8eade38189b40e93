// # A loss for threes and sevens
//
// Section 4.10 · After this page you can turn images and labels into a dataset, and predict all of them with one matrix
// product.

import Figures
import Notebook
import Tensors
import Training

extension DigitClassifier {
    func lossFunction() throws {
        // Two calls put the images into one table, a row for each. `cat` puts the sevens after the threes; `reshaped`
        // (the book's `view`) lays each image's rows end to end. -1 means "as long as it needs to be":
        let images = Tensor.cat([try train.threes, try train.sevens])
        let trainX = images.reshaped(-1, 28 * 28)
        show("\(images.shape) becomes \(trainX.shape)", "all images")

        // The answers are 1 for a three and 0 for a seven. They get a second axis of length 1, because the predictions
        // will have one:
        let answers = Tensor.cat([.ones(try train.threes.shape[0]), .zeros(try train.sevens.shape[0])])
        let trainY = answers.unsqueezed(1)
        show("\(answers.shape) becomes \(trainY.shape)", "all answers")

        // A *dataset* is anything that gives you a pair (x, y) for an index. A list of pairs would do, such as Swift's
        // `zip` makes of two lists (exercise 4.27). This one keeps the two tensors, and cuts out a pair when asked:
        let set = TensorDataset(trainX, trainY)
        let (x, y) = set[0]
        show("x \(x.shape), y \(y)", "the first of \(set.count) pairs")
    }
}

// The validation images need the same treatment, so all of this goes into one function:

/// Images and answers side by side: x [n, 784], y [n, 1], 1 for a three and 0 for a seven.
func dataset(_ digits: Digits<Tensor>) -> TensorDataset<Tensor, Tensor> {
    let x = Tensor.cat([digits.threes, digits.sevens]).reshaped(-1, 28 * 28)
    let y = Tensor.cat([.ones(digits.threes.shape[0]), .zeros(digits.sevens.shape[0])]).unsqueezed(1)
    return TensorDataset(x, y)
}

// From here on, `trainSet` and `validSet` are the two datasets that it makes (the book's `dset` and `valid_dset`).
//
// Now the seven steps. **Initialize**: a weight for every pixel, and a *bias*, a number that is added to every score.
// Weights and biases together are the *parameters*, and they start out random:

/// Random parameters, tracked: normal with the given standard deviation. (The book's `init_params`.)
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
        // **Predict** one image: weigh its pixels, sum, add the bias. The weights are a column, and `.T` turns them
        // into a row, the shape of an image. (The book's random numbers give 20.2336 here; every seed gives another
        // score.)
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
///
/// (The book's `linear1`, which finds its parameters outside.)
public func linear1(_ x: Tensor, _ parameters: [Tensor]) -> Tensor { x.matmul(parameters[0]) + parameters[1] }

extension DigitClassifier {
    func allScores() throws {
        // The first of these scores is the one from above:
        let (weights, bias) = (randomParameters[0], randomParameters[1])
        let scores = linear1(try trainSet.inputs, [weights, bias])
        let shapes = "\(try trainSet.inputs.shape) · \(weights.shape) + \(bias.shape)"
        show(
            scores.shape, "shape of \(shapes)",
            predict: .shape("All images times the weights, plus the bias: \(shapes). What is the shape?", scores.shape))
        show(scores[0..<4], "scores of the first four images")
        let single = (try trainSet[0].0 * weights.T).sum() + bias
        show((scores[0] - single).abs().item < 1e-4, "the first equals the single prediction")

        // Why a bias? An image without any ink is all zeros, and zeros times any weights make a score of 0. Only the
        // bias can move it:
        let empty = linear1(.zeros(1, 784), [weights, bias])
        show("\(empty.item), and the bias is \(bias.item)", "score of an empty image")

        // `batch · weights + bias` is one of the two equations that every neural net is made of. The other one comes in
        // section 4.15.
    }
}
