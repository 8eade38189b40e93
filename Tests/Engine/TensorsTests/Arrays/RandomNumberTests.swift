import TestSupport
import Testing

@testable import Tensors

@Suite struct `Random numbers` {
    @Test func `are those of SplitMix64`() {
        var random = SplitMix64(seed: 1)
        let words = (0..<3).map { _ in random.next() }
        #expect(words == [0x910a_2dec_8902_5cc1, 0xbeeb_8da1_658e_ec67, 0xf893_a2ee_fb32_555e])
    }

    @Test func `are uniform by their upper 53 bits`() {
        var random = SplitMix64(seed: 1)
        let numbers = (0..<3).map { _ in random.uniform() }
        expectClose(numbers, [0.566561575, 0.745781757, 0.971002754], absolute: 5e-10, relative: 0)
    }

    @Test func `put a hundred thousand things in the order that the seed gives`() {
        var random = SplitMix64(seed: 8)
        let order = random.permutation(100_000)
        #expect(order.prefix(3) == [20650, 77466, 96661])
        #expect(order.sorted() == Array(0..<100_000))
    }

    @Test func `are the same for the same seed, and different for another`() {
        func draw(_ seed: UInt64) -> [Float] {
            var random = SplitMix64(seed: seed)
            return Tensor.randn(3, 3, using: &random).scalars + Tensor.rand(4, using: &random).scalars
        }
        #expect(draw(5) == draw(5) && draw(5) != draw(6))
    }

    // The mean of n numbers is off by about 1/√n, their variance by √(2/n): here 0.001 and 0.0014.
    @Test(arguments: Seeds.all) func `that are normal have mean 0, variance 1 and the right tails`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let x = Tensor.randn(1_000_000, using: &random)
        expectClose(
            [x.mean().item, x.variance().item, x.pow(3).mean().item].map(Double.init), [0, 1, 0], absolute: 0.012,
            relative: 0)
        #expect(abs(Double((x .> 1.96).trueCount) / 1e6 - 0.025) < 0.001)
    }

    @Test(arguments: Seeds.all) func `that are uniform fill their range and stay in it`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let x = Tensor.rand(100_000, low: -3, high: 5, using: &random)
        #expect(x.min().item >= -3 && x.max().item < 5 && x.min().item < -2.99 && x.max().item > 4.99)
        #expect(abs(x.mean().item - 1) < 0.03)
    }

    @Test func `never reach the upper end, even of a tiny range`() {
        var random = SplitMix64(seed: 3)
        let x = Tensor.rand(10_000, low: 1, high: Float(1).nextUp, using: &random)
        #expect(Set(x.scalars) == [1])
    }

    @Test func `are evenly spaced when they are not random`() {
        #expect(Tensor.arange(4).scalars == [0, 1, 2, 3] && Tensor.arange(0).shape == [0])
        #expect(Tensor.linspace(-1, 1, 5).scalars == [-1, -0.5, 0, 0.5, 1])
        #expect(Tensor.eye(2).scalars == [1, 0, 0, 1] && Tensor.full(2, [2]).scalars == [2, 2])
    }
}
