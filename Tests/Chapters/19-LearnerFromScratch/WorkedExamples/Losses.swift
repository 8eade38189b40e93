// Losses with their exact numbers, the engine's and PyTorch's: section 19.5.

import Chapter19
import Tensors
import TestSupport
import Testing

private let scores = Tensor([[2, 1, 0.1], [0.5, 2.5, 0.3], [-1, 0, 3]])
private let labels = [0, 2, 2]

@Suite struct `19.5 Losses` {
    // PyTorch 2.13, in float64.
    @Test func `log-softmax, LogSumExp and cross-entropy agree with PyTorch`() {
        let expected = Tensor([
            [-0.4170300, -1.4170300, -2.3170300], [-2.2200495, -0.2200495, -2.4200495],
            [-4.0658839, -3.0658839, -0.0658839],
        ])
        for version in [logOfSoftmax, differenceOfLogs, logSoftmax] { expectClose(version(scores), expected) }
        expectClose(logSumExp(scores), Tensor([2.4170300, 2.7200495, 3.0658839]))
        let leaf = scores.requiringGrad()
        let loss = crossEntropy(leaf, labels)
        loss.backward()
        expectClose(loss, Tensor(0.9676545))
        expectClose(
            leaf.grad!,
            Tensor([
                [-0.1136663, 0.0808110, 0.0328553], [0.0362012, 0.2674930, -0.3036943],
                [0.0057159, 0.0155375, -0.0212535],
            ]))
    }

    @Test(arguments: Seeds.all)
    func `value and gradient are the engine's`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let values = 5 * Tensor.randn(16, 10, using: &random)
        let labels = (0..<16).map { _ in Int(random.uniform() * 10) }
        let (ours, engines) = (values.requiringGrad(), values.requiringGrad())
        let (loss, itsLoss) = (crossEntropy(ours, labels), engines.softmaxCrossEntropy(IntTensor(labels)).mean())
        loss.backward()
        itsLoss.backward()
        expectClose(loss.detached(), itsLoss.detached())
        expectClose(ours.grad!, engines.grad!)
        expectClose(logSumExp(values), values.logSumExp(axis: 1))
        // The gradient: the probabilities minus the truth, over the number of items.
        let truth = Tensor.eye(10).rows(labels)
        expectClose(ours.grad!, (values.softmax() - truth) / 16)
    }

    @Test func `of 1000, 1001 and 1002 only the third version has something to say`() {
        let large = Tensor([1000, 1001, 1002])
        #expect(logOfSoftmax(large).scalars.allSatisfy { $0.isNaN })
        #expect(differenceOfLogs(large).scalars == [-.infinity, -.infinity, -.infinity])
        expectClose(logSumExp(large), Tensor(1002.4076))
        expectClose(logSoftmax(large), Tensor([-2.4076059, -1.4076059, -0.4076059]), absolute: 1e-4)
    }

    @Test(arguments: [(88, true), (89, false)] as [(Float, Bool)])
    func `the limit is between 88 and 89`(_ largest: Float, _ isFinite: Bool) {
        let x = Tensor([largest - 2, largest - 1, largest])
        #expect(differenceOfLogs(x)[0].item.isFinite == isFinite && logOfSoftmax(x)[0].item.isFinite == isFinite)
        expectClose(logSoftmax(x), Tensor([-2.4076059, -1.4076059, -0.4076059]), absolute: 1e-5)
    }

    @Test func `both ways to LogSumExp are close, and not always equal`() {
        var random = SplitMix64(seed: 1905)
        let pairs = (0..<1000).map { _ -> (Float, Float) in
            let x = Tensor.rand(5, using: &random)
            return (x.exp().sum().log().item, logSumExp(x).item)
        }
        #expect(pairs.allSatisfy { abs($0 - $1) < 1e-6 })
        #expect((1..<1000).contains(pairs.count { $0 == $1 }))
    }

    @Test func `nll is minus the mean of what is picked, and takes no logarithm`() {
        #expect(nll(Tensor([[-1, -2, -3], [-10, -20, -30]]), [2, 0]).item == 6.5)
        #expect(nll(Tensor([[0.5, 0.5]]), [0]).item == -0.5)
        expectClose(crossEntropy(.zeros(4, 10), [0, 3, 5, 9]), Tensor(2.3025851))
    }

    @Test func `the mean of the loss is the loss`() {
        let loss = crossEntropy(scores, labels)
        #expect(loss.mean().item == loss.item)
    }

    @Test(.serialized, arguments: [0, 1])
    func `a label too few, or no rows, is explained`(_ number: Int) async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in
            _ = number == 0 ? nll(scores, [0, 1]) : nll(Tensor([1, 2, 3]), [0])
        }
        let words = ["nll of [3, 3] and 2 labels: every row needs one label", "nll of [3] and 1 labels"]
        #expect(message(of: result).contains(words[number]))
        #expect(message(of: result).contains("try: log-probabilities [n, classes] and n labels"))
    }
}
