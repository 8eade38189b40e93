// # A sigmoid for a range
//
// Section 6.4 · After this page you can keep a net's outputs within any two bounds, and read off the curve what they
// cost.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Vision

// A linear layer gives any number. A place in the picture is between -1 and 1. The book tells the net so with
// `y_range=(-1, 1)`, and what that does is a function of one line. A sigmoid gives numbers between 0 and 1; stretch
// them to the width of the range, and shift them to where it begins:

/// Any number, brought between two bounds. (The book's `sigmoid_range`.)
public func sigmoidRange(_ x: Tensor, _ low: Float, _ high: Float) -> Tensor { x.sigmoid() * (high - low) + low }

extension OtherVisionProblems {
    func curveOfTheRange() {
        let x = Tensor((-40...40).map { Float($0) / 10 })
        let y = sigmoidRange(x, -1, 1)
        show(
            Chart("Never below -1, never above 1", x: "x", y: "sigmoidRange(x, -1, 1)", yLimits: -1.1...1.1) {
                Line(x.scalars, y.scalars, colour: .blue)
                Rule(y: -1)
                Rule(y: 1)
            }, "The last layer of the book's net")

        // Some values, and beside them a curve with a name of its own: the hyperbolic tangent of half of x is exactly
        // the same. So a net of which the last layer is a `tanh` has this range, too.
        var table = TextTable(["x", "sigmoidRange(x, -1, 1)", "tanh(x / 2)"], decimals: 5)
        for x: Float in [-4, -2, -1, 0, 1, 2, 4] {
            table.add(fixed(Double(x), 0), sigmoidRange(Tensor(x), -1, 1).item, tanh(x / 2))
        }
        show(table, "Values of the curve")
        let far = sigmoidRange(Tensor([0, 1, 2, 4]), -1, 1).scalars
        record("range/at-0", far[0], ask: "What is sigmoidRange(0, -1, 1)?")
        record("range/at-1", far[1])
        record("range/at-2", far[2])
        record("range/at-4", far[3])
        show(
            sigmoidRange(Tensor(0), 0, 5.5).item, "sigmoidRange(0, 0, 5.5), the ratings of chapter 8",
            ask: "And sigmoidRange(0, 0, 5.5)?")
        show(
            (RangedSigmoid(-1...1)(x) - y).abs().max().item, "the largest difference from the engine's `RangedSigmoid`")
    }

    func lastLayerOfAHead() throws {
        // It is the last layer of the head. Nothing else changes:
        var random = run.random
        let head = HeadPlan(dropout: 0, range: -1...1).layers(128, outputs: 2, using: &random)
        show(head.layers.map { "\(type(of: $0))" }.joined(separator: "\n"), "the layers of a head with a range")
        let features = Tensor.randn(64, 128, 2, 3, using: &random)
        let outputs = head(features)
        show(
            "\(outputs.shape)", "what it gives for 64 photos",
            predict: .shape("64 photos, one point each: what shape do the outputs have?", [64, 2]))
        show("\(fixed(outputs.min().item, 2)) to \(fixed(outputs.max().item, 2))", "all outputs of the new head")

        // Is it of any use? A net without it can learn the range from the labels. What the range gives is a good start
        // (no output is ever absurd), and it keeps the net from being punished, early on, for numbers that no label
        // has. What it costs, the next page shows.
    }
}
