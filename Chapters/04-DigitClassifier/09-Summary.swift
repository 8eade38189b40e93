// # Gradient descent in one picture
//
// Section 4.9 · After this page you can sum up the chapter so far on a napkin.

import Figures
import Foundation
import Notebook
import Tensors

// Weights start out random, or come from a model that was trained before (transfer learning, chapter 1). Predict;
// compare with the labels by a loss; compute the slope; step against it; repeat. The book draws its flow chart once
// more here. This page walks it instead.
//
// You are lost in the mountains, in fog, and the car is parked at the lowest point. Feel with your foot which way
// is steepest downhill, take a step, feel again. Here is a valley with the car at [0, 0]:

/// The height of a valley at two weights, w [2] → one number. One side is three times as steep as the other.
public func valley(_ w: Tensor) -> Tensor { (w.squared() * Tensor([1, 3])).sum() }

extension DigitClassifier {
    func summaryOfGradientDescent() {
        // And here is the walk, with a number for each of the seven steps. (`noGrad`: the step itself is not
        // tracked.)
        var w = Tensor([-1.8, 1.3]).requiringGrad()  // 1: initialize
        var path = [w.scalars]
        for _ in 0..<12 {
            let height = valley(w)  // 2 and 3: predict, and how bad is it?
            height.backward()  // 4: the gradient
            noGrad { w -= w.grad! * 0.08 }  // 5: the step
            w.grad = nil
            path.append(w.scalars)
        }  // 6: repeat, until we stop: 7

        // On this map, all points of a ring are equally high:
        show(
            Chart(
                "Downhill, always the steepest way", x: "first weight", y: "second weight", xLimits: -3...3,
                yLimits: -1.7...1.7
            ) {
                rings
                Line(path.map { $0[0] }, path.map { $0[1] }, colour: .orange, arrows: true)
                Points(path.map { $0[0] }, path.map { $0[1] }, "after each step", colour: .orange)
                Points([path[0][0]], [path[0][1]], "start", colour: .red)
                Points([0], [0], "the car", colour: .black)
            }, "A walk in a valley with two weights, seen from above")

        // Every step leaves its ring at a right angle, since that is the steepest way; so the walk does not head
        // straight for the car. And the steeper the ground, the longer the step: its length is the size of the
        // gradient times the learning rate, without anybody changing the rate.
        let lengths = zip(path, path.dropFirst()).map { a, b in
            (Tensor(b) - Tensor(a)).squared().sum().sqrt().item
        }
        show(
            Tensor(lengths), "length of each step",
            predict: .change(
                "At a fixed learning rate, how long is the last step, compared with the first?", from: lengths[0],
                to: lengths[11]))

        // Enough valleys. What is the loss of a digit classifier?
    }

    // MARK: Helpers

    /// Rings of equal height around the bottom of the valley: x² + 3y² = height.
    private var rings: [Line] {
        [8, 5, 3, 1.5, 0.6, 0.15].map { (height: Double) in
            let angles = (0...90).map { Double($0) * .pi / 45 }
            let (a, b) = (height.squareRoot(), (height / 3).squareRoot())
            let label = height == 8 ? "equal height" : nil
            return Line(angles.map { a * cos($0) }, angles.map { b * sin($0) }, label, colour: Colour(grey: 170))
        }
    }
}
