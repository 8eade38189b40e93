import TestSupport
import Testing

@testable import Tensors

@Suite struct `Parts and copies` {
    private let x = Tensor.arange(7)

    @Test func `have the lengths that were asked for`() {
        #expect(x.split(into: [2, 0, 5]).map(\.scalars) == [[0, 1], [], [2, 3, 4, 5, 6]])
        #expect(x.split(every: 3).map(\.count) == [3, 3, 1] && x.split(every: 9).map(\.count) == [7])
        #expect(x.chunked(3).map(\.count) == [3, 3, 1] && x.chunked(1).map(\.count) == [7])
        #expect(Tensor.zeros(0, 2).chunked(3).map(\.shape) == [[0, 2]])
    }

    @Test func `are side by side or in a row`() {
        let x = Tensor([1, 2])
        #expect(x.tiled(2).scalars == [1, 2, 1, 2] && x.repeated(2, axis: 0).scalars == [1, 1, 2, 2])
        #expect(x.tiled(2, 1).shape == [2, 2] && x.tiled(0).shape == [0] && x.repeated(0, axis: 0).shape == [0])
        #expect(Tensor(3).tiled(2, 2).scalars == [3, 3, 3, 3] && x.tiled([]).scalars == [1, 2])
    }
}
