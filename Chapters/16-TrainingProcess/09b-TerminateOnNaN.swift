// # Who is called first
//
// Section 16.9 · After this page you can stop a training whose loss is not a number any more, and say why that callback
// has to come before the recorder.

import Figures
import Notebook
import Tensors

// When the loss becomes infinite or NaN, nothing good will come any more. `TerminateOnNaN` then ends the training. That
// saves time, and it keeps the record clean. It does not save the weights: `afterBatch` comes after the step, so the
// step that follows from such a loss has already been made. (The callback of exercise 16.20 comes in time.)
//
// It has to come before the recorder: both act in `afterBatch`, and if it throws, the callbacks after it are not called
// any more at this event. So the recorder does not get to see the loss that is none. In the book, a class says
// `run_before = Recorder`. Here it overrides `runsBefore`:

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
        func trained(_ callbacks: [LoopCallback]) throws -> TrainingLoop {
            var random = run.random
            let (loaders, net) = (try fewDigits(batchSize: 20, using: &random), smallNet(using: &random))
            let loop = TrainingLoop(loaders, net, callbacks: callbacks)
            try loop.fit(1, learningRate: 1e30)
            return loop
        }
        let loops = [
            ("none", try trained([])), ("TerminateOnNaN", try trained([TerminateOnNaN()])),
            ("without runsBefore", try trained([TerminateTooLate()])),
        ]
        var table = TextTable(["callback", "losses recorded", "finite ones", "rows recorded", "weights are numbers"])
        for (name, loop) in loops {
            let losses = loop.recorder.losses
            table.add(
                name, losses.count, losses.count(where: \.isFinite), loop.recorder.rows.count,
                loop.model.parameters.allSatisfy { isFinite($0.value.detached()) })
        }
        show(table, "one epoch with a learning rate of 10³⁰")
        let (inTime, late) = (loops[1].1.recorder.losses, loops[2].1.recorder.losses)
        show(
            inTime.allSatisfy(\.isFinite), "TerminateOnNaN: every recorded loss is finite",
            predict: .yesNo("TerminateOnNaN comes before the recorder. Are all recorded losses numbers?", true))
        show(
            late.count - inTime.count, "more losses without runsBefore",
            ask: "Without runsBefore, how many more losses are recorded than with it?")

        // One more: the one that is not a number. In none of the three is the net of any use afterwards. And where the
        // training was ended before its validation, the recorder has no row. In the list, `TerminateOnNaN` stood
        // *after* the recorder, which is always the second. So somebody has put the list in order. That is the next
        // page. (Exercise 16.23 is a callback that cancels single batches, and has to come before another one, too.)
    }
}
