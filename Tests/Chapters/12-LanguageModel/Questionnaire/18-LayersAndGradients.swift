// Questions 12.18 to 12.23: stacked recurrent nets, and what becomes of numbers and gradients on a long way.

import Chapter12
import Figures
import Tensors
import TestSupport
import Testing

extension `12 Questionnaire` {
    /// 12.18 · A recurrent net over 16 tokens is, unrolled, a net of 16 layers. Why stack a second one on it?
    ///
    /// Because all of these 16 layers are one: they share a weight matrix, and do the same again at each token. Between
    /// a token and the prediction after it there is a single layer. A second recurrent net has weights of its own. It
    /// reads what the first has made of the tokens, so it can build richer features of them at every step.
    ///
    /// - Shown by: `twoLayersDrawn` in Chapters/12-LanguageModel/07-StackedRNN.swift
    /// - Shown by: `oneThingAtATime` in Chapters/12-LanguageModel/07d-WhatMadeItWorse.swift
    @Test func `12.18 steps share their weights, layers do not`() {
        var random = SplitMix64(seed: 1218)
        let net = StackedRNN(4, 4, layers: 2, using: &random)
        let (x, start) = (Tensor.randn(3, 16, 4, using: &random), Tensor.zeros(2, 3, 4))
        // Sixteen steps are one and the same step, sixteen times.
        var h = start[0]
        for t in 0..<16 { h = net.layers[0].step(x[0..., t], h) }
        let (output, state) = net(x, start)
        expectClose(state[0], h)
        // A layer adds parameters, steps do not; and the two layers' differ.
        let one = RecurrentLayer(4, 4, using: &random).parameterCount
        #expect(net.parameterCount == 2 * one)
        #expect(net.layers[0].fromState.weight.value.scalars != net.layers[1].fromState.weight.value.scalars)
        // The second reads what the first gives: without it, there is nothing but its bias.
        net.layers[1].fromInput.weight.assign(.zeros(4, 4))
        let blind = net(x, start).output
        #expect(blind[0].scalars == blind[1].scalars && output[0].scalars != output[1].scalars)
    }

    /// 12.19 · Draw a stacked (multilayer) RNN.
    ///
    /// A rectangle for the token, above it a circle with an arrow to itself, above that a second circle with another
    /// arrow to itself, and at the top a triangle for the prediction. Five arrows, five colours: each is a matrix of
    /// its own. Without the loops, this column stands once for each token, and the arrows of each layer lead from
    /// column to column.
    ///
    /// - Shown by: `twoLayersDrawn` in Chapters/12-LanguageModel/07-StackedRNN.swift
    /// - Shown by: `rolled` in Sources/Book/Figures/RecurrentDiagram.swift
    @Test func `12.19 two circles above each other, each with a loop of its own colour`() {
        let rolled = RecurrentDiagram.rolled("", input: "x", output: "y", layers: 2)
        #expect(rolled.nodes.map(\.shape) == [.input, .hidden, .hidden, .output])
        let loops = rolled.arrows.filter { $0.from == $0.to }
        #expect(loops.count == 2 && rolled.arrows.count == 5)
        #expect(Set(rolled.arrows.map(\.weights)).count == 5)
        let unrolled = RecurrentDiagram.unrolled("", inputs: ["a", "b", "c"], outputs: [2: "y"], layers: 2)
        #expect(unrolled.nodes.filter { $0.shape == .hidden }.count == 6)
        // From the last token up to the prediction: through both layers, and never past one.
        func above(_ name: String) -> [String] {
            unrolled.arrows.filter { $0.from == name }.map(\.to)
        }
        #expect(above("x2") == ["h2.1"] && above("h2.1") == ["h2.2"] && above("h2.2") == ["y2"])
        #expect(Set(above("h0.1")) == ["h0.2", "h1.1"])
    }

    /// 12.20 · Why should a recurrent net get better if its state is detached less often? And why may it not, in
    /// practice, if it is a plain one?
    ///
    /// Gradients then reach farther back, so the net can learn what depends on words farther away. But the graph is
    /// deeper: it takes more time and memory, and on the long way gradients vanish or explode. In a new plain RNN
    /// nothing of them is left after some 16 steps, and in a trained one little after 32, so that there is less and
    /// less to be gained; or they explode, and training becomes unstable.
    ///
    /// - Shown by: `howMuchReachHelps` in Chapters/12-LanguageModel/08e-DetachLessOften.swift
    /// - Shown by: `gradientThroughTime` in Chapters/12-LanguageModel/08d-GradientThroughTime.swift
    @Test func `12.20 gradients reach farther, and are hardly there`() {
        /// The size of the gradient of the first token's embedding, from the last of so many tokens.
        func arriving(tokens: Int, detachingEvery every: Int) -> Float {
            var random = SplitMix64(seed: 1220)
            let inner = TwoLayerModel(vocabulary: 30, hidden: 64, using: &random)
            let model = PiecewiseModel(inner, detachingEvery: every)
            // Word 29 comes first and never again.
            let words = IntTensor(shape: [1, tokens], [29] + (1..<tokens).map { $0 % 20 })
            model(words)[0, -1].sum().backward()
            return inner.embedding.weight.grad?[29].norm().item ?? 0
        }
        #expect(arriving(tokens: 8, detachingEvery: 4) == 0)
        #expect(arriving(tokens: 8, detachingEvery: 8) > 0)
        let sizes = [2, 8, 16, 32].map { arriving(tokens: $0, detachingEvery: $0) }
        #expect(sizes[0] > 10 * sizes[1] && sizes[1] > 10 * sizes[2] && sizes[2] > 10 * sizes[3])
        #expect(sizes[3] < 1e-6 * sizes[0])
    }

    /// 12.21 · How does a deep net come to have very large or very small activations? Why does it matter?
    ///
    /// Every layer multiplies by a matrix, and what is multiplied again and again grows or shrinks by a factor each
    /// time: exponentially. Floats get coarser the larger they are, and the range ends: the numbers become infinite or
    /// 0. So do the gradients, which go through the same products on their way back; then weights do not change at all,
    /// or are thrown to infinity.
    ///
    /// - Shown by: `matrixPowers` in Chapters/12-LanguageModel/08-RepeatedMultiplication.swift
    /// - Shown by: `stuckOrThrown` in Chapters/12-LanguageModel/08c-StuckOrThrown.swift
    @Test func `12.21 products with a matrix grow or shrink exponentially, to infinity or 0`() {
        var random = SplitMix64(seed: 1221)
        let plain = Tensor.randn(32, 32, using: &random)
        let w = plain / Float(growthRate(plain))
        func after(_ count: Int, rate: Float) -> Float {
            var x = Tensor.ones(32)
            for _ in 0..<count { x = (rate * w).matmul(x) }
            return x.abs().max().item
        }
        // Twice as many products square the factor.
        let ratio = after(60, rate: 2) / after(60, rate: 1)
        #expect(abs(ratio / 0x1p60 - 1) < 1e-3)
        #expect(!after(200, rate: 2).isFinite && after(400, rate: 0.5) == 0)
        let (thrown, stuck) = (descent(from: 2, rate: 0.001, count: 3), descent(from: 0.5, rate: 0.001, count: 3))
        #expect(thrown.weights.last!.magnitude > 1e9 || thrown.weights.last!.isNaN)
        #expect(stuck.weights.allSatisfy { $0 == 0.5 })
    }

    /// 12.22 · Of which numbers does a computer's floating point know the most precise values?
    ///
    /// Of those close to 0. The farther from 0, the farther apart are neighbouring floats. (As a share of the number
    /// the distance is about the same everywhere, down to 10⁻³⁸.)
    ///
    /// - Shown by: `spacings` in Chapters/12-LanguageModel/08b-FloatSpacing.swift
    @Test func `12.22 of those near zero, where floats are dense`() {
        let numbers: [Float] = [0, 1e-30, 1e-10, 0.001, 1, 1000, 1e9, 1e30]
        for (near, far) in zip(numbers, numbers.dropFirst()) { #expect(spacing(at: near) < spacing(at: far)) }
        for x in numbers where x > 0 { #expect((5e-8...1.2e-7).contains(spacing(at: x) / x)) }
    }

    /// 12.23 · Why is a vanishing gradient the end of training?
    ///
    /// A step is the gradient times the rate. If the gradient is (nearly) 0, so is the step. The weights stay where
    /// they are, although they are wrong; a step that is small enough even vanishes entirely when it is added.
    ///
    /// - Shown by: `stuckOrThrown` in Chapters/12-LanguageModel/08c-StuckOrThrown.swift
    @Test func `12.23 steps of almost nothing leave the weights where they are`() {
        let stuck = descent(from: 0.5, rate: 0.001, count: 100)
        #expect(stuck.slopes[0] != 0 && abs(stuck.slopes[0]) < 1e-7 && stuck.weights[100] == 0.5)
        #expect(lossOfOneNumber(Tensor(0.5)).item > 0.2)  // and it is not good there
        let learning = descent(from: 0.9, rate: 0.001, count: 1000)
        #expect(abs(learning.slopes[0]) > 1 && lossOfOneNumber(Tensor(learning.weights[1000])).item < 1e-6)
    }
}
