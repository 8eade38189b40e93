import TestSupport
import Testing

@testable import Tensors

@Suite struct `A gradient` {
    @Test func `of x² at 3 is 6`() {
        let x = Tensor(3).requiringGrad()
        x.squared().backward()
        #expect(x.grad?.item == 6)
    }

    @Test func `of the sum of squares is twice the vector`() {
        let x = Tensor([3, 4, 10]).requiringGrad()
        let y = x.squared().sum()
        y.backward()
        #expect(y.item == 125)
        #expect(x.grad?.scalars == [6, 8, 20])
    }

    // The expression of micrograd's README, with the values that it prints.
    @Test func `of micrograd's expression is what micrograd finds`() {
        let (a, b) = (Tensor(-4).requiringGrad(), Tensor(2).requiringGrad())
        let g = micrograd(a, b)
        g.backward()
        expectClose(g, Tensor(24.70408163), absolute: 1e-6)
        expectClose(a.grad!, Tensor(138.83381924), absolute: 1e-6, relative: 1e-6)
        expectClose(b.grad!, Tensor(645.57725948), absolute: 1e-6, relative: 1e-6)
    }

    private func micrograd(_ a: Tensor, _ b: Tensor) -> Tensor {
        var (c, d) = (a + b, a * b + b.pow(3))
        c += c + 1
        c += 1 + c + (-a)
        d += d * 2 + (b + a).relu()
        d += 3 * d + (b - a).relu()
        let f = (c - d).squared()
        return f / 2 + 10 / f
    }

    @Test func `adds up over two computations`() {
        let x = Tensor([1, 2]).requiringGrad()
        x.squared().sum().backward()
        (x * 10).sum().backward()
        #expect(x.grad?.scalars == [12, 14])
    }

    @Test func `starts from zero after it is cleared`() {
        let x = Tensor([1, 2]).requiringGrad()
        x.sum().backward()
        x.grad = nil
        (x * 3).sum().backward()
        #expect(x.grad?.scalars == [3, 3])
    }

    @Test func `of a value used twice adds up`() {
        let x = Tensor(3).requiringGrad()
        let y = x * 2
        (y * y + y).backward()
        #expect(x.grad?.item == 26)  // 4x² + 2x  ⇒  8x + 2
    }

    @Test func `of a value added to itself is two`() {
        let x = Tensor([1, 2]).requiringGrad()
        (x + x).sum().backward()
        #expect(x.grad?.scalars == [2, 2])
    }

    @Test func `reaches only the leaves that took part`() {
        let (x, y, z) = (Tensor(3).requiringGrad(), Tensor(4).requiringGrad(), Tensor(5))
        (x * z).backward()
        #expect(x.grad?.item == 5)
        #expect(y.grad == nil && z.grad == nil)
    }

    @Test func `can start from the gradient of something later`() {
        let x = Tensor([1, 2, 3]).requiringGrad()
        x.squared().backward(gradient: Tensor([1, 0, -1]))
        #expect(x.grad?.scalars == [2, 0, -6])
    }

    @Test func `flows through a kept graph any number of times`() {
        let x = Tensor(3).requiringGrad()
        let y = x.squared()
        y.backward(retainGraph: true)
        y.backward(retainGraph: true)
        y.backward()
        #expect(x.grad?.item == 18)
    }

    @Test func `of two results of one leaf needs no kept graph`() {
        let x = Tensor([1, 2]).requiringGrad()
        let (a, b) = (x.exp().sum(), x.squared().sum())
        b.backward()
        a.backward()
        expectClose(x.grad!, x.detached().exp() + 2 * x.detached())
    }

    @Test func `is a plain value, with no gradient of its own`() {
        let x = Tensor([1, 2]).requiringGrad()
        x.squared().sum().backward()
        #expect(x.grad!.requiresGrad == false && x.grad!.gradFn == nil)
    }

    @Test func `does not change when the leaf changes`() {
        var x = Tensor([1, 2]).requiringGrad()
        x.sum().backward()
        let grad = x.grad!
        noGrad { x -= grad }
        #expect(grad.scalars == [1, 1])
    }

    @Test func `is shared by equal elements of a maximum`() {
        let x = Tensor([1, 7, 7, 2]).requiringGrad()
        x.max().backward()
        #expect(x.grad?.scalars == [0, 0.5, 0.5, 0])
    }

    @Test func `of a maximum along an axis goes to the first that equals it`() {
        let x = Tensor([[7, 1, 7]]).requiringGrad()
        x.max(axis: 1).values.sum().backward()
        #expect(x.grad?.scalars == [1, 0, 0])
    }

    @Test func `of x⁰ is zero, even at zero`() {
        let x = Tensor([0, 2]).requiringGrad()
        x.pow(0).sum().backward()
        #expect(x.grad?.scalars == [0, 0])
    }

    @Test func `has the reader's own rule where one is given`() {
        let x = Tensor([1, 2]).requiringGrad()
        let y = Tensor([1, 8]).recorded("cubed", x) { dy in dy * 3 * x.squared() }
        y.sum().backward()
        #expect(y.gradFn == "cubed")
        #expect(x.grad?.scalars == [3, 12])
    }
}
