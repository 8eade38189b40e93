import TestSupport
import Testing

@testable import Tensors

@Suite struct `Sorting` {
    private let nan = Float.nan
    private let inf = Float.infinity

    @Test func `says where everything was, equal numbers in their old order`() {
        let x = Tensor([3, 1, 3, -2, 1, 0, -0.0])
        #expect(x.sorted().values.scalars == [-2, 0, 0, 1, 1, 3, 3])
        #expect(x.argsort().scalars == [3, 5, 6, 1, 4, 0, 2])
        #expect(x.argsort(descending: true).scalars == [0, 2, 1, 4, 5, 6, 3])
    }

    @Test func `puts NaN beyond infinity`() {
        let x = Tensor([nan, -inf, 5, inf, -nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude])
        #expect(x.argsort().scalars == [1, 6, 5, 2, 3, 0, 4])
        #expect(x.argsort(descending: true).scalars == [0, 4, 3, 2, 5, 6, 1])
        #expect(x.topK(3).values.scalars[2] == inf && x.topK(2, largest: false).values.scalars[0] == -inf)
    }

    @Test func `works along any axis, even one of length 1 or 0`() {
        let x = Tensor([[3, 1], [2, 4]])
        #expect(x.sorted(axis: 0).values.scalars == [2, 1, 3, 4] && x.argsort(axis: 0).scalars == [1, 0, 0, 1])
        #expect(x.unsqueezed(0).argsort(axis: 0).scalars == [0, 0, 0, 0])
        #expect(Tensor.zeros(2, 0, 3).argsort(axis: 1).shape == [2, 0, 3])
        #expect(x.topK(0, axis: 0).values.shape == [0, 2])
    }

    @Test func `of ten thousand rows is what the standard library says`() {
        let x = Tensor(noise(100_000)).reshaped(10_000, 10)
        let rows = x.sorted().values
        #expect([0, 1, 5_000, 9_999].allSatisfy { rows[$0].scalars == x[$0].scalars.sorted() })
    }

    @Test(arguments: [0, 1, 3, 124, 125, 1000]) func `gives the same first few, with or without the rest`(_ k: Int) {
        let x = (Tensor(noise(4_000)) * 100).rounded().reshaped(4, 1000)  // with many ties
        for largest in [true, false] {
            let all = x.argsort(descending: largest)
            #expect(x.topK(k, largest: largest).indices == all[0..., ..<k])
        }
    }

    @Test func `sends gradients back to where the numbers were`() {
        let x = Tensor([3, 1, 2]).requiringGrad()
        (x.sorted().values * Tensor([10, 20, 30])).sum().backward()
        #expect(x.grad?.scalars == [30, 10, 20])
    }
}
