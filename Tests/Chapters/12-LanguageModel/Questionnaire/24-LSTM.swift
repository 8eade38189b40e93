// Questions 12.24 to 12.30: the LSTM.

import Chapter12
import Layers
import Tensors
import TestSupport
import Testing

extension `12 Questionnaire` {
    /// 12.24 · What is each of the two states of an LSTM for, and why is it good to have two?
    ///
    /// One state would have two jobs: to serve the next prediction, for which it changes at every word, and to remember
    /// what is needed much later, for which it must not change. An LSTM gives each job a state. The cell state keeps
    /// things for long: it goes from step to step without passing a layer. The hidden state shows what of it is useful
    /// for the next word.
    ///
    /// - Shown by: `memoryByHand` in Chapters/12-LanguageModel/09-TwoStates.swift
    /// - Shown by: `clearedMemory` in Chapters/12-LanguageModel/11e-ClearedMemory.swift
    @Test func `12.24 one keeps, and the other shows`() {
        var random = SplitMix64(seed: 1224)
        let cell = FourLayerCell(2, 3, using: &random)
        func set(_ gate: Linear, to sum: Float) {
            gate.weight.assign(.zeros(3, 5))
            gate.bias!.assign(.full(sum, [3]))
        }
        set(cell.forgetGate, to: 30)  // keeps everything
        set(cell.inputGate, to: -30)  // writes nothing
        let start = LSTMState(hidden: .zeros(1, 3), cell: Tensor([[0.5, -1, 2]]))
        func after(_ steps: Int, from start: LSTMState) -> LSTMState {
            (0..<steps).reduce(start) { state, _ in cell(Tensor([[1, -1]]), state) }
        }
        expectClose(after(1000, from: start).cell, start.cell)
        // What is shown can change all the time, and what is remembered does not.
        set(cell.outputGate, to: -30)
        #expect(after(5, from: start).hidden.abs().max().item < 1e-6)
        set(cell.outputGate, to: 30)
        expectClose(after(5, from: start).hidden, start.cell.tanh())
    }

    /// 12.25 · What are the two states called?
    ///
    /// Hidden state and cell state.
    ///
    /// - Shown by: `LSTMState` in Sources/Engine/Layers/RecurrentCell.swift
    @Test func `12.25 hidden state and cell state`() {
        let state = LSTMState(hidden: .zeros(1, 2), cell: .ones(1, 2))
        #expect(Mirror(reflecting: state).children.compactMap(\.label) == ["hidden", "cell"])
    }

    /// 12.26 · What is tanh? What has it to do with the sigmoid?
    ///
    /// A curve that brings any number between -1 and 1. It is the sigmoid, stretched to twice its height, moved down by
    /// 1, and twice as steep: tanh x = 2 · sigmoid(2x) - 1.
    ///
    /// - Shown by: `twoBends` in Chapters/12-LanguageModel/09b-TanhAndSigmoid.swift
    @Test func `12.26 a sigmoid from -1 to 1`() {
        let x = Tensor.linspace(-8, 8, 161)
        expectClose(x.tanh(), 2 * (2 * x).sigmoid() - 1, absolute: 1e-6)
        #expect(x.tanh().abs().max().item <= 1 && Tensor(100).tanh().item == 1 && Tensor(-100).tanh().item == -1)
        #expect(Tensor(0).tanh().item == 0 && Tensor(0).sigmoid().item == 0.5)
    }

    /// 12.27 · In the book's first LSTM cell, a line stacks the hidden state and the input. What is it for?
    ///
    /// It should make one vector of both for each text, so that every gate can be one layer that reads both. (As it is
    /// printed it makes a new axis, on which h and x lie one above the other, and no layer fits. They should be joined
    /// along axis 1: `torch.cat`.)
    ///
    /// - Shown by: `stackedOrJoined` in Chapters/12-LanguageModel/10b-FourLayers.swift
    @Test func `12.27 to have one vector for all gates, and joining gives it`() {
        var random = SplitMix64(seed: 1227)
        let (h, x) = (Tensor.randn(3, 5, using: &random), Tensor.randn(3, 2, using: &random))
        let joined = Tensor.cat([h, x], axis: 1)
        #expect(joined.shape == [3, 7])
        #expect(joined[0..., ..<5].scalars == h.scalars && joined[0..., 5...].scalars == x.scalars)
        #expect(Tensor.stack([h, h], axis: 1).shape == [3, 2, 5])
        #expect(FourLayerCell(2, 5, using: &random).forgetGate.weight.shape == [5, 7])
    }

    /// 12.28 · What does `chunk` do?
    ///
    /// It cuts a tensor into that many parts along an axis, all equally long, but for the last, which may be shorter.
    ///
    /// - Shown by: `chunksOfTen` in Chapters/12-LanguageModel/10c-OneProduct.swift
    @Test func `12.28 equal parts along an axis`() {
        #expect(chunk(.arange(10), 2).map(\.scalars) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]])
        let table = Tensor.arange(24).reshaped(3, 8)
        let parts = chunk(table, 4, axis: 1)
        #expect(parts.count == 4 && parts.allSatisfy { $0.shape == [3, 2] })
        #expect(Tensor.cat(parts, axis: 1).scalars == table.scalars)
        #expect(chunk(.arange(10), 4).map(\.count) == [3, 3, 3, 1])
    }

    /// 12.29 · The second version of the LSTM cell has two layers in place of four. How does it do the same as the
    /// first, and what is that good for?
    ///
    /// A product with [h, x] is the sum of a product with h and one with x, by the matching columns of the matrix. And
    /// four products with the same numbers are one, with a matrix that has the rows of all four; afterwards the result
    /// is cut into four gates. A few large products are faster than many small ones, and h and x need not be copied
    /// side by side.
    ///
    /// - Shown by: `twoCellsAgree` in Chapters/12-LanguageModel/10c-OneProduct.swift
    @Test func `12.29 with its weights arranged alike, it gives the same states and gradients`() {
        var random = SplitMix64(seed: 1229)
        let (four, one) = (FourLayerCell(3, 4, using: &random), OneProductCell(3, 4, using: &random))
        one.takeWeights(from: four)
        let x = Tensor.randn(2, 3, using: &random)
        let start = LSTMState(hidden: .randn(2, 4, using: &random), cell: .randn(2, 4, using: &random))
        let (a, b) = (four(x, start), one(x, start))
        expectClose(b.hidden.detached(), a.hidden.detached())
        expectClose(b.cell.detached(), a.cell.detached())
        (a.hidden + a.cell).squared().sum().backward()
        (b.hidden + b.cell).squared().sum().backward()
        // Input, forget, output, cell: one below the other, the columns of h and of x apart.
        for (number, gate) in [four.inputGate, four.forgetGate, four.outputGate, four.cellGate].enumerated() {
            let rows = 4 * number..<4 * number + 4
            expectClose(one.fromState.weight.grad![rows], gate.weight.grad![0..., ..<4])
            expectClose(one.fromInput.weight.grad![rows], gate.weight.grad![0..., 4...])
            expectClose(one.fromInput.bias!.grad![rows], gate.bias!.grad!)
        }
    }

    /// 12.30 · The LSTM model is trained with a higher learning rate than the RNN model. Why can it be?
    ///
    /// Because its gates keep gradients from exploding and vanishing: along the cell state a gradient is multiplied by
    /// forget gates, numbers between 0 and 1 that the net can set to 1 where it has to remember, and not by the same
    /// matrix at each step. (The way through the hidden state still leads through matrices.) With gradients of a more
    /// even size, larger steps do not become unstable. A plain RNN can be trained at the higher rate, too, but gains
    /// less by it.
    ///
    /// - Shown by: `threeRates` in Chapters/12-LanguageModel/11b-HigherRates.swift
    /// - Shown by: `reachOfThreeLayers` in Chapters/12-LanguageModel/11c-HowFarBack.swift
    @Test func `12.30 along the cell state, gradients are multiplied by gates`() {
        let (n, steps) = (4, 100)
        let x = Tensor.zeros(n, steps, n)
        /// The stretch of the last state's slopes with respect to the first, for a layer without input.
        func plain(_ factor: Float) -> Float {
            let w = RecurrentWeights(input: .zeros(n, n), hidden: factor * .eye(n))
            return stretch(slopes(of: { x.rnn(w, from: $0, .relu)[0..., -1] }, at: .ones(n)))
        }
        func gated(forget sum: Float) -> Float {
            let bias = Tensor.cat([.zeros(n), .full(sum, [n]), .zeros(2 * n)])
            let w = RecurrentWeights(input: .zeros(4 * n, n), hidden: .zeros(4 * n, n), inputBias: bias)
            return stretch(slopes(of: { x.lstm(w, from: .zeros(n, n), cell: $0).cell }, at: .ones(n)))
        }
        #expect(plain(1.2) > 1e7 && plain(0.8) < 1e-9)  // explodes, vanishes
        for sum in [-5, 0, 5, 20] as [Float] { #expect(gated(forget: sum) <= 1) }  // never more than 1
        #expect(abs(gated(forget: 20) - 1) < 1e-4 && gated(forget: 0) < 1e-20)  // the gate decides
    }
}
