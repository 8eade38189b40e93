// LockedDropout, EmbeddingDropout and WeightDroppedLSTM.

import Layers
import Tensors
import TestSupport
import Testing

/// What `body` gives with the same draws as the module's next call.
private func withDraws<Result>(of module: Module, _ body: (inout RandomStream) -> Result) -> Result {
    var copy = RandomStream(seed: 0)
    copy.state = module.namedRandomStreams.last!.stream.state
    return body(&copy)
}

@Suite struct `Locked dropout` {
    @Test(arguments: Seeds.all)
    func `drops the same numbers at every step, and others in every call`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let layer = LockedDropout(0.4, using: &random)
        let x = Tensor.ones(30, 6, 50).requiringGrad()
        let y = layer(x)
        #expect(y.scalars == y[0..., ..<1].expanded(to: [30, 6, 50]).scalars)
        #expect(Set(y.scalars) == [0, 1 / (1 - 0.4)])
        #expect(abs(Tensor(y .== 0).mean().item - 0.4) < 0.05)
        y.sum().backward()
        #expect(x.grad!.scalars == y.scalars)
        #expect(layer(x).scalars != y.scalars)
        layer.eval()
        #expect(layer(x).scalars == x.scalars)
    }

    @Test func `draws from a stream that checkpoints remember`() {
        var random = SplitMix64(seed: 1)
        let layer = LockedDropout(0.5, using: &random)
        let x = Tensor.ones(3, 4, 20)
        let expected = withDraws(of: layer) { x.lockedDropout(0.5, using: &$0) }
        #expect(layer(x).scalars == expected.scalars)
    }
}

@Suite struct `Embedding dropout` {
    private let ids = IntTensor([[0, 3, 3], [9, 0, 7]])
    private let layer: EmbeddingDropout

    init() {
        var random = SplitMix64(seed: 4)
        layer = EmbeddingDropout(Embedding(10, 6, using: &random), 0.5, using: &random)
    }

    @Test func `drops a word wherever it occurs`() {
        let kept = withDraws(of: layer) { Tensor.ones(10, 1).dropout(0.5, using: &$0) }
        let y = layer(ids)
        #expect(y.scalars == (layer.embedding.weight.value * kept).embedded(ids).scalars)
        #expect(y[0, 0].scalars == y[1, 1].scalars && y[0, 1].scalars == y[0, 2].scalars)
    }

    @Test func `gives the row of a dropped word no gradient, and the others theirs`() {
        let kept = withDraws(of: layer) { Tensor.ones(10, 1).dropout(0.5, using: &$0) }
        layer(ids).sum().backward()
        let uses = Tensor([[2], [0], [0], [2], [0], [0], [0], [1], [0], [1]])
        expectClose(layer.embedding.weight.grad!, (kept * uses).expanded(to: [10, 6]))
    }

    @Test func `is the embedding in use, and has its parameter`() {
        layer.eval()
        #expect(layer(ids).scalars == layer.embedding(ids).scalars)
        #expect(layer.namedParameters.map(\.name) == ["embedding.weight"])
    }
}

@Suite struct `Weight-dropped LSTM` {
    private let net: WeightDroppedLSTM
    private let x: Tensor

    init() {
        var random = SplitMix64(seed: 5)
        net = WeightDroppedLSTM(3, 4, layers: 2, weightDropout: 0.5, using: &random)
        x = .randn(5, 7, 3, using: &random)
    }

    @Test func `is an LSTM with other weights in every call`() {
        // The same by hand: both hidden-to-hidden weights, thinned in their order, in a plain LSTM.
        var random = SplitMix64(seed: 6)
        let plain = LSTM(3, 4, layers: 2, using: &random)
        withDraws(of: net) { stream in
            for (mine, its) in zip(plain.layers, net.lstm.layers) {
                for (a, b) in zip(mine.parameters, its.parameters) { a.assign(b.value) }
                mine.hiddenWeight.assign(its.hiddenWeight.value.detached().dropout(0.5, using: &stream))
            }
        }
        let (y, state) = net(x, nil)
        let (expected, itsState) = plain(x, nil)
        #expect(y.scalars == expected.scalars && state.cell.scalars == itsState.cell.scalars)
        #expect(net(x).scalars != y.scalars)
    }

    @Test func `learns its whole weights, the dropped ones not in this step`() {
        let kept = withDraws(of: net) { stream in
            net.lstm.layers.map { Tensor.ones($0.hiddenWeight.shape).dropout(0.5, using: &stream) }
        }
        net(x).squared().sum().backward()
        for (layer, mask) in zip(net.lstm.layers, kept) {
            let gradient = layer.hiddenWeight.grad!.scalars
            #expect(zip(gradient, mask.scalars).allSatisfy { ($0 == 0) == ($1 == 0) })
        }
        #expect(net.parameters.allSatisfy { $0.grad != nil } && net.parameters.count == 8)
    }

    @Test func `is the LSTM in use, and continues where a state left off`() {
        net.eval()
        #expect(net(x).scalars == net.lstm(x).scalars)
        let (first, state) = net(x[0..., ..<2], nil)
        let (rest, _) = net(x[0..., 2...], state)
        expectClose(.cat([first, rest], axis: 1), net(x))
    }

    @Test func `passes through its hooks`() {
        var shapes: [[Int]] = []
        net.onForward { shapes += [$0.shape, $1.shape] }.during { _ = net(x, nil) }
        #expect(shapes == [[5, 7, 3], [5, 7, 4]])
    }
}
