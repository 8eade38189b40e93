// # In training and in use
//
// Section 12.12 · After this page you can switch a model between its two modes, and show what dropout does to units
// that rely on one another.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

extension LanguageModel {
    func twoModes() {
        // A module is in one of two modes: in training, or in evaluation, which means in use. `train()` and `eval()`
        // switch it, and with it all modules inside, however deep. Here the dropout sits in the second of two nets:
        var random = run.random
        let inner = Sequential(Linear(4, 4, using: &random), DropoutLayer(0.5, using: &random))
        let net = Sequential(Linear(4, 4, using: &random), inner)
        let x = Tensor.ones(8, 4)
        show(net(x).scalars == net(x).scalars, "in training, two calls give the same")
        net.eval()
        show(
            net(x).scalars == net(x).scalars, "after eval(), two calls give the same",
            ask: "After net.eval(), do two calls of the net give the same?")
        show(inner.layers[1].isTraining, "isTraining, of the dropout inside")
        net.train()
        show(inner.layers[1].isTraining, "after train()")

        // Who forgets `eval()` gets answers that depend on chance. The engine's `Learner` switches before each part of
        // an epoch, so in training it cannot be forgotten.
    }

    func dropoutOfTheEngine() {
        // The engine has a `Dropout`, too. It draws its zeros and ones in another way, all in one pass over the memory,
        // so the masks of the two differ. But they are the same layer: if ours had drawn the engine's mask, it would
        // have computed the same numbers.
        var random = run.random
        let layer = Dropout(0.4, using: &random)
        let x = Tensor.randn(50, 40, using: &random)
        let engines = layer(x)
        let mask = Tensor(engines .!= 0)
        show(
            (x * mask / (1 - 0.4) - engines).abs().max().item,
            "largest difference between x · mask / (1 - p) and the engine's")
        var table = TextTable(["", "share of zeros", "mean", "values"], decimals: 3)
        let ours = DropoutLayer(0.4, using: &random)
        for (name, y) in [("ours", ours(.ones(200, 200))), ("the engine's", layer(.ones(200, 200)))] {
            table.add(name, Tensor(y .== 0).mean().item, y.mean().item, Set(y.scalars).count)
        }
        show(table, "40,000 ones, p = 0.4")

        // (With p = 1 ours would compute 0 / 0. The engine's gives zeros.)
    }
}

// Do conspiracies exist, and does dropout end them? Here are two clerks, who both see the number that is asked for, a
// 1. The answer is w₁ · 1 + w₂ · 1. It is right if w₁ + w₂ = 1, however that comes about. We begin with a conspiracy:
// w₁ is 3 and w₂ is -2. `clerks` trains the two weights by gradient descent, with some dropout on what they see:

/// The weights of two inputs that are always 1 where 1 is to be predicted, after each of `steps` steps.
public func clerks(
    from start: [Float], dropout p: Float, steps: Int, using random: inout some RandomNumberGenerator
) -> [[Float]] {
    let layer = DropoutLayer(p, using: &random)
    let weight = Parameter(Tensor(start))
    return (0..<steps).map { _ in
        let answers = layer(.ones(500, 2)).matmul(weight.value)
        (answers - 1).squared().mean().backward()
        weight.update { value, grad in value -= grad * 0.02 }
        weight.grad = nil
        return weight.value.scalars
    }
}

extension LanguageModel {
    func conspiracy() {
        var random = run.random
        let steps = run.size(quick: 150, usual: 300)
        let (plain, dropped) = (
            clerks(from: [3, -2], dropout: 0, steps: steps, using: &random),
            clerks(from: [3, -2], dropout: 0.5, steps: steps, using: &random)
        )
        show(
            Chart("Dropout ends the conspiracy", x: "step", y: "weight", yLimits: -2.5...3.5) {
                Line(plain.map { $0[0] }, "w₁, no dropout", colour: .grey)
                Line(plain.map { $0[1] }, "w₂, no dropout", colour: .grey, dashed: true)
                Line(dropped.map { $0[0] }, "w₁, p = 0.5", colour: .blue)
                Line(dropped.map { $0[1] }, "w₂, p = 0.5", colour: .vermilion, dashed: true)
            }, "Two weights that began at 3 and -2")
        let end = dropped.last!
        show(
            significant(end[0], 4), "w₁ at the end, with dropout",
            predict: .choice(
                "Without dropout, 3 and -2 stay as they are, since their sum is right. And with it?",
                ["they stay", "both become equal", "one of them takes over"], answer: "both become equal"))

        // Without dropout there is nothing to learn, for the answer is perfect. With it, each has to answer for both
        // when the other is away. Now let clerk 2 fall ill in earnest:
        var table = TextTable(["", "w₁", "w₂", "error with both", "error without the second"], decimals: 3)
        for (name, w) in [("no dropout", plain.last!), ("p = 0.5", end)] {
            table.add(name, w[0], w[1], abs(w[0] + w[1] - 1), abs(w[0] - 1))
        }
        show(table, "the answer should be 1")
        record("clerks/difference-of-weights", abs(end[0] - end[1]))

        // It has its price: with dropout the two together say less than 1. Averaged over all masks, the loss is
        //
        //     (w₁ + w₂ - 1)² + p / (1 - p) · (w₁² + w₂²)
        //
        // that is, the old loss and a penalty on large weights. Its minimum for p = 0.5 is at w₁ = w₂ = 1/3. With a
        // hundred clerks the price would be small: the more units can do a thing, the less is lost with one of them.
        //
        // Dropout is not only for texts. The heads of models for images and for tables have it as well (their `ps` in
        // fastai is the list of the p of all layers).
    }
}
