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

    // The sum hands one and the same gradient to both its operands.
    @Test func `does not get into that of another value`() {
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

@Suite struct `Assignment by a mask` {
    @Test func `replaces what is marked by one value, or by one each`() {
        var x = Tensor([[1, -2], [-3, 4]])
        x[x .< 0] = Tensor(0)
        #expect(x.scalars == [1, 0, 0, 4])
        x[x .== 0] = Tensor([7, 8])
        #expect(x.scalars == [1, 7, 8, 4])
        x[BoolTensor([[false, false], [false, false]])] = Tensor(9)
        #expect(x.scalars == [1, 7, 8, 4])
    }

    @Test func `replaces whole entries by a mask over the first axes`() {
        var x = Tensor.zeros(3, 2)
        x[BoolTensor([true, false, true])] = Tensor([5, 6])
        #expect(x.scalars == [5, 6, 0, 0, 5, 6])
    }

    @Test func `leaves copies and other views as they were`() {
        let x = Tensor([[1, 2], [3, 4]])
        var turned = x.T
        turned[turned .> 2] = Tensor(0)
        #expect(turned.scalars == [1, 0, 2, 0] && x.scalars == [1, 2, 3, 4])
    }

    @Test func `hands the gradient to what is there now`() {
        let (x, v) = (Tensor([1, -2, -3]).requiringGrad(), Tensor(5).requiringGrad())
        var y = x * 1
        y[x .< 0] = v
        (y * Tensor([10, 20, 30])).sum().backward()
        #expect(x.grad?.scalars == [10, 0, 0] && v.grad?.item == 50)
    }
}

@Suite struct `Softmax and cross-entropy in one` {
    @Test func `survive scores of any size`() {
        let x = Tensor([[1e30, 0, -1e30], [-1e4, -1e4, -1e4], [88, 89, 90]]).requiringGrad()
        let losses = x.softmaxCrossEntropy(IntTensor([0, 1, 2]))
        expectClose(losses, Tensor([0, 1.0986123, 0.4076059]))
        losses.sum().backward()
        expectClose(
            x.grad!, Tensor([[0, 0, 0], [0.33333334, -0.6666667, 0.33333334], [0.0900306, 0.2447285, -0.3347591]]))
    }

    @Test func `agree with logSoftmax, digit by digit, in a long row`() {
        var random = SplitMix64(seed: 1)
        let (x, labels) = (Tensor.randn(3, 5_000, using: &random), IntTensor([0, 4_999, 2_345]))
        let (a, b) = (x.requiringGrad(), x.requiringGrad())
        let expected = -b.logSoftmax().gathered(axis: 1, labels.unsqueezed(1)).squeezed(1)
        let found = a.softmaxCrossEntropy(labels)
        expectClose(found, expected)
        found.mean().backward()
        expected.mean().backward()
        expectClose(a.grad!, b.grad!, absolute: 1e-8)
    }

    @Test func `let NaN stay in its row`() {
        let losses = Tensor([[.nan, 1], [0, 0]]).softmaxCrossEntropy(IntTensor([1, 1]))
        #expect(losses[0].item.isNaN && losses[1].item.isFinite)
    }

    @Test func `take a batch of no rows`() {
        #expect(Tensor.zeros(0, 3).softmaxCrossEntropy(IntTensor(shape: [0], [])).shape == [0])
    }
}
