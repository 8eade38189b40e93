// # Why numbers around 0
//
// Section 21.4 · After this page you can give two reasons to normalize what goes into a net, and show both.

import Figures
import Notebook
import Tensors

// The book has two reasons. The first has to do with the functions that stand between the layers of a net. The one of
// this chapter is the *hyperbolic tangent*, tanh. It bends all numbers into the range from -1 to 1, and its slope is
// 1 - tanh². Learning goes by slopes: where the slope is 0, no gradient comes through.

extension BirdsAndAirplanes {
    func slopeOfTanh() {
        show(
            Chart("tanh is steep around 0 and flat everywhere else", x: "x", y: "tanh x, and its slope") {
                Line.function(-5...5, "tanh x") { (x: Tensor) in x.tanh() }
                Line.function(-5...5, "its slope", dashed: true) { (x: Tensor) in 1 - x.tanh().squared() }
            }, "The hyperbolic tangent")
        let x = Tensor([0, 1, 2, 4])
        show(1 - x.tanh().squared(), "its slopes at 0, 1, 2 and 4")

        // Between -2 and 2 it still has some slope. At 4 there is next to none, and whatever is beyond is *saturated*.
    }
}

// So what a layer gives to tanh should be a small number on either side of 0. What it gives depends on its weights and
// on its inputs. Here is a layer as the first net of this chapter has it: 512 sums over all 3,072 numbers of a picture,
// with weights drawn evenly between -1/√3072 and 1/√3072, which is PyTorch's way to begin. For three kinds of inputs,
// these are the sums, before tanh:

/// What a fresh layer of 512 makes of x [n, c, h, w]: [n, 512]
func freshLayer(_ x: Tensor, using random: inout SplitMix64) -> Tensor {
    let inputs = x.shape[1] * x.shape[2] * x.shape[3]
    let bound = 1 / Float(inputs).squareRoot()
    let weights = Tensor.rand(inputs, 512, low: -bound, high: bound, using: &random)
    return x.reshaped(x.shape[0], inputs).matmul(weights)
}

extension BirdsAndAirplanes {
    func saturationByInput() throws {
        let count = min(200, try pictures.train.count)
        let bytes = Tensor(try pictures.train.images[0..<count].permuted(0, 3, 1, 2))
        let statistics = ChannelStatistics(counting: try pictures.train.images)
        let (mean, deviation) = (
            Tensor(statistics.mean.map { Float($0) }), Tensor(statistics.deviation.map { Float($0) })
        )
        let normalized = (bytes / 255 - mean.reshaped(3, 1, 1)) / deviation.reshaped(3, 1, 1)
        var table = TextTable(["inputs", "deviation of the sums", "mean slope of tanh", "saturated"], decimals: 4)
        var slopes: [Float] = []
        let kinds = [("bytes", bytes), ("0 to 1", bytes / 255), ("normalized", normalized)]
        for (name, x) in kinds {
            var random = run.random
            let sums = freshLayer(x, using: &random)
            let slope = 1 - sums.tanh().squared()
            slopes.append(slope.mean().item)
            table.add(name, sums.std().item, slopes.last!, Float((slope .< 0.01).trueCount) / Float(slope.count))
        }
        show(
            table, "512 sums of \(count) pictures of \(dataName); saturated is where the slope is below 0.01",
            predict: .choice(
                "With which inputs are most of the sums where tanh is flat?",
                kinds.map(\.0), answer: kinds[slopes.firstIndex(of: slopes.min()!)!].0))

        // Bytes are far too large: most of what they make is out where tanh is flat. Dividing by 255 is most of the
        // cure. Normalized numbers are around 0, and so are their sums: they use the bend of tanh, where it is more
        // than a straight line, and do not go beyond. (How nets learn from each of the three, section 21.10 finds out.)
    }
}

// The second reason is the learning rate: there is one for all weights. Take the smallest case, two inputs and a weight
// for each, and the loss ½ (w₁x₁ + w₂x₂ - y)². If the inputs have nothing to do with each other, the error of a weight
// shrinks in every step by the factor 1 - rate · (mean of the squares of its input). An input that is ten times smaller
// learns a hundred times more slowly. (The book met this with its thermometers, and rescaled a weight.)

/// The two weights after some steps down the gradient, from 0, for x [n, 2] and y [n].
public func fittedWeights(_ x: Tensor, _ y: Tensor, rate: Float, steps: Int) -> Tensor {
    var weights = Tensor.zeros(2)
    for _ in 0..<steps {
        let errors = x.matmul(weights) - y
        weights = weights - rate * x.transposed().matmul(errors) / Float(y.count)
    }
    return weights
}

extension BirdsAndAirplanes {
    func oneRateForAll() {
        // Inputs with the deviations 1 and 0.1, and the true weights 1 and 10: both matter equally. The same again with
        // the second input divided by its deviation, so that its true weight is 1:
        var random = run.random
        let x = Tensor.randn(1000, 2, using: &random)
        let y = x.sum(axis: 1)
        let unequal = fittedWeights(x * Tensor([1, 0.1]), y, rate: 0.5, steps: 30)
        let faster = fittedWeights(x * Tensor([1, 0.1]), y, rate: 2.5, steps: 30)
        let equal = fittedWeights(x, y, rate: 0.5, steps: 30)
        var table = TextTable(
            ["deviations of the inputs", "rate", "first weight", "second weight", "true ones"], decimals: 3)
        table.add("1 and 0.1", "0.5", unequal[0].item, unequal[1].item, "1 and 10")
        table.add("1 and 0.1", "2.5", faster[0].item, faster[1].item, "1 and 10")
        table.add("both 1", "0.5", equal[0].item, equal[1].item, "1 and 1")
        show(
            table, "Two weights after 30 steps",
            predict: .yesNo("Has the small input found its weight, 10, after 30 steps?", unequal[1].item > 9))

        // A larger rate would suit the small input, but the large one is thrown off: above 2, its error grows with
        // every step, and drags the other along. With equal deviations, one rate suits both. A picture's channels are
        // more alike than that, so they gain less. But it costs nothing.
    }
}
