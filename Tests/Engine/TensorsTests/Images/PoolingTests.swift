import TestSupport
import Testing

@testable import Tensors

@Suite struct `Max pooling` {
    @Test func `sends the gradient to the first of several largest, row by row`() {
        let x = Tensor([[1, 2, 2], [2, 1, 2], [2, 0, 2]]).requiringGrad()
        x.maxPooled(3).backward(gradient: Tensor([[5]]))
        #expect(x.grad?.scalars == [0, 5, 0, 0, 0, 0, 0, 0, 0])
        let y = Tensor([[1, 2], [2, 1]]).requiringGrad()
        y.maxPooled(2).backward(gradient: Tensor([[5]]))
        #expect(y.grad?.scalars == [0, 5, 0, 0])
        let z = Tensor([[0, 1], [3, 3]]).requiringGrad()
        z.maxPooled(2).backward(gradient: Tensor([[5]]))
        #expect(z.grad?.scalars == [0, 0, 5, 0])
    }

    @Test func `adds up the gradients of overlapping windows`() {
        let x = Tensor([[0, 9, 0, 1]]).requiringGrad()
        x.maxPooled([1, 2], stride: 1).backward(gradient: Tensor([[1, 10, 100]]))
        #expect(x.grad?.scalars == [0, 11, 0, 100])
    }

    @Test func `does not take padding for the largest`() {
        let x = Tensor.full(-5, [1, 2, 3]).requiringGrad()
        let y = x.maxPooled(3, stride: 2, padding: 1)
        #expect(y.scalars == [-5, -5])
        #expect(
            Tensor.full(-.infinity, [2, 2]).maxPooled(2, padding: 1).scalars == [Float](repeating: -.infinity, count: 4)
        )
    }

    @Test func `lets NaN through`() {
        for place in 0..<9 {
            var x = Tensor.arange(9)
            x[place] = Tensor(.nan)
            let tracked = x.reshaped(3, 3).requiringGrad()
            #expect(tracked.maxPooled(3).item.isNaN && x.reshaped(3, 3).maxPooled(3).item.isNaN)
        }
    }

    @Test func `finds the same whether or not a gradient will be needed`() {
        var random = SplitMix64(seed: 7)
        let x = Tensor.randn(3, 4, 37, 41, using: &random)
        for (stride, padding) in [(1, 0), (2, 1), (3, 1)] as [(Size2D, Size2D)] {
            let (a, b) = (
                x.maxPooled(3, stride: stride, padding: padding),
                x.requiringGrad().maxPooled(3, stride: stride, padding: padding)
            )
            #expect(a.scalars == b.scalars)
        }
    }
}

@Suite struct `Pooling` {
    // Whether the last window counts is PyTorch's rule: it does if it begins inside or in the padding before.
    @Test(arguments: [
        (5, 2, 2, 0, true, 3), (5, 2, 2, 0, false, 2), (4, 2, 3, 1, true, 2), (2, 1, 2, 0, true, 1),
        (6, 3, 2, 1, true, 4),
        (6, 3, 2, 1, false, 3), (1, 3, 1, 1, true, 1), (7, 1, 4, 0, false, 2), (1, 2, 2, 0, true, 1),
        (2, 3, 2, 0, true, 1), (3, 5, 5, 0, true, 1), (2, 5, 4, 0, true, 1), (5, 8, 4, 1, true, 1),
    ])
    func `has as many windows as PyTorch`(_ n: Int, _ k: Int, _ s: Int, _ p: Int, _ ceil: Bool, _ expected: Int) {
        let y = Tensor.zeros(1, n).maxPooled([1, k], stride: [1, s], padding: [0, p], ceilMode: ceil)
        #expect(y.shape == [1, expected])
    }

    @Test func `in a window that is larger than the image looks at the whole image`() {
        for (n, kernel, stride, largest, mean) in [(1, 2, 2, 0, 0), (2, 3, 2, 3, 1.5), (3, 5, 5, 8, 4)]
            as [(Int, Size2D, Size2D, Float, Float)]
        {
            let x = Tensor.arange(n * n).reshaped(1, 1, n, n).requiringGrad()
            let y = x.maxPooled(kernel, stride: stride, ceilMode: true)
            let z = x.averagePooled(kernel, stride: stride, ceilMode: true)
            (y + z).backward(gradient: .ones(1, 1, 1, 1))
            #expect(y.shape == [1, 1, 1, 1] && y.item == largest && z.item == mean)
            #expect(x.grad!.scalars.last == 1 + 1 / Float(n * n))
        }
    }

    @Test func `of an empty batch is empty`() {
        let x = Tensor.zeros(0, 3, 4, 4).requiringGrad()
        (x.maxPooled(2).sum() + x.averagePooled(2).sum() + x.adaptiveAveragePooled(1).sum()).backward()
        #expect(x.maxPooled(2).shape == [0, 3, 2, 2] && x.grad?.shape == [0, 3, 4, 4])
    }

    @Test func `to size 1 is the mean over the grid`() {
        let x = Tensor.arange(24).reshaped(1, 2, 3, 4)
        #expect(x.adaptiveAveragePooled(1).scalars == [5.5, 17.5])
    }
}
