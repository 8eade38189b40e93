import TestSupport
import Testing

@testable import Tensors

@Suite struct `Softmax` {
    @Test func `does not lose what is far below the largest in its logarithm`() {
        expectClose(Tensor([0, -500]).logSoftmax(), Tensor([0, -500]))
        #expect(Tensor([0, -500]).softmax().scalars == [1, 0])
    }

    @Test(arguments: [1, 2, 17, 1_000]) func `adds up to 1`(_ n: Int) {
        var random = SplitMix64(seed: 1)
        expectClose((10 * Tensor.randn(50, n, using: &random)).softmax().sum(axis: 1), .ones(50))
    }
}

@Suite struct `Softmax and cross-entropy in one` {
    @Test func `survive scores of any size`() {
        let x = Tensor([[1e30, 0, -1e30], [-1e4, -1e4, -1e4], [88, 89, 90]]).requiringGrad()
        let losses = x.softmaxCrossEntropy(IntTensor([0, 1, 2]))
        expectClose(losses, Tensor([0, 1.0986123, 0.4076059]))
        losses.sum().backward()
        expectClose(
            x.grad!, Tensor([[0, 0, 0], [0.33333334, -0.6666667, 0.33333334], [0.0900306, 0.2447285, -0.3347591]]))
    }

    @Test func `agree with logSoftmax, digit by digit, in a long row`() {
        var random = SplitMix64(seed: 1)
        let (x, labels) = (Tensor.randn(3, 5_000, using: &random), IntTensor([0, 4_999, 2_345]))
        let (a, b) = (x.requiringGrad(), x.requiringGrad())
        let expected = -b.logSoftmax().gathered(axis: 1, labels.unsqueezed(1)).squeezed(1)
        let found = a.softmaxCrossEntropy(labels)
        expectClose(found, expected)
        found.mean().backward()
        expected.mean().backward()
        expectClose(a.grad!, b.grad!, absolute: 1e-8)
    }

    @Test func `let NaN stay in its row`() {
        let losses = Tensor([[.nan, 1], [0, 0]]).softmaxCrossEntropy(IntTensor([1, 1]))
        #expect(losses[0].item.isNaN && losses[1].item.isFinite)
    }

    @Test func `take a batch of no rows`() {
        #expect(Tensor.zeros(0, 3).softmaxCrossEntropy(IntTensor(shape: [0], [])).shape == [0])
    }
}
