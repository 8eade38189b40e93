// # Where the weights start
//
// Section 21.8 · After this page you can say how large a layer's first weights are, and what happens when they are
// fifty times larger.

import Common
import Figures
import Layers
import Notebook
import Tensors

// The book says of the untrained net that its weights are random numbers between -1 and 1. That is not so. PyTorch's
// `Linear` draws them evenly between -1/√n and 1/√n, with the number n of inputs, and so does ours:

/// The largest first weight of a `Linear` with this many inputs.
public func weightBound(inputs: Int) -> Float { 1 / Float(inputs).squareRoot() }

extension BirdsAndAirplanes {
    func boundOfTheWeights() {
        var random = run.random
        let net = shallowNet(using: &random)
        let weights = net.parameters[0].value
        show(
            significant(weightBound(inputs: 3072), 4), "1/√3072",
            ask: "n = 3072 inputs: what is 1/√n?")
        show(
            "\(significant(weights.min().item, 4)) and \(significant(weights.max().item, 4))",
            "smallest and largest first weight of the first layer")
        record("start/largest-weight", weights.abs().max().item)

        // Does it matter? A feature is a sum of 3,072 products. Weights drawn evenly from ±b have the variance b²/3,
        // and since each is drawn by itself, the variances of the products add up. If the squares of the inputs are 1
        // on average, as normalizing has it, the sum has the variance 3072 · b²/3. Its standard deviation is
        //
        //     b · √(3072/3) = 32 · b
        //
        // With b = 1 that is 32. With b = 1/√3072 it is 0.577, for any number of inputs. On numbers like that:
        let x = Tensor.randn(200, 3072, using: &random)
        var deviation: Float = 0
        var table = TextTable(["weights", "deviation of the sums", "by the formula"], decimals: 3)
        for (name, bound) in [("±1/√3072", weightBound(inputs: 3072)), ("±1", 1)] {
            let sums = x.matmul(.rand(3072, 512, low: -bound, high: bound, using: &random))
            deviation = sums.std().item
            table.add(name, deviation, 32 * bound)
        }
        show(
            table, "512 sums of random inputs",
            predict: .number(
                "Weights between -1 and 1, 3,072 inputs: what is the standard deviation of the sums?",
                deviation))
    }
}

// Then comes tanh, and it is flat beyond 3 or so (section 21.4). To compare, the same net with all weights and biases
// drawn between -1 and 1:

/// The shallow net with parameters between -1 and 1, as the book has it in words.
public func netFromMinusOneToOne(using random: inout some RandomNumberGenerator) -> Sequential {
    let net = shallowNet(using: &random)
    for parameter in net.parameters { parameter.initialize(.uniform(low: -1, high: 1), using: &random) }
    return net
}

extension BirdsAndAirplanes {
    func saturatedFeatures() throws {
        // What is behind tanh, on real inputs. (The first three layers of the net are flatten, linear and tanh.)
        let (x, _) = try firstPictures(run.size(quick: 20, usual: 200))
        var random = run.random
        let nets = [("±1/√3072", shallowNet(using: &random)), ("±1", netFromMinusOneToOne(using: &random))]
        let features = nets.map { _, net in noGrad { net[2](net[1](net[0](x))) } }
        show(
            ChartGrid(
                zip(nets, features).map { net, features in
                    Chart("weights \(net.0)", x: "feature, after tanh", y: "how often", xLimits: -1.05...1.05) {
                        Histogram(features.scalars, bins: 40, range: -1...1)
                    }
                }, columns: 2, title: "Weights between -1 and 1 drive the features to the ends of tanh",
                sharedYLimits: false),
            "512 features of \(x.shape[0]) pictures of \(dataName)")
        let saturated = features.map { Float(($0.abs() .> 0.99).trueCount) / Float($0.count) }
        show(fixed(saturated[0], 4), "share of the features beyond 0.99, weights ±1/√3072")
        show(
            fixed(saturated[1], 4), "share of the features beyond 0.99, weights ±1",
            predict: .change(
                "Are there more features beyond 0.99 when the weights are between -1 and 1?", from: saturated[0],
                to: saturated[1]))

        // Where tanh is flat, no gradient comes through: its slope is 1 - tanh². So the first layer can hardly learn.
        let slopes = features.map { (1 - $0.squared()).mean().item }
        show("\(fixed(slopes[0], 3)) and \(fixed(slopes[1], 3))", "mean slope of tanh for both")

        // How the two nets fare when they learn, section 21.10 finds out. (Chapter 17 has a whole section on first
        // weights.)
    }
}
