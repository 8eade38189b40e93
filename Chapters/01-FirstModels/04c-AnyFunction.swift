// # A function that can become any function
//
// Section 1.4 · After this page you know why people use neural networks, of all models.

import Common
import Figures
import Notebook
import Tensors
import Training

// Samuel's model can be no more than a sum of seven counts. What we want is a model so flexible that weights alone
// decide what it does: for one choice it tells cats from dogs, for another it plays a game. Neural networks are that.
// The *universal approximation theorem* says that, in theory, a net can come as near as you like to any function, if it
// has enough neurons. See how near one comes to this line, with 2, 8 and 32 neurons in one layer:

extension FirstModels {
    func widerAndWider() throws {
        let x = Tensor.linspace(-1, 1, 128).reshaped(128, 1)
        let wanted = (x * 9).sin() * 0.5 + (x * 4 - 1).tanh() * 0.5
        let steps = run.size(quick: 40, usual: 1500)
        let widths = [2, 8, 32]
        let seeds = run.size(quick: 1, usual: 3)
        var (curves, errors) = ([[Float]](), [[Double]]())
        for width in widths {
            let nets = run.overSeedsAtOnce(seeds) { random -> (curve: [Float], error: Double) in
                let net = smallNet([1, width, 1], using: &random)
                // Neurons that bend at different places, and sharply enough.
                for weights in net.parameters.prefix(2) { weights.assign(weights.value * 6) }
                trainNet(net, steps: steps, rate: 0.03) { mseLoss($0(x), wanted) }
                let curve = noGrad { net(x) }
                return (curve.scalars, Double(mseLoss(curve, wanted).item))
            }
            curves.append(nets.min { $0.error < $1.error }!.curve)
            errors.append(nets.map { $0.error })
        }
        let xs = x.scalars
        show(
            ChartGrid(
                widths.indices.map { place in
                    Chart("\(widths[place]) neurons", x: "in", y: "out", yLimits: -1.2...1.2) {
                        Line(xs, wanted.scalars, "wanted", colour: .grey)
                        Line(xs, curves[place], "the net", colour: .vermilion)
                    }
                }), "The best of \(seeds == 1 ? "one net" : "\(seeds) nets") of each width",
            predict: .choice(
                "Which net comes nearest?", ["2 neurons", "8 neurons", "32 neurons"],
                answer: "\(widths[errors.indices.min { errors[$0].min()! < errors[$1].min()! }!]) neurons"))
        var table = TextTable(["neurons", "mean squared distance"], decimals: 5)
        for (width, values) in zip(widths, errors) { table.add(width, Spread(values)) }
        show(table, "How far from the line, over \(counted(seeds, "start"))")
        for (width, values) in zip(widths, errors) { record("any-function/error-with-\(width)-neurons", over: values) }

        // So all effort goes into finding good weights. And for that, too, there is one way that does for all nets,
        // *stochastic gradient descent* (SGD), of which chapter 4 tells. Both are hardly more than additions and
        // multiplications, many of them. When you come to see how it works in detail, you may well ask: is that all?
    }
}
