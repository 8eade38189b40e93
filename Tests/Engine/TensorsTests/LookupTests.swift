import TestSupport
import Testing

@testable import Tensors

@Suite struct `Looking rows up` {
    // Large enough to be shared out: the table's rows in eight blocks.
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

    @Test func `reads ids and tables that lie anyhow`() {
        let table = Tensor.arange(6).reshaped(2, 3).T
        let ids = IntTensor([[0, 1], [2, 0]]).transposed()
        #expect(table.embedded(ids).scalars == [0, 3, 2, 5, 1, 4, 0, 3])
    }
}

@Suite struct `Layer norm` {
    // Near 1000 the mean itself is rounded by up to 3e-5, a fraction of a small row's deviation.
    @Test(arguments: [[5, 3], [300, 1_000], [2, 9_000]])
    func `gives every row mean 0 and variance 1, also far from 0`(_ shape: [Int]) {
        var random = SplitMix64(seed: 1)
        for offset in [0, 1_000] as [Float] {
            let y = (Tensor.randn(shape, using: &random) + offset).layerNorm(epsilon: 0)
            expectClose(y.mean(axis: 1), .zeros(shape[0]), absolute: offset == 0 ? 2e-6 : 2e-3)
            expectClose(y.variance(axes: [1], unbiased: false), .ones(shape[0]), relative: 1e-5)
        }
    }

    @Test func `of a single number is β`() {
        #expect(Tensor([[3], [5]]).layerNorm(Tensor([2]), Tensor([7])).scalars == [7, 7])
    }

    @Test(arguments: [[0, 3], [2, 0]]) func `of nothing is nothing`(_ shape: [Int]) {
        let (x, gamma) = (Tensor.zeros(shape).requiringGrad(), Tensor.ones(shape[1]).requiringGrad())
        x.layerNorm(gamma).sum().backward()
        #expect(x.grad?.shape == shape && gamma.grad?.scalars == [Float](repeating: 0, count: shape[1]))
    }
}

@Suite struct `Softmax` {
    @Test func `does not lose what lies far below the largest in its logarithm`() {
        expectClose(Tensor([0, -500]).logSoftmax(), Tensor([0, -500]))
        #expect(Tensor([0, -500]).softmax().scalars == [1, 0])
    }

    @Test(arguments: [1, 2, 17, 1_000]) func `adds up to 1`(_ n: Int) {
        var random = SplitMix64(seed: 1)
        expectClose((10 * Tensor.randn(50, n, using: &random)).softmax().sum(axis: 1), .ones(50))
    }
}

@Suite struct `Variance` {
    @Test func `along one axis is that of each row`() {
        let rows = Tensor([[1, 3], [2, 6]])
        #expect(rows.variance(axis: 1).scalars == [2, 8] && rows.std(axis: -1, unbiased: false).scalars == [1, 2])
    }

    @Test(arguments: [[3, 4, 5_000], [4, 40, 40], [16, 4_096], [5, 7, 6]])
    func `is the same over any axes as by the formula`(_ shape: [Int]) {
        var random = SplitMix64(seed: 1)
        let x = Tensor.randn(shape, using: &random) + 3
        for axes in [[0], [1], [0, shape.count - 1], Array(shape.indices), [shape.count - 1]] {
            let centred = x - x.mean(axes: axes, keepingAxes: true)
            expectClose(
                x.variance(axes: axes, unbiased: false), centred.squared().mean(axes: axes), relative: 1e-5)
        }
    }
}
