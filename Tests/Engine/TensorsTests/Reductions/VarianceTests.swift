import TestSupport
import Testing

@testable import Tensors

@Suite struct `Variance` {
    @Test func `along one axis is that of each row`() {
        let rows = Tensor([[1, 3], [2, 6]])
        #expect(rows.variance(axis: 1).scalars == [2, 8] && rows.std(axis: -1, unbiased: false).scalars == [1, 2])
    }

    @Test(arguments: [[3, 4, 5_000], [4, 40, 40], [16, 4_096], [5, 7, 6]])
    func `agrees with the formula over any axes`(_ shape: [Int]) {
        var random = SplitMix64(seed: 1)
        let x = Tensor.randn(shape, using: &random) + 3
        for axes in [[0], [1], [0, shape.count - 1], Array(shape.indices), [shape.count - 1]] {
            let centred = x - x.mean(axes: axes, keepingAxes: true)
            expectClose(
                x.variance(axes: axes, unbiased: false), centred.squared().mean(axes: axes), relative: 1e-5)
        }
    }
}
