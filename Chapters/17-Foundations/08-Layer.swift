// # Defining and initializing a layer
//
// Section 17.8 · After this page you can write a linear layer, show that two of them in a row are no more than one, and
// say how large the numbers are that come out.

import Figures
import Notebook
import Tensors

// What comes next is the heart of every training loop: a forward pass, which ends in a loss, and a backward pass, which
// ends in gradients. Before there is anything to differentiate we need layers, and a question must be answered that
// looks too small for a section of its own: from which numbers do the weights start? It decides whether a deep net
// trains at all.
//
// A linear layer is a matrix product and a bias. In section 17.1 the weights of each neuron were a row, so the matrix
// had to be transposed before it could be multiplied. Until section 17.11 turns them back, they are stored the other
// way round, a *column* for each neuron, and no transpose is needed:

/// y = x · w + b   (The book's `lin`.)
///
/// x [n, in] · w [in, out] + b [out] → y [n, out]
public func linear(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor { x.matmul(w) + b }

extension Foundations {
    func twoLayersAreOne() {
        // Nothing is trained in this section, so random numbers will do: 200 items with 100 numbers each, a layer that
        // makes 50 numbers of them, and one that makes a single number of those.
        var random = run.random
        let x = Tensor.randn(200, 100, using: &random)
        let (w1, b1) = (Tensor.randn(100, 50, using: &random), Tensor.randn(50, using: &random))
        let (w2, b2) = (Tensor.randn(50, 1, using: &random), Tensor.randn(1, using: &random))
        let two = linear(linear(x, w1, b1), w2, b2)
        show(
            two.shape, "x [200, 100] through w1 [100, 50] and w2 [50, 1]",
            ask: "x [200, 100] goes through a layer w1 [100, 50] and a layer w2 [50, 1]. What shape comes out?")

        // Two layers, one directly after the other, are a waste. Multiply out, and (x·w1 + b1)·w2 + b2 becomes
        // x·(w1·w2) + (b1·w2 + b2): one layer, with a matrix that can be computed beforehand.
        let one = linear(x, w1.matmul(w2), b1.matmul(w2) + b2)
        let farthest = largestDifference(two, one) / two.abs().max().item
        show(
            farthest < 1e-5, "two layers and one agree, up to rounding",
            ask: "Is there a single linear layer that does what two linear layers, one after the other, do?")
        show(
            "\(101 * 50 + 51) parameters do the work of \(101)",
            "the size of two layers, and of the one that equals them")

        // So something that is not linear has to stand between two linear layers, a *nonlinearity*. It comes on a later
        // page of this section. First look at what a single linear layer does to the size of the numbers.
    }
}

// The inputs are drawn from a normal distribution with mean 0 and standard deviation 1. So are the weights, and the
// bias is 0:

/// What the first layer makes of 200 random items: x [200, 100], w1 [100, 50], both standard normal → [200, 50]. (The
/// book's first `l1`.)
func unscaledLayer(using random: inout SplitMix64) -> Tensor {
    let x = Tensor.randn(200, 100, using: &random)
    let w1 = Tensor.randn(100, 50, using: &random)
    return linear(x, w1, .zeros(50))
}

extension Foundations {
    func howLargeTheNumbersGet() {
        // Chance decides what is drawn, so look at several seeds:
        let layers = run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { unscaledLayer(using: &$0) }
        show(layers[0].shape, "shape of what comes out")
        record(
            "unscaled/mean-of-l1", over: layers.map { $0.mean().item }, book: 0.0019, differs: "other random numbers",
            on: normals)
        record(
            "unscaled/std-of-l1", over: layers.map { $0.std().item }, book: 10.1058, differs: "other random numbers",
            on: normals,
            ask: "A neuron has 100 inputs. They and its weights have standard deviation 1. What is that of its output?")

        // The mean stays near 0, but the numbers are ten times as large as they were. Why ten? A number that comes out
        // is a sum of 100 products. Both factors of a product have mean 0 and variance 1 and know nothing of each
        // other, so the product has mean 0 and variance 1, too. (Variance is the standard deviation squared.) In a sum
        // of independent numbers, variances add up: 100 products have a variance of 100, and √100 is 10.
    }

    func theRootOfTheInputs() {
        // If that is the reason, the standard deviation grows with the square root of the number of inputs, whatever
        // it is:
        var random = run.random
        let counts = [1, 4, 16, 64, 256, 1024]
        let deviations = counts.map { count in
            let (x, w) = (Tensor.randn(200, count, using: &random), Tensor.randn(count, 50, using: &random))
            return x.matmul(w).std().item
        }
        show(
            Chart(
                "Four times the inputs, twice the spread", x: "inputs of the layer",
                y: "standard deviation of its outputs", xScale: .logarithmic, yScale: .logarithmic
            ) {
                Line(counts, counts.map { Float($0).squareRoot() }, "√inputs", colour: .black, dashed: true)
                Points(counts, deviations, "measured")
            }, "The spread of what a layer of random weights puts out")

        // And if the products did not cancel out, it would be different. Take away all signs, so that every product is
        // positive. The mean size of a standard normal number is √(2/π), so a product is 2/π on average, and a hundred
        // of them add up without any root:
        let (x, w) = (Tensor.randn(200, 100, using: &random), Tensor.randn(100, 50, using: &random))
        var table = TextTable(["products", "mean of the sums", "standard deviation"], decimals: 2)
        for (name, sums) in [("with signs", x.matmul(w)), ("without signs", x.abs().matmul(w.abs()))] {
            table.add(name, sums.mean().item, sums.std().item)
        }
        show(
            table, "Sums of 100 products",
            predict: .number(
                "Without signs, a product is 2/π on average. How large is a sum of 100?", 63.66, within: .percent(5)))

        // Ten times as large: that does not look like a catastrophe. But this was one layer.
    }
}
