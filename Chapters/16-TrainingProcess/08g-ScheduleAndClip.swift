// # Rates and gradients
//
// Section 16.8 · After this page you can change the learning rate from batch to batch by a callback, and keep a
// training alive that takes steps which are too long.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// The book names hyperparameter scheduling as the use of `beginBatch`. A `Schedule` of the engine is a function of the
// share of the training that is done, and that share is `progress`. So a whole scheduler is this:

/// Sets the learning rate, and perhaps the momentum, before every training batch. (The book's `ParamScheduler`.)
public final class ParameterScheduler: LoopCallback {
    private let learningRate: Schedule
    private let momentum: Schedule?

    public init(learningRate: Schedule, momentum: Schedule? = nil) {
        (self.learningRate, self.momentum) = (learningRate, momentum)
    }

    override public func beginBatch() {
        guard self.isTraining else { return }
        self.optimizer.learningRate = learningRate(self.progress)
        if let momentum { self.optimizer.momentum = momentum(self.progress) }
    }
}

extension TrainingProcess {
    func scheduled() throws {
        // With it, the loop can do what `fitOneCycle` of the engine's Learner does. Both train the same net from the
        // same start on the same batches. Do they set the same rates?
        let epochs = 2
        var random = run.random
        let (loaders, ours) = (try fewDigits(using: &random), smallNet(using: &random))
        let scheduler = ParameterScheduler(learningRate: .oneCycle(0.01), momentum: .oneCycleMomentum())
        let loop = TrainingLoop(loaders, ours, optimizer: { Adam($0, learningRate: $1) }, callbacks: [scheduler])
        try loop.fit(epochs, learningRate: 0.01)

        random = run.random
        let (sameLoaders, engines) = (try fewDigits(using: &random), smallNet(using: &random))
        let learner = Learner(
            sameLoaders, engines, loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) })
        try EpochReporting.silently { try learner.fitOneCycle(epochs, learningRate: 0.01) }
        let rates = zip(loop.recorder.learningRates, learner.recorder.learningRates).map { abs($0 - $1) }
        let momenta = zip(loop.recorder.momenta, learner.recorder.momenta).map { abs($0 - $1) }
        show(loop.recorder.losses.count, "batches")
        show(rates.max()!, "largest difference between the two learning rates")
        show(momenta.max()!, "largest difference between the two momenta")

        // If anything is left at all, it is rounding: `progress` is a sum of many small shares here, and a quotient
        // there. (`fitOneCycle` is the book's `fit_one_cycle`.)
    }
}

// `afterBackward` is the place to change gradients. `GradientClip` shortens the gradient of all parameters together
// when it is longer than a limit, as in `changesThatMeet` of section 16.7. If it is infinite or not a number, no factor
// makes it right, and the batch is cancelled: no step.

/// Shortens gradients that are too long. (The book's `GradientClip`.)
public final class GradientClip: LoopCallback {
    private let limit: Float
    /// The length of every gradient as it came.
    public private(set) var lengths: [Float] = []

    public init(to limit: Float) { self.limit = limit }

    override public func afterBackward() throws {
        lengths.append(clipGradients(self.model.parameters, toNorm: limit))
        if lengths.last!.isFinite { return }
        self.optimizer.zeroGrad()
        throw CancelPart(.batch)
    }
}

extension TrainingProcess {
    func clipped() throws {
        // Take a learning rate that is far too high, 3, and train without and with the callback:
        func lossesOfBatches(_ callbacks: [LoopCallback]) throws -> [Float] {
            var random = run.random
            let (loaders, net) = (try fewDigits(using: &random), smallNet(using: &random))
            let loop = TrainingLoop(loaders, net, callbacks: callbacks)
            try loop.fit(run.size(quick: 1, usual: 4), learningRate: 3)
            return loop.recorder.losses
        }
        let clip = GradientClip(to: 0.3)
        let (without, with) = (try lossesOfBatches([]), try lossesOfBatches([clip]))
        show(
            Chart("Steps that are too long, and shortened ones", x: "batch", y: "loss", yLimits: 0...6) {
                Line(without, "learning rate 3")
                Line(with, "learning rate 3, gradients clipped to 0.3")
                Rule(y: log(10.0), "all digits equally likely")
            }, "Loss of every batch; what is above 6 is not drawn")
        let (worst, worstClipped) = (without.filter(\.isFinite).max()!, with.max()!)
        show(
            significant(worstClipped, 4), "highest loss with clipping",
            predict: .change(
                "Without clipping, the highest loss is \(significant(worst, 4)). Is it smaller or larger with clipping?",
                from: worst,
                to: worstClipped))
        record("clip/shortest-gradient", clip.lengths.min()!)
        record("clip/longest-gradient", clip.lengths.max()!)

        // Both are lengths before clipping. A clipped step is never longer than 3 · 0.3.
    }
}
