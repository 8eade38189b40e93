import TestSupport
import Testing

@testable import Tensors

@Suite struct `Long sums` {
    // Up to 32 numbers in a row are added in float, the rest in double.
    @Test func `of a million numbers keep their digits`() {
        let x = Tensor.full(0.1, [1_000_000])
        expectClose(x.sum(), Tensor(100_000), absolute: 0.01)
        expectClose(x.reshaped(1000, 1000).sum(axis: 0), Tensor.full(100, [1000]), absolute: 0, relative: 4e-7)
        expectClose(x.reshaped(1, -1).mean(axis: 1), Tensor([0.1]), absolute: 0, relative: 4e-7)
    }

    @Test func `have a variance that does not cancel`() {
        let x = Tensor([10_000, 10_001, 10_002])
        expectClose(x.variance(), Tensor(1))
        expectClose((Tensor.arange(1000) / 1000 + 4096).std(unbiased: false), Tensor(0.288675), absolute: 2e-5)
    }
}
