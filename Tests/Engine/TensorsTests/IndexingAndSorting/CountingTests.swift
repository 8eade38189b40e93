import TestSupport
import Testing

@testable import Tensors

@Suite struct `Counting` {
    @Test func `finds the different numbers, which each element is, and how often each occurs`() {
        let labels = IntTensor([[7, 2, 7], [-1, 2, 7]])
        let (values, inverse, counts) = labels.unique()
        #expect(values == IntTensor([-1, 2, 7]) && counts == IntTensor([1, 2, 3]))
        #expect(inverse == IntTensor([[2, 1, 2], [0, 1, 2]]) && values.entries(inverse, axis: 0) == labels)
        #expect(labels.transposed().unique().inverse == inverse.transposed())
        #expect(ByteTensor([255, 0, 255]).unique().values == ByteTensor([0, 255]))
        #expect(IntTensor(5).unique().inverse.shape == [] && IntTensor(5).unique().values == IntTensor([5]))
    }

    @Test func `takes -0 for 0, and every NaN for a number of its own`() {
        let (values, inverse, counts) = Tensor([3, .nan, 1, .nan, -0.0, 0]).unique()
        expectClose(values, Tensor([0, 1, 3, .nan, .nan]))
        #expect(inverse == IntTensor([2, 3, 1, 4, 0, 0]) && counts == IntTensor([2, 1, 1, 1, 1]))
    }

    @Test func `of nothing finds nothing`() {
        let (values, inverse, counts) = Tensor.zeros(2, 0).unique()
        #expect(values.shape == [0] && inverse.shape == [2, 0] && counts.shape == [0])
        #expect(IntTensor(shape: [0], []).unique().values.shape == [0])
        #expect(IntTensor(shape: [0], []).bincount() == IntTensor(shape: [0], []))
    }

    @Test func `agrees with a dictionary`() {
        let x = (Tensor(noise(10_000)) * 20).rounded()
        let (values, inverse, counts) = x.unique()
        var expected: [Float: Int] = [:]
        for number in x.scalars { expected[number, default: 0] += 1 }
        #expect(values.scalars == expected.keys.sorted() && counts.scalars == values.scalars.map { expected[$0]! })
        #expect(inverse.scalars.map { values.scalars[$0] } == x.scalars)
        #expect(!x.requiringGrad().unique().values.requiresGrad)
    }

    @Test func `of whole numbers has a count for each, also for those that are missing`() {
        #expect(IntTensor([[1, 3], [1, 0]]).bincount() == IntTensor([1, 2, 0, 1]))
        #expect(
            IntTensor([1]).bincount(minLength: 4) == IntTensor([0, 1, 0, 0])
                && IntTensor([2]).bincount(minLength: 1).count == 3)
    }
}

@Suite struct `What is not zero` {
    @Test func `has one index for each axis`() {
        let x = Tensor([[0, 1.5, 0], [-2, 0, .nan]])
        #expect(x.nonzero() == IntTensor([[0, 1], [1, 0], [1, 2]]))
        #expect(x.T.nonzero() == IntTensor([[0, 1], [1, 0], [2, 1]]))
        #expect(IntTensor([0, 4, -0, 5]).nonzero() == IntTensor([[1], [3]]))
        #expect(x.rows((x[0..., 0] .< 0).nonzero().scalars).shape == [1, 3])
    }

    @Test func `of a number is a row without numbers, if it is there at all`() {
        #expect(Tensor(5).nonzero().shape == [1, 0] && Tensor(-0.0).nonzero().shape == [0, 0])
        #expect(
            Tensor.zeros(0, 3).nonzero().shape == [0, 2]
                && BoolTensor(repeating: false, shape: [2, 2]).nonzero().shape == [0, 2])
        #expect(ByteTensor([[0, 1]]).nonzero() == IntTensor([[0, 1]]))
    }
}
