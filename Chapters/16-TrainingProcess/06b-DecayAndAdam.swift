// # Why decay should be decoupled
//
// Section 16.6 · After this page you can say which weights L2 spares under Adam, and what AdamW does instead.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Adam divides gradients by their usual size. An L2 penalty is in the gradient, so it is divided as well. For a weight
// whose gradients are large, hardly anything is left of it; for one whose gradients are small, it is nearly all there
// is. Nobody has asked for that. I. Loshchilov and F. Hutter ("Decoupled Weight Decay Regularization", 2019) showed
// that decay belongs outside, where it is the same for all weights. They call it *decoupled*, and Adam with it AdamW.

extension TrainingProcess {
    func unequalForAdam() {
        // Two weights of 1, both with gradients that are nothing but noise. There is nothing to be learned from them,
        // and decay should win. For one the noise is of size 10, for the other 0.1:
        let (sizes, steps) = ([10, 0.1] as [Float], run.size(quick: 300, usual: 1000))
        var random = run.random
        let noise = Tensor.randn(steps, using: &random).scalars

        // `way` gives the weight after each step, for one of the two kinds of decay and one size of the noise:
        func way(_ first: Stepper, _ size: Float) -> [Float] {
            let p = Parameter(Tensor(1))
            let optimizer = Recipe.adam.after(first, ["weightDecay": 1]).make([p], 0.003)
            return noise.map { noise in
                p.grad = Tensor(size * noise)
                optimizer.step()
                return p.value.item
            }
        }
        let coupled = sizes.map { way(penalize, $0) }, decoupled = sizes.map { way(decay, $0) }
        show(
            Chart("Decoupled, both weights decay alike; with L2, one is spared", x: "step", y: "weight") {
                Line(coupled[0], "L2, gradients of size 10", colour: .vermilion)
                Line(coupled[1], "L2, gradients of size 0.1", colour: .orange)
                Line(decoupled[0], "decoupled, size 10", colour: .blue)
                Line(decoupled[1], "decoupled, size 0.1", colour: .sky, dashed: true)
            }, "Adam at a rate of 0.003, with a decay of 1",
            predict: .choice(
                "With an L2 penalty and Adam, which weight decays less?",
                ["the one with large gradients", "the one with small gradients", "both decay alike"],
                answer: "the one with large gradients"))
        show(
            "\(fixed(coupled[0].last!, 4)) and \(fixed(coupled[1].last!, 4))",
            "L2: what is left of both weights, large gradients first")
        show("\(fixed(decoupled[0].last!, 4)) and \(fixed(decoupled[1].last!, 4))", "decoupled: the same")
    }

    func whoDecays() {
        // So the book's library decouples by default, and with it the baseline of section 16.1. Our `adamW` is the
        // engine's `AdamW`, and L2 before Adam is the engine's `Adam` with a weight decay, as it is PyTorch's:
        let trial = trial
        show(
            trial.largestDifference(Recipe.adamW.make) { AdamW($0, learningRate: $1) },
            "between our AdamW and the engine's, after 20 steps")
        show(
            trial.largestDifference(Recipe.adam.after(penalize, ["weightDecay": 0.3]).make) {
                Adam($0, learningRate: $1, weightDecay: 0.3)
            }, "between ours with L2 and the engine's Adam with a weight decay")

        // Mind what that means for a program that somebody else has written. Give the same decay to both:
        show(
            trial.largestDifference(
                { Adam($0, learningRate: $1, weightDecay: 0.3) }, { AdamW($0, learningRate: $1, weightDecay: 0.3) }),
            "between the engine's Adam and its AdamW, both with a decay of 0.3",
            predict: .choice(
                "Adam and AdamW, both with a weight decay of 0.3: do they take the same steps?", ["yes", "no"],
                answer: "no"))

        // So `Adam(…, weight_decay=0.01)` and `AdamW(…, weight_decay=0.01)` are not the same optimizer. And that is all
        // an optimizer is. These are the steppers of the chapter, and what can be made of them:
        var table = TextTable(["optimizer", "steppers"])
        for (name, recipe) in [
            ("gradient descent", Recipe.descent), ("momentum", .momentum), ("RMSProp", .rmsProp), ("Adam", .adam),
            ("AdamW", .adamW),
        ] {
            table.add(name, recipe.steppers.map(\.name).joined(separator: ", "))
        }
        show(table, "Five optimizers")
    }
}
