// # Watching a training
//
// Section 16.8 · After this page you can record a training with a callback, show how far it is, and measure its steps.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Callbacks that only look on are the simplest ones. `LossRecorder` is the second of the two that every loop has. After
// each training batch it keeps the loss, and the learning rate and momentum that were used; over the
// validation batches it takes the mean of the loss, and the share of right answers, each batch counting by its size.
// After each epoch it makes a row of both. An epoch that did not come to its validation leaves no row.
//
// The loss of single batches is noisy, so the row has a smoothed one: a running mean into which each new loss enters
// with 2 %. It begins at 0, and is therefore divided by the weight of all that has come in, which is 1 - 0.98ⁿ after n
// batches: the unbiased mean of section 16.5. The price of so long a memory is that it lags behind, by about
// 0.98 / 0.02 = 49 batches: while the loss falls, train_loss is too high.

/// Keeps the loss of every batch and a row for every epoch. (The book's `Recorder`.)
public final class LossRecorder: LoopCallback {
    /// One epoch. What was not measured is NaN.
    public struct Row: Sendable, Equatable {
        public let trainLoss, validLoss, accuracy: Float
    }

    /// Of all trainings so far.
    public private(set) var rows: [Row] = []
    public private(set) var losses: [Float] = [], smooth: [Float] = [], learningRates: [Float] = [],
        momenta: [Float] = []
    private var mean = 0.0, weight = 0.0, hasLoss = false, isValidated = false
    private var items = 0.0, lossSum = 0.0, rightSum = 0.0

    override public func beginFit() {
        (mean, weight) = (0, 0)
        loop.smoothLoss = .nan
    }

    override public func beginEpoch() { (items, lossSum, rightSum, isValidated) = (0, 0, 0, false) }
    override public func beginValidate() { isValidated = true }
    override public func beginBatch() { hasLoss = false }
    override public func afterLoss() { hasLoss = true }

    override public func afterBatch() {
        // A batch that was cancelled before it had a loss leaves nothing to record.
        if hasLoss { if self.isTraining { trained() } else { validated(self.predictions[0]) } }
    }

    private func trained() {
        losses.append(self.loss.item)
        learningRates.append(self.optimizer.learningRate)
        momenta.append(self.optimizer.momentum)
        (mean, weight) = (0.98 * mean + 0.02 * Double(self.loss.item), 0.98 * weight + 0.02)
        loop.smoothLoss = Float(mean / weight)
        smooth.append(self.smoothLoss)
    }

    private func validated(_ scores: Tensor) {
        let size = Double(self.x.shape[0])
        items += size
        lossSum += size * Double(self.loss.item)
        rightSum += size * Double(Tensor(scores.argmax(axis: -1) .== self.y).mean().item)
    }

    override public func afterEpoch() {
        guard isValidated else { return }
        let (loss, accuracy) = (Float(lossSum / items), Float(rightSum / items))
        rows.append(Row(trainLoss: self.smoothLoss, validLoss: loss, accuracy: accuracy))
    }
}

// A progress bar is a callback, too. This one gives its lines to a function, which may print them over one another or,
// as here, keep them.

/// Tells how far a training is. (The book's `ProgressCallback`.)
public final class BatchProgress: LoopCallback {
    private let show: (String) -> Void

    /// - Parameter show: gets a line after every batch, and an empty one where a part ends.
    public init(_ show: @escaping (String) -> Void) { self.show = show }

    override public func afterBatch() {
        let (done, of) = (self.batch + 1, self.batches)
        let bar = String(repeating: "█", count: 10 * done / of) + String(repeating: "░", count: 10 - 10 * done / of)
        let loss = self.isTraining ? ", loss \(fixed(self.smoothLoss, 3))" : ", validating"
        show("epoch \(self.epoch + 1)/\(self.epochs) \(bar) \(done)/\(of)\(loss)")
    }

    override public func afterTrain() { show("") }
    override public func afterValidate() { show("") }
}

// And one that uses `afterStep`, as few callbacks do. At this moment the weights are new already, and the gradients are
// not cleared yet. `StepSizes` compares: how far did the step go, and how large are the weights?

/// Measures every step.
public final class StepSizes: LoopCallback {
    /// The length of each step as a share of the length of all weights, and the length of the gradient after it.
    public private(set) var shares: [Float] = [], gradients: [Float] = []
    private var before: [Tensor] = []

    override public func afterBackward() { before = self.model.parameters.map { $0.value.detached() } }

    override public func afterStep() {
        let after = self.model.parameters.map { $0.value.detached() }
        let step = length(zip(after, before).map { $0 - $1 })
        shares.append(step / length(after))
        gradients.append(gradientNorm(self.model.parameters))
    }

    private func length(_ tensors: [Tensor]) -> Float {
        tensors.reduce(0) { $0 + $1.squared().sum().item }.squareRoot()
    }
}

// Watch the small net of section 16.7 with all of them. `TrainingLoop` gets the loaders and the model, and the
// callbacks in a list:

extension TrainingProcess {
    func watching() throws {
        var random = run.random
        var lines: [String] = []
        let sizes = StepSizes()
        let epochs = run.size(quick: 2, usual: 8)
        let (loaders, net) = (try fewDigits(using: &random), smallNet(using: &random))
        let loop = TrainingLoop(loaders, net, callbacks: [BatchProgress { lines.append($0) }, sizes])
        try loop.fit(epochs, learningRate: 0.1)
        var table = TextTable(["epoch", "train_loss", "valid_loss", "accuracy"])
        for (epoch, row) in loop.recorder.rows.enumerated() {
            table.add(epoch, row.trainLoss, row.validLoss, row.accuracy)
        }
        table.add("always the same answer", nil as Float?, nil as Float?, 0.1)
        show(table, "the rows of the recorder, on \(source.name)")
        let first = lines.prefix(loaders.train.count).enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
        show(first.joined(separator: "\n"), "every fifth line of the progress bar, in the first epoch")
        show(
            Chart("The loss of every batch, and smoothed", x: "batch", y: "loss", yLimits: 0...3) {
                Points(loop.recorder.losses.indices, loop.recorder.losses, "a batch", colour: .sky)
                Line(loop.recorder.smooth, "smoothed", colour: .vermilion)
            }, "What LossRecorder has kept: while the loss falls, the smoothed one lags behind")

        // `afterStep` comes before the gradients are cleared. So with plain gradient descent, the length of a step is
        // the learning rate times the length of the gradient that is still there:
        show(sizes.gradients.allSatisfy { $0 > 0 }, "every gradient is still there after the step")
        record("steps/first-as-share-of-the-weights", sizes.shares.first!)
        record("steps/last-as-share-of-the-weights", sizes.shares.last!)
    }
}
