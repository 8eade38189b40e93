// The book's small examples of sections 21.7 to 21.9, and what PyTorch gives for the same numbers.

import Chapter21
import Foundation
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `21.7 One-hot labels` {
    @Test func `an airplane is [1, 0], a bird [0, 1]`() throws {
        #expect(try oneHot(IntTensor([0, 1]), classes: 2).scalars == [1, 0, 0, 1])
        #expect(try oneHotByHand([1, 0, 2], classes: 3) == [[0, 1, 0], [1, 0, 0], [0, 0, 1]])
        #expect(try oneHot(IntTensor([1, 0, 2]), classes: 3).scalars == [0, 1, 0, 1, 0, 0, 0, 0, 1])
    }

    @Test(arguments: [-1, 2, 9])
    func `a label that is no class is named`(_ label: Int) {
        let expected = LabelError(label, classes: 2)
        #expect(throws: expected) { try oneHot(IntTensor([0, label]), classes: 2) }
        #expect(throws: expected) { try oneHotByHand([label, 1], classes: 2) }
        #expect(expected.description.contains("\(label)") && expected.description.contains("0 to 1"))
    }

    @Test func `the mean has the smallest squared error`() {
        let errors = (0...40).map { meanSquaredError(of: Float($0) / 10, to: [0, 4]) }
        #expect(errors.firstIndex(of: errors.min()!) == 20 && errors[20] == 4)
    }
}

@Suite struct `21.8 Softmax` {
    /// PyTorch's `softmax(torch.tensor([1., 2., 3.]))`, with more digits than the book prints.
    private let ofThree: [Float] = [0.09003057, 0.24472847, 0.66524096]

    @Test func `of 1, 2, 3`() {
        let p = softmaxV1(Tensor([1, 2, 3]))
        expectClose(p, Tensor(ofThree))
        #expect(rounded(p.scalars) == [0.09, 0.2447, 0.6652] && abs(p.sum().item - 1) < 1e-6)
        #expect(abs((p[0] / p[1]).item - Float(exp(-1.0))) < 1e-6)
    }

    @Test func `along either axis`() {
        let x = Tensor([[1, 2, 3], [1, 2, 3]])
        expectClose(softmax(x, axis: 1), Tensor([ofThree, ofThree]))
        #expect(softmax(x, axis: 0).scalars == [Float](repeating: 0.5, count: 6))
        #expect(softmaxV1(Tensor([1000, 1001, 1002])).scalars.contains { $0.isNaN })
        expectClose(softmax(Tensor([[1000, 1001, 1002]]), axis: 1), Tensor([ofThree]))
    }

    @Test func `hyperbolicTangent is the engine's, where it is a number`() {
        let x = Tensor.linspace(-9, 9, 37)
        expectClose(hyperbolicTangent(x), x.tanh())
        #expect(hyperbolicTangent(Tensor(90)).item.isNaN && Tensor(90).tanh().item == 1)
    }
}

/// Four items with three classes, and what PyTorch makes of them.
private enum Golden {
    static let scores = Tensor([[1.5, -0.5, 0.25], [2, 3, -1], [0, 0, 4], [-3, 1, 1]])
    static let labels = IntTensor([0, 2, 1, 1])
    static let softmax: [Float] = [
        0.703313947, 0.0951831937, 0.20150283, 0.265387923, 0.721399188, 0.0132128876, 0.0176684242, 0.0176684242,
        0.964663208, 0.00907471403, 0.495462596, 0.495462596,
    ]
    static let logSoftmax: [Float] = [
        -0.351951957, -2.35195208, -1.60195196, -1.32656264, -0.326562643, -4.32656288, -4.03597641, -4.03597641,
        -0.0359762497, -4.70226336, -0.702263415, -0.702263415,
    ]
    static let gradient: [Float] = [
        -0.0741715133, 0.0237957947, 0.0503757037, 0.0663469806, 0.180349797, -0.246696785, 0.00441710511,
        -0.245582893, 0.241165802, 0.00226867851, -0.126134351, 0.123865649,
    ]
    static let squaredGradient: [Float] = [
        -0.0161393955, 0.00403233152, 0.0121070649, -0.013818807, 0.0172642805, -0.00344547303, -0.00263808016,
        -0.00558281736, 0.0082208924, 2.04008684e-05, -0.0412987508, 0.0412783511,
    ]
}

@Suite struct `21.9 Losses` {
    private func table(_ numbers: [Float]) -> Tensor { Tensor(shape: [4, 3], numbers) }

    @Test func `softmax and its logarithm are PyTorch's`() {
        expectClose(softmax(Golden.scores, axis: 1), table(Golden.softmax))
        expectClose(logSoftmax(Golden.scores, axis: 1), table(Golden.logSoftmax))
    }

    @Test func `the negative log likelihood is PyTorch's, as mean, as sum and in one`() {
        let scores = Golden.scores.requiringGrad()
        let loss = meanNegativeLogLikelihood(logSoftmax(scores, axis: 1), Golden.labels)
        loss.backward()
        #expect(abs(loss.item - 2.35418868) < 1e-5)
        expectClose(scores.grad!, table(Golden.gradient))
        #expect(abs(negativeLogLikelihood(softmax(scores, axis: 1), Golden.labels).item - 9.41675472) < 1e-4)
        #expect(abs(crossEntropyOfScores(scores, Golden.labels).item - 2.35418868) < 1e-5)
        #expect(
            likelihoods(softmax(Golden.scores, axis: 1), Golden.labels)[3].item
                == softmax(Golden.scores, axis: 1)[3, 1].item)
    }

    @Test func `the squared error is PyTorch's`() {
        let scores = Golden.scores.requiringGrad()
        let loss = squaredErrorOfScores(scores, Golden.labels)
        loss.backward()
        #expect(abs(loss.item - 0.341522336) < 1e-6)
        expectClose(scores.grad!, table(Golden.squaredGradient))
    }

    @Test(
        arguments: [(0.01, 4.6052), (0.1, 2.3026), (0.5, 0.6931), (0.9, 0.1054), (0.5216, 0.6509)] as [(Float, Double)])
    func `the loss of one probability`(_ p: Float, _ loss: Double) {
        let found = negativeLogLikelihood(Tensor([[1 - p, p]]), IntTensor([1])).item
        #expect(rounded(found) == loss)
    }

    /// The plateau: how both losses and their slopes are for scores s and -s of an item of class 0.
    @Test(
        arguments: [
            (4, 0.99966, 0.000335, 1.12e-7), (0, 0.5, 0.693147, 0.25), (-2, 0.017986, 4.01815, 0.964351),
            (-4, 0.000335, 8.000335, 0.99933),
        ] as [(Double, Double, Double, Double)])
    func `both losses along the diagonal`(_ s: Double, _ p: Double, _ crossEntropy: Double, _ squared: Double) {
        let found = bothLosses(s, -s)
        #expect(abs(found.p - p) < 1e-5 && abs(found.crossEntropy - crossEntropy) < 1e-5)
        #expect(abs(found.squared - squared) < 1e-5)
        // The slope of the squared error is 2 p (1 - p) times the other's, so at most half of it.
        #expect(abs(found.squaredSlope - 2 * found.p * (1 - found.p) * found.crossEntropySlope) < 1e-9)
        #expect(found.squaredSlope / found.crossEntropySlope <= 0.5)
        let h = 1e-5
        let (up, down) = (bothLosses(s + h, -s), bothLosses(s - h, -s))
        #expect(abs((up.crossEntropy - down.crossEntropy) / (2 * h) - found.crossEntropySlope) < 1e-6)
        #expect(abs((up.squared - down.squared) / (2 * h) - found.squaredSlope) < 1e-6)
    }

    @Test func `in the worst corner one loss pulls and the other does not`() {
        let worst = bothLosses(-4, 4)
        #expect(abs(worst.crossEntropySlope + 0.99966) < 1e-5 && abs(worst.squaredSlope + 0.00067) < 1e-5)
    }

    @Test func `binary cross-entropy is PyTorch's, and that of two classes`() {
        let (scores, targets) = (Tensor([0.5, -1, 2, -3]), Tensor([1, 0, 0, 1]))
        #expect(abs(binaryLoss(scores.sigmoid(), targets).item - 1.49071336) < 1e-5)
        #expect(abs(binaryCrossEntropyWithLogits(scores, targets).item - 1.4907136) < 1e-5)
        let two = Tensor.stack([.zeros(4), scores], axis: 1)
        #expect(abs(crossEntropyOfScores(two, IntTensor(targets)).item - 1.4907136) < 1e-5)
        let far = Tensor([-200, 200])
        #expect(binaryCrossEntropyWithLogits(far, Tensor([1, 0])).item == 200)
        #expect(binaryCrossEntropy(far.sigmoid(), Tensor([1, 0])).item == 100)
        #expect(!binaryLoss(far.sigmoid(), Tensor([1, 0])).item.isFinite)
    }
}
