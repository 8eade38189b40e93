// # Detach less often?
//
// Section 12.8 · After this page you can say what a longer reach of the gradient is worth to a plain recurrent net, and
// why that ends soon.

import Figures
import Layers
import Notebook
import Tensors

// The models detach their state after every batch, so that gradients flow through 16 tokens and no further. A rule that
// needs something from farther back can then be learned only by luck. If the state were detached less often, gradients
// would reach farther, and the model should get better. Does it? Make it worse first, which is easier: section 12.6 has
// `PiecewiseModel`, which has a model detach its state every few tokens.

extension LanguageModel {
    func whereTheStateIsDetached() throws {
        // What comes out is the same, down to rounding: a state is a state, detached or not. What differs is the
        // gradient alone.
        var random = run.random
        let model = TwoLayerModel(vocabulary: 30, hidden: hidden, using: &random)
        let tokens = try sequences().train.first!.0
        let whole = model(tokens)
        model.reset()
        let pieces = PiecewiseModel(model, detachingEvery: 4)(tokens)
        show(
            relativeDifference(pieces, whole) < 1e-5,
            "scores with a detached state every 4 tokens, or none in 16: equal",
            ask: "The state is detached every 4 tokens. Are the scores the same as without, up to rounding?")
    }

    func howMuchReachHelps() throws {
        // Now train with a reach of 1, 4, 8 and 16 tokens: the same batches, as many steps. For a longer reach the
        // batches must be longer. With 16 texts side by side and 64 tokens of each, a batch has as many tokens as
        // before.
        func accuracies(_ reach: Int) throws -> [Float] {
            let length = max(reach, 16)
            return try trainings(
                seeds: 3, on: sequences(length: length, batchSize: 1024 / length), epochs: 15, rate: 3e-3,
                callbacks: { [ModelReset()] }
            ) { random in
                PiecewiseModel(TwoLayerModel(vocabulary: 30, hidden: hidden, using: &random), detachingEvery: reach)
            }.map(\.accuracy)
        }
        let reaches = [1, 4, 8, 16, 64]
        let means = try reaches.map { reach in
            // A reach of 16 is the model of section 12.7, as it is.
            Spread(reach == 16 ? try twoLayerRuns.map(\.accuracy) : try accuracies(reach))
        }
        var table = TextTable(["detached every", "accuracy"], decimals: 3)
        for (reach, mean) in zip(reaches, means) { table.add("\(reach) tokens", mean) }
        show(
            table, "Accuracy of the two-layer RNN by the reach of its gradients",
            predict: .change(
                "Gradients reach back 8 tokens in place of 1. What happens to the accuracy?", from: means[0].mean,
                to: means[2].mean))
        show(
            Chart(
                "What a longer reach is worth", x: "tokens between two detached states", y: "mean accuracy",
                xScale: .logarithmic
            ) {
                Line(reaches, means.map(\.mean))
                Points(reaches, means.map(\.mean), colour: .blue)
            }, "Accuracy by how often the state is detached")
        record("detach/gain-from-1-to-8-tokens", means[2].mean - means[0].mean)
        record("detach/gain-from-8-to-64-tokens", means[4].mean - means[2].mean)
        if means[2].mean - means[0].mean > max(0.05, 2 * abs(means[4].mean - means[2].mean)) {
            show(
                """
                A longer reach helps a lot up to 8 tokens, and little from there on. Most of a gradient has vanished \
                by then, so little is lost by cutting it off; and what this text asks for can be learned within a \
                number and the next.
                """)
        }

        // And it has a price. All steps between two detached states must be kept for the way back, so memory and time
        // for a step grow with the reach (section 12.5 has measured it). Where gradients explode and do not vanish, it
        // is worse: more steps, larger gradients, and training becomes unstable. So for a plain RNN, detaching less
        // often is not the way.
    }
}

// The remedies have names, and most of them chapters. Batch normalization (chapter 13) and residual nets (chapter 14)
// keep the numbers of deep nets in range, and so does a careful start (chapter 17). Gradients that explode can be cut
// to a length (R. Pascanu and others, "On the difficulty of training recurrent neural networks", 2013). For recurrent
// nets there is a better one. It is a layer in which the state is *not* multiplied by a matrix at every step. Two such
// layers are in use, the LSTM and the GRU, and the LSTM is next.
