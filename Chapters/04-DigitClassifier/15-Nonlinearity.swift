// # Adding a nonlinearity
//
// Section 4.15 · After this page you can write a neural net in three lines, say why two linear layers alone are no more
// than one, and how a few bends make a curve.

import Common
import Figures
import Layers
import Notebook
import Tensors

// Here is a neural net. All of it:
//
//     let hidden = x.matmul(w1) + b1          a linear layer
//     let active = hidden.maximum(0)          a nonlinearity
//     let score = active.matmul(w2) + b2      another linear layer
//
// The first layer mixes the pixels in a number of ways, the *features*; the last one mixes those into a score. The line
// between them is called the *activation function*. As a function of images and parameters:

/// A net with one hidden layer, by hand: x [n, 784] → [n, 1]. (The book's `simple_net`.)
///
/// parameters: w1 [784, hidden], b1 [hidden], w2 [hidden, 1], b2 [1]
public func simpleNet(_ x: Tensor, _ parameters: [Tensor]) -> Tensor {
    let hidden = x.matmul(parameters[0]) + parameters[1]
    return hidden.maximum(0).matmul(parameters[2]) + parameters[3]
}

extension DigitClassifier {
    func nonlinearity() throws {
        // How many features there are is up to us. Take 30:
        var random = run.random
        let parameters = [
            initParams(784, 30, using: &random), initParams(30, using: &random),
            initParams(30, 1, using: &random), initParams(1, using: &random),
        ]
        let x = try train.threes[0..<2].reshaped(-1, 784)
        show(simpleNet(x, parameters), "untrained scores of two images")

        // The part in the middle has a grand name, *rectified linear unit* or ReLU, and does only this: a negative
        // number becomes 0. Much of deep learning is like that: a long word for a short line of code.
        show(
            Chart("ReLU: flat below 0, then the number itself", x: "x", y: "max(x, 0)") {
                Line.function(-2...2) { $0.relu() }
            }, "The rectified linear unit")

        // The engine has it as a function, `x.relu()`, and as a layer, `ReLU()`. With layers the net is a list.
        // `Sequential` calls its layers in turn, and finds their four parameter tensors:
        let net = Sequential(Linear(784, 30, using: &random), ReLU(), Linear(30, 1, using: &random))
        show(
            net.parameterCount, "parameters of the net",
            ask: "A Linear(784, 30) and a Linear(30, 1): how many weights and biases are that?")
        show(linearModel().parameterCount, "parameters of the linear model")

        // Our function and this list are the same net, if they have the same parameters. (A `Linear` keeps its weight
        // [outputs, inputs], the transpose of ours.)
        let values = net.parameters.map { $0.value.detached() }
        let byHand = simpleNet(x, [values[0].T, values[1], values[2].T, values[3]])
        show((byHand - net(x)).abs().max().item < 1e-5, "simpleNet and Sequential agree")
    }

    func whyItIsNeeded() {
        // Is it needed? Leave it out, and compare the two linear layers that are left with a single one that has W =
        // w1·w2 and b = b1·w2 + b2:
        var random = run.random
        let x = Tensor.randn(5, 4, using: &random)
        let (w1, b1) = (Tensor.randn(4, 3, using: &random), Tensor.randn(3, using: &random))
        let (w2, b2) = (Tensor.randn(3, 2, using: &random), Tensor.randn(2, using: &random))
        let two = (x.matmul(w1) + b1).matmul(w2) + b2
        let one = x.matmul(w1.matmul(w2)) + (b1.matmul(w2) + b2)
        show(
            significant(largestDifference(two, one), 2), "largest difference between two linear layers and one",
            predict: .yesNo("Can two linear layers in a row do anything that a single one cannot?", false))

        // The difference is rounding: a mixture of mixtures is still a mixture, and two linear layers are one. Could
        // another W do what the net with a ReLU does? No. Whatever W and b are, a linear layer f has a property of
        // straight lines: 0 is in the middle between x and -x, and so f(0) is in the middle between f(x) and f(-x).
        // With a ReLU it is not:
        let linear = { (x: Tensor) in (x.matmul(w1) + b1).matmul(w2) + b2 }
        let net = { (x: Tensor) in (x.matmul(w1) + b1).relu().matmul(w2) + b2 }
        for (name, f) in [("two linear layers", linear), ("with a ReLU in between", net)] {
            let middle = (f(x) + f(-x)) / 2
            show((middle - f(.zeros(x.shape))).abs().max().item, "how far f(0) is from the middle, \(name)")
        }
    }
}

// And one is enough: a net with a single hidden layer, if it is wide enough, comes as close as you like to any
// continuous function on a bounded interval (the *universal approximation theorem*; Cybenko, 1989, for the sigmoid, and
// Leshno and others, 1993, for ReLU). You can see why. Each hidden unit adds one bend, and a line with enough bends
// follows any curve. Here the bends are evenly spaced, and the weight of each ReLU is the change in slope:

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
        let range: ClosedRange<Float> = -3.2...3.2
        show(
            Chart("A sine made of straight pieces", x: "x", y: "sin x") {
                Line.function(-3.2...3.2, "sin x", colour: .grey) { $0.sin() }
                [3, 6, 12].map { pieces in
                    Line.function(-3.2...3.2, "\(pieces) ReLUs") { x in
                        reluCurve({ $0.sin() }, pieces: pieces, over: range, at: x)
                    }
                }
            }, "More pieces, closer to the curve")

        // How close? Twice the pieces make a quarter of the error:
        let x = Tensor.linspace(range.lowerBound, range.upperBound, 1001)
        var table = TextTable(["ReLUs", "largest error"], decimals: 5)
        for pieces in [6, 12, 24, 48, 96] {
            let error = (reluCurve({ $0.sin() }, pieces: pieces, over: range, at: x) - x.sin()).abs().max().item
            table.add(pieces, error)
        }
        show(table, "how far the pieces are from the sine")

        // A net that learns finds its bends by gradient descent. The theorem says that good ones exist. It does not say
        // that they will be found, nor how many are needed.
    }
}
