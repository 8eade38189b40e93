// RNN, LSTM, GRU and their cells.

import Layers
import Tensors
import TestSupport
import Testing

private func draw(_ shape: Int..., seed: UInt64 = 3) -> Tensor {
    var random = SplitMix64(seed: seed)
    return .randn(shape, using: &random)
}

private func lstm(layers: Int = 1, dropout: Float = 0, bias: Bool = true) -> LSTM {
    var random = SplitMix64(seed: 1)
    return LSTM(3, 4, layers: layers, bias: bias, dropout: dropout, using: &random)
}

@Suite struct `Recurrent nets` {
    @Test func `give an output per step and the state at the end`() {
        let (output, state) = lstm(layers: 2)(draw(5, 7, 3), nil)
        #expect(output.shape == [5, 7, 4] && state.hidden.shape == [2, 5, 4] && state.cell.shape == [2, 5, 4])
        #expect(output[0..., -1].scalars == state.hidden[1].scalars)
    }

    @Test func `have one cell per layer, with weights shaped like PyTorch's`() {
        let shapes = Dictionary(
            uniqueKeysWithValues: lstm(layers: 2).namedParameters.map { ($0.name, $0.parameter.shape) })
        #expect(
            shapes == [
                "layers.0.inputWeight": [16, 3], "layers.0.hiddenWeight": [16, 4], "layers.0.inputBias": [16],
                "layers.0.hiddenBias": [16], "layers.1.inputWeight": [16, 4], "layers.1.hiddenWeight": [16, 4],
                "layers.1.inputBias": [16], "layers.1.hiddenBias": [16],
            ])
        #expect(lstm(bias: false).parameters.count == 2)
    }

    @Test func `start evenly spread in ±1/√hidden`() {
        var random = SplitMix64(seed: 1)
        for parameter in GRU(100, 64, using: &random).parameters {
            let largest = parameter.value.abs().max().item
            #expect(largest <= 0.125 && largest > 0.12)
        }
    }

    @Test func `take the same steps as their cells one by one`() {
        var random = SplitMix64(seed: 2)
        let x = draw(2, 5, 3)
        let (rnn, gru) = (RNN(3, 4, activation: .relu, using: &random), GRU(3, 4, using: &random))
        let net = lstm()
        var (h, g, s) = (Tensor?.none, Tensor?.none, LSTMState?.none)
        for t in 0..<5 {
            (h, g, s) = (rnn.layers[0](x[0..., t], h), gru.layers[0](x[0..., t], g), net.layers[0](x[0..., t], s))
        }
        expectClose(h!, rnn(x, nil).state[0])
        expectClose(g!, gru(x, nil).state[0])
        expectClose(s!.cell, net(x, nil).state.cell[0])
        expectClose(s!.hidden, net(x)[0..., -1])
    }

    @Test func `continue where a state left off`() {
        let (net, x) = (lstm(layers: 2), draw(2, 6, 3))
        let (first, state) = net(x[0..., ..<2], nil)
        let (rest, _) = net(x[0..., 2...], state)
        expectClose(.cat([first, rest], axis: 1), net(x))
    }

    @Test func `fit into a Sequential`() {
        var random = SplitMix64(seed: 1)
        let model = Sequential(lstm(), GRU(4, 2, using: &random), RNN(2, 6, using: &random))
        #expect(model(draw(3, 5, 3)).shape == [3, 5, 6])
    }

    @Test func `drop between layers while training, never after the last`() {
        let (net, x) = (lstm(layers: 2, dropout: 0.5), draw(4, 5, 3))
        #expect(net(x).scalars != net(x).scalars)
        net.eval()
        #expect(net(x).scalars == net(x).scalars)
        let single = lstm(dropout: 0.5)
        #expect(single(x).scalars == single(x).scalars)
    }
}

@Suite struct `Backpropagation through time` {
    private let x = draw(2, 3, 3)
    private let y = draw(2, 3, 3, seed: 4)

    /// The gradient of the first batch's input, from the loss of the second batch.
    private func gradient(detaching: Bool) -> Tensor? {
        let (net, first) = (lstm(layers: 2), x.requiringGrad())
        var (_, state) = net(first, nil)
        if detaching { state = state.detached() }
        net(y, state).output.sum().backward()
        return first.grad
    }

    @Test func `reaches into the batch before by way of the state`() {
        #expect(gradient(detaching: false)!.abs().max().item > 0)
    }

    @Test func `is truncated where the state is detached`() {
        #expect(gradient(detaching: true) == nil)
    }

    @Test func `in two parts is the same as in one`() {
        let (net, whole) = (lstm(layers: 2), Tensor.cat([x, y], axis: 1).requiringGrad())
        let parts = [x.requiringGrad(), y.requiringGrad()]
        net(whole).squared().sum().backward()
        let expected = net.parameters.map { $0.grad! }
        net.zeroGrad()
        let (a, state) = net(parts[0], nil)
        let (b, _) = net(parts[1], state)
        (a.squared().sum() + b.squared().sum()).backward()
        expectClose(.cat(parts.map { $0.grad! }, axis: 1), whole.grad!)
        for (a, b) in zip(net.parameters, expected) { expectClose(a.grad!, b, absolute: 1e-5) }
    }
}

@Suite struct `Tied weights` {
    private let embedding: Parameter
    private let output: Linear

    init() {
        var random = SplitMix64(seed: 1)
        embedding = Parameter(.randn(7, 3, using: &random))
        output = Linear(tiedTo: embedding, using: &random)
    }

    @Test func `are one parameter`() {
        let model = Model(embedding: embedding, output: output)
        #expect(model.namedParameters.map(\.name) == ["embedding", "output.bias"])
        #expect(output.weight === embedding)
    }

    @Test func `collect the gradients of both uses`() {
        let x = embedding.value.entries(IntTensor([1, 1, 4]), axis: 0)
        output(x).sum().backward()
        let w = embedding.value.detached()
        let used = Tensor.zeros(7, 3) + x.detached().sum(axis: 0)
        var expected = used
        for row in [1, 1, 4] { expected[row] = expected[row] + w.sum(axis: 0) }
        expectClose(embedding.grad!, expected)
    }
}

private final class Model: Module {
    let embedding: Parameter
    let output: Linear
    init(embedding: Parameter, output: Linear) { (self.embedding, self.output) = (embedding, output) }
}
