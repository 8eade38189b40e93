// # ReLU takes half of it
//
// Section 17.8 · After this page you can say what a ReLU does to mean and spread, why Xavier's scale is wrong for it,
// and by how much.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// The nonlinearity between two linear layers is a ReLU. In section 17.1 it took one number. For a tensor it is a clamp,
// which keeps all numbers from getting below 0:

/// The numbers above 0, and 0 in place of all others: x of any shape → the same shape. (The book writes
/// `clamp_min(0.)`.)
public func relu(_ x: Tensor) -> Tensor { x.clamped(min: 0) }

extension Foundations {
    func reluOfALayer() {
        // What does it make of the first layer, whose numbers have mean 0 and standard deviation 1?
        let bent = run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
            let x = Tensor.randn(200, 100, using: &random)
            return relu(linear(x, xavier(100, 50, using: &random), .zeros(50)))
        }
        record(
            "relu/mean-of-l2", over: bent.map { $0.mean().item }, book: 0.3961, differs: "other random numbers",
            on: normals)
        record(
            "relu/std-of-l2", over: bent.map { $0.std().item }, book: 0.5783, differs: "other random numbers",
            on: normals)

        // Where do these numbers come from? Let z be a standard normal number, and p(z) the bell curve.
        //
        // **The mean** of max(z, 0) is the area under z · p(z) from 0 to ∞. The slope of the bell curve is -z · p(z),
        // so that area is how far the curve falls from 0 to ∞: from p(0) = 1/√(2π) down to 0.
        //
        // **The mean of the squares** is simpler. The mean of z² is 1. Half of it comes from the positive z, which a
        // ReLU keeps, and half from the negative ones, which it sets to 0. That leaves a half.
        //
        // **The standard deviation** follows from both: mean of the squares minus square of the mean, ½ - 1/(2π), and
        // of that the root.
        let mean = 1 / (2 * Double.pi).squareRoot()
        var random = run.random
        let z = relu(.randn(run.size(quick: 100_000, usual: 1_000_000), using: &random))
        var table = TextTable(["of max(z, 0)", "formula", "value", "\(z.count) random numbers"], decimals: 4)
        table.add("mean", "1/√(2π)", mean, z.mean().item)
        table.add("mean of the squares", "½", 0.5, z.squared().mean().item)
        table.add("standard deviation", "√(½ - 1/(2π))", (0.5 - mean * mean).squareRoot(), z.std().item)
        show(
            table, "What a ReLU leaves of a standard normal number",
            predict: .number("The mean of z² is 1. What is the mean of the squares after a ReLU?", 0.5))
    }
}

// Half of the mean square is gone. Does it matter? The next layer adds up weights times numbers. For two independent
// numbers, one of which has mean 0, the variance of the product is the product of their mean squares. So the spread of
// the next layer depends on the mean square of what goes in, not on its standard deviation. That is the number to
// watch:

/// The mean of the squares, without a square that is too large or too small.
public func meanSquare(_ x: Tensor) -> Double {
    let largest = x.abs().max().item
    guard largest > 0, largest.isFinite else { return Double(largest) }
    return Double(largest) * Double(largest) * Double((x / largest).squared().mean().item)
}

extension Foundations {
    func xavierAndReLU() {
        // **Experiment D.** Fifty layers again, with the scale that held, and a ReLU after each:
        var random = run.random
        let outputs = fiftyLayers(scale: 0.1, using: &random, activation: relu)
        show(outputs[49][0..<5, 0..<5], "the first 5 × 5 numbers; the book's are 0, or from 1e-8 to 5e-8")

        // The numbers fade away again, though more slowly than in experiment B. A layer cuts their mean square in half,
        // not each time, but on average. So after fifty layers about 2⁻⁵⁰ of it should be left, and of the size of the
        // numbers the root of that, 2⁻²⁵, or about 3 · 10⁻⁸. The 50th root of what is left is the average factor:
        let left = meanSquare(outputs[49])
        show(
            fixed(pow(left, 1 / 50.0), 3), "what a layer multiplies the mean square by, on average",
            predict: .number(
                "With Xavier's scale and a ReLU, by what does a layer multiply the mean square, on average?",
                pow(left, 1 / 50.0), within: .percent(12)))

        // Layer by layer, it is sometimes more and sometimes less:
        var table = TextTable(
            ["layer", "mean square", "times the layer before", "root of it", "2^(-layer/2)"], decimals: 4)
        for layer in [1, 2, 3, 4, 5, 10, 20, 30, 40, 50] {
            let (square, before) = (meanSquare(outputs[layer - 1]), layer > 1 ? meanSquare(outputs[layer - 2]) : nil)
            table.add(
                layer, square, before.map { square / $0 }, square.squareRoot(), pow(2, -Double(layer) / 2))
        }
        show(table, "Experiment D, layer by layer")
        let corners = run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
            let last = fiftyLayers(scale: 0.1, using: &random, activation: relu)[49]
            return (corner: last[0..<5, 0..<5].max().item, size: meanSquare(last).squareRoot())
        }
        record(
            "relu-xavier/largest-in-corner", over: corners.map(\.corner), book: 5e-8,
            differs: "other random numbers", on: normals)
        record("relu-xavier/root-mean-square", over: corners.map(\.size))

        // Glorot and Bengio had other nets in mind. Theirs had tanh for a nonlinearity, which is almost a straight line
        // around 0 and treats both signs alike. A ReLU does not.
    }
}
