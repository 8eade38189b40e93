// The book's small examples with their numbers: losses, batches and models, sections 4.10 to 4.15.

import Chapter04
import Layers
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `4.10 The loss` {
    let targets = Tensor([1, 0, 1])

    @Test func `images become rows, targets become a column`() {
        let x = Tensor.cat([Tensor.zeros(3, 28, 28), .ones(2, 28, 28)]).reshaped(-1, 28 * 28)
        let y = Tensor.cat([.ones(3), .zeros(2)]).unsqueezed(1)
        #expect(x.shape == [5, 784] && y.shape == [5, 1])
        #expect(TensorDataset(x, y)[0].0.shape == [784] && TensorDataset(x, y)[0].1.scalars == [1])
    }

    @Test func `an image has the same score alone as among all`() {
        var random = SplitMix64(seed: 410)
        let (weights, bias) = (initParams(784, 1, using: &random), initParams(1, using: &random))
        let x = madeUpDigits(9, seed: 1).inputs
        let alone = (x[0] * weights.T).sum() + bias
        #expect(linear1(x, [weights, bias]).shape == [9, 1])
        expectClose(linear1(x, [weights, bias])[0].detached(), alone.detached(), absolute: 1e-4)
    }

    @Test func `where chooses, and the mean is 0.4333`() {
        let predictions = Tensor([0.9, 0.4, 0.2])
        expectClose(Tensor.where(targets .== 1, 1 - predictions, predictions), Tensor([0.1, 0.4, 0.8]))
        #expect(rounded(mnistLossV1(predictions, targets).item) == 0.4333)
    }

    @Test func `a better third prediction lowers it to 0.2333`() {
        #expect(rounded(mnistLossV1(Tensor([0.9, 0.4, 0.8]), targets).item) == 0.2333)
    }

    @Test func `untrained accuracy does not notice a tiny change in a weight`() {
        var random = SplitMix64(seed: 406)
        let weights = Tensor.randn(784, 1, using: &random)
        var moved = weights
        moved[406] = moved[406] * 1.0001
        let (x, y) = (madeUpDigits(500, seed: 2).inputs, madeUpDigits(500, seed: 2).targets)
        #expect(x.matmul(weights).scalars != x.matmul(moved).scalars)
        #expect(thresholdAccuracy(x.matmul(weights), y) == thresholdAccuracy(x.matmul(moved), y))
    }

    @Test func `6089 of 12396 is the accuracy that the book prints`() {
        let right = Tensor(IntTensor((0..<12396).map { $0 < 6089 ? 1 : 0 })).unsqueezed(1)
        #expect(thresholdAccuracy(right - 0.5, .ones(12396, 1)) == 0.4912068545818329)
    }
}

@Suite struct `4.11 Sigmoid` {
    @Test func `values from -4 to 4`() {
        let x = Tensor([-4, -1, 0, 1, 4])
        let exact = Tensor([0.017986209962, 0.268941421370, 0.5, 0.731058578630, 0.982013790038])
        expectClose(sigmoid(x), exact)
        expectClose(x.sigmoid(), exact)
    }

    @Test func `backward through our own formula fails at -90, and the engine's does not`() {
        func slope(_ function: (Tensor) -> Tensor) -> Float {
            let x = Tensor(-90).requiringGrad()
            function(x).backward()
            return x.grad!.item
        }
        #expect(slope(sigmoid).isNaN)
        #expect(slope { $0.sigmoid() } == 0)
    }

    @Test func `the slope is p (1 - p), which Float rounds to 0 from about 17`() {
        let x = Tensor([-11.1002, 0, 9.9627]).requiringGrad()
        x.sigmoid().sum().backward()
        expectClose(x.grad!, Tensor([1.51095e-5, 0.25, 4.71188e-5]), relative: 1e-3)
        let p = Tensor([16, 17]).sigmoid()
        #expect((p * (1 - p))[0].item > 0 && (p * (1 - p))[1].item == 0)
    }

    @Test func `targets without a second axis make the loss blind`() {
        let predictions = Tensor([[0.9], [0.4], [0.2]])
        for targets in [Tensor([1, 0, 1]), Tensor([0, 1, 1])] {
            #expect(Tensor.where(targets .== 1, 1 - predictions, predictions).shape == [3, 3])
            expectClose(mnistLossV1(predictions, targets), Tensor(0.5))
        }
    }

    @Test func `the loss with a sigmoid in front is 0.445968`() {
        expectClose(mnistLoss(Tensor([0.9, 0.4, 0.2]), Tensor([1, 0, 1])), Tensor(0.445968053), relative: 1e-6)
    }

    @Test func `targets of another shape are refused, since they would broadcast to [n, n]`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = mnistLoss(.zeros(4, 1), .ones(4))
        }
        #expect(message(of: result).contains("mnistLoss of [4, 1] and [4]"))
        #expect(message(of: result).contains("targets.unsqueezed(1)"))
    }

    @Test func `an accuracy refuses them as well`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = batchAccuracy(.ones(4, 1), .ones(4))
        }
        #expect(message(of: result).contains("batchAccuracy of [4, 1] and [4]"))
    }
}

@Suite struct `4.12 Mini-batches` {
    @Test func `26 letters in batches of 6 leave 2 for the last, and stay with their numbers`() {
        var random = SplitMix64(seed: 26)
        let letters = Array("abcdefghijklmnopqrstuvwxyz".enumerated()).map { ($0.offset, $0.element) }
        let batches = Array(DataLoader(letters, batchSize: 6, shuffledUsing: &random))
        #expect(batches.map { $0.0.count } == [6, 6, 6, 6, 2])
        let pairs = batches.flatMap { zip($0.0.scalars, $0.1) }.sorted { $0.0 < $1.0 }
        #expect(pairs.map(\.0) == Array(0..<26) && String(pairs.map(\.1)) == "abcdefghijklmnopqrstuvwxyz")
    }

    @Test func `gradients agree from 1, the same direction, to -1, the opposite`() {
        let (a, b) = (Tensor([3, 4]), Tensor([4, -3]))
        #expect(agreement(a, 2 * a) == 1 && agreement(a, -a) == -1)
        #expect(abs(agreement(a, b)) < 1e-7)  // 0.6 and 0.8 are rounded
        #expect(agreement(a, .zeros(2)) == 0)
        #expect(lengths(.stack([a, 2 * b])).scalars == [5, 10])
    }

    @Test func `the book's training set makes 49 batches, only one of them mixed`() {
        let isThree = (0..<12396).map { $0 < 6131 }
        let batches = DataLoader(isThree, batchSize: 256).map { (threes: $0.trueCount, all: $0.count) }
        #expect(batches.map(\.all) == Array(repeating: 256, count: 48) + [108])
        #expect(batches.indices.filter { (1..<batches[$0].all).contains(batches[$0].threes) } == [23])
        #expect(batches[23].threes == 243)
    }
}

@Suite struct `4.13 The training loop` {
    /// The scores of four threes that the book prints.
    let scores = Tensor([[-11.1002], [5.9263], [9.9627], [-8.1484]])
    let targets = Tensor.ones(4, 1)

    @Test func `the loss of the four is 0.5006`() {
        expectClose(mnistLoss(scores, targets), Tensor(0.500601034))
    }

    @Test func `the gradient of their bias adds up, pass after pass`() {
        let bias = Tensor([0]).requiringGrad()
        let slopes = (0..<3).map { _ in
            calculateGradients(scores, targets) { $0 + bias }
            return bias.grad!.item
        }
        expectClose(Tensor(slopes), Tensor([-0.00075135, -0.0015027, -0.0022541]), absolute: 1e-7)
        expectClose(Tensor(slopes), slopes[0] * Tensor([1, 2, 3]), relative: 1e-6)
    }

    @Test func `two of the four are right`() {
        #expect((Tensor(scores .> 0) .== targets).scalars == [false, true, true, false])
        #expect(batchAccuracy(scores, targets) == 0.5)
    }

    @Test func `an epoch by hand leaves no gradient behind`() {
        var parameters = [Tensor.zeros(784, 1).requiringGrad(), Tensor.zeros(1).requiringGrad()]
        trainEpoch(DataLoader(madeUpDigits(20, seed: 3), batchSize: 8), linear1, &parameters, learningRate: 0.1)
        #expect(parameters.allSatisfy { $0.grad == nil && $0.requiresGrad })
        #expect(parameters[0].abs().max().item > 0)
    }
}

@Suite struct `4.15 A nonlinearity` {
    @Test func `the linear model has 785 parameters, the net 23,581`() {
        var random = SplitMix64(seed: 415)
        let net = Sequential(Linear(784, 30, using: &random), ReLU(), Linear(30, 1, using: &random))
        #expect(Linear(784, 1, using: &random).parameters.map(\.shape) == [[1, 784], [1]])
        #expect(Linear(784, 1, using: &random).parameterCount == 785)
        #expect(net.parameters.map(\.shape) == [[30, 784], [30], [1, 30], [1]] && net.parameterCount == 23_581)
    }

    @Test func `two linear layers are one, unless there is a ReLU between them`() {
        let (x, w1, b1) = (Tensor([[1, 2], [-3, 4]]), Tensor([[1, -2, 3], [0, 4, -5]]), Tensor([1, -1, 2]))
        let (w2, b2) = (Tensor([[2], [-1], [3]]), Tensor([7]))
        let two = (x.matmul(w1) + b1).matmul(w2) + b2
        let one = x.matmul(w1.matmul(w2)) + (b1.matmul(w2) + b2)
        #expect(two.scalars == one.scalars)
        #expect(simpleNet(x, [w1, b1, w2, b2]).scalars != one.scalars)
    }

    @Test func `twice as many pieces are four times as close to a curve`() {
        let x = Tensor.linspace(-3.2, 3.2, 1001)
        func error(_ pieces: Int) -> Float {
            (reluCurve({ $0.sin() }, pieces: pieces, over: -3.2...3.2, at: x) - x.sin()).abs().max().item
        }
        #expect(error(3) > error(6) && error(6) > error(12))
        #expect((3.5...4.5).contains(error(12) / error(24)))
    }
}
