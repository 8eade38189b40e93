import TestSupport
import Testing

@testable import Tensors

@Suite struct `Flipping and rolling` {
    @Test func `what is flipped is a view that runs backwards`() {
        let x = NDArray([[1, 2, 3], [4, 5, 6]])
        let y = x.flipped([1])
        #expect(y.scalars == [3, 2, 1, 6, 5, 4] && y.strides == [3, -1])
        #expect(y.transposed().reshaped(-1).scalars == [3, 6, 2, 5, 1, 4] && y[0..., 0].scalars == [3, 6])
        #expect(Tensor.zeros(2, 0).flipped(0, 1).shape == [2, 0] && Tensor(1).flipped([]).item == 1)
    }

    @Test func `what is flipped multiplies like its copy, and is written to like it`() {
        let x = Tensor(noise(12)).reshaped(3, 4)
        for axes in [[0], [1], [0, 1]] {
            let y = x.flipped(axes)
            let copy = y.copy
            expectClose(y.matmul(y.T), copy.matmul(copy.T))
            expectClose(y.matmul(.ones(4)), copy.matmul(.ones(4)))
            expectClose(y[0...0].matmul(y.T), copy[0...0].matmul(copy.T))
        }
        var y = Tensor.arange(3).flipped(0)
        y[0] = Tensor(9)
        y += 1
        #expect(y.scalars == [10, 2, 1])
    }

    @Test func `what is rolled comes in at the other end`() {
        let x = Tensor.arange(4)
        #expect(x.rolled(by: 1, axis: 0).scalars == [3, 0, 1, 2] && x.rolled(by: -5, axis: 0).scalars == [1, 2, 3, 0])
        #expect(Tensor.zeros(0).rolled(by: 2, axis: 0).shape == [0])
    }
}
