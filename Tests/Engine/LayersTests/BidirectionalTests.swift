// Recurrent nets that read from both ends. (Their values and gradients are compared with PyTorch's in GoldenTests.)

import Layers
import Tensors
import TestSupport
import Testing

private func lstm(layers: Int = 1, dropout: Float = 0, bias: Bool = true) -> LSTM {
    var random = SplitMix64(seed: 1)
    return LSTM(3, 4, layers: layers, bias: bias, dropout: dropout, bidirectional: true, using: &random)
}

@Suite struct `Nets that read both ways` {
    private let x: Tensor = {
        var random = SplitMix64(seed: 3)
        return .randn(5, 7, 3, using: &random)
    }()

    @Test func `give two outputs per step, and two states per layer`() {
        let (output, state) = lstm(layers: 2)(x, nil)
        #expect(output.shape == [5, 7, 8] && state.hidden.shape == [4, 5, 4] && state.cell.shape == [4, 5, 4])
        // The one that reads from the end is done at the first step.
        #expect(output[0..., -1, ..<4].scalars == state.hidden[2].scalars)
        #expect(output[0..., 0, 4...].scalars == state.hidden[3].scalars)
    }

    @Test func `are two nets, one of which is given the sequence backwards`() throws {
        var random = SplitMix64(seed: 2)
        let net = GRU(3, 4, bidirectional: true, using: &random)
        let (forward, backward) = (GRU(3, 4, using: &random), GRU(3, 4, using: &random))
        for (single, cell) in [(forward, net.layers[0]), (backward, net.reversed[0])] {
            for (own, other) in zip(single.parameters, cell.parameters) { own.assign(other.value) }
        }
        let expected = Tensor.cat([forward(x), backward(x.flipped(1)).flipped(1)], axis: 2)
        #expect(net(x).scalars == expected.scalars)
    }

    @Test func `have a second cell in every layer`() {
        let shapes = Dictionary(
            uniqueKeysWithValues: lstm(layers: 2, bias: false).namedParameters.map { ($0.name, $0.parameter.shape) })
        #expect(
            shapes == [
                "layers.0.inputWeight": [16, 3], "layers.0.hiddenWeight": [16, 4],
                "layers.1.inputWeight": [16, 8], "layers.1.hiddenWeight": [16, 4],
                "reversed.0.inputWeight": [16, 3], "reversed.0.hiddenWeight": [16, 4],
                "reversed.1.inputWeight": [16, 8], "reversed.1.hiddenWeight": [16, 4],
            ])
        #expect(lstm().isBidirectional && lstm().parameterCount == 2 * 4 * (4 * 3 + 4 * 4 + 2 * 4))
    }

    @Test func `begin with the states that they are given`() {
        let net = lstm(layers: 2)
        var hidden = Tensor.zeros(4, 5, 4)
        hidden[3] = .ones(5, 4)  // what the second layer reads from the end with
        let (plain, changed) = (net(x, nil).output, net(x, LSTMState(hidden: hidden, cell: .zeros(4, 5, 4))).output)
        #expect(plain[0..., 0..., ..<4].scalars == changed[0..., 0..., ..<4].scalars)
        #expect(plain[0..., -1, 4...].scalars != changed[0..., -1, 4...].scalars)
    }

    @Test func `drop between layers while training`() {
        let net = lstm(layers: 2, dropout: 0.5)
        #expect(net(x).scalars != net(x).scalars)
        net.eval()
        #expect(net(x).scalars == net(x).scalars)
    }

    @Test func `read a single step`() {
        var random = SplitMix64(seed: 2)
        #expect(RNN(3, 4, layers: 2, bidirectional: true, using: &random)(x[0..., ..<1]).shape == [5, 1, 8])
    }

    @Test func `fit into a Sequential, and pass their hooks`() {
        var random = SplitMix64(seed: 1)
        let first = lstm()
        let model = Sequential(first, GRU(8, 2, bidirectional: true, using: &random), RNN(4, 6, using: &random))
        var shapes: [[Int]] = []
        first.onForward { shapes.append($1.shape) }.during {
            #expect(model(x).shape == [5, 7, 6])
            _ = first(x, nil)
        }
        #expect(shapes == [[5, 7, 8], [5, 7, 8]])
    }
}

@Suite struct `The names that PyTorch gives to recurrent weights` {
    @Test func `say layer and direction`() {
        #expect(
            lstm().torchParameters.map(\.name) == [
                "weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0", "weight_ih_l0_reverse",
                "weight_hh_l0_reverse", "bias_ih_l0_reverse", "bias_hh_l0_reverse",
            ])
        #expect(lstm(layers: 2).torchStateDictionary["weight_ih_l1_reverse"]?.shape == [16, 8])
    }

    @Test func `lead from one net to another`() throws {
        var random = SplitMix64(seed: 9)
        let (from, to) = (lstm(layers: 2), LSTM(3, 4, layers: 2, bidirectional: true, using: &random))
        try to.load(torch: from.torchStateDictionary)
        #expect(to.stateDictionary.mapValues(\.scalars) == from.stateDictionary.mapValues(\.scalars))
    }

    @Test func `are those that an error complains of`() throws {
        let net = lstm()
        let before = net.stateDictionary.mapValues(\.scalars)
        var state = lstm(layers: 2).torchStateDictionary
        state["bias_hh_l0_reverse"] = nil
        state["weight_ih_l0"] = .ones(16, 2)
        let mismatch = try #require(throws: StateMismatch.self) { try net.load(torch: state) }
        #expect(mismatch.missing == ["bias_hh_l0_reverse"] && mismatch.unexpected.count == 8)
        #expect(mismatch.unexpected.first == "bias_hh_l1")
        #expect(mismatch.differing == [.init(name: "weight_ih_l0", shape: [16, 3], given: [16, 2])])
        #expect(net.stateDictionary.mapValues(\.scalars) == before)
    }
}
