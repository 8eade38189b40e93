import TestSupport
import Testing

@testable import Tensors

@Suite struct `Largest and smallest over several axes` {
    @Test func `share the gradient between ties`() {
        let x = Tensor([[[1, 5], [5, 0]], [[2, 2], [2, 2]]]).requiringGrad()
        let y = x.max(axes: [1, 2])
        #expect(y.scalars == [5, 2])
        y.sum().backward()
        #expect(x.grad?.scalars == [0, 0.5, 0.5, 0, 0.25, 0.25, 0.25, 0.25])
    }

    @Test func `are empty for an empty tensor`() {
        #expect(Tensor.zeros(0, 3).max(axes: [1]).shape == [0] && Tensor.zeros(0, 3).min(axes: [1]).shape == [0])
        #expect(Tensor([[1, .nan]]).min(axes: [0, 1]).item.isNaN)
        #expect(Tensor([1, 2]).max(axes: []).scalars == [1, 2])
    }
}

@Suite struct `Sums of powers and running sums` {
    @Test func `neither overflow nor blur`() {
        expectClose(Tensor([1000, 1000]).logSumExp(), Tensor(1000.6931472))
        expectClose(Tensor([-1000, -1000]).logSumExp(axis: 0), Tensor(-999.3068528))
        expectClose(Tensor([-.infinity, 0]).logSumExp(), Tensor(0))
        expectClose(Tensor([.infinity, 0]).logSumExp(), Tensor(.infinity))
        expectClose(Tensor([-.infinity, -.infinity]).logSumExp(), Tensor(-.infinity))
        #expect(Tensor([.nan, 0]).logSumExp().item.isNaN)
        let nothing = Tensor([[-.infinity, -.infinity], [0, -.infinity]]).requiringGrad()
        nothing.logSumExp(axis: 1).sum().backward()
        #expect(nothing.grad?.scalars == [0, 0, 1, 0])
        #expect(Tensor.zeros(2, 0).logSumExp(axis: 1).scalars == [-.infinity, -.infinity])
        #expect(Tensor.zeros(0, 2).logSumExp(axis: 1).shape == [0])
    }

    @Test func `keep their digits over a million numbers`() {
        let y = Tensor.full(0.1, [1_000_000]).cumsum(axis: 0)
        expectClose(Tensor([y[9].item, y[999_999].item]), Tensor([1, 100_000]), absolute: 0, relative: 1e-7)
    }

    @Test func `carry NaN on from where it is`() {
        #expect(Tensor([1, .nan, 1]).cumsum(axis: 0).scalars.map(\.isNaN) == [false, true, true])
    }
}
