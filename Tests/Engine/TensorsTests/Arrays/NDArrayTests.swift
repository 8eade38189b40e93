import TestSupport
import Testing

@testable import Tensors

/// [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
private let table = IntTensor(shape: [3, 4], Array(0..<12))

@Suite struct `A view` {
    @Test(arguments: [
        table.transposed(), table[1], table[0..., 2], table.reshaped(2, 6), table.unsqueezed(0), table.permuted(1, 0),
        table[1..<2].squeezed(), table.expanded(to: [5, 3, 4]), table[stride(from: 0, to: 3, by: 2)],
    ]) func `shares the memory of what it looks at`(_ view: IntTensor) {
        #expect(view.memory === table.memory)
    }

    @Test func `only has other strides`() {
        #expect(table.strides == [4, 1] && table.offset == 0)
        #expect(table.transposed().strides == [1, 4])
        #expect(table[1..., 2].strides == [4] && table[1..., 2].offset == 6)
        #expect(table[0..., stride(from: 1, to: 4, by: 2)].strides == [4, 2])
        #expect(table.unsqueezed(1).shape == [3, 1, 4])
    }

    @Test func `of a repeated number costs no memory`() {
        let one = Tensor(1)
        let large = one.expanded(to: [1_000_000, 1_000])
        #expect(large.strides == [0, 0] && large.count == 1_000_000_000)
        #expect(large.array.memory === one.array.memory)
    }

    @Test func `becomes a copy when it is reshaped against the grain`() {
        let flat = table.transposed().reshaped(12)
        #expect(flat.memory !== table.memory)
        #expect(flat.scalars == [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11])
    }

    @Test func `knows whether its elements follow one another in memory`() {
        #expect(table.isContiguous && table[1].isContiguous && table[1..<3].isContiguous)
        #expect(!table.transposed().isContiguous && !table[0..., 1].isContiguous)
        #expect(table[0..., 1..<2].isContiguous == false)
        #expect(IntTensor(shape: [2, 0], []).transposed().isContiguous)
    }

    @Test func `is written to without changing what it looks at`() {
        var view = table.transposed()
        view[0] = IntTensor([7, 7, 7])
        #expect(table.scalars == Array(0..<12))
        #expect(view[0].scalars == [7, 7, 7] && view[1].scalars == [1, 5, 9])
    }

    @Test func `of repeated elements is written to one by one`() {
        var view = IntTensor([1, 2]).expanded(to: [2, 2])
        view[0, 0] = IntTensor(9)
        #expect(view.scalars == [9, 2, 1, 2])
    }
}

@Suite struct `A slice` {
    @Test func `by a number drops the axis`() {
        #expect(table[1].scalars == [4, 5, 6, 7] && table[1].shape == [4])
        #expect(table[-1].scalars == [8, 9, 10, 11])
        #expect(table[0, 3].item == 3 && table[-1, -4].item == 8 && table[2, 1].shape == [])
    }

    @Test func `by a range keeps it`() {
        #expect(table[1..<3].scalars == Array(4..<12) && table[1..<2].shape == [1, 4])
        #expect(table[0...1] == table[..<2] && table[...0] == table[0..<1])
        #expect(table[2...] == table[2..<3] && table[0...] == table)
        #expect(table[3...].shape == [0, 4] && table[1..<1, 0...].shape == [0, 4])
    }

    @Test func `may count from the end`() {
        #expect(table[(-2)...] == table[1..<3])
        #expect(table[..<(-1)] == table[0..<2] && table[...(-2)] == table[0..<2])
        #expect(table[-3 ..< -1] == table[0..<2] && table[-2...(-1)] == table[1..<3])
        #expect(table[-2..<0] == table[1..<3])
    }

    @Test func `may take steps`() {
        #expect(table[0..., stride(from: 0, to: 4, by: 3)].scalars == [0, 3, 4, 7, 8, 11])
        #expect(table[stride(from: 2, to: 2, by: 1)].shape == [0, 4])
        #expect(table[stride(from: 1, to: 3, by: 5)] == table[1..<2])
    }

    @Test func `of several axes picks a block`() {
        #expect(table[1..., 2...].scalars == [6, 7, 10, 11])
        #expect(table[0..., 1].scalars == [1, 5, 9])
        #expect(table[1..<3, -1].scalars == [7, 11])
    }

    @Test func `can be assigned, with the values broadcast`() {
        var x = table
        x[0] = IntTensor(0)
        x[1..., 1..<3] = IntTensor([-1, -2])
        x[0..., 3] = IntTensor([10, 20, 30])
        #expect(x.scalars == [0, 0, 0, 10, 4, -1, -2, 20, 8, -1, -2, 30])
        #expect(table.scalars == Array(0..<12))
    }

    @Test func `can be assigned from the same array`() {
        var x = table
        x[0] = x[2]
        x[0..., 0] = x[0..., 3]
        #expect(x.scalars == [11, 9, 10, 11, 7, 5, 6, 7, 11, 9, 10, 11])
    }

    @Test func `of rows picks them by number, in any order`() {
        #expect(table.rows([2, 0, 2]).scalars == [8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11])
        #expect(table.transposed().rows([1]).scalars == [1, 5, 9])
        #expect(table.rows([]).shape == [0, 4])
    }
}

@Suite struct `A shape` {
    @Test func `with one axis of -1 works out its length`() {
        #expect(table.reshaped(2, -1).shape == [2, 6] && table.reshaped(-1).shape == [12])
        #expect(table.reshaped(-1, 12).shape == [1, 12])
        #expect(IntTensor([Int]()).reshaped(-1, 3).shape == [0, 3])
    }

    @Test func `loses and gains axes of length 1`() {
        let x = IntTensor(repeating: 1, shape: [1, 3, 1])
        #expect(x.squeezed().shape == [3] && x.squeezed(-1).shape == [1, 3] && x.squeezed(0).shape == [3, 1])
        #expect(x.unsqueezed(0).shape == [1, 1, 3, 1] && x.unsqueezed(-1).shape == [1, 3, 1, 1])
    }

    @Test func `can be permuted by axes from either end`() {
        let x = IntTensor(shape: [2, 3, 4], Array(0..<24))
        #expect(x.permuted(2, 0, 1).shape == [4, 2, 3] && x.permuted(-1, 0, 1).shape == [4, 2, 3])
        #expect(x.permuted(2, 0, 1)[3, 1, 2] == x[1, 2, 3])
        #expect(x.transposed(0, 2).shape == [4, 3, 2])
    }

    @Test(arguments: [
        ([3], [2, 3], [2, 3]), ([2, 1], [3], [2, 3]), ([], [4], [4]), ([4], [], [4]), ([], [], []), ([1], [0], [0]),
        ([5, 1, 4], [3, 1], [5, 3, 4]), ([0, 3], [3], [0, 3]), ([1], [1, 1], [1, 1]),
    ]) func `of two arrays together is aligned at the right`(_ a: [Int], _ b: [Int], _ expected: [Int]) {
        #expect(broadcastShape(a, b, "+") == expected)
        #expect(broadcastShape(b, a, "+") == expected)
    }
}

@Suite struct `Several arrays` {
    @Test func `are stacked along a new axis`() {
        let (a, b) = (IntTensor([1, 2, 3]), IntTensor([4, 5, 6]))
        #expect(IntTensor.stack([a, b]).scalars == [1, 2, 3, 4, 5, 6])
        #expect(IntTensor.stack([a, b], axis: 1).scalars == [1, 4, 2, 5, 3, 6])
        #expect(IntTensor.stack([a, b], axis: -1).shape == [3, 2] && IntTensor.stack([a], axis: -2).shape == [1, 3])
        #expect(IntTensor.stack([IntTensor(7), IntTensor(8)]).scalars == [7, 8])
    }

    @Test func `are joined along an old one`() {
        let (a, b) = (IntTensor([[1, 2]]), IntTensor([[3, 4], [5, 6]]))
        #expect(IntTensor.cat([a, b]).scalars == [1, 2, 3, 4, 5, 6])
        #expect(IntTensor.cat([a.transposed(), b], axis: -1).scalars == [1, 3, 4, 2, 5, 6])
        #expect(IntTensor.cat([a, IntTensor(shape: [0, 2], []), b]).shape == [3, 2])
    }

    @Test func `are equal if shapes and elements are`() {
        #expect(table == IntTensor(shape: [3, 4], Array(0..<12)))
        #expect(table != table.reshaped(4, 3) && table.transposed().transposed() == table)
        #expect(IntTensor([1]) != IntTensor(1))
    }
}

@Suite struct `Elements` {
    @Test func `come from nested lists`() {
        #expect(IntTensor([[1, 2], [3, 4]]).shape == [2, 2])
        #expect(IntTensor([[[1], [2]], [[3], [4]], [[5], [6]]]).shape == [3, 2, 1])
        #expect(IntTensor([[Int]]()).shape == [0, 0] && IntTensor(5).item == 5)
    }

    @Test func `change their type only where the code says so`() {
        #expect(Tensor(ByteTensor([0, 255])).scalars == [0, 255])
        #expect(Tensor(IntTensor([-3, 4])).scalars == [-3, 4])
        #expect(Tensor(BoolTensor([true, false])).scalars == [1, 0])
        #expect(IntTensor(BoolTensor([true, false])).scalars == [1, 0] && IntTensor(ByteTensor([7])).scalars == [7])
    }

    @Test func `are rounded toward zero on the way to integers`() {
        #expect(IntTensor(Tensor([2.9, -2.9, 0])).scalars == [2, -2, 0])
        #expect(ByteTensor(Tensor([0.9, 254.99, 255])).scalars == [0, 254, 255])
        #expect(IntTensor(Tensor([[1, 2], [3, 4]]).T).scalars == [1, 3, 2, 4])
    }

    @Test func `that are truth values combine and count`() {
        let (a, b) = (BoolTensor([true, true, false]), BoolTensor([[true], [false]]))
        #expect((a .& b).scalars == [true, true, false, false, false, false])
        let wide = a.expanded(to: [2, 3])
        #expect((wide.transposed() .| b.transposed()).transposed().scalars == (a .| b).scalars)
        #expect((a .| b).scalars == [true, true, true, true, true, false])
        #expect((.!a).scalars == [false, false, true] && a.trueCount == 2 && a.any && !a.all)
        #expect(BoolTensor([Bool]()).all && !BoolTensor([Bool]()).any)
    }

    @Test func `compare one by one`() {
        let (a, b) = (Tensor([1, 2, 3]), Tensor([3, 2, 1]))
        let masks = [a .< b, a .<= b, a .> b, a .>= b, a .== b, a .!= b].map { $0.scalars.map { $0 ? 1 : 0 } }
        #expect(masks == [[1, 0, 0], [1, 1, 0], [0, 0, 1], [0, 1, 1], [0, 1, 0], [1, 0, 1]])
        #expect((a .>= 2).scalars == [false, true, true] && (IntTensor([1, 2]) .== 2).scalars == [false, true])
    }

    @Test func `are rounded down, or to the nearest even`() {
        let x = Tensor([-1.5, -0.2, 0.5, 1.5, 2.6])
        #expect(x.floor().scalars == [-2, -1, 0, 1, 2] && x.rounded().scalars == [-2, 0, 0, 2, 3])
    }

    @Test(arguments: [(2, 7, 1), (3, 4, 300), (1, 1, 5), (1, 9, 513)], Seeds.all)
    func `are found along any axis, NaN first of all`(_ size: (outer: Int, count: Int, inner: Int), seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Few different values: most columns have several that are equal, and some have NaN.
        let x = Tensor.rand(size.outer, size.count, size.inner, low: -2, high: 3, using: &random).rounded()
        let strange = Tensor.where(x .== -2, Tensor(.nan), x)
        for (largest, found) in [(true, strange.argmax(axis: 1)), (false, strange.argmin(axis: 1))] {
            let expected = (0..<size.outer * size.inner).map { place in
                let column = strange[place / size.inner, 0..., place % size.inner].scalars
                return column.firstIndex(where: \.isNaN) ?? column.firstIndex(
                    of: largest ? column.max()! : column.min()!)!
            }
            #expect(found.scalars == expected)
        }
    }

    @Test func `are found by argmax and argmin, the first of equal ones`() {
        let x = Tensor([[1, 5, 5], [9, 0, 9]])
        #expect(x.argmax(axis: 1).scalars == [1, 0] && x.argmax(axis: 0).scalars == [1, 0, 1])
        #expect(x.argmin(axis: -1).scalars == [0, 1])
        #expect(x.T.argmax(axis: 0).scalars == [1, 0])
    }
}
