import TestSupport
import Testing

@testable import Tensors

@Suite struct `Looking rows up` {
    // Large enough to be shared among the threads: the table's rows in eight blocks.
    @Test func `adds up the gradients of a row that is asked for many times`() {
        var random = SplitMix64(seed: 1)
        let table = Tensor.zeros(1_000, 7).requiringGrad()
        let ids = IntTensor((0..<20_000).map { $0 * $0 % 997 })
        let dy = Tensor.randn(20_000, 7, using: &random)
        table.embedded(ids).backward(gradient: dy)
        var expected = [Double](repeating: 0, count: 7_000)
        for (i, id) in ids.scalars.enumerated() {
            for j in 0..<7 { expected[id * 7 + j] += Double(dy.array.scalars[i * 7 + j]) }
        }
        expectClose(table.grad!.scalars.map { Double($0) }, expected, absolute: 1e-4, relative: 1e-5)
    }

    @Test func `of no ids is empty, and its gradient zero`() {
        let table = Tensor.ones(3, 2).requiringGrad()
        let y = table.embedded(IntTensor(shape: [0, 4], []))
        #expect(y.shape == [0, 4, 2])
        y.sum().backward()
        #expect(table.grad?.scalars == [0, 0, 0, 0, 0, 0])
    }

    @Test func `reads ids and tables in any memory layout`() {
        let table = Tensor.arange(6).reshaped(2, 3).T
        let ids = IntTensor([[0, 1], [2, 0]]).transposed()
        #expect(table.embedded(ids).scalars == [0, 3, 2, 5, 1, 4, 0, 3])
    }
}
