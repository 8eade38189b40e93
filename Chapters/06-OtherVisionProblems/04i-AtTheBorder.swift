// # At the border
//
// Section 6.4 · After this page you know why a range should be a little wider than what it has to reach.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// The curve comes near to -1 and 1, and never arrives. So a head at the very edge of the picture cannot be predicted.
// That would matter little: 0.99 is near enough to 1. What matters is how long it takes. Where the curve is flat, its
// slope is nearly zero, and a gradient that goes back through it is multiplied by that slope:

extension OtherVisionProblems {
    func slopesOfTheRange() {
        var table = TextTable(
            ["output", "x that gives it", "slope there", "gradient of the squared error for target 1"], decimals: 5)
        for y: Float in [0, 0.5, 0.9, 0.99, 0.999] {
            let x = Tensor(log((1 + y) / (1 - y))).requiringGrad()
            let output = sigmoidRange(x, -1, 1)
            output.backward()
            let slope = x.grad!.item
            table.add(fixed(Double(y), 3), x.item, slope, 2 * (y - 1) * slope)
        }
        show(
            table, "The nearer to the border, the less is learned from an error",
            predict: .choice(
                "An output is 0.99, the target is 1. Compared with the middle, the slope of the curve is …",
                ["about the same", "about a half", "about a fiftieth"], answer: "about a fiftieth"))
    }

    func wayToTheBorder() {
        // Watch one number on its way. Its target is 1, the border, or 0.98, one pixel of a hundred away from it;
        // gradient descent on the squared error with a rate of 1, and a range that ends at the border, or a little
        // beyond:
        let steps = 400
        // `way` gives the error after each step:
        func way(_ target: Float, _ bound: Float) -> [Float] {
            var x: Float = 0
            return (0..<steps).map { _ in
                let variable = Tensor(x).requiringGrad()
                let output = sigmoidRange(variable, -bound, bound)
                (output - target).squared().backward()
                x -= variable.grad!.item
                return abs(output.item - target)
            }
        }
        let (tight, wide) = (way(1, 1), way(1, 1.1))
        show(
            Chart(
                "A target at the border", x: "step", y: "error", yScale: .logarithmic
            ) {
                Line(Array(1...steps), tight, "range -1…1", colour: .vermilion)
                Line(Array(1...steps), wide.map { max($0, 1e-6) }, "range -1.1…1.1", colour: .blue)
            }, "The error of one output, step by step")
        var table = TextTable(["target", "range", "error after 100 steps", "after 400"], decimals: 5)
        for (target, bound) in [(1, 1), (1, 1.1), (0.98, 1), (0.98, 1.1), (0, 1), (0, 1.1)] as [(Float, Float)] {
            let errors = way(target, bound)
            table.add(fixed(Double(target), 2), "±\(fixed(Double(bound), 1))", errors[99], errors[399])
        }
        show(table, "How far one output gets")
        record(
            "border/error-after-400-steps", tight[399],
            predict: .choice(
                "After 400 steps, the error of the output with range -1…1 is …",
                ["zero, as far as Float goes", "not zero"],
                answer: tight[399] > 1e-4 ? "not zero" : "zero, as far as Float goes"))
        record("border/the-same-with-a-wider-range", wide[399])

        // In a picture 320 pixels wide, an error of 0.02 is more than three pixels. So if labels reach the border, take
        // a range that is wider by a tenth or so. (The ratings of chapter 8 go to 5, and the book takes 5.5 there, for
        // this reason. Here heads are in the middle of the frame, and it takes -1…1.)
    }

    func whereTheLabelsAre() throws {
        // Which of the two is our case? The labels themselves say it:
        let frames = try headFrames
        let labels = KeyPoints.collate(frames.map(\.label)).flattened(from: 1)
        let (x, y) = (labels[0..., 0].scalars, labels[0..., 1].scalars)
        show(
            Chart("Where the heads are", x: "x, from -1 to 1", y: "y, from -1 to 1", xLimits: -1...1, yLimits: -1...1) {
                Points(x, y.map { -$0 }, "middle of a head", colour: .blue)
                Rule(x: 0)
                Rule(y: 0)
            }, "Labels of \(headsName); up is up, so y is turned around")
        let largest = labels.abs().max().item
        record("border/largest-label", largest)
        show(
            largest > 0.9
                ? "Some labels are near the border: a wider range is worth trying."
                : "No label is near the border: -1…1 will do.")
    }
}
