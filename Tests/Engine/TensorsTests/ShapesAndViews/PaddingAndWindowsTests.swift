import TestSupport
import Testing

@testable import Tensors

@Suite struct `Padding and windows` {
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
