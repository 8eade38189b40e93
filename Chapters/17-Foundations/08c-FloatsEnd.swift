// # Where a Float ends
//
// Section 17.8 · After this page you can tell what the mathematics does in experiments A and B from what the type of
// the numbers adds to it.

import Figures
import Notebook
import Tensors

extension Foundations {
    func upAndDown() {
        // Both experiments in one picture. On a scale of powers of ten, "ten times as much with every layer" is a
        // straight line. It goes on until the numbers leave the range of the type. (A and B start from the same random
        // numbers, as you may have seen by the digits of their tables. That makes one line the mirror image of the
        // other.)
        var random = run.random
        let large = fiftyLayers(scale: 1, using: &random)
        let small = fiftyLayers(scale: 0.01, using: &random)
        let allNaN = firstLayer(large) { Mishap.notANumber($0).all } ?? 50
        let allZero = firstLayer(small) { Mishap.zero($0).all } ?? 50
        show(
            Chart(
                "Ten times larger or smaller with every layer", x: "layer", y: "standard deviation",
                xLimits: 0...50, yLimits: 1e-60...1e60, yScale: .logarithmic
            ) {
                Line(1...50, large.map(standardDeviation), "A: scale 1", colour: .blue)
                Line(1...50, small.map(standardDeviation), "B: scale 0.01", colour: .orange)
                Rule(y: Float.greatestFiniteMagnitude, "limits of a Float")
                Rule(y: Float.leastNonzeroMagnitude)
                Rule(x: allNaN, "A: all are NaN (layer \(allNaN))", colour: .blue)
                Rule(x: allZero, "B: all are 0 (layer \(allZero))", colour: .orange)
            }, "Standard deviation after each layer, and the limits of a Float")
    }
}

// A straight line has no reason to stop at 3.4 · 10³⁸. The mathematics says 10⁵⁰ and 10⁻⁵⁰ after fifty layers, and a
// type with a larger range would say so. A `Double` goes from 4.9 · 10⁻³²⁴ to 1.8 · 10³⁰⁸. Our tensors hold floats
// alone, so here is the experiment with plain Swift numbers, for a single item:

/// What comes out of each of `count` layers of random weights in `Double`: [width], `count` times. Every layer makes
/// the numbers about `factor` times as large.
func layersInDouble(_ count: Int, width: Int, factor: Double, using random: inout SplitMix64) -> [[Double]] {
    var x = Tensor.randn(width, using: &random).scalars.map { Double($0) }
    let scale = factor / Double(width).squareRoot()
    return (0..<count).map { _ in
        let w = Tensor.randn(width * width, using: &random).scalars
        x = (0..<width).map { j in
            var sum = 0.0
            for k in 0..<width { sum += x[k] * Double(w[k * width + j]) }
            return sum * scale
        }
        return x
    }
}

extension Foundations {
    func theSameInDouble() {
        // There is room for many more layers:
        var random = run.random
        let width = run.size(quick: 16, usual: 100)
        let large = layersInDouble(330, width: width, factor: 10, using: &random)
        let small = layersInDouble(335, width: width, factor: 0.1, using: &random)
        let firstInfinity = large.firstIndex { !$0.allSatisfy(\.isFinite) }.map { $0 + 1 }
        let allZero = small.firstIndex { $0.allSatisfy { $0 == 0 } }.map { $0 + 1 }
        let size = { (x: [Double]) in (x.reduce(0) { $0 + $1 * $1 } / Double(x.count)).squareRoot() }
        var table = TextTable(["factor", "size after 50 layers", "what happens in the end", "at layer"], decimals: 1)
        table.add("10", size(large[49]), "a number is infinite", firstInfinity)
        table.add("0.1", size(small[49]), "all numbers are 0", allZero)
        show(
            table, "Experiments A and B in Double, for one item",
            predict: .yesNo(
                "With Double in place of Float, are standard normal weights fine for 50 layers (all numbers finite)?",
                firstInfinity ?? 330 > 50))

        // So in Double nothing breaks within fifty layers. But such a net is of no use, either: if its numbers grow to
        // 10⁵⁰, so do its gradients, and no learning rate fits all of its layers. The larger type only puts off the
        // end. (On a graphics card, numbers often have 16 bits. The largest one of the format float16 is 65,504, and
        // there experiment A would be over after five layers. The format bfloat16 has the range of a `Float`, with
        // fewer digits.)
        //
        // The way out is a scale at which the numbers neither grow nor shrink.
    }
}
