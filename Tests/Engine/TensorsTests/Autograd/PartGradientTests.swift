import TestSupport
import Testing

@testable import Tensors

@Suite struct `The gradient of a part` {
    @Test func `goes to its place, however many parts there are`() {
        let x = Tensor.arange(12).reshaped(4, 3).requiringGrad()
        let parts = (0..<4).map { x[$0] * Float($0 + 1) } + [x[1], x[(-1)...].sum(axis: 0)]
        parts.map { $0.sum() }.reduce(Tensor(0), +).backward()
        #expect(x.grad?.scalars == [1, 1, 1, 3, 3, 3, 3, 3, 3, 5, 5, 5])
    }

    @Test func `adds to that of the whole`() {
        let x = Tensor([1, 2, 3]).requiringGrad()
        let y = x * 2
        (y.squared().sum() + y[1] + y[stride(from: 0, to: 3, by: 2)].sum()).backward()
        #expect(x.grad?.scalars == [10, 18, 26])
    }

    // The sum hands the same gradient to both its operands.
    @Test func `does not leak into that of another value`() {
        let (a, b) = (Tensor([1, 2]).requiringGrad(), Tensor([3, 4]).requiringGrad())
        let (x, y) = (a * 1, b * 1)
        ((x + y) * Tensor([5, 7])).sum().backward(retainGraph: true)
        #expect(a.grad?.scalars == [5, 7] && b.grad?.scalars == [5, 7])
        let total = ((x + y) * Tensor([5, 7])).sum() + x[0] + y[1] * 2
        (a.grad, b.grad) = (nil, nil)
        total.backward()
        #expect(a.grad?.scalars == [6, 7] && b.grad?.scalars == [5, 9])
    }

    @Test func `does not change the gradient that the pass began with`() {
        let x = Tensor([1, 2]).requiringGrad()
        let y = x * 1
        let part = y[0]
        let dy = Tensor([1, 1])
        (y + part.expanded(to: [2]) * 0).backward(gradient: dy)
        #expect(dy.scalars == [1, 1] && x.grad?.scalars == [1, 1])
    }

    @Test func `comes back twice from a graph that is kept`() {
        let x = Tensor([[1, 2], [3, 4]]).requiringGrad()
        let loss = (x[0] * x[1]).sum() + x.rows([1, 1]).sum() + x.gathered(axis: 1, IntTensor([[0], [1]])).sum()
        loss.backward(retainGraph: true)
        #expect(x.grad?.scalars == [4, 4, 3, 5])
        loss.backward()
        #expect(x.grad?.scalars == [8, 8, 6, 10])
    }

    @Test func `reaches a leaf that has a gradient already`() {
        let x = Tensor([1, 2]).requiringGrad()
        x.sum().backward()
        let first = x.grad!
        x[1].backward()
        #expect(x.grad?.scalars == [1, 2] && first.scalars == [1, 1])
    }
}
