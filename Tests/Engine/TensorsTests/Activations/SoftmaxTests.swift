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

    @Test(arguments: [false, true]) func `are the same for classes on an axis inside`(_ ignoresSome: Bool) {
        var random = SplitMix64(seed: 1)
        let x = 5 * Tensor.randn(2, 12, 17, 33, using: &random)
        let labels = IntTensor(shape: [2, 17, 33], (0..<2 * 17 * 33).map { $0 % 12 })
        let (a, b) = (x.requiringGrad(), x.requiringGrad())
        let ignored = ignoresSome ? 5 : nil
        let counts = Tensor(labels .!= IntTensor(ignored ?? -1))
        let expected = -b.logSoftmax(axis: 1).gathered(axis: 1, labels.unsqueezed(1)).squeezed(1) * counts
        let found = a.softmaxCrossEntropy(labels, axis: 1, ignoring: ignored)
        expectClose(found, expected)
        found.sum().backward()
        expected.sum().backward()
        expectClose(a.grad!, b.grad!, absolute: 1e-6)
    }

    @Test func `leave ignored pixels alone, whatever their scores are`() {
        let x = Tensor(shape: [1, 2, 2], [.nan, 1, .infinity, 2]).requiringGrad()
        let losses = x.softmaxCrossEntropy(IntTensor(shape: [1, 2], [-1, 1]), axis: 1, ignoring: -1)
        expectClose(losses, Tensor([[0, 0.31326166]]))
        losses.sum().backward()
        expectClose(x.grad!, Tensor(shape: [1, 2, 2], [0, 0.26894143, 0, -0.26894143]))
    }

    @Test func `survive scores of any size in pixels`() {
        let x = Tensor(shape: [1, 3, 2], [1e30, -1e4, 0, -1e4, -1e30, -1e4]).requiringGrad()
        let losses = x.softmaxCrossEntropy(IntTensor(shape: [1, 2], [0, 1]), axis: 1)
        expectClose(losses, Tensor([[0, 1.0986123]]))
        losses.sum().backward()
        expectClose(
            x.grad!, Tensor(shape: [1, 3, 2], [0, 0.33333334, 0, -0.6666667, 0, 0.33333334]), absolute: 1e-7)
        #expect(
            Tensor.zeros(0, 3, 2).softmaxCrossEntropy(IntTensor(shape: [0, 2], []), axis: 1).shape == [0, 2])
    }
}
