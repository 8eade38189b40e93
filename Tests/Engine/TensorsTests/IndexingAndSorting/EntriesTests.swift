import TestSupport
import Testing

@testable import Tensors

@Suite struct `Picking` {
    private let x = Tensor([[1, 2, 3], [4, 5, 6]])

    @Test func `takes entries of any axis, even no entries, or of an empty axis`() {
        #expect(x.entries([2, 0], axis: 1).scalars == [3, 1, 6, 4])
        #expect(x.entries([], axis: 0).shape == [0, 3] && x.entries([], axis: -1).shape == [2, 0])
        #expect(Tensor.zeros(2, 0, 3).entries([2, 2], axis: 2).shape == [2, 0, 2])
        #expect(IntTensor([[1, 2], [3, 4]]).entries(IntTensor([1, 1]), axis: 1).scalars == [2, 2, 4, 4])
        #expect(x.entries(IntTensor([[0], [1]]), axis: 0).shape == [2, 1, 3])
    }

    @Test func `takes what a mask marks`() {
        #expect(x[x .> 3].scalars == [4, 5, 6] && x[x .> 9].shape == [0])
        #expect(x[BoolTensor([false, true])].shape == [1, 3])
        #expect(x.T[x.T .> 4].scalars == [5, 6])
        #expect(Tensor.zeros(0, 3)[BoolTensor(shape: [0], [])].shape == [0, 3])
    }

    @Test func `adds up where a place is named twice`() {
        let y = x.scatterAdded(axis: 1, IntTensor([[0, 0], [2, 2]]), Tensor([[1, 2], [3, 4]]))
        #expect(y.scalars == [4, 2, 3, 4, 5, 13] && x.scalars == [1, 2, 3, 4, 5, 6])
        let column = Tensor([[1], [2]]).expanded(to: [2, 3])
        #expect(column.scatterAdded(axis: 0, IntTensor([[1, 1, 1]]), .ones(1, 3)).scalars == [1, 1, 1, 3, 3, 3])
    }

    @Test func `leaves NaN where it is`() {
        let y = Tensor([.nan, 1]).scatterAdded(axis: 0, IntTensor([1]), Tensor([.infinity]))
        expectClose(y, Tensor([.nan, .infinity]))
    }
}
