// # Our first recurrent neural network
//
// Section 12.3 · After this page you can write a recurrent net as a loop, and know why it is nothing new.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The first model says the same thing three times: add the word's row, then the linear layer and ReLU. A programmer
// writes a loop for that, and gains something: the loop goes over as many words as there are.

/// x [batch, words] → scores [batch, vocabulary] for the next word. (The book's `LMModel2`.)
public final class LoopedModel: WordLayers, WordModel {
    public func forward(_ x: IntTensor) -> Tensor {
        var h = Tensor(0)
        for i in 0..<x.shape[1] { h = hiddenToHidden(h + inputToHidden(x[0..., i])).relu() }
        return hiddenToOutput(h)
    }
}

// That is a *recurrent neural network*, an RNN: a net that is defined by a loop like this one. The activations `h` that
// the loop updates at every step are called the *hidden state*. Nothing else is behind the name. We have changed how
// the model is written, not what it computes; "looping net" would frighten fewer people.

extension LanguageModel {
    func theLoopDrawn() {
        // In a picture, the loop is an arrow from the circle to itself:
        show(
            RecurrentDiagram.rolled("The loop as an arrow", input: "word", output: "next word"),
            "A recurrent net")
    }

    func sameModelTwice() throws {
        // Copy the weights of the first model, and the loop gives the same scores, to the last bit:
        var random = run.random
        let unrolled = ThreeWordModel(vocabulary: 30, hidden: 64, using: &random)
        let looped = LoopedModel(vocabulary: 30, hidden: 64, using: &random)
        for (own, other) in zip(looped.parameters, unrolled.parameters) { own.assign(other.value) }
        let (x, y) = try threeWordBatches.train.first!
        show(
            looped(x).scalars == unrolled(x).scalars, "the same scores",
            ask: "Both models have the same weights. Are their scores equal, to the last bit?")

        // And so are the gradients of every weight (but for rounding, where the order of additions differs):
        for model in [unrolled, looped] as [any WordModel] { crossEntropyOf(model, x, y).backward() }
        let distance = zip(looped.parameters, unrolled.parameters).map { ($0.grad! - $1.grad!).abs().max().item }
        show(distance.max()! < 1e-6, "the same gradients")

        // What is new is that it reads any number of words:
        show([1, 3, 7].map { looped(IntTensor(repeating: 1, shape: [2, $0])).shape }, "scores after 1, 3 and 7 words")
    }

    func whyZeroWillDo() throws {
        // The state begins as a single 0, not as a table of zeros. (The book asks why, among its questions for further
        // research.) At the first step a word's rows [64, 64] are added to it, and a single number is *broadcast* to
        // whatever shape it is added to (section 4.4). So it need not know the size of the batch, or how many numbers
        // a state has:
        let rows = Tensor.arange(6).reshaped(2, 3)
        show(
            (Tensor(0) + rows).shape, "0 + rows [2, 3]",
            ask: "A single 0 is added to a table [2, 3]. Which shape comes out?")
        show((Tensor(0) + rows).scalars == (Tensor.zeros(2, 3) + rows).scalars, "equal to zeros [2, 3] + rows")

        // Now it is trained as the first model was, from the same seeds: `loopedRuns`.
    }

    /// The second model, trained as the first one.
    var loopedRuns: [TrainingHistory] {
        get throws {
            try run.once {
                try trainings(on: threeWordBatches, epochs: 4, rate: 1e-3, loss: { crossEntropy($0, $1) }) { random in
                    LoopedModel(vocabulary: 30, hidden: hidden, using: &random)
                }
            }
        }
    }

    func trainingTheLoop() throws {
        // The same seeds mean that both models begin with the same weights, and read the same batches:
        let runs = try loopedRuns
        show(besideTheBook(runs, BookNumbers.loopedModel), "the loop, beside the book's single run")
        record("loop/accuracy", over: runs.map(\.accuracy), book: 0.470406, differs: otherStart)
        record("loop/valid-loss", over: runs.map(\.validLoss), book: 1.657033, differs: otherStart)
        record("loop/train-loss", over: runs.map(\.trainLoss), book: 1.388390, differs: otherStart)

        // In the book, the loop's accuracy is 2.4 points below that of the three lines written out, and one could begin
        // to look for a reason. There is none: they are the same model, and its two runs differ by chance. Ours do not
        // differ, since their chance is the same.
        let apart = zip(runs, try threeWordRuns).map { abs($0.accuracy - $1.accuracy) }
        show(apart.max()! < 0.02, "no seed's accuracies are more than 2 points apart")
    }
}

// MARK: Helpers

/// The loss of a model on a batch.
private func crossEntropyOf(_ model: any WordModel, _ x: IntTensor, _ y: IntTensor) -> Tensor {
    crossEntropy(model(x), y)
}
