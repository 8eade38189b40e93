import TestSupport
import Testing

@testable import Tensors

@Suite struct `Triangles` {
    private let x = Tensor([[1, 2, 3], [4, 5, 6]])

    @Test func `keep what is on their side of a diagonal`() {
        #expect(x.tril().scalars == [1, 0, 0, 4, 5, 0] && x.triu().scalars == [1, 2, 3, 0, 5, 6])
        #expect(x.tril(diagonal: 1).scalars == [1, 2, 0, 4, 5, 6] && x.triu(diagonal: -1).scalars == x.scalars)
        #expect(
            x.tril(diagonal: .min).scalars == .init(repeating: 0, count: 6)
                && x.tril(diagonal: .max).scalars == x.scalars)
        #expect(x.T.tril().scalars == [1, 0, 2, 5, 3, 6])
    }

    @Test func `are those of every matrix of a batch`() {
        let batch = Tensor.stack([x, -x])
        #expect(batch.tril()[1].scalars == (-x).tril().scalars && batch.unsqueezed(1).triu().shape == [2, 1, 2, 3])
    }

    @Test func `are 0 elsewhere, even where there was a NaN, and so is the gradient`() {
        let x = Tensor([[1, .nan], [.infinity, 2]]).requiringGrad()
        let y = x.tril()
        #expect(y.scalars == [1, 0, .infinity, 2])
        y.sum().backward()
        #expect(x.grad?.scalars == [1, 0, 1, 1])
    }

    @Test func `may be empty`() {
        #expect(Tensor.zeros(0, 0).tril().shape == [0, 0] && Tensor.zeros(3, 0).triu().shape == [3, 0])
        #expect(Tensor.zeros(0, 2, 2).tril(diagonal: 1).shape == [0, 2, 2])
    }
}
