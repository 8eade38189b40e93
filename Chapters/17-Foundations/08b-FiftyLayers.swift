// # Fifty layers in a row
//
// Section 17.8 · After this page you can make a net of fifty layers explode or fade away, say at which layer it
// happens, and what becomes of the numbers.

import Figures
import Notebook
import Tensors

// Deep nets have many layers. What do fifty of them do to the size of the numbers? The layers of this experiment have
// 100 inputs, 100 outputs and no bias. We keep what comes out of each:

/// What comes out of each of `count` layers, one after the other: x [n, m] → `count` times [n, m].
public func throughLayers(_ count: Int, from x: Tensor, _ layer: (Tensor) -> Tensor) -> [Tensor] {
    var outputs: [Tensor] = []
    for _ in 0..<count { outputs.append(layer(outputs.last ?? x)) }
    return outputs
}

// Two ways to look at the outputs. The first is their standard deviation. It needs care: to compute one, numbers are
// squared, and the square of a number above 1.8 · 10¹⁹ is too large for a `Float`, that of a number below 10⁻²³ too
// small. So divide by the largest number first, and multiply by it at the end, as a `Double`:

/// The standard deviation, without a square that is too large or too small. Infinite or NaN if a number is.
public func standardDeviation(_ x: Tensor) -> Double {
    let largest = x.abs().max().item
    guard largest > 0, largest.isFinite else { return Double(largest) }
    return Double(largest) * Double((x / largest).std().item)
}

// The second is an event: after which layer does something hold for the first time?

/// The number of the first layer, counted from 1, after which `holds` is true; nil if it never is.
public func firstLayer(_ outputs: [Tensor], where holds: (Tensor) -> Bool) -> Int? {
    outputs.firstIndex(where: holds).map { $0 + 1 }
}

// What may happen to numbers has names. `Mishap` marks them in a mask, and `share` says how much of a mask is true.
// (NaN, "not a number", is the only value that does not equal itself.)

/// Which of the numbers are infinite, are NaN, are 0; and which are subnormal, a word that is explained below.
public enum Mishap {
    public static func infinite(_ x: Tensor) -> BoolTensor { x.abs() .== .infinity }
    public static func notANumber(_ x: Tensor) -> BoolTensor { x .!= x }
    public static func zero(_ x: Tensor) -> BoolTensor { x .== 0 }
    public static func subnormal(_ x: Tensor) -> BoolTensor {
        (x.abs() .< .leastNormalMagnitude) .& (x .!= 0)
    }
}

/// The share of the marks that are true.
func share(of marks: BoolTensor) -> Float { Float(marks.trueCount) / Float(marks.count) }

// The book has five experiments, A to E, each with fifty layers. They differ in the size of the weights, and in what is
// done to the numbers after each product (nothing, for the time being). `fiftyLayers` takes both:

extension Foundations {
    /// Fifty layers with normal weights of this standard deviation, on 200 random items.
    func fiftyLayers(
        scale: Float, using random: inout SplitMix64, activation: (Tensor) -> Tensor = { $0 }
    ) -> [Tensor] {
        let x = Tensor.randn(200, 100, using: &random)
        return throughLayers(50, from: x) { activation($0.matmul(.randn(100, 100, using: &random) * scale)) }
    }

    func exploding() {
        // **Experiment A.** Weights with a standard deviation of 1. Every layer makes the numbers ten times as large:
        var random = run.random
        let outputs = fiftyLayers(scale: 1, using: &random)
        let options = ["ordinary numbers", "very large numbers", "infinity", "NaN (not a number)"]
        show(
            outputs[49][0..<5, 0..<5], "the first 5 × 5 of 200 × 100 numbers after 50 layers",
            predict: .choice(
                "Standard normal weights: what are the numbers after 50 layers?", options, answer: options[3]))

        var table = TextTable(["layer", "standard deviation", "infinite", "NaN"], decimals: 3)
        for layer in [1, 2, 3, 20, 30, 36, 37, 38, 39, 40, 41] {
            let x = outputs[layer - 1]
            table.add(layer, standardDeviation(x), share(of: Mishap.infinite(x)), share(of: Mishap.notANumber(x)))
        }
        show(table, "Experiment A, layer by layer")

        // The largest `Float` is about 3.4 · 10³⁸. What is larger becomes ∞. One layer later, ∞ is multiplied by
        // weights of both signs, and the products are added up. But ∞ - ∞ is no number. So all is lost within two or
        // three layers:
        show((Float.infinity - Float.infinity).isNaN, "∞ - ∞ is not a number")
        let runs = run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { fiftyLayers(scale: 1, using: &$0) }
        record("exploding/first-layer-with-infinity", over: runs.map { layer(of: $0) { Mishap.infinite($0).any } })
        record("exploding/first-layer-of-nan-alone", over: runs.map { layer(of: $0) { Mishap.notANumber($0).all } })
        record(
            "exploding/share-of-nan-after-50", over: runs.map { share(of: Mishap.notANumber($0[49])) }, book: 1,
            differs: "the book shows 25 of the numbers", on: normals)
    }

    func vanishing() {
        // **Experiment B.** Smaller weights, then? With a hundredth, every layer makes the numbers ten times as small:
        var random = run.random
        let outputs = fiftyLayers(scale: 0.01, using: &random)
        show(
            outputs[49][0..<5, 0..<5], "the first 5 × 5 numbers after 50 layers",
            predict: .yesNo(
                "Weights with standard deviation 0.01: is any of the 20,000 numbers other than 0 after 50 layers?",
                outputs[49].abs().max().item > 0))
        var table = TextTable(["layer", "standard deviation", "subnormal", "zero"], decimals: 3)
        for layer in [1, 2, 3, 10, 20, 30, 36, 38, 40, 42, 44, 45, 46, 47] {
            let x = outputs[layer - 1]
            table.add(layer, standardDeviation(x), share(of: Mishap.subnormal(x)), share(of: Mishap.zero(x)))
        }
        show(table, "Experiment B, layer by layer")

        // Floats end at the lower side, too, though more gently. Below 1.2 · 10⁻³⁸ a number gives up its digits one by
        // one to become smaller still: such numbers are called *subnormal*. The last one is 1.4 · 10⁻⁴⁵, and what is
        // smaller than half of it is rounded to 0. (Some programs do without subnormal numbers, since processors may be
        // slow with them. There it is over a few layers earlier.)
        let runs = run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { fiftyLayers(scale: 0.01, using: &$0) }
        record("vanishing/first-layer-with-a-subnormal", over: runs.map { layer(of: $0) { Mishap.subnormal($0).any } })
        record("vanishing/first-layer-of-zeros-alone", over: runs.map { layer(of: $0) { Mishap.zero($0).all } })
        record(
            "vanishing/share-of-zeros-after-50", over: runs.map { share(of: Mishap.zero($0[49])) }, book: 1,
            differs: "the book shows 25 of the numbers", on: normals)
    }

    // MARK: Helpers

    /// The layer of an event, as a number to record; 51 stands for "not within fifty layers".
    private func layer(of outputs: [Tensor], _ holds: (Tensor) -> Bool) -> Float {
        Float(firstLayer(outputs, where: holds) ?? 51)
    }
}
