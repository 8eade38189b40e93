// # Five places to drop something
//
// Section 12.15 · After this page you know the five dropouts of AWD-LSTM, and why a recurrent net needs masks of its
// own.

import Common
import Figures
import Layers
import Notebook
import Tensors

// The model of section 12.14 is not yet the AWD-LSTM of the article, which is the one that chapter 10 uses
// for texts. That one drops something in five places. From below:
//
// 1. *Embedding dropout*: whole words. The row of a word is 0 for a batch, wherever the word stands.
// 2. *Input dropout*: some of the numbers that the embedding gives.
// 3. *Weight dropout*: some of the weights that lead from a state to the next. It gives the model its name,
//    *weight-dropped* LSTM. (The A is for averaged: the article takes the mean of the weights over many steps at the
//    end of training. fastai's training does not.)
// 4. *Hidden dropout*: some of what one LSTM layer gives to the next.
// 5. *Output dropout*: some of what the last layer gives. It is the only one that the model of section 12.14 has.
//
// The second, the fourth and the fifth are dropouts of activations over the steps of a text, and there is something
// about time that has to be settled first. Should the mask be a new one at every step?

extension LanguageModel {
    func lostOnTheWay() {
        // Suppose that a unit has something to remember over 16 steps, and that a new mask falls on the state at each
        // of them. It survives if no mask hits it. With p = 0.2, how many of many units do?
        var random = run.random
        let masks = bernoulli(0.8, [5_000, 16], using: &random)
        let alive = masks.cumprod(axis: 1).mean(axis: 0)
        show(
            alive[15].item, "share of units that 16 masks have spared",
            predict: .share(
                "p = 0.2, a new mask at each of 16 steps. Which share of the units is never hit?", alive[15].item,
                within: .plusMinus(0.02)))
        show(
            Chart(
                "A new mask at every step leaves no memory", x: "step", y: "share of units never dropped",
                yLimits: 0...1
            ) {
                Line(1...16, alive.scalars, "a new mask at each step", colour: .orange)
                Line(1...16, (1...16).map { _ in masks[0..., 0].mean().item }, "one mask for all steps", colour: .blue)
            }, "p = 0.2, 5,000 units")

        // A memory that is hit by chance again and again is none. So the mask is drawn once for each text of a batch,
        // and is the same at all its steps: it is *locked*. (Y. Gal and Z. Ghahramani, "A Theoretically Grounded
        // Application of Dropout in Recurrent Neural Networks", 2016. They call it variational, fastai has it as
        // `RNNDropout`.)
    }
}

// To lock a mask takes a 1 in its shape where the steps are, and broadcasting does the rest; that is `lockedDropout`. A
// 1 where the width of a table is drops whole words; that is `embeddingDropout`:

/// Dropout of x [batch, steps, hidden] with one mask for all steps of a text.
public func lockedDropout(_ x: Tensor, _ p: Float, using random: inout some RandomNumberGenerator) -> Tensor {
    x * bernoulli(1 - p, [x.shape[0], 1, x.shape[2]], using: &random) / (1 - p)
}

/// Dropout of whole words: every word of the vocabulary keeps its row of the table, divided by 1 - p, or loses it.
///
/// table [words, width] · ids [...] → [..., width]
public func embeddingDropout(
    _ table: Tensor, _ ids: IntTensor, _ p: Float, using random: inout some RandomNumberGenerator
) -> Tensor {
    (table * bernoulli(1 - p, [table.shape[0], 1], using: &random) / (1 - p)).embedded(ids)
}

extension LanguageModel {
    func twoKindsOfMasks() {
        // Here are 16 steps of 32 units in both ways, and in the manner of embeddings, where the text is a short one:
        // one . two . three . four . five . six . seven . eight .
        var random = run.random
        let ones = Tensor.ones(1, 16, 32)
        let usual = DropoutLayer(0.3, using: &random)(ones)
        let locked = lockedDropout(ones, 0.3, using: &random)
        let text = IntTensor([(0..<16).map { $0 % 2 == 1 ? 1 : $0 == 0 ? 0 : $0 / 2 + 1 }])
        let words = embeddingDropout(.ones(30, 32), text, 0.3, using: &random)
        let pictures = [usual, locked, words].map { Raster(Tensor($0[0].T .!= 0)) }
        show(
            ImageGrid(pictures, titles: ["usual", "locked", "words"], columns: 3, cellSize: 200),
            "What is dropped (black), p = 0.3: steps from left to right, units from top to bottom")

        // Locked masks are lines along time. Dropped words are columns: a word that is gone is gone in all its units,
        // and every time that it comes, for it is still the same batch. (The full stop is every second column, all or
        // none.) By that the model learns to do without single words.
    }

    func sameAsTheEnginesDropouts() {
        // The engine has these two as layers, `LockedDropout` and `EmbeddingDropout`. They draw otherwise, so compare
        // them by what they drop. Of locked ones, every step looks like the first; of words, every occurrence:
        var random = run.random
        let locked = LockedDropout(0.3, using: &random)
        let y = locked(.ones(8, 16, 32))
        show(
            y.scalars == y[0..., ..<1].expanded(to: [8, 16, 32]).scalars, "LockedDropout: every step is like the first")
        let embedding = Embedding(30, 8, using: &random)
        let words = EmbeddingDropout(embedding, 0.5, using: &random)
        let rows = words(IntTensor((0..<30).map { $0 }))
        let kept = Tensor(rows.abs().sum(axis: 1) .!= 0).unsqueezed(1)
        show(
            (embedding.weight.value * kept / 0.5 - rows).abs().max().item,
            "EmbeddingDropout: largest difference from the table times a mask of words, divided by 1 - p")
        show(
            kept.sum().item, "words that are left of 30",
            predict: .choice(
                "p = 0.5. Are exactly 15 words of 30 dropped, every time?", ["always 15", "15 on average"],
                answer: "15 on average"))
    }
}

// That leaves the weights. Between two steps of an LSTM nothing is dropped at all, and still there is noise: the matrix
// that leads from state to state loses some of its numbers, before the first step, for all steps of the batch. In the
// code nothing changes but the matrix, so the fast loop over the steps can stay. `Tensor.lstm` is the engine's
// operation for all steps of a layer, and takes its weights as an argument:

extension LanguageModel {
    func droppedWeights() {
        var random = run.random
        let net = WeightDroppedLSTM(8, 8, weightDropout: 0.5, using: &random)
        let x = Tensor.randn(4, 16, 8, using: &random)
        let zero = Tensor.zeros(4, 8)
        // By hand, with a mask of our own on the weights of the states:
        var weights = net.lstm.layers[0].weights
        weights.hidden = weights.hidden * bernoulli(0.5, weights.hidden.shape, using: &random) / 0.5
        let (y, _) = x.lstm(weights, from: zero, cell: zero)
        show(y.shape, "an LSTM with half of its weights between states")
        let (first, second) = (net(x), net(x))
        show(
            first.scalars == second.scalars, "two calls in training give the same",
            ask: "WeightDroppedLSTM draws in every call. In training, do two calls give the same?")
        let steps = (first[0..., ..<1] - second[0..., ..<1]).abs().max().item
        show(steps, "largest difference between them at the first step")

        // At the first step they are equal: the state is still zero, and so is what the dropped weights would make of
        // it.
        net.eval()
        show(net(x).scalars == net.lstm(x).scalars, "in use it is the plain LSTM")
    }
}
