// # A scale that holds
//
// Section 17.8 · After this page you can choose the scale of the weights so that numbers keep their size through fifty
// layers, and say how exact it has to be.

import Common
import Figures
import Notebook
import Tensors

// A sum of n products has n times the variance of one. So if the weights have the standard deviation s, a layer
// multiplies the variance by n · s². It keeps what it gets if n · s² = 1:
//
//     s = 1 / √n
//
// That is *Xavier* or *Glorot* initialization, after Xavier Glorot and Yoshua Bengio ("Understanding the difficulty of
// training deep feedforward neural networks", 2010). Their formula takes the mean of the inputs and the outputs for n,
// as a compromise between the way forward and the way back; where both are equal, as here, it is the same.

/// Normal weights with the standard deviation 1/√inputs: [inputs, outputs].
public func xavier(_ inputs: Int, _ outputs: Int, using random: inout some RandomNumberGenerator) -> Tensor {
    Tensor.randn(inputs, outputs, using: &random) / Float(inputs).squareRoot()
}

extension Foundations {
    func xavierHolds() {
        // **Experiment C.** For 100 inputs the scale is 1/√100 = 0.1. Fifty layers with weights of that size:
        var random = run.random
        let outputs = throughLayers(50, from: .randn(200, 100, using: &random)) {
            $0.matmul(xavier(100, 100, using: &random))
        }
        show(
            outputs[49][0..<5, 0..<5],
            "the first 5 × 5 numbers; the book's first row is 0.7554, 0.6167, -0.1757, -1.5662, 0.5644",
            predict: .choice(
                "Weights with a standard deviation of 0.1: how large are the numbers after 50 layers?",
                ["around 1e-10", "around 1", "around 1e10"], answer: "around 1"))
        let deviations = run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) {
            fiftyLayers(scale: 0.1, using: &$0).map(standardDeviation)
        }
        record(
            "xavier/std-after-50", over: deviations.map { $0[49] }, book: 0.7042, differs: "other random numbers",
            on: normals)

        // Numbers that one can compute with. They are not at 1 exactly: a layer of random weights multiplies the
        // standard deviation by 1 only on average, and fifty such errors multiply up. Layer by layer, beside scales
        // that are ten percent off:
        let larger = fiftyLayers(scale: 0.11, using: &random).map(standardDeviation)
        let smaller = fiftyLayers(scale: 0.09, using: &random).map(standardDeviation)
        show(
            Chart(
                "At 0.1 the numbers stay as they are", x: "layer", y: "standard deviation", yLimits: 1e-3...1e3,
                yScale: .logarithmic
            ) {
                Line(1...50, larger, "scale 0.11", colour: .vermilion, dashed: true)
                deviations.enumerated().map { seed, line in
                    Line(
                        1...50, line, seed == 0 ? "scale 0.1, \(counted(deviations.count, "seed"))" : nil,
                        colour: .blue)
                }
                Line(1...50, smaller, "scale 0.09", colour: .orange, dashed: true)
            }, "Standard deviation after each layer, without a nonlinearity in between")
    }

    func aLittleOff() {
        // How exact does the scale have to be? A scale of 0.11 is wrong by 10 %. But it is wrong fifty times over:
        show(
            fixed(powerOf50(1.1), 1), "1.1 · 1.1 · … · 1.1, fifty times",
            predict: .number(
                "Each of 50 layers multiplies by 1.1. What do all of them multiply by?", powerOf50(1.1),
                within: .percent(20)))
        let scales: [Float] = [0.08, 0.085, 0.09, 0.095, 0.1, 0.105, 0.11, 0.115, 0.12]
        let ends = scales.map { scale in
            run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) {
                standardDeviation(fiftyLayers(scale: scale, using: &$0)[49])
            }
        }
        var table = TextTable(["scale", "(10 · scale)⁵⁰", "smallest", "largest"], decimals: 4)
        for (scale, ends) in zip(scales, ends) {
            table.add(scale, powerOf50(10 * scale), ends.min()!, ends.max()!)
        }
        show(table, "Standard deviation after 50 layers: what the scale promises, and the range of several seeds")

        // Every scale gets the same random numbers, so that nothing but the scale differs between two rows. The layers
        // are linear, and so the scale is a mere factor: the points of one seed lie on a curve of the promised shape.
        show(
            Chart(
                "Ten percent off are a factor of a hundred", x: "standard deviation of the weights",
                y: "standard deviation after 50 layers", yScale: .logarithmic
            ) {
                Line(scales, scales.map { powerOf50(10 * $0) }, "(10 · scale)⁵⁰", colour: .black, dashed: true)
                Points(
                    zip(scales, ends).flatMap { scale, ends in ends.map { _ in scale } }, ends.flatMap(\.self),
                    "a seed", colour: .blue)
                Rule(x: 0.1, "1/√100")
            }, "The scale, and what is left of the numbers after fifty layers")
        record("sweep/std-at-0.09", over: ends[2])
        record("sweep/std-at-0.11", over: ends[6])
    }

    func scaledLayer() {
        // Back to the little net. With w1 divided by √100 its first layer keeps the standard deviation of its input:
        let layers = run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
            let x = Tensor.randn(200, 100, using: &random)
            return linear(x, xavier(100, 50, using: &random), .zeros(50))
        }
        record(
            "xavier/mean-of-l1", over: layers.map { $0.mean().item }, book: -0.0050, differs: "other random numbers",
            on: normals)
        record(
            "xavier/std-of-l1", over: layers.map { $0.std().item }, book: 1.0000, differs: "other random numbers",
            on: normals)

        // There was nothing but products in these layers so far. The nonlinearity is still missing.
    }

    // MARK: Helpers

    private func powerOf50(_ x: Float) -> Double { (0..<50).reduce(1) { power, _ in power * Double(x) } }
}
