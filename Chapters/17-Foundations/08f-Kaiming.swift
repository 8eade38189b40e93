// # The scale for ReLU
//
// Section 17.8 · After this page you can choose the scale for layers with a ReLU, and know what survives fifty of them,
// and what does not.

import Figures
import Notebook
import Tensors

// If a ReLU takes half of the mean square, the weights have to double it: n · s² = 2, or
//
//     s = √(2 / n)
//
// That is *Kaiming* or *He* initialization (Kaiming He and others, "Delving deep into rectifiers", 2015). A net of
// thirty layers learned from such weights in their paper, and did not from Xavier's.

/// Normal weights with the standard deviation √(2 / inputs), for layers followed by a ReLU: [inputs, outputs].
public func kaiming(_ inputs: Int, _ outputs: Int, using random: inout some RandomNumberGenerator) -> Tensor {
    Tensor.randn(inputs, outputs, using: &random) * (2 / Float(inputs)).squareRoot()
}

// **Experiment E** is fifty layers with such weights, and a ReLU after each, the `kaimingLayers`:

extension Foundations {
    /// What comes out of fifty layers with Kaiming's weights and a ReLU.
    private func kaimingLayers(using random: inout SplitMix64) -> [Tensor] {
        throughLayers(50, from: .randn(200, 100, using: &random)) {
            relu($0.matmul(kaiming(100, 100, using: &random)))
        }
    }

    func kaimingHolds() {
        // The scale for 100 inputs is √(2/100), about 0.14:
        var random = run.random
        let last = kaimingLayers(using: &random)[49]
        show(last[0..<5, 0..<5], "the first 5 × 5 numbers; the book's first row is 0.2871, 0, 0, 0, 0.0026")
        let ends = run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { kaimingLayers(using: &$0)[49] }
        record(
            "kaiming/largest-in-corner", over: ends.map { $0[0..<5, 0..<5].max().item }, book: 0.62,
            differs: "other random numbers", on: normals)
        record("kaiming/std-after-50", over: ends.map(standardDeviation))
        let zeros = ends.map { share(of: Mishap.zero($0)) }
        record(
            "kaiming/share-of-zeros", over: zeros,
            predict: .share(
                "What share of the numbers is 0 after 50 layers, about?", Spread(zeros).mean, within: .percent(20)))

        // Neither all zero nor NaN. About half of the numbers are 0, because a ReLU sets half of them to 0 on average.
        // The standard deviation differs from seed to seed. Again the scale keeps the size only on average, and what
        // chance does in each of fifty layers multiplies up.
    }

    func whatSurvives() {
        // But look where the zeros are. They do not lie about at random: whole columns are 0, for all of the 200 items.
        // In the corner that the book prints, it is two columns of five. Here are the first six columns that are 0
        // throughout, and beside them the first six that are not:
        var random = run.random
        let outputs = kaimingLayers(using: &random)
        let isZero = Mishap.zero(outputs[49]).all(axis: 0).scalars
        let columns = [true, false].flatMap { zero in isZero.indices.filter { isZero[$0] == zero }.prefix(6) }
        show(
            PixelTable(
                (0..<12).map { row in columns.map { outputs[49][row, $0].item } }, decimals: 2,
                title: "Six columns are 0 for all items, six are not"),
            "12 items (rows) after 50 layers: six columns that are 0 throughout, and six that are not")
        let ends = run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { kaimingLayers(using: &$0)[49] }
        record(
            "kaiming/share-of-zero-columns", over: ends.map { share(of: Mishap.zero($0).all(axis: 0)) }, book: 0.4,
            differs: "the book shows five columns", on: normals)

        // Why? Because by then all items look alike. A ReLU turns any two of them a little towards each other: it
        // removes what is negative, and what is left points into the same corner of space. The cosine of the angle
        // between two items is 0 if they have nothing in common, and 1 if one is a multiple of the other:
        var table = TextTable(["layer", "mean cosine of two items", "size"], decimals: 3)
        for layer in [1, 2, 5, 10, 20, 50] {
            let x = outputs[layer - 1]
            table.add(layer, meanCosine(x), meanSquare(x).squareRoot())
        }
        show(
            table, "Experiment E: the differences between the items fade",
            predict: .yesNo(
                "After 50 layers, do different items still look different (a mean cosine below 0.5)?",
                meanCosine(outputs[49]) < 0.5))

        // Initialization keeps the numbers in a range in which a net can learn. It does not make a deep net easy: what
        // tells one item from another gets smaller with every layer. Residual nets (chapter 14) lead the input around
        // the layers, and lose less of it.
    }

    func scaledLayerWithReLU() {
        // Back to the little net, whose weights are drawn like this from now on:
        let layers = run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
            let x = Tensor.randn(200, 100, using: &random)
            return relu(linear(x, kaiming(100, 50, using: &random), .zeros(50)))
        }
        record(
            "kaiming/mean-of-l2", over: layers.map { $0.mean().item }, book: 0.5661, differs: "other random numbers",
            on: normals)
        record(
            "kaiming/std-of-l2", over: layers.map { $0.std().item }, book: 0.8339, differs: "other random numbers",
            on: normals)

        // The theory says √2 times what the last page had for a scale of 1/√n: 0.5642 and 0.8256. The mean square is 1.
    }

    // MARK: Helpers

    /// The mean over all pairs of different rows.
    private func meanCosine(_ x: Tensor) -> Float {
        let lengths = x.squared().sum(axis: 1, keepingAxes: true).sqrt()
        let rows = x / lengths.maximum(.leastNormalMagnitude)
        let (n, all) = (Float(x.shape[0]), rows.matmul(rows.T))
        return (all.sum().item - n) / (n * (n - 1))
    }
}
