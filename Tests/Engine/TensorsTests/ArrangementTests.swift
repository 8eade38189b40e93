import TestSupport
import Testing

@testable import Tensors

@Suite struct `Picking` {
    private let x = Tensor([[1, 2, 3], [4, 5, 6]])

    @Test func `takes entries of any axis, also none and of none`() {
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

@Suite struct `Parts and copies` {
    private let x = Tensor.arange(7)

    @Test func `have the lengths that were asked for`() {
        #expect(x.split(into: [2, 0, 5]).map(\.scalars) == [[0, 1], [], [2, 3, 4, 5, 6]])
        #expect(x.split(every: 3).map(\.count) == [3, 3, 1] && x.split(every: 9).map(\.count) == [7])
        #expect(x.chunked(3).map(\.count) == [3, 3, 1] && x.chunked(1).map(\.count) == [7])
        #expect(Tensor.zeros(0, 2).chunked(3).map(\.shape) == [[0, 2]])
    }

    @Test func `stand side by side or in a row`() {
        let x = Tensor([1, 2])
        #expect(x.tiled(2).scalars == [1, 2, 1, 2] && x.repeated(2, axis: 0).scalars == [1, 1, 2, 2])
        #expect(x.tiled(2, 1).shape == [2, 2] && x.tiled(0).shape == [0] && x.repeated(0, axis: 0).shape == [0])
        #expect(Tensor(3).tiled(2, 2).scalars == [3, 3, 3, 3] && x.tiled([]).scalars == [1, 2])
    }
}

@Suite struct `Turned and moved` {
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

@Suite struct `Margins and windows` {
    private let x = Tensor([1, 2, 3])

    @Test func `margins repeat a number, the edge or the mirror image`() {
        #expect(x.padded([(2, 1)]).scalars == [0, 0, 1, 2, 3, 0])
        #expect(x.padded([(2, 1)], with: .replicate).scalars == [1, 1, 1, 2, 3, 3])
        #expect(x.padded([(2, 2)], with: .reflect).scalars == [3, 2, 1, 2, 3, 2, 1])
        #expect(x.padded([(1, 0)], with: .constant(-.infinity)).scalars == [-.infinity, 1, 2, 3])
        #expect(
            Tensor.zeros(2, 3, 3).padded(1, lastAxes: 2).shape == [2, 5, 5]
                && Tensor.zeros(0).padded([(1, 1)]).count == 2)
    }

    @Test func `windows share the memory of what they look at`() {
        let y = x.windows(axis: 0, size: 2)
        #expect(y.scalars == [1, 2, 2, 3] && y.strides == [1, 1])
        #expect(x.windows(axis: 0, size: 3, step: 5).shape == [1, 3])
        #expect(Tensor.zeros(0, 4).windows(axis: 1, size: 3).shape == [0, 2, 3])
    }

    @Test func `a window that is written to leaves its neighbours alone`() {
        var y = Tensor.arange(4).windows(axis: 0, size: 3)
        y[0] = Tensor(9)
        #expect(y.scalars == [9, 9, 9, 1, 2, 3])
    }
}
