import Layers
import Tensors
import TestSupport
import Testing

struct `LayerNorm, Dropout and Embedding` {
    private let x = Tensor.arange(12).reshaped(2, 2, 3)

    @Test func `LayerNorm is the function of that name`() {
        expectClose(LayerNorm(3)(x), x.layerNorm())
        expectClose(LayerNorm([2, 3])(x), x.layerNorm(lastAxes: 2))
        #expect(LayerNorm([2, 3]).parameterCount == 12)
    }

    @Test func `Dropout drops while training and does nothing in use`() {
        var random = SplitMix64(seed: 1)
        let layer = Dropout(0.5, using: &random)
        let many = Tensor.ones(1000)
        #expect(layer(many).scalars != layer(many).scalars)
        layer.eval()
        #expect(layer(many).scalars == many.scalars)
    }

    @Test func `Dropout draws from a stream that checkpoints remember`() {
        var random = SplitMix64(seed: 1)
        let net = Sequential(Dropout(0.5, using: &random))
        let (stream, x) = (net.namedRandomStreams[0].stream, Tensor.ones(100))
        let before = stream.state
        let y = net(x)
        stream.state = before
        #expect(net(x).scalars == y.scalars)
    }

    @Test func `Dropout2d drops whole channels, each of its own`() {
        var random = SplitMix64(seed: 1)
        let layer = Dropout2d(0.25, using: &random)
        let x = Tensor.ones(40, 50, 2, 3).requiringGrad()
        let y = layer(x)
        let sums = y.sum(axes: [2, 3])
        expectClose(y, (sums / 6).reshaped(40, 50, 1, 1).expanded(to: [40, 50, 2, 3]), absolute: 1e-6)
        #expect(Set(y.scalars) == [0, 1 / 0.75])
        #expect(abs(Tensor(sums .== 0).mean().item - 0.25) < 0.03)
        y.sum().backward()
        #expect(x.grad!.scalars == y.scalars)
        #expect(layer(x).scalars != y.scalars)
        layer.eval()
        #expect(layer(x).scalars == x.scalars)
    }

    @Test func `Dropout1d draws from a stream that checkpoints remember`() {
        var random = SplitMix64(seed: 1)
        let net = Sequential(Dropout1d(0.5, using: &random))
        let (stream, x) = (net.namedRandomStreams[0].stream, Tensor.ones(10, 10, 2))
        let before = stream.state
        let y = net(x)
        stream.state = before
        #expect(net.namedRandomStreams.map(\.name) == ["layers.0.random"] && net(x).scalars == y.scalars)
    }

    @Test func `two Dropouts from one generator draw differently`() {
        var random = SplitMix64(seed: 1)
        let (a, b) = (Dropout(0.5, using: &random), Dropout(0.5, using: &random))
        #expect(a(.ones(100)).scalars != b(.ones(100)).scalars)
    }

    @Test func `Embedding looks up rows, in the shape of the ids`() {
        let layer = Embedding(Tensor([[1, 2], [3, 4], [5, 6]]))
        #expect(layer(IntTensor([[2, 0]])).shape == [1, 2, 2])
        #expect(layer(IntTensor([[2, 0]])).scalars == [5, 6, 1, 2])
        layer(IntTensor([1, 1])).sum().backward()
        #expect(layer.weight.grad?.scalars == [0, 0, 2, 2, 0, 0])
    }

    @Test func `Embedding has a row for what means nothing, which stays as it is`() {
        var (random, same) = (SplitMix64(seed: 1), SplitMix64(seed: 1))
        let layer = Embedding(4, 2, padding: -1, using: &random), plain = Embedding(4, 2, using: &same)
        #expect(layer.padding == 3 && layer.weight.value[3].scalars == [0, 0])
        #expect(layer.weight.value[..<3].scalars == plain.weight.value[..<3].scalars)
        (layer(IntTensor([0, 3, 0])) * Tensor([[1], [.nan], [2]])).sum().backward()
        #expect(layer.weight.grad?.scalars == [3, 3, 0, 0, 0, 0, 0, 0])
        let given = Embedding(Tensor([[1, 2], [3, 4]]), padding: 0)
        #expect(given(IntTensor([0, 1])).scalars == [1, 2, 3, 4])
    }

    @Test func `Embedding starts with normal random numbers`() {
        var random = SplitMix64(seed: 1)
        #expect(abs(Embedding(100, 50, using: &random).weight.value.std().item - 1) < 0.05)
        #expect(abs(Embedding(100, 50, deviation: 0.01, using: &random).weight.value.std().item - 0.01) < 0.0005)
    }
}
