import Layers
import Tensors
import TestSupport
import Testing

struct `The batch norm layers` {
    private let x = Tensor([[1, 10], [2, 20], [6, 60]])

    @Test func `have γ and β to learn, and running statistics to keep`() {
        let layer = BatchNorm2d(5)
        #expect(layer.namedParameters.map(\.name) == ["gamma", "beta"])
        #expect(layer.namedBuffers.map(\.name) == ["runningMean", "runningVariance"])
        #expect(layer.gamma.value.scalars == [1, 1, 1, 1, 1] && layer.parameterCount == 10)
    }

    // Means 3 and 30; unbiased variances (4 + 1 + 9) / 2 = 7 and 700.
    @Test func `remember a tenth of each batch, with the unbiased variance`() {
        let layer = BatchNorm1d(2)
        _ = layer(x)
        expectClose(layer.runningMean.value, Tensor([0.3, 3]))
        expectClose(layer.runningVariance.value, Tensor([0.9 + 0.7, 0.9 + 70]))
        _ = layer(x)
        expectClose(layer.runningMean.value, Tensor([0.57, 5.7]))
    }

    // PyTorch's: mean 2e-4, variance 1e-8. In steps of `share · (target - value)` from 1 it would be 0.
    @Test func `with momentum 1 remember the last batch, even if it is small`() {
        let layer = BatchNorm1d(2, momentum: 1)
        let batch = Tensor([[1, 1e-4], [1, 3e-4], [1, 2e-4]])
        _ = layer(batch)
        expectClose(layer.runningMean.value, Tensor([1, 2e-4]), absolute: 0, relative: 1e-6)
        expectClose(layer.runningVariance.value, Tensor([0, 1e-8]), absolute: 0, relative: 1e-6)
        layer.eval()
        let expected = Tensor([[0.3162425, 0.2844628], [0.3162425, 0.3476768], [0.3162425, 0.3160698]])
        expectClose(layer(batch + 1e-3), expected, absolute: 1e-4)
    }

    @Test func `normalize by the batch while training`() {
        let y = BatchNorm1d(2)(x)
        expectClose(y, (x - Tensor([3, 30])) / Tensor([14.0 / 3, 1400.0 / 3]).sqrt(), absolute: 1e-5)
    }

    @Test func `normalize by what they remember in use, and remember nothing more`() {
        let layer = BatchNorm1d(2, epsilon: 0)
        layer.runningMean.assign(Tensor([1, 10]))
        layer.runningVariance.assign(Tensor([4, 100]))
        layer.gamma.assign(Tensor([2, 3]))
        layer.beta.assign(Tensor([0, 1]))
        layer.eval()
        expectClose(layer(x[2...]), Tensor([[5, 16]]))
        #expect(layer.runningMean.value.scalars == [1, 10])
    }

    @Test func `take sequences and images too, channel by channel`() {
        var random = SplitMix64(seed: 3)
        let images = Tensor.randn(4, 3, 5, 6, using: &random)
        let flat = images.permuted(0, 2, 3, 1).reshaped(-1, 3)
        let expected = BatchNorm1d(3)(flat).reshaped(4, 5, 6, 3).permuted(0, 3, 1, 2)
        expectClose(BatchNorm2d(3)(images), expected, absolute: 2e-6)
        expectClose(BatchNorm1d(3)(images.reshaped(4, 3, 30)), expected.reshaped(4, 3, 30), absolute: 2e-6)
    }

    @Test func `can end in a relu`() {
        let (plain, bent) = (BatchNorm1d(2), BatchNorm1d(2, activation: .relu))
        #expect(bent(x).scalars == plain(x).relu().scalars)
        plain.eval()
        bent.eval()
        #expect(bent(x).scalars == plain(x).relu().scalars)
    }

    @Test func `learn γ and β`() {
        let layer = BatchNorm2d(2)
        (layer(.arange(16).reshaped(2, 2, 2, 2)) * 3).sum().backward()
        expectClose(layer.beta.grad!, Tensor([24, 24]))
        expectClose(layer.gamma.grad!, Tensor([0, 0]), absolute: 1e-5)
    }
}
