import TestSupport
import Testing

@testable import Tensors

@Suite struct `Variance` {
    @Test func `along one axis is that of each row`() {
        let rows = Tensor([[1, 3], [2, 6]])
        #expect(rows.variance(axis: 1).scalars == [2, 8] && rows.std(axis: -1, unbiased: false).scalars == [1, 2])
    }

    // PyTorch's values: a kink has the slope 0, as |x| has at 0.
    @Test func `of equal numbers is 0, and so is its slope`() {
        func slope(_ x: Tensor, _ y: (Tensor) -> Tensor) -> [Float] {
            let leaf = x.requiringGrad()
            y(leaf).sum().backward()
            return leaf.grad!.scalars
        }
        let rows = Tensor([[3, 3], [1, 2]])
        #expect(slope(Tensor([3, 3])) { $0.std() } == [0, 0])
        #expect(slope(Tensor([5])) { $0.std(unbiased: false) } == [0])
        #expect(slope(Tensor([3, 3])) { $0.variance() } == [0, 0])
        #expect(slope(rows) { $0.std(axes: [1]) }.prefix(2) == [0, 0])
        #expect(slope(rows) { $0.std(axes: [1], unbiased: false, keepingAxes: true) } == [0, 0, -0.5, 0.5])
        #expect(slope(Tensor([5])) { $0.std() }.allSatisfy { $0.isNaN })
    }

    @Test func `of an infinite number is unknown, and pulls the others towards it`() {
        for (bad, pull) in [(Float.infinity, -Float.infinity), (-.infinity, .infinity)] {
            for x in [Tensor([1, 2, bad]), Tensor([bad, 2, 1])] {
                let leaf = x.requiringGrad()
                let y = leaf.variance()
                y.backward()
                #expect(y.item.isNaN)
                expectClose(leaf.grad!, Tensor(x.scalars.map { $0.isFinite ? pull : .nan }))
            }
        }
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
