// Clipping and accumulating gradients.

import Layers
import Tensors
import TestSupport
import Testing
import Training

struct `Clipping gradients` {
    private let a = Parameter(.zeros(2)), b = Parameter(.zeros(1)), none = Parameter(.zeros(3))
    private var all: [Parameter] { [a, b, none] }

    init() { (a.grad, b.grad) = (Tensor([3, -4]), Tensor([12])) }

    @Test func `the norm is over all gradients together, and is returned as it was`() {
        #expect(gradientNorm(all) == 13)
        #expect(clipGradients(all, toNorm: 6.5) == 13)
        expectClose(a.grad!, Tensor([1.5, -2]))
        expectClose(b.grad!, Tensor([6]))
        #expect(none.grad == nil)
    }

    @Test func `a gradient short enough stays as it is`() {
        #expect(clipGradients(all, toNorm: 13) == 13)
        #expect(a.grad!.scalars == [3, -4] && b.grad!.scalars == [12])
    }

    @Test(arguments: [Float.nan, .infinity])
    func `a gradient that is not a number is left as it is, and its norm says so`(_ bad: Float) {
        b.grad = Tensor([bad])
        #expect(!clipGradients(all, toNorm: 1).isFinite)
        #expect(a.grad!.scalars == [3, -4])
    }

    @Test func `by value, every number is clamped`() {
        b.grad = Tensor([.nan])
        clipGradients(all, toValue: 3.5)
        #expect(a.grad!.scalars == [3, -3.5] && b.grad!.item.isNaN)
    }

    @Test func `the norm of many numbers is that of their formula`() {
        var random = SplitMix64(seed: 2)
        let slope = Tensor.randn(300, 333, using: &random), parameter = Parameter(.zeros(333, 300))
        parameter.grad = slope.T
        let expected = slope.scalars.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
        expectClose([Double(gradientNorm([parameter]))], [expected], absolute: 0, relative: 1e-6)
    }

    @Test func `in a learner every step is clipped, and one that is not a number is left out`() throws {
        let clipping = GradientClipping(toNorm: 1e-3)
        let learner = regression(callbacks: [clipping]), before = learner.weights
        try learner.trained(1, 1)
        #expect(clipping.norms.count == 4 && clipping.norms.allSatisfy { $0 > 1e-3 })
        let moved = zip(learner.weights, before).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        #expect(moved > 1e-4 && moved <= 4.001e-3)
        let infinite = regression(callbacks: [Infinite(), clipping])
        #expect(try infinite.trained(1).weights == before)
    }
}

struct `Accumulating gradients` {
    @Test(arguments: [(8, 2, 16), (8, 4, 32), (8, 3, 24), (5, 3, 15), (7, 2, 14), (32, 3, 96)])
    func `several batches make the step of one large batch`(_ size: Int, _ count: Int, _ large: Int) throws {
        let small = try regression(batchSize: size, callbacks: [GradientAccumulation(batches: count)]).trained(3)
        let whole = try regression(batchSize: large).trained(3)
        expectClose(Tensor(small.weights), Tensor(whole.weights), absolute: 2e-6)
        #expect(small.recorder.batchLosses.count == 3 * ((32 + size - 1) / size))
    }

    @Test func `what is recorded is the loss of each batch itself`() throws {
        let still = regression(callbacks: [GradientAccumulation(batches: 4)])
        try still.trained(1, 0)
        #expect(try still.recorder.batchLosses == regression().trained(1, 0).recorder.batchLosses)
    }

    @Test func `what others add to the loss counts once, whichever callback comes first`() throws {
        let weights = try [true, false].map { first in
            let (penalty, accumulation) = (Penalty(), GradientAccumulation(batches: 2))
            let learner = regression(callbacks: first ? [penalty, accumulation] : [accumulation, penalty])
            return try learner.trained(2).weights
        }
        #expect(weights[0] == weights[1])
        try expectClose(
            Tensor(weights[0]), Tensor(regression(batchSize: 16, callbacks: [Penalty()]).trained(2).weights),
            absolute: 2e-6)
    }

    @Test func `clipping sees the gradient of the whole step, whichever callback comes first`() throws {
        let norms = try [true, false].map { first in
            let (clipping, accumulation) = (GradientClipping(toNorm: 0.5), GradientAccumulation(batches: 2))
            try regression(callbacks: first ? [clipping, accumulation] : [accumulation, clipping]).trained(2)
            return clipping.norms
        }
        #expect(norms[0].count == 4 && norms[0] == norms[1])
    }

    @Test func `a cancelled step keeps the gradient for the next one`() throws {
        let learner = regression(batchSize: 16, callbacks: [Thrower(Cancel(.step), before: .step)])
        let model = regression().model
        for (x, y) in learner.loaders.train { mseLoss(model(x), y).backward() }
        SGD(model.parameters, learningRate: 0.1).step()
        #expect(try learner.trained(1).weights == model.parameters.flatMap(\.value.scalars))
    }
}

/// Adds the squares of all parameters to every loss.
private final class Penalty: Callback {
    func before<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) {
        guard phase == .backward else { return }
        for parameter in learner.model.parameters {
            learner.batchLoss = learner.batchLoss + 0.1 * parameter.value.squared().sum()
        }
    }
}

/// Makes every gradient infinite.
private final class Infinite: Callback {
    func after<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) {
        if phase == .backward { learner.model.parameters.forEach { $0.grad = .full(.infinity, $0.shape) } }
    }
}
