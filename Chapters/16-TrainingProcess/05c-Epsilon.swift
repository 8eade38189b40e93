// # What epsilon is for
//
// Section 16.5 · After this page you can say how high Adam's rate for a weight can get, and limit it.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Adam multiplies the average gradient of a weight by lr / (√s + eps). That is the *adjusted* rate of this weight.
// Where gradients are tiny, √s is tiny, and the adjusted rate gets enormous. Only epsilon is in the way: it can never
// be higher than lr / eps.

extension TrainingProcess {
    func largestRate() {
        // The adjusted rate of a first step is the move, divided by the gradient:
        func adjusted(_ epsilon: Float, _ gradient: Double) -> Double {
            let recipe = Recipe.adam(squareMomentum: 0.99, epsilon: epsilon)
            return Double(moves(recipe.make, gradients: [Float(gradient)])[0]) / gradient
        }
        let sizes = (0...32).map { pow(10, Double($0) / 4 - 6) }
        show(
            Chart(
                "A larger epsilon limits how high a weight's rate can get", x: "size of the gradient",
                y: "adjusted rate / learning rate", xScale: .logarithmic, yScale: .logarithmic
            ) {
                for epsilon in [1e-8, 1e-5, 1e-2, 1] as [Float] {
                    Line(sizes, sizes.map { adjusted(epsilon, $0) }, "epsilon \(epsilon)")
                }
                Rule(y: 1, "the learning rate itself")
            }, "The adjusted rate, by the size of the gradients")
        var table = TextTable(["epsilon", "gradient 1e-6", "gradient 1", "never above"], decimals: 3)
        for (epsilon, limit) in [(1e-8, 1e8), (1e-5, 1e5), (1e-2, 1e2), (1, 1)] as [(Float, Double)] {
            table.add("\(epsilon)", adjusted(epsilon, 1e-6), adjusted(epsilon, 1), limit)
        }
        show(
            table, "The adjusted rate, in multiples of the learning rate",
            predict: .number("epsilon is 1. What is the highest adjusted rate, in multiples of the learning rate?", 1.0)
        )

        // With an epsilon of 1 no weight ever gets more than the learning rate, and where gradients are small, Adam is
        // nothing but momentum. With 10⁻⁸ nothing is held back, and a weight whose gradient is pure rounding error
        // walks like all the others. The book's 10⁻⁵ is between them.
    }
}
