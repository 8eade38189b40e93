// # The book's formula for Adam
//
// Section 16.5 · After this page you can say what happens when only one of the two averages is unbiased.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// The book writes Adam out as
//
//     avg ← beta1 · avg + (1 − beta1) · grad
//     unbias_avg ← avg / (1 − beta1ⁱ⁺¹)
//     sqr_avg ← beta2 · sqr_avg + (1 − beta2) · grad²
//     w ← w − lr · unbias_avg / √(sqr_avg + eps)
//
// Read the last line again. The average is unbiased, the average of the squares is not. The paper, the book's own
// library, PyTorch and our engine divide both (an erratum of the book). Is that a trifle? `bookAdamStep` does what is
// printed:

/// p ← p − learningRate · m / √(square + epsilon): m is unbiased, the average of squares is not. As the book prints it.
public let bookAdamStep = Stepper(
    "bookAdamStep", reads: ["learningRate", "momentum", "squareMomentum", "epsilon"]
) { p, now in
    let mean = now["average"] / totalWeight(now.momentum, now["steps"])
    p.update { value, _ in value.add(mean / (now["square"] + now.epsilon).sqrt(), times: -now.learningRate) }
    return [:]
}

// And for comparison, `biasedAdamStep` corrects neither of them:

/// p ← p − learningRate · average / (√square + epsilon), without any correction.
public let biasedAdamStep = Stepper("biasedAdamStep", reads: ["learningRate", "epsilon"]) { p, now in
    let size = now["square"].sqrt() + now.epsilon
    p.update { value, _ in value.add(now["average"] / size, times: -now.learningRate) }
    return [:]
}

extension Recipe {
    /// Adam with another last step.
    public static func adam(
        endingWith last: Stepper, squareMomentum: Float = 0.99, epsilon: Float = 1e-8
    ) -> Recipe {
        Recipe(
            dampedAverage, dampedSquare, countSteps, last,
            settings: ["momentum": 0.9, "squareMomentum": squareMomentum, "epsilon": epsilon])
    }
}

extension TrainingProcess {
    func theBooksFormula() {
        // A steady gradient of 1 again. After the first one, the average of squares is 0.01 with a momentum of 0.99,
        // and 0.001 with 0.999. The step is 1 divided by its root:
        func lengths(_ last: Stepper, _ squareMomentum: Float, _ count: Int) -> [Float] {
            let steady = [Float](repeating: 1, count: count)
            return moves(Recipe.adam(endingWith: last, squareMomentum: squareMomentum).make, gradients: steady)
        }
        show(
            lengths(bookAdamStep, 0.99, 1)[0], "first step by the book's formula, squares with 0.99, in learning rates",
            ask: "The mean is 1, unbiased. The mean square is 0.01. How many rates long is the first step?")
        show(lengths(bookAdamStep, 0.999, 1)[0], "the same with 0.999, √1000")
        show(lengths(adamStep, 0.99, 1)[0], "with both averages unbiased")

        // With neither of them unbiased, the two errors work against each other. For 0.9 and 0.99 they even cancel out
        // in the first step, where 0.1 is divided by √0.01. With 0.999 it is 0.1 / √0.001, the root of ten:
        show(lengths(biasedAdamStep, 0.99, 1)[0], "with both biased, squares with 0.99")
        show(
            significant(lengths(biasedAdamStep, 0.999, 1)[0], 4), "with both biased, squares with 0.999",
            ask: "Now 0.1 is divided by the root of 0.001. How much is that?")

        // But only in the first step. The average of gradients gets over its bias soon, the one of squares does not:
        let (right, book, biased) = (
            lengths(adamStep, 0.99, 300), lengths(bookAdamStep, 0.99, 300), lengths(biasedAdamStep, 0.99, 300)
        )
        show(
            Chart(
                "Only with both averages unbiased is a step one rate long from the start", x: "step",
                y: "step length / rate", xScale: .logarithmic, yScale: .logarithmic
            ) {
                Line(1...300, book, "the book's formula")
                Line(1...300, biased, "none unbiased")
                Line(1...300, right, "both unbiased: Adam")
            }, "Three Adams on a steady gradient")
        let longest = biased.max()!
        show(
            "\(String(format: "%.2f", longest)) rates, in step \(biased.firstIndex(of: longest)! + 1)",
            "the longest step with none unbiased")
    }
}

// All of what we have found about beginnings and ends, in one table. (The gradient is 1 all the time; a step is given
// in multiples of the learning rate.)

extension TrainingProcess {
    func firstAndSteady() {
        let rows: [(name: String, make: OptimizerMaker)] = [
            ("plain descent", Recipe.descent.make), ("momentum, the book's formula", Recipe.dampedMomentum.make),
            ("momentum, the book's code", Recipe.momentum.make),
            ("RMSProp, the book's formula", Recipe.rmsPropByFormula.make),
            ("RMSProp, the book's code", Recipe.rmsProp.make),
            ("Adam, the book's formula", Recipe.adam(endingWith: bookAdamStep).make),
            ("Adam, the book's formula, 0.999", Recipe.adam(endingWith: bookAdamStep, squareMomentum: 0.999).make),
            ("Adam", Recipe.adam.make),
        ]
        let steps = run.size(quick: 400, usual: 3000)
        var table = TextTable(["", "first step", "step \(steps)"], decimals: 3)
        for (name, make) in rows {
            let lengths = moves(make, gradients: Array(repeating: 1, count: steps))
            table.add(name, lengths[0], lengths.last!)
        }
        show(table, "A steady gradient of 1: how long the first step is, and a late one")

        // If you are going to remember a single thing of it: the same name and the same rate can mean steps that differ
        // by a factor of ten or thirty. Before you copy a rate from a paper, look at the formula that it belongs to.
    }
}
