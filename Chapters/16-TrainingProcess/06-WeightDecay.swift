// # Two kinds of weight decay
//
// Section 16.6 · After this page you can write both kinds of weight decay, and say when they are the same.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Small weights make smooth functions, which generalize better. So one likes to pull all weights towards zero a little,
// in every step. There are two ways to write that down. *Weight decay* shortens the weight in the step:
//
//     w ← w − lr · grad − lr · wd · w
//
// *L2 regularization* adds a penalty to the loss, ½ · wd · w² for each weight. The slope of that is wd · w, and so it
// comes down to a change of the gradient:
//
//     grad ← grad + wd · w
//     w ← w − lr · grad
//
// Put the second line into the third. It is the first formula, and for a long time the two names meant the same thing.
// As steppers they look like this. `decay` changes the weight, `penalize` the gradient. Both have to come before the
// steppers that use what they change:

/// p ← p · (1 − learningRate · weightDecay). (The library's `weight_decay`.)
public let decay = Stepper("decay", reads: ["learningRate", "weightDecay"]) { p, now in
    p.update { value, _ in value *= 1 - now.learningRate * now.weightDecay }
    return [:]
}

/// g ← g + weightDecay · p. (The library's `l2_reg`.)
public let penalize = Stepper("penalize", reads: ["weightDecay"]) { p, now in
    p.grad = p.grad! + p.value.detached() * now.weightDecay
    return [:]
}

// A recipe with one of them in front is the recipe `after` it:

extension Recipe {
    /// This recipe with another stepper at its beginning.
    public func after(_ first: Stepper, _ more: [String: Float]) -> Recipe {
        Recipe([first] + steppers, settings: settings.merging(more) { $1 })
    }

    private init(_ steppers: [Stepper], settings: [String: Float]) {
        (self.steppers, self.settings) = (steppers, settings)
    }

    /// Adam with weight decay apart from the gradient: the default of the book's library.
    public static let adamW = Recipe.adam.after(decay, ["weightDecay": 0.01])
}

extension TrainingProcess {
    func twoDecays() {
        // A weight of 2 with the gradient 4, a rate of 0.125 and a decay of 0.5. What is 2 − 0.125 · 4 − 0.125 · 0.5 ·
        // 2?
        func afterOneStep(_ recipe: Recipe) -> Float {
            let p = Parameter(Tensor(2))
            p.grad = Tensor(4)
            recipe.make([p], 0.125).step()
            return p.value.item
        }
        show(
            afterOneStep(.descent.after(decay, ["weightDecay": 0.5])), "weight decay",
            ask: "A weight is 2, its gradient 4, the rate 0.125, the decay 0.5. What is the weight after the step?")
        show(afterOneStep(.descent.after(penalize, ["weightDecay": 0.5])), "L2 regularization")
    }

    func equalForDescent() {
        // Twenty steps, and the largest difference between the two, for four optimizers. The gradients are the same for
        // all of them, and so is the rate, 0.1.
        let trial = trial
        var table = TextTable(["", "largest difference"], decimals: 6)
        var differences: [Float] = []
        for (name, recipe) in [
            ("plain descent", Recipe.descent), ("momentum", .momentum), ("RMSProp", .rmsProp), ("Adam", .adam),
        ] {
            let decoupled = recipe.after(decay, ["weightDecay": 0.3])
            let coupled = recipe.after(penalize, ["weightDecay": 0.3])
            differences.append(trial.largestDifference(decoupled.make, coupled.make))
            table.add(name, differences.last!)
        }
        show(
            table, "Weight decay against L2 regularization, in the same twenty steps",
            predict: .choice(
                "For which of these optimizers do the two kinds come to the same?",
                ["for plain descent only", "for descent and momentum", "for all of them"],
                answer: "for plain descent only"))

        // For plain descent it is rounding. For all others, not: what is added to the gradient takes part in everything
        // that is done with it. Momentum adds it up over many steps, RMSProp and Adam divide it.
    }
}
