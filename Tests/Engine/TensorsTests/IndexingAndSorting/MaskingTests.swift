import TestSupport
import Testing

@testable import Tensors

@Suite struct `Assignment by a mask` {
    @Test func `replaces what is marked with one value, or with one each`() {
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

    @Test func `passes the gradient to the new values`() {
        let (x, v) = (Tensor([1, -2, -3]).requiringGrad(), Tensor(5).requiringGrad())
        var y = x * 1
        y[x .< 0] = v
        (y * Tensor([10, 20, 30])).sum().backward()
        #expect(x.grad?.scalars == [10, 0, 0] && v.grad?.item == 50)
    }
}
