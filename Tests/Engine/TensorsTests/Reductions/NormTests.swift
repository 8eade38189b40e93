import TestSupport
import Testing

@testable import Tensors

@Suite struct `Norms` {
    private let inf = Float.infinity

    @Test func `are lengths, by different rulers`() {
        let x = Tensor([3, 0, -4])
        #expect(
            x.norm().item == 5 && x.norm(1).item == 7 && x.norm(.infinity).item == 4 && x.norm(-.infinity).item == 0)
        #expect(x.norm(0).item == 2 && x.norm(-1).item == 0)
        expectClose(x.norm(3), Tensor(4.4979414), relative: 1e-6)
        #expect(Tensor([[3, 4], [6, 8]]).norm(axis: 1).scalars == [5, 10])
        #expect(Tensor([[3, 4], [6, 8]]).norm(axes: [1], keepingAxes: true).shape == [2, 1])
        #expect(Tensor(-2).norm().item == 2)
    }

    @Test(arguments: [2, 3, 1.5, 0.5, 10, -1, -3] as [Float])
    func `of the largest and smallest numbers neither overflow nor vanish`(_ p: Float) {
        let y = Tensor([1, 2]).norm(p).item
        for scale in [1e-30, 1e30] as [Float] {
            expectClose(Tensor([scale, 2 * scale]).norm(p), Tensor(scale * y), absolute: 0, relative: 2e-6)
        }
        // A single number's length is its size, whatever p.
        for x in [1e-40, -3e38, 0] as [Float] { #expect(Tensor([x]).norm(p).item == abs(x)) }
    }

    @Test func `of what is infinite or NaN are so too`() {
        for p in [0.5, 1, 2, 3, inf] as [Float] {
            #expect(Tensor([-inf, 1]).norm(p).item == inf && Tensor([.nan, 1]).norm(p).item.isNaN)
        }
        #expect(Tensor([-inf, 1]).norm(-1).item == 1 && Tensor([.nan, 1]).norm(-1).item.isNaN)
    }

    @Test func `of nothing are 0`() {
        #expect(Tensor.zeros(0).norm().item == 0 && Tensor.zeros(2, 0).norm(1, axis: 1).scalars == [0, 0])
        #expect(Tensor.zeros(0).norm(0).item == 0 && Tensor.zeros(0, 3).norm(inf, axis: 1).shape == [0])
        #expect(Tensor.zeros(3, 0, 2).norm(axes: [0, 2]).shape == [0])
        let x = Tensor.zeros(2, 0).requiringGrad()
        x.norm(axis: 1).sum().backward()
        #expect(x.grad?.shape == [2, 0])
    }
}

@Suite struct `Directions` {
    @Test func `have length 1, and the zero vector has none`() {
        let x = Tensor([[3, 4], [0, 0]]).requiringGrad()
        let y = x.normalized(axis: 1)
        expectClose(y, Tensor([[0.6, 0.8], [0, 0]]))
        (y * Tensor([[1, 0], [0, 0]])).sum().backward()
        expectClose(x.grad!, Tensor([[0.128, -0.096], [0, 0]]))
    }

    @Test func `are compared by the cosine of their angle`() {
        let a = Tensor([[1, 0], [1, 1], [2, 0], [0, 0]])
        expectClose(a.cosineSimilarity(Tensor([[-3, 0]]), axis: 1), Tensor([-1, -0.70710677, -1, 0]))
        #expect(a.cosineSimilarity(a, axis: 0).shape == [2])
        #expect(Tensor.zeros(0, 3).cosineSimilarity(.zeros(0, 3), axis: -1).shape == [0])
    }
}
