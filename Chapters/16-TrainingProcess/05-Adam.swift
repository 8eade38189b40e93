// # Adam
//
// Section 16.5 · After this page you can compute unbiased averages by hand, and write Adam.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Momentum says where to go, RMSProp how far. *Adam* does both: the average of the gradients is divided by the root of
// the average of their squares. (D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization", 2015.) And it does
// a third thing, which section 16.3 has prepared: its averages are *unbiased*. A moving average that begins with 0 is
// too small at first, and is divided by the total of the weights that it has given away so far, 1 − betaⁿ after n
// steps. (The book counts steps from 0, so it has i + 1 there.) At the start that makes it the plain gradient. Later
// the divisor tends to 1, and nothing is left of it.

extension TrainingProcess {
    func unbiased() {
        // For the gradients 1, 2 and 3, with the momentum 0.9, and for their squares with 0.99:
        let (gradients, squares) = ([1.0, 2, 3], [1.0, 4, 9])
        var table = TextTable(
            ["gradient", "average", "unbiased", "square", "average", "unbiased"], decimals: 6)
        let columns = [
            movingAverages(gradients, beta: 0.9), movingAverages(gradients, beta: 0.9, isCorrected: true),
            movingAverages(squares, beta: 0.99), movingAverages(squares, beta: 0.99, isCorrected: true),
        ]
        for step in 0..<3 {
            table.add(
                Int(gradients[step]), columns[0][step], columns[1][step], Int(squares[step]), columns[2][step],
                columns[3][step])
        }
        show(
            table, "Averages, and unbiased averages",
            predict: .number(
                "The average of 1 and 2 is 0.29 with momentum 0.9. What is it when it is unbiased?", 0.29 / 0.19))

        // The squares need it even more. With 0.99 their first average is a hundredth of what it should be, and it
        // takes hundreds of steps to get over that:
        let ones = [Double](repeating: 1, count: 300)
        show(
            Chart("Without correction, an average of squares is too small for long", x: "step", y: "average of ones") {
                Line(1...300, movingAverages(ones, beta: 0.9), "beta 0.9")
                Line(1...300, movingAverages(ones, beta: 0.99), "beta 0.99")
                Line(1...300, movingAverages(ones, beta: 0.999), "beta 0.999")
                Rule(y: 1, "unbiased")
            }, "Averages of a value that is always 1")
    }
}

// Two of the four steppers that Adam needs are there already: `dampedAverage` and `dampedSquare`. Two are new.
// `countSteps` counts, and `adamStep` takes the step, from averages that are both unbiased. (`totalWeight` is what it
// divides them by.)

/// steps ← steps + 1. (The library's `step_stat`.)
public let countSteps = Stepper("countSteps", reads: []) { _, now in
    ["steps": (now.stored["steps"] ?? Tensor(0)) + 1]
}

/// The total of the weights in a moving average of n values: 1 − betaⁿ.
func totalWeight(_ beta: Float, _ steps: Tensor) -> Float { Float(1 - pow(Double(beta), Double(steps.item))) }

/// p ← p − learningRate · m / (√s + epsilon), where m and s are the unbiased averages. (The library's `adam_step`.)
public let adamStep = Stepper(
    "adamStep", reads: ["learningRate", "momentum", "squareMomentum", "epsilon"]
) { p, now in
    let mean = now["average"] / totalWeight(now.momentum, now["steps"])
    let square = now["square"] / totalWeight(now.squareMomentum, now["steps"])
    p.update { value, _ in value.add(mean / (square.sqrt() + now.epsilon), times: -now.learningRate) }
    return [:]
}

// The paper has 0.9 and 0.999 for the two momenta, and an epsilon of 10⁻⁸. The book's library has 0.99 in place of
// 0.999, which is said to suit its schedules better (a page of this section tries it), and a larger epsilon, 10⁻⁵:

extension Recipe {
    /// Adam with the book's settings.
    public static let adam = adam(squareMomentum: 0.99, epsilon: 1e-5)

    /// Adam with other settings. PyTorch's are 0.999 and 1e-8.
    public static func adam(squareMomentum: Float, epsilon: Float) -> Recipe {
        Recipe(
            dampedAverage, dampedSquare, countSteps, adamStep,
            settings: ["momentum": 0.9, "squareMomentum": squareMomentum, "epsilon": epsilon])
    }
}

extension TrainingProcess {
    func adamSteps() {
        // The first step of a weight with a gradient of 1? Both averages are unbiased, so the mean and the root are
        // both 1. And with a gradient of a thousandth, or of a thousand?
        var table = TextTable(["first gradient", "first move, at a rate of 1"], decimals: 4)
        for gradient in [1, -1, 0.001, 1000] as [Float] {
            table.add("\(gradient)", moves(Recipe.adam.make, gradients: [gradient])[0])
        }
        show(
            table, "Adam's first step is one learning rate long, whatever the gradient",
            predict: .number(
                "The first gradient is −1, and the rate is 1. By how much does Adam lower the weight?", -1.0))
        let trial = trial
        show(
            trial.largestDifference(Recipe.adam.make) { Adam($0, learningRate: $1) },
            "difference between our Adam and the engine's, after 20 steps")
        show(
            trial.largestDifference(Recipe.adam(squareMomentum: 0.999, epsilon: 1e-8).make) {
                Adam($0, learningRate: $1, squareMomentum: 0.999, epsilon: 1e-8)
            }, "the same with PyTorch's settings")
        record("adam/default-beta-of-squares", Adam([], learningRate: 0).squareMomentum, book: 0.99)
        record("adam/default-epsilon", Adam([], learningRate: 0).epsilon, book: 1e-5)

        // The two share no code, and yet they come to the same weights, up to rounding.
    }
}
