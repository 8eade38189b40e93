// # Small activations, and calm ones
//
// Section 12.13 · After this page you can write two penalties on activations, and say which one is about what.

import Common
import Figures
import Layers
import Notebook
import Tensors

// Weight decay makes weights small. *Activation regularization* (AR) does the same with activations: it adds the mean
// of their squares to the loss, times a factor alpha. *Temporal activation regularization* (TAR) is made for sequences.
// What an LSTM gives should make sense as a sequence, and should not jump wildly from word to word. So the differences
// between neighbouring steps are to be small, too; the factor is beta:
//
//     loss += alpha · mean(activations²)
//     loss += beta · mean((activations at t + 1 - activations at t)²)
//
// (S. Merity, B. McCann and R. Socher, "Revisiting Activation Regularization for Language RNNs", 2017.) The activations
// are [batch, steps, hidden], so time is axis 1. Here are the two means, without their factors, first that of the
// squares and then that of the differences, `temporalActivationRegularization`:

/// The mean of the squares: activations [batch, steps, hidden] → one number. (In the book: AR.)
public func activationRegularization(_ activations: Tensor) -> Tensor { activations.squared().mean() }

/// The mean of the squared differences between a step and the next: [batch, steps, hidden] → one number. (In the book:
/// TAR.) There must be two steps, or it is the mean of nothing.
public func temporalActivationRegularization(_ activations: Tensor) -> Tensor {
    (activations[0..., 1...] - activations[0..., ..<(-1)]).squared().mean()
}

extension LanguageModel {
    func penaltiesByHand() {
        // One text of three steps with two units: (1, 2), then (3, 2), then (3, 4). The squares are 1, 4, 9, 4, 9 and
        // 16. Between the steps one unit rises by 2, then the other:
        let activations = Tensor([[[1, 2], [3, 2], [3, 4]]])
        show(activationRegularization(activations).item, "mean of the squares, 43 / 6")
        show(
            temporalActivationRegularization(activations).item, "mean of the squared differences",
            ask: "From (1, 2) to (3, 2) to (3, 4): what is the mean of the four squared differences?")
    }

    func whatTheyPull() {
        // What does each of them want? Take the activations themselves for something that can be learned, one unit over
        // 24 steps, and let gradient descent make one penalty smaller, and nothing else. `pulled` does it:
        var random = run.random
        let start = Tensor.randn([1, 24, 1], using: &random) + 1
        func pulled(_ penalty: (Tensor) -> Tensor) -> Tensor {
            var x = start.requiringGrad()
            for _ in 0..<30 {
                penalty(x).backward()
                x = (x.detached() - x.grad!).requiringGrad()
            }
            return x.detached()
        }
        let (squares, differences) = (pulled(activationRegularization), pulled(temporalActivationRegularization))
        show(
            Chart("AR pulls towards zero, TAR towards the neighbours", x: "step", y: "activation") {
                Line(start.scalars, "at the start", colour: .grey, dashed: true)
                Line(squares.scalars, "after 30 steps of AR", colour: .orange)
                Line(differences.scalars, "after 30 steps of TAR", colour: .blue)
                Rule(y: 0)
            }, "One unit over 24 steps, pulled by one penalty alone")
        show(
            significant(differences.mean().item, 6),
            "mean over the steps, after TAR; at the start \(fixed(start.mean().item, 6))",
            predict: .change(
                "TAR pulls neighbours together. What does it do to the mean over all steps?",
                from: start.mean().item, to: differences.mean().item, margin: 1e-4))

        // Each difference pulls two neighbours with the same force in opposite directions, so TAR leaves the mean as it
        // is. A model may be as loud as it likes, as long as it is calm.
    }

    func notWeightDecay() {
        // Is AR more than weight decay in other words? Let a layer have three inputs, the last of which is always 0,
        // and compare the gradients that the two give its weights:
        var random = run.random
        let x = Tensor.randn(64, 3, using: &random) * Tensor([1, 1, 0])
        let weight = Parameter(Tensor([[0.5, -1, 2]]))
        x.matmul(weight.value.T).squared().mean().backward()
        var table = TextTable(["weight", "gradient of AR", "gradient of weight² / 2"], decimals: 4)
        for k in 0..<3 { table.add(weight.value[0, k].item, weight.grad![0, k].item, weight.value[0, k].item) }
        show(
            table, "two penalties",
            predict: .number(
                "The third input is always 0. What gradient does AR give the third weight?", weight.grad![0, 2].item))

        // Weight decay makes every weight smaller, used or not. AR looks at what comes out: it leaves a weight alone
        // that nothing goes through, and it may let one weight grow where another makes up for it.
    }

    func beforeOrAfterDropout() {
        // A last layer gives activations twice: *raw* ones, as they come from the LSTM, and *dropped* ones after
        // dropout. AR takes the dropped ones. TAR takes the raw ones. Why? Let the LSTM be perfectly calm, with all
        // activations 1 at all steps, and p = 0.5:
        var random = run.random
        let raw = Tensor.ones(64, 16, 64)
        let dropped = DropoutLayer(0.5, using: &random)(raw)
        show(significant(temporalActivationRegularization(raw).item, 4), "TAR of the raw ones")
        let ofDropped = significant(temporalActivationRegularization(dropped).item, 4)
        show(
            ofDropped, "TAR of the dropped ones",
            predict: .number(
                "All activations are 1. Dropout makes half of them 0, the others 2, anew at each step. What is TAR?",
                ofDropped))

        // The model would be punished for jumps that dropout has made, and could do nothing about them. With AR it is
        // the other way round. A unit that is dropped has no part in the answer, and should not be told to be smaller:
        let leaf = raw.requiringGrad()
        let thinned = DropoutLayer(0.5, using: &random)(leaf)
        activationRegularization(thinned).backward()
        let (pulled, present) = (Tensor(leaf.grad! .!= 0), Tensor(thinned .!= 0))
        show(
            pulled.scalars == present.scalars,
            "AR of the dropped ones pulls at those that are present, and at no others")
    }
}
