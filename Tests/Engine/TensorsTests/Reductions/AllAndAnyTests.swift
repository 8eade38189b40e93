import Testing

@testable import Tensors

@Suite struct `A mask` {
    private let mask = BoolTensor([[[true, false], [true, true]], [[true, false], [false, false]]])

    @Test func `says whether all or any are true, and how many, along any axes`() {
        #expect(mask.all(axis: 2) == BoolTensor([[false, true], [false, false]]))
        #expect(mask.any(axis: 0) == BoolTensor([[true, false], [true, true]]))
        #expect(
            mask.any(axes: [0, 1]) == BoolTensor([true, true]) && mask.all(axes: [2, 0]) == BoolTensor([false, false]))
        #expect(
            mask.trueCount(axes: [0, -1]) == IntTensor([2, 2])
                && mask.trueCount(axis: -2) == IntTensor([[2, 1], [1, 0]]))
        #expect(mask.all(axes: [0, 1, 2]).item == mask.all && mask.any(axes: [0, 1, 2]).item == mask.any)
        #expect(mask.any(axis: 1, keepingAxes: true).shape == [2, 1, 2] && mask.all(axes: []) == mask)
    }

    @Test func `is read in any memory layout`() {
        let turned = mask.transposed(0, 2)
        #expect(turned.trueCount(axis: 0) == mask.trueCount(axis: 2).transposed())
        #expect(mask[0, 0].expanded(to: [3, 2]).all(axis: 0) == BoolTensor([true, false]))
        #expect(mask.flipped([0])[0..., 1].any(axis: 1) == BoolTensor([false, true]))
    }

    @Test func `with nothing in it is all true, and none is`() {
        let empty = BoolTensor(shape: [2, 0], [])
        #expect(empty.all(axis: 1) == BoolTensor([true, true]) && empty.any(axis: 1) == BoolTensor([false, false]))
        #expect(
            empty.all && !empty.any && empty.all(axis: 0).shape == [0] && empty.trueCount(axis: 1) == IntTensor([0, 0]))
    }
}
