import TestSupport
import Testing

@testable import Tensors

@Suite struct `Einsum` {
    private let a = Tensor(noise(6)).reshaped(2, 3)
    private let b = Tensor(noise(12, seed: 2)).reshaped(3, 4)

    @Test func `is the matrix product, to the last bit`() {
        #expect(einsum("ij,jk->ik", a, b).scalars == a.matmul(b).scalars)
        #expect(einsum("ji,jk->ik", a.T, b).scalars == a.matmul(b).scalars)
    }

    @Test func `has names for the trace, the diagonal, the outer and the inner product`() {
        let (x, y) = (Tensor([1, 2]), Tensor([3, 4]))
        let m = Tensor([[1, 2], [3, 4]])
        #expect(einsum("ii->", m).item == 5 && einsum("ii->i", m).scalars == m.diagonal().scalars)
        #expect(einsum("i,j->ij", x, y).scalars == [3, 4, 6, 8] && x.outer(y).scalars == [3, 4, 6, 8])
        #expect(einsum("i,i", x, y).item == 11 && x.dot(y).item == 11)
    }

    @Test func `of nothing sums to zero`() {
        #expect(einsum("ij,jk->ik", .zeros(2, 0), .zeros(0, 3)).scalars == [0, 0, 0, 0, 0, 0])
        #expect(einsum("bij,bjk->bik", .zeros(0, 2, 3), .zeros(0, 3, 4)).shape == [0, 2, 4])
        #expect(einsum("i,j->ij", .zeros(0), .zeros(3)).shape == [0, 3] && einsum("i->", .zeros(0)).item == 0)
        let w = Tensor.zeros(0, 3).requiringGrad()
        einsum("ij,jk->ik", w, Tensor.ones(3, 2)).sum().backward()
        #expect(w.grad?.shape == [0, 3])
    }

    @Test func `lets NaN and infinity through`() {
        expectClose(einsum("i,i->i", Tensor([.nan, .infinity]), Tensor([1, 2])), Tensor([.nan, .infinity]))
        let y = einsum("ij,j->i", Tensor([[.nan, 1], [1, 1]]), Tensor([0, 1]))
        #expect(y.scalars.map(\.isNaN) == [true, false])
    }

    @Test func `takes one tensor several times`() {
        let x = Tensor([1, 2]).requiringGrad()
        einsum("i,i,i->", x, x, x).backward()
        #expect(x.grad?.scalars == [3, 12])
    }
}
