// # Momentum in two steppers
//
// Section 16.3 · After this page you can write momentum as steppers, and know which of three conventions somebody means
// by it.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Two steppers make momentum. `averageGradient` keeps the average, `momentumStep` walks along it. In the first step
// nothing is stored, and the average begins with zeros. Here they are as the book writes them. Compare the first with
// the formula: one thing is missing.

/// average ← momentum · average + g, beginning with 0. (The book's `average_grad`.)
public let averageGradient = Stepper("averageGradient", reads: ["momentum"]) { p, now in
    let before = now.stored["average"] ?? .zeros(p.shape)
    return ["average": before * now.momentum + p.grad!]
}

/// p ← p − learningRate · average. (The book's `momentum_step`.)
public let momentumStep = Stepper("momentumStep", reads: ["learningRate"]) { p, now in
    p.update { value, _ in value.add(now["average"], times: -now.learningRate) }
    return [:]
}

// The formula of the book weighs the new gradient with 1 − beta. Its code does not (an erratum of the book: the two are
// different optimizers). That factor is called *dampening*. With it, the first stepper is `dampedAverage`:

/// average ← momentum · average + (1 − momentum) · g, beginning with 0: the book's formula.
public let dampedAverage = Stepper("dampedAverage", reads: ["momentum"]) { p, now in
    let before = now.stored["average"] ?? .zeros(p.shape)
    return ["average": before * now.momentum + p.grad! * (1 - now.momentum)]
}

extension Recipe {
    /// Momentum, by the book's code.
    public static let momentum = Recipe(averageGradient, momentumStep, settings: ["momentum": 0.9])
    /// Momentum, by the book's formula.
    public static let dampedMomentum = Recipe(dampedAverage, momentumStep, settings: ["momentum": 0.9])
}

// To see what a recipe does, take a single weight and give it the gradients of your choice. `remembered` tells what is
// remembered after each of them, `moves` how far the weight moves, at a learning rate of 1:

/// What is stored under a name for a single weight after each of these gradients.
public func remembered(_ name: String, by recipe: Recipe, gradients: [Float]) -> [Float] {
    let p = Parameter(Tensor(0))
    let optimizer = GenericOptimizer([p], learningRate: 1, steppers: recipe.steppers, settings: recipe.settings)
    return gradients.map { gradient in
        p.grad = Tensor(gradient)
        optimizer.step()
        return optimizer.stored[0][name]?.item ?? .nan
    }
}

/// By how much each of these gradients lowers a single weight, at a learning rate of 1.
public func moves(_ make: OptimizerMaker, gradients: [Float]) -> [Float] {
    let p = Parameter(Tensor(0))
    let optimizer = make([p], 1)
    return gradients.map { gradient in
        p.assign(Tensor(0))  // from 0 each time, so that nothing is lost in rounding
        p.grad = Tensor(gradient)
        optimizer.step()
        return -p.value.item
    }
}

extension TrainingProcess {
    func velocity() {
        show(
            list(remembered("average", by: .dampedMomentum, gradients: [1, 2, 3])), "the averages by the formula",
            predict: .numbers(
                "By the formula the first average of 1, 2, 3 is 0.1. What are all three?", [0.1, 0.29, 0.561]))
        show(
            list(remembered("average", by: .momentum, gradients: [1, 2, 3])), "the averages by the code",
            predict: .numbers("And without the factor 1 − beta?", [1, 2.9, 5.61]))
    }

    func tenTimes() {
        // The damped averages are a tenth of the undamped ones, and there is no other difference. How much does that
        // tenth matter in the end? Let the gradient be 1 all the time:
        let steady = [Float](repeating: 1, count: 60)
        let (code, formula) = (
            moves(Recipe.momentum.make, gradients: steady), moves(Recipe.dampedMomentum.make, gradients: steady)
        )
        show(
            Chart("Undamped momentum ends up ten times as fast", x: "step", y: "move, at a rate of 1") {
                Line(1...60, code, "undamped, the book's code")
                Line(1...60, formula, "damped, the book's formula")
                Line(1...60, steady, "plain descent", colour: .grey, dashed: true)
            }, "A steady gradient of 1, momentum 0.9")
        record("momentum/steady-state-ratio", code.last! / formula.last!, ask: "How many times as large are the steps?")

        // Without dampening, a step adds up to 1 + 0.9 + 0.81 + … = 1 / (1 − 0.9) = 10 gradients. So a rate of 0.03
        // with the book's momentum is what 0.3 would be for plain descent. It is the same optimizer at ten times the
        // rate:
        let trial = trial
        show(
            trial.largestDifference(Recipe.momentum.make) { Recipe.dampedMomentum.make($0, 10 * $1) },
            "difference between undamped at 0.1 and damped at 1, after 20 steps")

        // That holds as long as momentum stays the same. If a schedule moves it, the factor moves, too: it is 20 at
        // 0.95 and 6.7 at 0.85.
    }

    func threeConventions() {
        // And the engine's SGD, and PyTorch's? Their momentum is undamped, like the book's code:
        let trial = trial
        show(
            trial.largestDifference(Recipe.momentum.make) {
                SGD(groups: [ParameterGroup($0)], learningRate: $1, momentum: 0.9)
            }, "between our momentum and the engine's, after 20 steps")

        // Both have a `dampening`, too. With 0.9, is it the formula?
        let gradients: [Float] = [1, 2, 3, 3, 3, 3, 3, 3, 3, 3]
        let dampened = moves(
            { SGD(groups: [ParameterGroup($0)], learningRate: $1, momentum: 0.9, dampening: 0.9) }, gradients: gradients
        )
        var table = TextTable(["gradient", "damped, from 0", "PyTorch's dampening", "undamped"], decimals: 3)
        let (formula, code) = (
            moves(Recipe.dampedMomentum.make, gradients: gradients), moves(Recipe.momentum.make, gradients: gradients)
        )
        for (step, gradient) in gradients.enumerated() {
            table.add(Int(gradient), formula[step], dampened[step], code[step])
        }
        show(
            table, "Three conventions: how far a weight moves",
            predict: .choice(
                "With PyTorch's dampening of 0.9 the first gradient is 1. What is the first average?",
                ["0.1", "0.9", "1"],
                answer: "1"))

        // Not quite. PyTorch begins with the whole first gradient instead of a tenth of it. That is a bias of another
        // kind: the first gradient counts ten times as much as it should. All of this fades away, but a network may
        // well be in another place by then. So when somebody says "momentum 0.9", ask: of which kind?
    }

    // MARK: Helpers

    private func list(_ values: [Float]) -> String {
        values.map { String(format: "%.4g", $0) }.joined(separator: ", ")
    }
}
