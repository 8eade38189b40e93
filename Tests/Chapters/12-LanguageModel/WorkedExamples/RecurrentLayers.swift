// The book's small examples of sections 12.7 to 12.11, exactly.

import Chapter12
import Layers
import Notebook
import Tensors
import TestSupport
import Testing

@Suite struct `12.8 Many products` {
    @Test func `2 to the 32, and one half to the 32`() {
        let (doubled, halved) = (repeatedProducts(2, count: 32), repeatedProducts(0.5, count: 32))
        #expect(doubled.prefix(9) == [1, 2, 4, 8, 16, 32, 64, 128, 256])
        #expect(halved.prefix(4) == [1, 0.5, 0.25, 0.125])
        #expect(doubled[32] == 4_294_967_296 && halved[32] == 2.3283064365386963e-10)
    }

    @Test func `the growth rate is the size of the largest eigenvalue`() {
        let turned = Tensor([[0, -3], [3, 0]])  // eigenvalues 3i and -3i
        let mixed = Tensor([[2, 100], [0, 0.5]])
        for (w, rate) in [(Tensor.eye(5), 1.0), (turned, 3), (mixed, 2), (Tensor([[0, 1], [0, 0]]), 0)] {
            #expect(abs(growthRate(w) - rate) < 0.01)
        }
    }

    @Test func `distances of floats`() {
        let distances: [(Float, Float)] = [
            (1, 0x1p-23), (1024, 0x1p-13), (1e6, 0.0625), (1e9, 64), (16_777_216, 2), (0.5, 0x1p-24),
        ]
        for (x, distance) in distances { #expect(spacing(at: x) == distance) }
        #expect(smallFloats(bits: 2).prefix(5) == [0.25, 0.375, 0.5, 0.75, 1] && smallFloats(bits: 3).last == 16)
    }

    @Test func `the slopes of linear steps are a product`() {
        let w = Tensor([[1, 2], [3, 4]])
        #expect(slopes(of: { $0.matmul(w.T) }, at: .zeros(2)).scalars == [1, 2, 3, 4])
        #expect(stretch(.eye(9)) == 1 && stretch(3 * .eye(4)) == 3)
    }
}

@Suite struct `12.9 and 12.10 LSTM` {
    @Test func `a memory keeps a number as long as its gate is open`() {
        let steps =
            [MemoryStep("a", keep: 0, write: 1, value: 3), MemoryStep("b"), MemoryStep("c", keep: 0.5)]
            + [MemoryStep("d", keep: 1, write: 0.5, value: -1)]
        #expect(remembered(steps) == [3, 3, 1.5, 1])
    }

    @Test func `tanh of one half`() {
        #expect(abs(Tensor(0.5).tanh().item - 0.4621171572600098) < 1e-7)
        #expect(abs((2 * Tensor(1).sigmoid() - 1).item - 0.4621171572600098) < 1e-7)
    }

    /// All weights 0.5, biases 0, an input of 1, from zeros.
    @Test func `two steps of a cell of one number, five times`() {
        let cells: [Double] = [0.2876491, 0.5241157], hidden: [Double] = [0.1742697, 0.3090589]
        var random = SplitMix64(seed: 1)
        let (four, one) = (FourLayerCell(1, 1, using: &random), OneProductCell(1, 1, using: &random))
        let (stacked, engine) = (StackedLSTM(1, 1, layers: 1, using: &random), LSTM(1, 1, using: &random))
        let all = [four.parameters, one.parameters, stacked.parameters, engine.parameters].flatMap(\.self)
        for parameter in all { parameter.assign(.full(parameter.shape.count == 2 ? 0.5 : 0, parameter.shape)) }
        var plain = (gate: 0.0, value: 0.0, cell: 0.0, hidden: 0.0)
        let zero = Tensor.zeros(1, 1)
        var (a, b) = (LSTMState(hidden: zero, cell: zero), LSTMState(hidden: zero, cell: zero))
        let start = LSTMState(hidden: .zeros(1, 1, 1), cell: .zeros(1, 1, 1))
        for step in 0..<2 {
            plain = smallestStep(x: 1, h: plain.hidden, c: plain.cell, w: 0.5)
            (a, b) = (four(.ones(1, 1), a), one(.ones(1, 1), b))
            let x = Tensor.ones(1, step + 1, 1)
            let (c, d) = (stacked(x, start).state, engine(x, start).state)
            let found = [plain.cell] + [a, b, c, d].map { Double($0.cell.item) }
            expectClose(found, .init(repeating: cells[step], count: 5), absolute: 1e-7, relative: 1e-6)
            let shown = [plain.hidden] + [a, b, c, d].map { Double($0.hidden.item) }
            expectClose(shown, .init(repeating: hidden[step], count: 5), absolute: 1e-7, relative: 1e-6)
        }
        let first = smallestStep(x: 1, h: 0, c: 0, w: 0.5)
        expectClose([first.gate, first.value], [0.6224593, 0.4621172], absolute: 1e-7, relative: 0)
    }
}

@Suite struct `12.7 and 12.11 Models of two layers` {
    @Test func `have as many parameters as the book's`() {
        var random = SplitMix64(seed: 2)
        #expect(TwoLayerModel(vocabulary: 30, hidden: 64, using: &random).parameterCount == 20_510)
        #expect(LSTMModel(vocabulary: 30, hidden: 64, using: &random).parameterCount == 70_430)
    }

    /// A state that is carried from batch to batch changes no number; it only stops gradients.
    @Test(arguments: 0..<3)
    func `remember from batch to batch, and forget when they are told to`(_ number: Int) {
        var random = SplitMix64(seed: 3)
        let models: [any WordModel] = [
            TwoLayerModel(vocabulary: 7, hidden: 5, using: &random),
            LSTMModel(vocabulary: 7, hidden: 5, using: &random), GRUModel(vocabulary: 7, hidden: 5, using: &random),
        ]
        func check(_ model: some WordModel) {
            let words = IntTensor(shape: [2, 12], (0..<24).map { $0 * 5 % 7 })
            let whole = model(words).detached()
            model.reset()
            let (first, second) = (model(words[0..., ..<6]), model(words[0..., 6...]))
            expectClose(first.detached(), whole[0..., ..<6])
            expectClose(second.detached(), whole[0..., 6...])
            #expect((second.detached() - model(words[0..., 6...]).detached()).abs().max().item > 1e-4)  // it goes on
            model.reset()
            expectClose(model(words).detached(), whole)
            // Of the batch before, nothing gets a gradient.
            model.reset()
            _ = model(IntTensor([[3, 3]]))
            model.zeroGrad()
            model(IntTensor([[1, 2]])).sum().backward()
            let table = model.parameters[0]
            #expect(table.grad![3].abs().max().item == 0 && table.grad![1].abs().max().item > 0)
        }
        check(models[number])
    }

    @Test func `notes its gates as the engine computes them`() {
        var random = SplitMix64(seed: 4)
        let lstm = LSTM(3, 4, using: &random)
        let x = Tensor.randn(5, 3, using: &random)
        let gates = GateRecord(x, lstm.layers[0].weights)
        let (output, state) = lstm(x.unsqueezed(0), nil)
        expectClose(Tensor.cat(gates.hidden).detached(), output[0].detached())
        expectClose(gates.cell[4].detached(), state.cell[0].detached())
        #expect(correlation([1, 2, 3], [10, 20, 30]) > 0.999 && correlation([1, 2, 3], [3, 2, 1]) < -0.999)
        #expect(correlation([1, 1, 1], [1, 2, 3]) == 0 && abs(correlation([1, 0, 1, 0], [1, 1, 0, 0])) < 1e-6)
    }
}
