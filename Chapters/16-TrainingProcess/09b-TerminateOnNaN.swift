// # Who is called first
//
// Section 16.9 · After this page you can stop a training whose loss is not a number any more, and say why that callback
// has to come before the recorder.

import Figures
import Notebook
import Tensors

// When the loss becomes infinite or NaN, nothing good will come any more: the weights are not numbers either after the
// next step. `TerminateOnNaN` then ends the training. It has to come before the recorder: both act in `afterBatch`, and
// if it throws, the callbacks after it are not called any more at this event. So the recorder does not get to see the
// loss that is none. In the book, a class says `run_before = Recorder`. Here it overrides `runsBefore`:

/// Ends the training when the loss is infinite or not a number. (The book's `TerminateOnNaNCallback`.)
public final class TerminateOnNaN: LoopCallback {
    override public class var runsBefore: [LoopCallback.Type] { [LossRecorder.self] }

    override public func afterBatch() throws {
        if !self.loss.item.isFinite { throw CancelPart(.fit) }
    }
}

// And this is the same without the line about the order:

/// Ends the training when the loss is not finite, after the recorder has recorded it.
final class TerminateTooLate: LoopCallback {
    override func afterBatch() throws { if !self.loss.item.isFinite { throw CancelPart(.fit) } }
}

extension TrainingProcess {
    func terminated() throws {
        // A learning rate of 10³⁰ does it within a few batches:
        func losses(_ callbacks: [LoopCallback]) throws -> [Float] {
            var random = run.random
            let (loaders, net) = (try fewDigits(batchSize: 20, using: &random), smallNet(using: &random))
            let loop = TrainingLoop(loaders, net, callbacks: callbacks)
            try loop.fit(1, learningRate: 1e30)
            return loop.recorder.losses
        }
        let (nobody, inTime, late) = (
            try losses([]), try losses([TerminateOnNaN()]), try losses([TerminateTooLate()])
        )
        var table = TextTable(["callback", "batches recorded", "finite", "the last loss"], decimals: 3)
        for (name, losses) in [("none", nobody), ("TerminateOnNaN", inTime), ("without runsBefore", late)] {
            table.add(
                name, losses.count, losses.count(where: \.isFinite),
                losses.last!.isFinite ? "\(losses.last!)" : "not a number")
        }
        show(table, "one epoch with a learning rate of 10³⁰")
        show(
            inTime.allSatisfy(\.isFinite), "TerminateOnNaN: every recorded loss is finite",
            predict: .yesNo("TerminateOnNaN comes before the recorder. Are all recorded losses numbers?", true))
        show(
            late.count - inTime.count, "losses more without runsBefore",
            ask: "Without runsBefore, how many losses more are recorded than with it?")

        // One more: the one that is not a number. In the list, `TerminateOnNaN` stood *after* the recorder, which is
        // always the second. So somebody has put the list in order. That is the next page.
    }
}
