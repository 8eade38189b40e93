// # Norm and ReLU: which one first?
//
// Section 13.14 · After this page you can say what speaks for either order, and what a measurement says.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The third question of the book: move the activation function behind the batch norm, and see whether it matters. (In
// the book's printed code it is behind it already; in the authors' notebook it is before it. Section 13.13 has a switch
// for both.)
//
// Ioffe and Szegedy put the norm before the ReLU. Their reason: the sums that a convolution gives are more symmetric,
// more like a bell curve, than what is left after a ReLU, and so a mean and a deviation say more about them. There is a
// practical reason as well. When a net is used, batch norm multiplies each channel by a fixed number and adds another,
// and a convolution directly before it can do that itself, with other weights (exercise 13.24). The layer is then free
// of cost. What speaks for the other order: the next convolution gets what has really been normalized.
//
// First the claim about symmetry. `skewness` is the mean of the cubes of normalized numbers: 0 if they are spread alike
// to both sides.

/// The mean of ((x − mean) / deviation)³ over each channel of [n, c, h, w], and of that the mean of its absolute
/// values.
public func skewness(_ x: Tensor) -> Float {
    let normalized = standardized(x, axes: [0, 2, 3])
    return (normalized.squared() * normalized).mean(axes: 0, 2, 3).abs().mean().item
}

extension ConvolutionalNets {
    func symmetry() {
        var random = run.random
        let x = Tensor.randn(64, 8, 7, 7, using: &random)
        let sums = x.conv2d(Initialization.fanIn.draw([16, 8, 3, 3], using: &random))
        let (before, after) = (skewness(sums), skewness(sums.relu()))
        show(
            "\(fixed(before, 3)) before, \(fixed(after, 3)) after a ReLU",
            "skewness of what a convolution of random numbers gives",
            predict: .change("What does a ReLU do to the skewness?", from: before, to: after))
    }

    func bothOrders() throws {
        // And now the measurement, at two rates:
        let count = min(run.size(quick: 200, usual: 6400), try trainDigits.count)
        var table = TextTable(["highest rate", "norm, then ReLU", "ReLU, then norm"], decimals: 4)
        var (better, decides, measured) = (0, false, [(rate: Float, orders: [[Float]])]())
        for rate in [0.01, 0.06] as [Float] {
            let orders = try [NormOrder.normThenReLU, .reluThenNorm].map { order in
                try accuracies(on: count, batchSize: min(count / 2, 128), learningRate: rate) { random in
                    normedDigitCNN(order: order, using: &random)
                }
            }
            table.add("\(rate)", Spread(orders[0]), Spread(orders[1]))
            measured.append((rate, orders))
            better += zip(orders[0], orders[1]).count { $0 > $1 }
            decides = decides || (Spread(orders[0]).mean < 0.5) != (Spread(orders[1]).mean < 0.5)
        }
        show(
            table, "Accuracies after one epoch on \(count) images, in both orders",
            predict: .yesNo(
                "Does the order decide whether the net learns: one below 0.5, the other above?",
                decides))
        for (rate, orders) in measured {
            record("order/norm-first-at-\(rate)", over: orders[0])
            record("order/relu-first-at-\(rate)", over: orders[1])
        }
        let pairs = measured.map(\.orders[0].count).reduce(0, +)
        show(
            "\(better) of \(pairs)", "pairs of trainings in which the norm does better before the ReLU")
        show(
            better == pairs || better == 0
                ? "One order does better each time on these images. Few pairs on one set of images: others may differ."
                : "Sometimes the one does better, sometimes the other.")

        // So this decides nothing: with other images the other order may be ahead. Who wants the smallest cost in use
        // takes the norm first, and that is what most published nets do.
    }
}
