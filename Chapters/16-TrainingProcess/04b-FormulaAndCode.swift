// # The formula, and the code
//
// Section 16.4 · After this page you can say what a missing factor and a shifted epsilon change, to the number.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// The formula of the book and its code are two optimizers again. How far apart are they?

extension TrainingProcess {
    func tenTimesAgain() {
        // A steady gradient of 1, and the rate 1. In the formula, the first average of squares is 0.01 · 1², and so the
        // first step is 1 / √0.01:
        let steady = [Float](repeating: 1, count: 500)
        let (formula, code) = (
            moves(Recipe.rmsPropByFormula.make, gradients: steady), moves(Recipe.rmsProp.make, gradients: steady)
        )
        show(
            formula[0], "first step by the formula, in multiples of the rate",
            ask: "The first average of squares is 0.01. How many rates long is the first step?")
        show(code[0], "first step by the code")
        show(
            Chart(
                "The formula begins ten times too fast, the code ends ten times too slow", x: "step",
                y: "step length / rate",
                yScale: .logarithmic
            ) {
                Line(1...500, formula, "the book's formula")
                Line(1...500, code, "the book's code")
                Rule(y: 1, "one rate per step")
            }, "RMSProp on a steady gradient")
        record("rmsprop/steady-state-of-the-formula", formula.last!)
        record("rmsprop/steady-state-of-the-code", code.last!)

        // Without the factor, the sum of squares grows up to 1 / (1 − 0.99) = 100 squares, and its root to 10. So the
        // steps of the code are ten times as short, the first like all others. Whoever takes a rate from the book has
        // to know that: its 0.003 is 0.0003 for the formula, for PyTorch and for our engine.
        let trial = trial
        show(
            trial.largestDifference(Recipe.rmsProp.make) { Recipe.dampedRMSProp.make($0, $1 / 10) },
            "difference between the code at 0.1 and damped RMSProp at 0.01, after 20 steps")
        show(
            trial.largestDifference(Recipe.dampedRMSProp.make) { RMSProp($0, learningRate: $1) },
            "difference between our damped RMSProp and the engine's")
        let engines = RMSProp([], learningRate: 0)
        record("rmsprop/default-alpha", engines.squareMomentum, book: 0.99)
        record("rmsprop/default-epsilon", engines.epsilon, book: 1e-8)
    }

    func whereEpsilonIs() {
        // Now epsilon. Inside the root it is added to squares, outside to sizes: an epsilon of 10⁻⁸ inside does what
        // 10⁻⁴ does outside. It shows where gradients are small. (With a `squareMomentum` of 0 there is no memory, and
        // one step is enough to see what a gradient leads to.)
        func move(_ step: Stepper, _ epsilon: Float, _ gradient: Double) -> Double {
            let recipe = Recipe(dampedSquare, step, settings: ["squareMomentum": 0, "epsilon": epsilon])
            return Double(moves(recipe.make, gradients: [Float(gradient)])[0])
        }
        let sizes = (0...36).map { pow(10, Double($0) / 4 - 9) }
        show(
            Chart(
                "An epsilon inside the root acts as its square root does outside", x: "size of the gradient",
                y: "step length / rate", xScale: .logarithmic, yScale: .logarithmic
            ) {
                Line(sizes, sizes.map { move(rmsPropStep, 1e-7, $0) }, "outside, 1e-7 (the code)")
                Line(sizes, sizes.map { move(rmsPropStepInside, 1e-8, $0) }, "inside, 1e-8 (the formula)")
                Line(sizes, sizes.map { move(rmsPropStep, 1e-4, $0) }, "outside, 1e-4", colour: .black, dashed: true)
            }, "What epsilon does to small gradients")
        var table = TextTable(["gradient", "outside, 1e-7", "inside, 1e-8"], decimals: 4)
        for gradient in [1e-2, 1e-4, 1e-6, 1e-8] {
            table.add(
                String(format: "%.0e", gradient), move(rmsPropStep, 1e-7, gradient),
                move(rmsPropStepInside, 1e-8, gradient))
        }
        show(
            table, "Step lengths in multiples of the rate",
            predict: .choice(
                "A gradient is 0.000001. Which step is longer: with 1e-7 outside, or with 1e-8 inside the root?",
                ["outside", "inside", "they are equal"], answer: "outside"))
    }
}

// The book trains with its code, at 0.003, a tenth of what SGD got. This list has no momentum, so the schedule must not
// set any. (In Python it would be set, and nobody would read it. Here the program would stop and say so.)

extension TrainingProcess {
    /// The book's RMSProp, one cycle up to 0.003.
    var ownRMSPropRuns: [TrainingRun] {
        get throws {
            try run.once {
                try trainings(Recipe.rmsProp.make) {
                    try $0.fitOneCycle(epochCount, learningRate: 0.003, momentum: nil)
                }
            }
        }
    }

    func ownRMSProp() throws {
        let runs = try ownRMSPropRuns
        show(besideTheBook(runs, BookNumbers.ownRMSProp), "`averageSquare` and `rmsPropStep`, one cycle up to 0.003")
        record("own-rmsprop/accuracy", over: runs.map(\.accuracy), book: 0.544968, differs: otherTask)
        record("own-rmsprop/valid-loss", over: runs.map(\.validLoss), book: 1.447939, differs: otherTask)

        // In the book this is the first of its own optimizers that comes near the baseline. And here?
        let (ours, adam) = (Spread(runs.map(\.accuracy)).mean, Spread(try adamRuns.map(\.accuracy)).mean)
        show(
            "\(fixed(ours, 4)), and \(fixed(adam, 4)) for the baseline",
            "accuracies of RMSProp and of Adam, both up to 0.003")

        // Where it is far behind, think of this page: the steps of the code become ten times as short as the formula's,
        // so 0.003 is really 0.0003. That is too little for our small net. Section 16.5 puts all optimizers side by
        // side, and then looks for a better rate for each.
    }
}
