// # A list that trains
//
// Section 16.2 · After this page you can train a net with your own list of steppers, and prove that it does the same as
// a finished optimizer.

import Common
import Layers
import Notebook
import Tensors
import Training

// A learner makes its optimizer itself, since only the learner knows the parameters. So what we give it is everything
// but the parameters: a *recipe*, that is, the list and its settings. In Python that is `partial(Optimizer,
// cbs=[sgd_cb])`, the class with some of its arguments filled in:

/// The steppers and settings of an optimizer that is still to be made. (The book's `partial(Optimizer, …)`.)
public struct Recipe: Sendable {
    public let steppers: [Stepper]
    public let settings: [String: Float]

    public init(_ steppers: Stepper..., settings: [String: Float] = [:]) {
        (self.steppers, self.settings) = (steppers, settings)
    }

    /// The optimizer, when the parameters are there.
    public func make(_ parameters: [Parameter], _ learningRate: Float) -> any Optimizer {
        GenericOptimizer(parameters, learningRate: learningRate, steppers: steppers, settings: settings)
    }
}

// The first recipe is as short as can be. Others follow in the next sections:

extension Recipe {
    /// Gradient descent.
    public static let descent = Recipe(descend)
}

// Is that the optimizer we know? To find out, let two optimizers start from the same weights, give both the same
// gradients, step after step, and look for the largest difference. We will need that for every recipe of the chapter:

/// Weights and gradients to try an optimizer on: two parameters of 3 × 4 and of 5 numbers.
public struct Trial: Sendable {
    let start: [Tensor]
    let gradients: [[Tensor]]

    public init(steps: Int = 20, using random: inout SplitMix64) {
        func numbers() -> [Tensor] { [.randn(3, 4, using: &random), .randn(5, using: &random)] }
        start = numbers()
        gradients = (0..<steps).map { _ in numbers() }
    }

    /// The weights after each step.
    public func weights(_ make: OptimizerMaker, learningRate: Float = 0.1) -> [[Tensor]] {
        let parameters = start.map { Parameter($0) }
        let optimizer = make(parameters, learningRate)
        return gradients.map { gradients in
            for (parameter, gradient) in zip(parameters, gradients) { parameter.grad = gradient }
            optimizer.step()
            optimizer.zeroGrad()
            return parameters.map { $0.value.detached() }
        }
    }

    /// The largest difference between a weight of one and of the other, in any step.
    public func largestDifference(_ one: OptimizerMaker, _ other: OptimizerMaker) -> Float {
        zip(weights(one), weights(other)).reduce(0) { largest, step in
            zip(step.0, step.1).reduce(largest) { max($0, ($1.0 - $1.1).abs().max().item) }
        }
    }
}

// Most pages use the same one, `trial`:

extension TrainingProcess {
    /// Twenty steps to try optimizers on.
    var trial: Trial {
        var random = run.random
        return Trial(using: &random)
    }

    func sameAsTheEngines() {
        let trial = trial
        show(
            trial.largestDifference(Recipe.descent.make) { SGD($0, learningRate: $1) },
            "between our list and the engine's SGD, after 20 steps",
            ask: "Twenty steps on the same gradients: by how much do the weights of the two differ?")
        show(
            trial.largestDifference(Recipe.descent.make, Recipe(descendByPlus).make),
            "between `descend` and `descendByPlus`")

        // It is the same formula, down to the rounding. For each recipe of this chapter there is such a comparison, and
        // the tests compare with PyTorch's steps as well.
    }
}

// Now train with it. The book leaves the schedule out here, and trains at a constant rate of 0.03, which is `fit`
// alone:

extension TrainingProcess {
    /// Our stepper at a constant rate.
    var ownDescentRuns: [TrainingRun] {
        get throws {
            try run.once { try trainings(Recipe.descent.make) { try $0.fit(epochCount, learningRate: 0.03) } }
        }
    }

    func ownDescent() throws {
        let runs = try ownDescentRuns
        show(besideTheBook(runs, BookNumbers.ownDescent), "`descend` at a constant rate of 0.03")
        record("own-sgd/accuracy", over: runs.map(\.accuracy), book: 0.445350, differs: otherTask)
        record("own-sgd/valid-loss", over: runs.map(\.validLoss), book: 1.684515, differs: otherTask)

        // It works. In the book it even came out a little better than with the schedule (0.4453 against 0.4089). Three
        // epochs are few, and a cycle spends a good part of them at low rates. Is it so here?
        let (constant, cycle) = (Spread(runs.map(\.validLoss)).mean, Spread(try descentRuns.map(\.validLoss)).mean)
        show(
            "\(fixed(constant, 4)) at a constant rate, \(fixed(cycle, 4)) with a cycle",
            "validation losses of plain descent",
            predict: .change(
                "From the constant rate to the cycle, both with 0.03: what happens to the validation loss?",
                from: constant, to: cycle))
        // #hide
        if run.size == .quick { show("(A quick run has too few steps to tell.)") }
    }
}
