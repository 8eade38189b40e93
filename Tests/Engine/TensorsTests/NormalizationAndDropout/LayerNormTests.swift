import TestSupport
import Testing

@testable import Tensors

@Suite struct `Layer norm` {
    // Near 1000 the mean itself is rounded by up to 3e-5, a fraction of a small row's deviation.
    @Test(arguments: [[5, 3], [300, 1_000], [2, 9_000]])
    func `gives every row mean 0 and variance 1, even far from 0`(_ shape: [Int]) {
        var random = SplitMix64(seed: 1)
        for offset in [0, 1_000] as [Float] {
            let y = (Tensor.randn(shape, using: &random) + offset).layerNorm(epsilon: 0)
            expectClose(y.mean(axis: 1), .zeros(shape[0]), absolute: offset == 0 ? 2e-6 : 2e-3)
            expectClose(y.variance(axes: [1], unbiased: false), .ones(shape[0]), relative: 1e-5)
        }
    }

    @Test func `of a single number is β`() {
        #expect(Tensor([[3], [5]]).layerNorm(Tensor([2]), Tensor([7])).scalars == [7, 7])
    }

    @Test(arguments: [[0, 3], [2, 0]]) func `of nothing is nothing`(_ shape: [Int]) {
        let (x, gamma) = (Tensor.zeros(shape).requiringGrad(), Tensor.ones(shape[1]).requiringGrad())
        x.layerNorm(gamma).sum().backward()
        #expect(x.grad?.shape == shape && gamma.grad?.scalars == [Float](repeating: 0, count: shape[1]))
    }
}
