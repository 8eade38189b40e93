// A summary says what a model is made of, and leaves it as it was.

import Layers
import Tensors
import Testing

struct `A model's summary` {
    private let net = Sequential(Flatten(), linear(4, 3), ReLU(), Sequential(linear(3, 2), BatchNorm1d(2)))

    @Test func `it lists the parts in the order of their calls, with shapes and parameters`() {
        let rows = net.summary(of: .ones(5, 2, 2)).rows
        #expect(rows.map(\.name) == ["layers.0", "layers.1", "layers.2", "layers.3.layers.0", "layers.3.layers.1"])
        #expect(rows.map(\.type) == ["Flatten", "Linear", "ReLU", "Linear", "BatchNorm1d"])
        #expect(rows.map(\.output) == [[5, 4], [5, 3], [5, 3], [5, 2], [5, 2]])
        #expect(rows.map(\.parameters) == [0, 15, 0, 8, 4])
    }

    @Test func `it counts every parameter once, and tells what is learned`() {
        net[1].freeze()
        let summary = net.summary(of: .ones(5, 2, 2))
        #expect(summary.parameters == 27 && summary.learned == 12)
        #expect(summary.rows.map(\.learned) == [0, 0, 0, 8, 4])
    }

    @Test func `it prints as a table`() {
        net[1].freeze()
        #expect(
            "\(net.summary(of: .ones(5, 2, 2)))" == """
                layer              type         output  parameters  learned
                layers.0           Flatten      [5, 4]           0
                layers.1           Linear       [5, 3]          15  no
                layers.2           ReLU         [5, 3]           0
                layers.3.layers.0  Linear       [5, 2]           8  yes
                layers.3.layers.1  BatchNorm1d  [5, 2]           4  yes
                27 parameters, 12 learned, 15 frozen
                """)
    }

    @Test func `it leaves no trace on the model`() {
        net[2].eval()
        let before = (net.namedModules.map(\.module.isTraining), net.namedBuffers.map(\.buffer.value.scalars))
        _ = net.summary(of: .ones(5, 2, 2))
        #expect(net.namedModules.map(\.module.isTraining) == before.0)
        #expect(net.namedBuffers.map(\.buffer.value.scalars) == before.1)
        let untouched = net.parameters.allSatisfy { $0.grad == nil && $0.requiresGrad }
        #expect(untouched)
    }

    @Test func `a part that is called twice has two rows, and is counted once`() {
        let shared = linear(2, 2)
        let rows = Sequential(shared, shared).summary(of: .ones(1, 2)).rows
        #expect(rows.map(\.parameters) == [6, 0])
    }

    // Its cells are not called, only their weights are used.
    @Test func `a recurrent net has a row with all its parameters`() {
        var random = SplitMix64(seed: 1)
        let single = LSTM(3, 4, using: &random)
        let stacked = GRU(4, 2, layers: 2, bidirectional: true, using: &random)
        let summary = Sequential(single, stacked, single.dropout, linear(4, 1)).summary(of: .zeros(5, 6, 3))
        #expect(summary.rows.map(\.type) == ["LSTM", "Dropout", "GRU", "Dropout", "Linear"])
        #expect(summary.rows.map(\.output) == [[5, 6, 4], [5, 6, 4], [5, 6, 4], [5, 6, 4], [5, 6, 1]])
        #expect(summary.rows.map(\.parameters) == [144, 0, stacked.parameterCount, 0, 5])
        #expect(summary.rows.reduce(0) { $0 + $1.parameters } == summary.parameters)
        let twice = Sequential(RNN(2, 2, using: &random), linear(2, 2))
        let again = Sequential(twice, twice).summary(of: .zeros(1, 1, 2)).rows
        #expect(again.map(\.type) == ["RNN", "Linear", "RNN", "Linear"])
        #expect(again.map(\.parameters) == [12, 6, 0, 0])
    }

    @Test func `a part with parts and parameters of its own has a row`() {
        let rows = Scaled().summary(of: .ones(1, 2)).rows
        #expect(rows.map(\.type) == ["Linear", "Scaled"])
        #expect(rows.map(\.parameters) == [6, 1])
    }
}

struct `Freezing` {
    @Test func `a frozen part is not learned, and can be again`() {
        let net = Sequential(linear(2, 2), linear(2, 1))
        net[0].freeze()
        net(.ones(1, 2)).sum().backward()
        let lacking = net.parameters.map { $0.grad == nil }
        #expect(lacking == [true, true, false, false])
        net.unfreeze()
        let learned = net.parameters.allSatisfy { $0.requiresGrad }
        #expect(learned)
    }
}

private final class Scaled: Module, Layer {
    let inner = linear(2, 2)
    let scale = Parameter(Tensor(2))
    func forward(_ x: Tensor) -> Tensor { inner(x) * scale.value }
}
