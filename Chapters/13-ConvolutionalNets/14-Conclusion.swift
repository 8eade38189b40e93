// # What a convolution is
//
// Section 13.14 · After this page you can say what a convolution gives up, and what it gains by that.

import Figures
import Layers
import Notebook
import Tensors
import Training

// A convolution is a matrix product (section 13.5). In its matrix many numbers are fixed at 0: the pixels that the
// window does not reach. The others are tied: the same few weights at all places. That is an *enforced pattern of
// connectivity*. Rumelhart, McClelland and their group gave a list of what is needed for "Parallel Distributed
// Processing" (1986), which the book quotes in its first chapter; a pattern of connectivity is among the eight items. A
// layer without such a pattern, where every output depends on every input by a weight of its own, is *fully connected*:
// a linear layer.
//
// What would our net be without its pattern? Take linear layers in place of the convolutions, each with as many inputs
// and outputs as the convolution had:

extension ConvolutionalNets {
    func linearLayersInstead() {
        let sizes = [(1, 28), (8, 14), (16, 7), (32, 4), (64, 2), (10, 1)]
        var table = TextTable(["layer", "inputs", "outputs", "parameters", "of a linear layer"])
        var (total, ofLinear) = (0, 0)
        for (number, (from, to)) in zip(sizes, sizes.dropFirst()).enumerated() {
            let window = number == 0 ? 5 : 3
            let (inputs, outputs) = (from.0 * from.1 * from.1, to.0 * to.1 * to.1)
            let (own, linear) = (to.0 * (from.0 * window * window + 1), outputs * (inputs + 1))
            (total, ofLinear) = (total + own, ofLinear + linear)
            table.add("\(number + 1)", inputs, outputs, own, linear)
        }
        table.add("together", nil as Int?, nil as Int?, total, ofLinear)
        show(table, "Convolutions, and linear layers between as many numbers")
        show(
            ofLinear / total, "times as many parameters",
            predict: .choice(
                "Linear layers in place of the convolutions would need how many times as many parameters?",
                ["about 10", "about 100", "about 1000"], answer: "about 100"))
    }

    func asManyParameters() throws {
        // And a linear net that has to get by with as many parameters as ours? Pixels, 38 features, ten scores; it too
        // gets a batch norm, and the same training:
        let linear = try trained(run.size(quick: 2, usual: 3), batchSize: largeBatch) { random in
            Sequential(
                Flatten(), Linear(784, 38, using: &random), BatchNorm1d(38), ReLU(), Linear(38, 10, using: &random))
        } fit: {
            try $0.fitOneCycle(1, learningRate: 0.06)
        }
        let convolutional = try normed
        var table = TextTable(["net", "parameters", "accuracy after one epoch"], decimals: 4)
        table.add("always the most frequent digit", 0, try majorityShare)
        for (name, learners) in [("linear", linear), ("convolutional", convolutional)] {
            table.add(name, learners[0].model.parameterCount, Spread(learners.all("accuracy")))
        }
        let (before, after) = (Spread(linear.all("accuracy")).mean, Spread(convolutional.all("accuracy")).mean)
        show(
            table, "As many parameters, with and without the pattern",
            predict: .change(
                "From a linear net to a convolutional one with as many parameters: what happens to the accuracy?",
                from: before, to: after))

        // So a pattern that forbids nearly all connections costs nothing that images need, and the few weights that are
        // left are used everywhere. What comes next are nets with many more convolutions, and the shortcuts that these
        // need: residual networks. (Section 4.16 had a first look at one.)
        //
        // The rest of this section is about the three questions that the book leaves to its readers.
    }
}
