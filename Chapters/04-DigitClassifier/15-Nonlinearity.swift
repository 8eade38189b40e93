// # Adding a nonlinearity
//
// Section 4.15 · After this page you have built and trained a neural net, and can say why two linear
// layers alone are no more than one.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Here is a neural net. All of it:
//
//     let hidden = x.matmul(w1) + b1          a linear layer
//     let active = hidden.maximum(0)          a nonlinearity
//     let score = active.matmul(w2) + b2      another linear layer
//
// The first layer mixes the pixels in a number of ways, the *features*; the last one mixes those into
// a score. As a function of images and parameters:

/// A net with one hidden layer, by hand: x [n, 784] → [n, 1]
///
/// parameters: w1 [784, hidden], b1 [hidden], w2 [hidden, 1], b2 [1]
public func simpleNet(_ x: Tensor, _ parameters: [Tensor]) -> Tensor {
    let hidden = x.matmul(parameters[0]) + parameters[1]
    return hidden.maximum(0).matmul(parameters[2]) + parameters[3]
}

extension DigitClassifier {
    func nonlinearity() throws {
        // How many features is up to us. Take 30:
        var random = run.random
        let parameters = [
            initParams(784, 30, using: &random), initParams(30, using: &random),
            initParams(30, 1, using: &random), initParams(1, using: &random),
        ]
        let x = try train.threes[0..<2].reshaped(-1, 784)
        show(simpleNet(x, parameters), "untrained scores of two images")

        // The part in the middle has a grand name, *rectified linear unit*, and does only this: a
        // negative number becomes 0.
        show(Chart("ReLU", x: "x", y: "max(x, 0)") { Line.function(-2...2) { $0.relu() } }, "The rectified linear unit")
    }

    func whyItIsNeeded() {
        // Is it needed? Leave it out, and compare the two linear layers that are left with a single
        // one that has W = w1·w2 and b = b1·w2 + b2:
        var random = run.random
        let x = Tensor.randn(5, 4, using: &random)
        let (w1, b1) = (Tensor.randn(4, 3, using: &random), Tensor.randn(3, using: &random))
        let (w2, b2) = (Tensor.randn(3, 2, using: &random), Tensor.randn(2, using: &random))
        let two = (x.matmul(w1) + b1).matmul(w2) + b2
        let one = x.matmul(w1.matmul(w2)) + (b1.matmul(w2) + b2)
        show(
            (two - one).abs().max().item, "largest difference between two linear layers and one",
            predict: .yesNo("Can two linear layers in a row do anything that a single one cannot?", false))

        // The difference is rounding: a mixture of mixtures is still a mixture, and two linear layers
        // are one. With the ReLU between them there is no such W:
        let net = (x.matmul(w1) + b1).relu().matmul(w2) + b2
        show((net - one).abs().max().item, "and with a ReLU in between")
    }
}

// And one is enough. Each hidden unit adds one bend; with enough bends, straight pieces follow any
// curve as closely as you like (the *universal approximation theorem*). Here the bends are evenly
// spaced, and each ReLU's weight is the change in slope:

/// A sum of ReLUs that goes through `f` at evenly spaced points. Each unit switches on at one of them
/// and changes the slope to that of the next piece.
public func reluCurve(_ f: (Tensor) -> Tensor, pieces: Int, over range: ClosedRange<Float>, at x: Tensor) -> Tensor {
    let knots = Tensor.linspace(range.lowerBound, range.upperBound, pieces + 1)
    let heights = f(knots)
    let slopes = (heights[1...] - heights[..<pieces]) / (knots[1...] - knots[..<pieces])
    var y = heights[0] + Tensor.zeros(x.shape)
    for k in 0..<pieces {
        let change = k == 0 ? slopes[0] : slopes[k] - slopes[k - 1]
        y = y + change * (x - knots[k]).relu()
    }
    return y
}

extension DigitClassifier {
    func piecesMakeACurve() {
        // For the sine, with 3, 6 and 12 pieces:
        let curves = [3, 6, 12].map { bends in
            Line.function(-3.1...3.1, "\(bends) pieces") { x in
                reluCurve({ $0.sin() }, pieces: bends, over: -3.2...3.2, at: x)
            }
        }
        show(
            Chart("sin x out of ReLUs", x: "x", y: "y") {
                Line.function(-3.1...3.1, "sin x", colour: .grey) { $0.sin() }
                curves
            }, "More pieces, closer to the curve")
    }

    func trainTheNet() throws {
        // Now train one. `Sequential` calls its layers in turn and finds their four parameter tensors.
        // `ReLU()` is the same function as `x.relu()`, in a form that can go into the list:
        var random = run.random
        let net = Sequential(Linear(28 * 28, 30, using: &random), ReLU(), Linear(30, 1, using: &random))
        show("\(net.parameters.map(\.shape)): \(net.parameterCount) parameters", "the net")
        show("\(linearModel().parameterCount) parameters", "the linear model")

        // A deeper model is trained with more care: a lower rate, more epochs.
        let loaders = try DataLoaders(
            DataLoader(trainSet, batchSize: 256, shuffledUsing: &random), DataLoader(validSet, batchSize: 256))
        let learner = Learner(
            loaders, net, loss: mnistLoss, optimizer: SGD.init,
            metrics: [Metric("batch_accuracy", batchAccuracy)])
        try learner.fit(run.size(quick: 2, usual: 40), learningRate: 0.1)

        // The recorder has kept the table. Ask it for a column by name:
        let accuracy = learner.recorder["batch_accuracy"]
        show(Chart("784-30-1, \(dataName)", x: "epoch", y: "accuracy") { Line(accuracy) }, "Accuracy, epoch by epoch")
        record("net/accuracy", accuracy.last!, book: 0.9828, differs: "we shuffle, the book does not")

        // To be honest, the linear model of the last section was about as good. At this low rate the
        // net is still learning. Give both as many epochs at rate 1. Both go on rising, and they end close
        // together: threes and sevens are almost a problem for a straight line.
        random = run.random
        let another = Sequential(Linear(28 * 28, 30, using: &random), ReLU(), Linear(30, 1, using: &random))
        let models: [(String, any Layer<Tensor, Tensor>)] = [("linear", linearModel()), ("net", another)]
        let lines = models.map { name, model in
            Line(
                trainModel(
                    loaders.train, valid: loaders.valid, model, SGD(model.parameters, learningRate: 1),
                    epochs: run.size(quick: 2, usual: 40)),
                name)
        }
        show(
            Chart("Linear model and net at rate 1, \(dataName)", x: "epoch", y: "accuracy", yLimits: 0.94...1) {
                lines
            }, "The same rate for both")

        // You have now seen two things that border on magic: a function that can be anything, given
        // the right numbers, and a way to find the numbers.
        //
        // What did the net learn? Each of the 30 rows of the first weight has the size of an image.
        // Ink where it is red raises the feature, ink where it is blue lowers it. Here are the ten
        // with the largest weights (the others were hardly needed):
        let weight = net.parameters[0].value.detached()
        let strength = weight.squared().sum(axis: 1).scalars
        let strongest = strength.indices.sorted { strength[$0] > strength[$1] }.prefix(10)
        let reach = weight.abs().max().item
        let features = strongest.map { Raster(weight[$0].reshaped(28, 28), range: -reach...reach, colours: .signed) }
        show(ImageGrid(features, columns: 5), "What the ten strongest features look for")
    }
}
