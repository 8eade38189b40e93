import TestSupport
import Testing

@testable import Tensors

@Suite struct `Batch norm` {
    /// One channel wide (in strips), several numbers wide, and wide enough for its own loop.
    private static let shapes = [[6, 4], [6, 140, 3], [64, 3, 20], [9, 2, 40], [33, 9, 7, 7], [2, 3, 90, 90]]

    @Test(arguments: shapes) func `gives every channel mean 0 and variance 1`(_ shape: [Int]) {
        var random = SplitMix64(seed: 1)
        let x = 3 * Tensor.randn(shape, using: &random) + 5
        let (y, mean, variance) = x.batchNorm(epsilon: 0)
        let axes = shape.indices.filter { $0 != 1 }
        expectClose(y.mean(axes: axes), .zeros(shape[1]), absolute: 2e-6)
        expectClose(y.variance(axes: axes, unbiased: false), .ones(shape[1]), relative: 1e-5)
        expectClose(mean, x.mean(axes: axes))
        expectClose(variance, x.variance(axes: axes, unbiased: false))
    }

    // At 4096 a float has the digits of x and of its distances from the mean, but not of x². The mean
    // itself is rounded by up to 2.4e-4, a thousandth of the deviation.
    @Test(arguments: shapes) func `does not cancel where the mean is large`(_ shape: [Int]) {
        let n = shape.reduce(1, *)
        let x = Tensor(shape: shape, (0..<n).map { 4_096 + Float($0 * 7 % 64) / 64 })
        let small = Tensor(shape: shape, (0..<n).map { Float($0 * 7 % 64) / 64 })
        expectClose(x.batchNorm().y, small.batchNorm().y, absolute: 1e-3)
        expectClose(x.batchNorm().variance, small.batchNorm().variance, absolute: 1e-6, relative: 1e-5)
    }

    @Test(arguments: shapes) func `with a relu is batch norm and then a relu`(_ shape: [Int]) {
        var random = SplitMix64(seed: 2)
        let r = Tensor.randn(shape, using: &random)
        let operands = [shape, [shape[1]], [shape[1]]].map { Tensor.randn($0, using: &random) }
        let (a, b) = (operands.map { $0.requiringGrad() }, operands.map { $0.requiringGrad() })
        let (fused, plain) = (a[0].batchNorm(a[1], a[2], activation: .relu).y, b[0].batchNorm(b[1], b[2]).y.relu())
        #expect(fused.scalars == plain.scalars)
        fused.backward(gradient: r)
        plain.backward(gradient: r)
        for (a, b) in zip(a, b) { expectClose(a.grad!, b.grad!, absolute: 2e-5) }
    }

    @Test func `passes no gradient to what needs none`() {
        let x = Tensor([[1, 2], [3, 5]])
        let gamma = Tensor([1, 1]).requiringGrad()
        x.batchNorm(gamma).y[0].sum().backward()
        expectClose(gamma.grad!, Tensor([-1, -1]), absolute: 1e-5)
        #expect(!noGrad { x.batchNorm(gamma).y }.requiresGrad)
    }

    @Test(arguments: [[0, 3], [0, 2, 4], [2, 0], [2, 3, 0], [3, 0, 40], [0, 2, 40], [2, 2, 0, 5]])
    func `of nothing is nothing`(_ shape: [Int]) {
        let x = Tensor.zeros(shape).requiringGrad()
        let (gamma, beta) = (Tensor.ones(shape[1]).requiringGrad(), Tensor.ones(shape[1]).requiringGrad())
        let (y, mean, variance) = x.batchNorm(gamma, beta)
        y.sum().backward()
        #expect(x.grad?.shape == shape)
        #expect([gamma.grad!, beta.grad!].allSatisfy { $0.shape == [shape[1]] && Set($0.scalars).isSubset(of: [0]) })
        #expect((mean.scalars + variance.scalars).allSatisfy { $0.isNaN })
    }

    @Test(arguments: [[4, 2], [4, 2, 40]]) func `has an infinite mean where a number is infinite`(_ shape: [Int]) {
        var x = Tensor.zeros(shape)
        x[0, 1] = Tensor(.infinity)
        #expect(x.batchNorm().mean.scalars == [0, .infinity])
    }

    @Test(arguments: [[4, 2], [4, 2, 40]]) func `keeps what is not finite in its channel`(_ shape: [Int]) {
        for bad in [Float.nan, .infinity] {
            var x = Tensor.arange(shape.reduce(1, *)).reshaped(shape)
            x[1, 1] = Tensor(bad)
            let y = x.batchNorm().y
            #expect(y[0..., 0].scalars.allSatisfy { $0.isFinite } && y[0..., 1].scalars.allSatisfy { $0.isNaN })
        }
    }

    @Test func `of numbers that are all the same is zero`() {
        #expect(Set(Tensor.full(0.5, [7, 3]).batchNorm().y.scalars) == [0])
        #expect(Set(Tensor.full(0.5, [7, 3, 50]).batchNorm().y.scalars) == [0])
    }
}
