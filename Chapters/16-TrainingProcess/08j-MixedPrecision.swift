// # Mixed precision in one callback
//
// Section 16.8 · After this page you can say what a mixed-precision callback does at each event, and why.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Now the callback. Its model computes with weights of half precision; the real ones, in 32 bits, are kept as *master
// weights*, and the optimizer changes those. The loss is multiplied before the way back, and the gradients are divided
// afterwards. If one of them has become infinite, the batch makes no step, and the scale is halved; after a number of
// good batches it is doubled again, so it stays as large as it can be. This is what fastai's callback does at its
// events, and ours at the same:
//
//     beginBatch        round the inputs; put the rounded weights into the model
//     afterPrediction   round the scores (fastai: turn them into 32 bits, for the loss)
//     afterLoss         multiply the loss
//     afterBackward     the loss as it was, for the record; round the gradients; if one is infinite, halve the scale
//                       and make no step; otherwise divide them, and put the master weights back for the step
//     afterStep         (fastai: copy the master weights into the model, rounded; ours does it in beginBatch)
//     cleanUp           (fastai: afterBatch) master weights back, if the batch was cancelled or is for validation
//
// What a card would do in half precision between the layers stays in single precision here. To find infinite gradients,
// subtract a tensor from itself: that gives 0 for every number, and no number for an infinite one.

/// True if no number is infinite or NaN.
public func isFinite(_ x: Tensor) -> Bool { (x - x).sum().item == 0 }

// This is the callback:

/// Trains as if weights, inputs, scores and gradients had half precision. (The book's `MixedPrecision`, by rounding.)
public final class MixedPrecision: LoopCallback {
    /// What the loss is multiplied by, and how many batches were left out because a gradient was infinite.
    public private(set) var scale: Float, overflows = 0
    private let patience: Int
    private var good = 0
    private var master: [Tensor]?

    /// - Parameter patience: after how many good batches the scale is doubled.
    public init(scale: Float = 512, patience: Int = 500) { (self.scale, self.patience) = (scale, patience) }

    override public class var runsAfter: [LoopCallback.Type] { [Mixup.self, RNNRegularizer.self] }
    override public class var runsBefore: [LoopCallback.Type] { [GradientClip.self, StepSizes.self] }

    override public func beginBatch() {
        putBack()  // never take rounded weights for the real ones
        loop.x = roundedToHalf(self.x)
        master = self.optimizer.parameters.map { $0.value.detached() }
        for parameter in self.optimizer.parameters { parameter.assign(roundedToHalf(parameter.value.detached())) }
    }

    override public func afterPrediction() {
        // The difference is a constant, so that the gradient goes on through the scores.
        loop.predictions = self.predictions.map { $0 + (roundedToHalf($0.detached()) - $0.detached()) }
    }

    override public func afterLoss() { if self.isTraining { loop.loss = self.loss * scale } }

    override public func afterBackward() throws {
        loop.loss = self.loss.detached() / scale
        let gradients = self.optimizer.parameters.map { $0.grad.map(roundedToHalf) }
        guard gradients.allSatisfy({ $0.map { isFinite($0) } ?? true }) else {
            (scale, good, overflows) = (scale / 2, 0, overflows + 1)
            self.optimizer.zeroGrad()
            throw CancelPart(.batch)
        }
        for (parameter, gradient) in zip(self.optimizer.parameters, gradients) {
            parameter.grad = gradient.map { $0 / scale }
        }
        putBack()
        good += 1
        if good % patience == 0 { scale *= 2 }
    }

    override public func cleanUp(_ part: TrainingPart) { if part == .batch { putBack() } }

    private func putBack() {
        guard let master else { return }
        for (parameter, value) in zip(self.optimizer.parameters, master) { parameter.assign(value) }
        self.master = nil
    }
}

extension TrainingProcess {
    func mixedPrecision() throws {
        // The same training, from the same start on the same batches: in single precision, with the callback, with a
        // scale of 1, and with 2²⁴, which is much too large. (fastai begins there, and its fixed scale is 512.)
        let epochs = run.size(quick: 2, usual: 8)
        var table = TextTable(
            ["training", "valid_loss", "accuracy", "batches left out", "scale at the end"], decimals: 4)
        // `add` trains and adds a line:
        func add(_ name: String, _ half: MixedPrecision?) throws -> Float {
            let row = try trainedLoop(epochs: epochs, half.map { [$0] } ?? []).recorder.rows.last!
            table.add(name, row.validLoss, row.accuracy, half?.overflows, half.map { Int($0.scale) })
            return row.validLoss
        }
        let single = try add("single precision", nil)
        let mixed = try add("mixed, scale 512", MixedPrecision())
        _ = try add("mixed, scale 1", MixedPrecision(scale: 1))
        let high = MixedPrecision(scale: 0x1p24)
        _ = try add("mixed, scale 2²⁴", high)
        table.add("always the same answer", nil as Float?, 0.1)
        show(
            table, "after \(counted(epochs, "epoch")) on \(source.name)",
            predict: .yesNo(
                "The last scale is 16,777,216 at first. Will the callback lower it by itself?", high.scale < 0x1p24))
        record("half/difference-of-the-losses", abs(single - mixed))

        // The second row is nearly the first. In the last one, the first batches are left out, each halving the scale,
        // until the gradients fit. Nobody has to know a good scale beforehand. And a scale of 1 seems to do as well;
        // the next page shows where it does not.
    }
}
