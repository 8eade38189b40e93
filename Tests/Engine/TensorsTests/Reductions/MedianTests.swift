import TestSupport
import Testing

@testable import Tensors

@Suite struct `The median` {
    private let nan = Float.nan

    @Test func `is the number in the middle, or the lower of two`() {
        #expect(Tensor([5, 1, 9]).median().item == 5 && Tensor([4, 1, 3, 2]).median().item == 2)
        #expect(Tensor(7).median().item == 7)
        #expect(Tensor([-.infinity, .infinity, 0, -0.0, 1e-40]).median().item == 0)
    }

    @Test func `along an axis has a place, the first of several`() {
        let x = Tensor([[3, 1, 2, 2], [8, 8, 8, 8], [0, 5, 0, 5]])
        let (values, places) = x.median(axis: 1)
        #expect(values.scalars == [2, 8, 0] && places.scalars == [2, 0, 0])
        let columns = x.median(axis: -2, keepingAxes: true)
        #expect(columns.values.scalars == [3, 5, 2, 5] && columns.indices.scalars == [0, 2, 0, 2])
        #expect(columns.values.shape == [1, 4] && columns.indices.shape == [1, 4])
    }

    @Test func `sends its gradient there, and over several axes to all that equal it`() {
        let x = Tensor([[2, 1, 2], [3, 2, 0]]).requiringGrad()
        (x.median(axis: 1).values * Tensor([10, 20])).sum().backward()
        #expect(x.grad?.scalars == [10, 0, 0, 0, 20, 0])
        x.grad = nil
        (6 * x.median()).backward()
        #expect(x.grad?.scalars == [2, 0, 2, 0, 2, 0])
    }

    @Test func `is NaN where there is one, and sends the gradient to it`() {
        let x = Tensor([[1, nan, 2, nan], [1, 2, 3, 4]]).requiringGrad()
        let (values, places) = x.median(axis: 1)
        expectClose(values, Tensor([nan, 2]))
        #expect(places.scalars == [1, 1])
        x.median().backward()
        #expect(x.grad?.scalars == [0, 0.5, 0, 0.5, 0, 0, 0, 0])
    }

    @Test func `of nothing is NaN, and of no rows none`() {
        #expect(
            Tensor.zeros(0).median().item.isNaN
                && Tensor.zeros(2, 0).median(axes: [1]).scalars.map(\.isNaN) == [true, true])
        #expect(
            Tensor.zeros(0, 3).median(axis: 1).indices.shape == [0] && Tensor.zeros(0, 3).median(axes: [1]).shape == [0]
        )
        let x = Tensor.zeros(2, 0).requiringGrad()
        x.median(axes: [1]).sum().backward()
        #expect(x.grad?.shape == [2, 0])
    }

    // Sorted, reversed, all equal, with many ties: whatever order the search meets.
    @Test(arguments: [1, 2, 3, 10, 1_001, 5_000]) func `is what a sort finds`(_ n: Int) {
        let random = noise(n)
        for x in [
            random, random.sorted(), random.sorted(by: >), random.map { ($0 * 3).rounded() },
            [Float](repeating: 1, count: n),
        ] {
            #expect(Tensor(x).median().item == x.sorted()[(n - 1) / 2])
        }
    }

    @Test func `of ten thousand rows is that of each row, in any memory layout`() {
        let x = Tensor(noise(100_000)).reshaped(10, 10_000)
        let columns = x.median(axis: 0)
        for k in [0, 1, 5_000, 9_999] {
            #expect(columns.values[k].item == x[0..., k].scalars.sorted()[4])
            #expect(x[columns.indices.scalars[k], k].item == columns.values[k].item)
        }
        #expect(x.T.median(axis: 1).indices == columns.indices)
    }
}
