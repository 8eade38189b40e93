import TestSupport
import Testing

@testable import Tensors

@Suite struct `A single number` {
    @Test func `has no axes and keeps none through arithmetic`() {
        let x = Tensor(2)
        let results = [x + x, x.exp(), -x, x.sum(), x.mean(), x.max(), Tensor([x.item]).max(), x.detached()]
        #expect(Set(results.map(\.shape)) == [[]])
        #expect(x.reshaped([]).item == 2 && x.reshaped(1, 1).shape == [1, 1] && x.squeezed().shape == [])
    }

    @Test func `broadcasts against anything`() {
        #expect((Tensor(2) * .ones(2, 3)).shape == [2, 3] && (Tensor([2]) * Tensor(3)).shape == [1])
        #expect((Tensor([[3]]) + Tensor([1, 2])).scalars == [4, 5])
    }

    @Test func `has no variance when unbiased, none at all otherwise`() {
        #expect(Tensor([5]).variance().item.isNaN && Tensor([5]).variance(unbiased: false).item == 0)
    }
}
