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

    @Test func `Embedding starts with normal random numbers`() {
        var random = SplitMix64(seed: 1)
        #expect(abs(Embedding(100, 50, using: &random).weight.value.std().item - 1) < 0.05)
        #expect(abs(Embedding(100, 50, deviation: 0.01, using: &random).weight.value.std().item - 0.01) < 0.0005)
    }
}
