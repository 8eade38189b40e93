import TestSupport
import Testing

@testable import Tensors

@Suite struct `Products` {
    /// The gradient of Σ f(x), with what f gives.
    private func pass(_ x: [Float], _ f: (Tensor) -> Tensor) -> (y: [Float], dx: [Float]) {
        let leaf = Tensor(x).requiringGrad()
        let y = f(leaf)
        y.sum().backward()
        return (y.scalars, leaf.grad!.scalars)
    }

    @Test func `have the product of the others as slope, with no, one or more zeros`() {
        for (x, y, dx) in [
            ([2, 3, 4], 24, [12, 8, 6]), ([2, 0, 4], 0, [0, 8, 0]), ([0, 3, 0], 0, [0, 0, 0]),
            ([0, 0, 0], 0, [0, 0, 0]),
            ([5], 5, [1]), ([0], 0, [1]),
        ] as [([Float], Float, [Float])] {
            let found = pass(x) { $0.prod() }
            #expect(found.y == [y] && found.dx == dx, "\(x)")
        }
    }

    @Test func `that run on pass the gradient through zeros too`() {
        let found = pass([2, 0, 4, 5]) { $0.cumprod(axis: 0) }
        #expect(found.y == [2, 0, 0, 0] && found.dx == [1, 2 + 8 + 40, 0, 0])
    }

    @Test func `may leave the range of floats on the way`() {
        let found = pass([1e30, 1e30, 1e-30]) { $0.prod() }
        expectClose(Tensor(found.y), Tensor([1e30]), relative: 1e-6)
        expectClose(Tensor(found.dx), Tensor([1, 1, .infinity]), relative: 1e-6)
        #expect(Tensor([1e30, 1e30, 1e-30]).cumprod(axis: 0).scalars.map(\.isFinite) == [true, false, true])
        expectClose(Tensor([[[1e30]], [[1e30]], [[1e-30]]]).prod(axes: 0, 2), Tensor([1e30]), relative: 1e-6)
    }

    @Test func `of nothing are 1, and of no rows none`() {
        #expect(Tensor.zeros(0).prod().item == 1 && Tensor.zeros(2, 0).prod(axis: 1).scalars == [1, 1])
        #expect(Tensor.zeros(0, 2).prod(axis: 1).shape == [0] && Tensor.zeros(3, 0, 2).prod(axes: 0, 2).shape == [0])
        #expect(Tensor([2, 3]).prod(axes: []).scalars == [2, 3])
        let x = Tensor.zeros(2, 0).requiringGrad()
        x.prod(axis: 1).sum().backward()
        #expect(x.grad?.shape == [2, 0])
    }

    // Enough rows for all threads.
    @Test func `of many rows are those of each row`() {
        let x = Tensor(noise(60_000)).reshaped(20_000, 3)
        let rows = x.prod(axis: 1)
        for k in [0, 9_999, 19_999] { expectClose(rows[k], x[k, 0] * x[k, 1] * x[k, 2], relative: 1e-6) }
        expectClose(x.T.cumprod(axis: 0)[2], rows, relative: 1e-6)
    }
}
