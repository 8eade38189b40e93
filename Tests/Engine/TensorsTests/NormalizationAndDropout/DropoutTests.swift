import TestSupport
import Testing

@testable import Tensors

@Suite struct `Dropout` {
    @Test(arguments: [0.1, 0.5, 0.9] as [Float], Seeds.all)
    func `drops a share of p and makes the rest larger`(_ p: Float, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let y = Tensor.ones(1000, 1001).dropout(p, using: &random)
        let share = Tensor(y .== 0).mean().item
        #expect(abs(share - p) < 0.002)
        #expect(abs(y.mean().item - 1) < 0.01)
        #expect(Set(y.scalars) == [0, 1 / (1 - p)])
    }

    @Test func `drops different ones every time, and the same ones for the same seed`() {
        var (a, b) = (SplitMix64(seed: 1), SplitMix64(seed: 1))
        let x = Tensor.ones(300)
        let (first, second) = (x.dropout(0.5, using: &a), x.dropout(0.5, using: &a))
        #expect(first.scalars != second.scalars)
        #expect(x.dropout(0.5, using: &b).scalars == first.scalars)
    }

    // Number k of the seed's sequence decides on two numbers, 64 apart: its lower half on the first.
    @Test func `draws as SplitMix64 does`() {
        var random = SplitMix64(seed: 5)
        let y = Tensor.ones(200).dropout(0.25, using: &random)
        var (start, draws) = (SplitMix64(seed: 5), [UInt64]())
        var sequence = SplitMix64(seed: start.next())
        for _ in 0..<128 { draws.append(sequence.next()) }
        let expected = (0..<200).map { i in
            let (draw, isUpper) = (draws[i / 128 * 64 + i % 64], i % 128 >= 64)
            return UInt32(truncatingIfNeeded: isUpper ? draw >> 32 : draw) < 1 << 30 ? 0 : Float(4) / 3
        }
        #expect(y.scalars == expected)
    }

    @Test func `of 0 is the same tensor, of 1 is zero, and neither draws`() {
        var random = SplitMix64(seed: 1)
        let x = Tensor([.nan, 2])
        expectClose(x.dropout(0, using: &random), x)
        #expect(x.dropout(1, using: &random).scalars == [0, 0])
        var fresh = SplitMix64(seed: 1)
        #expect(random.next() == fresh.next())
    }

    @Test func `of channels drops a channel as dropout drops a number`() {
        var (a, b) = (SplitMix64(seed: 1), SplitMix64(seed: 1))
        let x = Tensor.arange(600).reshaped(10, 20, 3) + 1
        let factors = Tensor.ones(10, 20, 1).dropout(0.4, using: &a)
        #expect(x.channelDropout(0.4, using: &b).scalars == (x * factors).scalars && a.next() == b.next())
    }

    @Test func `of all or no channels draws nothing, and hides what is dropped`() {
        var random = SplitMix64(seed: 1)
        let x = Tensor([[.nan, 2]])
        expectClose(x.channelDropout(0, using: &random), x)
        #expect(x.channelDropout(1, using: &random).scalars == [0, 0])
        var fresh = SplitMix64(seed: 1)
        #expect(random.next() == fresh.next())
        let many = Tensor.full(.nan, [1, 100, 2]).channelDropout(0.5, using: &random)
        #expect(many.scalars.contains(0))
    }

    @Test func `that is locked draws once for all steps`() {
        var (a, b) = (SplitMix64(seed: 1), SplitMix64(seed: 1))
        let x = Tensor.arange(600).reshaped(10, 3, 20) + 1
        let factors = Tensor.ones(10, 1, 20).dropout(0.4, using: &a)
        #expect(x.lockedDropout(0.4, using: &b).scalars == (x * factors).scalars && a.next() == b.next())
        let (mask, found) = (Tensor.ones(1, 3, 20).dropout(0.4, using: &a), x.lockedDropout(0.4, axis: 0, using: &b))
        #expect(found.scalars == (x * mask).scalars)
        #expect(Tensor.full(.nan, [1, 2, 100]).lockedDropout(0.5, using: &a).scalars.contains(0))
    }

    @Test func `of nothing is nothing`() {
        var random = SplitMix64(seed: 1)
        #expect(Tensor.zeros(0, 3).dropout(0.5, using: &random).shape == [0, 3])
    }
}
