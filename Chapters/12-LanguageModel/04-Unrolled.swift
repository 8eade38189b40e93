// # A net as deep as its text is long
//
// Section 12.4 · After this page you can unroll a recurrent net, and know what the gradient of a weight is that is used
// at every step.

import Figures
import Layers
import Notebook
import Tensors
import Training

extension LanguageModel {
    func unrolledPicture() {
        // A loop is a short way to write a long thing. Take the loop away again, and draw a column for each word: that
        // is the *unrolled representation* of a recurrent net. It has a layer for every word. A text of ten thousand
        // words makes a net of ten thousand layers, which happen to share their weights.
        show(
            RecurrentDiagram.unrolled(
                "Without the loop: one layer for each word", inputs: ["one", "“.”", "two", "“.”", "three", "“.”"],
                outputs: [5: "four"]), "A recurrent net, unrolled")

        // The gradient knows nothing of loops. It goes back through that deep net as through any other: from the loss
        // to the last state, from there to the state before, and so on to the first word. This is called
        // *backpropagation through time*, BPTT for short. "Time" is the number of the word.
        show(
            RecurrentDiagram.unrolled(
                "Forward from word to word, and back again", inputs: ["one", "“.”", "two", "“.”"],
                outputs: [3: "three"], gradients: [0, 1, 2, 3]), "Backpropagation through time")
    }
}

// One thing is unusual: the orange weights are used four times, so four gradients arrive at them. Which of them counts?
// All: the loss depends on the weights by four ways, and where a value is used several times its gradients add up
// (section 17.9 will prove it). To see the four of them, give every step a copy of its own. The copies have the same
// numbers, but each keeps its own gradient. `separateSteps` is the loop, with a layer per step:

/// The loop of ``LoopedModel``, in which every step has a linear layer of its own.
public func separateSteps(_ model: LoopedModel, _ steps: [Linear], _ x: IntTensor) -> Tensor {
    var h = Tensor(0)
    for (i, step) in steps.enumerated() { h = step(h + model.inputToHidden(x[0..., i])).relu() }
    return model.hiddenToOutput(h)
}

extension LanguageModel {
    func oneCopyPerStep() throws {
        var random = run.random
        let model = LoopedModel(vocabulary: 30, hidden: 64, using: &random)
        // Six words of 64 places of the text, and the seventh:
        let text = try stream
        let x = IntTensor((0..<64).map { Array(text[$0 * 50..<$0 * 50 + 6]) })
        let y = IntTensor((0..<64).map { text[$0 * 50 + 6] })

        let copies = (0..<6).map { _ in
            let copy = Linear(64, 64, using: &random)
            copy.weight.assign(model.hiddenToHidden.weight.value)
            copy.bias!.assign(model.hiddenToHidden.bias!.value)
            return copy
        }
        let separate = separateSteps(model, copies, x)
        show(separate.scalars == model(x).scalars, "the copies give the same scores")
        crossEntropy(separate, y).backward()
        let parts = copies.map { $0.weight.grad! }

        // Now the shared layer:
        model.zeroGrad()
        crossEntropy(model(x), y).backward()
        let shared = model.hiddenToHidden.weight.grad!
        let sum = parts.dropFirst().reduce(parts[0]) { $0 + $1 }
        show(
            (shared - sum).abs().max().item < 1e-6, "the gradient of the shared weights is the sum of the six",
            ask: "Six copies have six gradients. Is the gradient of the one shared layer their sum?")

        // The six are not equally large. Here are their norms, by the number of the word:
        show(
            Chart(
                "What each step contributes to the gradient", x: "words before the prediction",
                y: "norm of the step's gradient"
            ) {
                Bars((1...6).map { "\($0)" }, parts.reversed().map { $0.norm().item })
            }, "The gradient of the orange weights, step by step, before training")
        show(
            parts[0].norm().item < parts[5].norm().item, "the first of the six words contributes less than the last",
            predict: .choice(
                "Before training, which step contributes more to the gradient of the shared weights?",
                ["the word just before the prediction", "the word six places before"],
                answer: "the word just before the prediction"))

        // On its way back, the gradient goes through the orange weights once for every step, and here it gets smaller
        // each time. (With other weights it grows. Section 12.8 is about both.) So a word far back has little say in
        // what is learned, and this is so before anything has been cut off.
    }
}
