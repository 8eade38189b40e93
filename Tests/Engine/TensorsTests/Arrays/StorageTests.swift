import Tensors
import Testing

/// The numbers 1 to 9.
private let m = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
private let c = Tensor([10, 20, 30])

/// The elements of a tensor, each found in the storage by strides and offset.
private func found(_ x: Tensor) -> [Float] {
    let indices = x.shape.reduce([[]]) { indices, length in
        indices.flatMap { index in (0..<length).map { index + [$0] } }
    }
    return indices.map { index in x.storage[x.offset + zip(index, x.strides).reduce(0) { $0 + $1.0 * $1.1 }] }
}

@Suite struct `The storage` {
    @Test func `holds a repeated number once`() {
        let (rows, columns) = (c.expanded(to: [3, 3]), c.unsqueezed(1).expanded(to: [3, 3]))
        #expect(rows.storage == [10, 20, 30] && rows.strides == [0, 1] && rows.count == 9)
        #expect(columns.storage == [10, 20, 30] && columns.strides == [1, 0] && columns.count == 9)
        #expect(rows.scalars == [10, 20, 30, 10, 20, 30, 10, 20, 30])
        #expect(columns.scalars == [10, 10, 10, 20, 20, 20, 30, 30, 30])
    }

    @Test func `keeps its order under a transposed view, and has a new one in a copy`() {
        #expect(m.T.storage == m.scalars && m.T.strides == [1, 3])
        #expect(m.T.reshaped(9).storage == [1, 4, 7, 2, 5, 8, 3, 6, 9])
    }

    // Strides and offsets are PyTorch's.
    @Test(arguments: [
        (m[1], [1], 3), (m[0..., 1], [3], 1), (m[1..., 1...], [3, 1], 4), (m.T, [1, 3], 0), (m.T[2], [3], 2),
    ])
    func `of a part is that of the whole`(_ part: Tensor, _ strides: [Int], _ offset: Int) {
        #expect(part.storage == m.scalars && part.strides == strides && part.offset == offset)
    }

    @Test(arguments: [
        m, m.T, m[1], m[0..., -1], m[1..., ..<2], m[stride(from: 0, to: 3, by: 2)], c.expanded(to: [2, 3]),
        c.unsqueezed(1).expanded(to: [3, 4]), m.windows(axis: 1, size: 2), m.diagonal(), m[1, 1], Tensor(7),
        .zeros(0, 3),
    ])
    func `has every element where strides and offset say`(_ x: Tensor) { #expect(found(x) == x.scalars) }

    @Test func `is a copy, and shows what is written`() {
        var x = Tensor([1, 2, 3])
        var numbers = x.storage
        numbers[0] = 9
        #expect(x.scalars == [1, 2, 3])
        x[1] = Tensor(5)
        #expect(x.storage == [1, 5, 3])
        #expect(IntTensor([[1, 2], [3, 4]]).transposed().storage == [1, 2, 3, 4] && Tensor.zeros(0).storage == [])
    }

    @Test func `does not change under a view that is written to`() {
        var row = m[0]
        row[0] = Tensor(100)
        #expect(m.storage == m.scalars && m[0, 0].item == 1)
    }
}

@Suite struct `Expanding as another` {
    @Test func `takes its shape and none of its numbers`() {
        #expect(c.expanded(as: m).shape == [3, 3] && c.expanded(as: m).strides == [0, 1])
        #expect((c.expanded(as: m) + m).scalars == (c + m).scalars)
        #expect(BoolTensor([true, false]).expanded(as: Tensor.zeros(3, 2).array).trueCount == 3)
    }

    @Test func `has the gradient of the repeats`() {
        let x = Tensor([1, 2, 3]).requiringGrad()
        (x.expanded(as: m) * m).sum().backward()
        #expect(x.grad?.scalars == [12, 15, 18])
    }
}
