// # What the memory does
//
// Section 16.8 · After this page you have seen what happens to a model with a memory when nobody resets it.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The model of the last page remembers. Does it matter who resets it? For the experiment we need two small callbacks. A
// loss takes one tensor and this model returns three, so `FirstPrediction` leaves the scores alone:

/// Leaves the first of the predictions.
public final class FirstPrediction: LoopCallback {
    override public func afterPrediction() { loop.predictions = [self.predictions[0]] }
}

// And `OnlyTheBeginning` leaves out the training part, and all of the validation part but its first batch, by
// cancelling them. Section 16.9 says what exactly happens then.

/// Leaves out the training part, and all validation batches but the first.
final class OnlyTheBeginning: LoopCallback {
    override func beginTrain() throws { throw CancelPart(.train) }
    override func beginBatch() throws { if self.batch == 1 { throw CancelPart(.validate) } }
}

extension TrainingProcess {
    func whoEmptiesTheMemory() throws {
        // Train a model for some epochs, then validate it twice, without training in between. It is enough to look at
        // the first 16 words of every stream, where the memory should be empty; `OnlyTheBeginning` joins the list for
        // that. If the memory is emptied, the second time is like the first. If not, the model begins with what it has
        // read last, first some numbers from the training text, then the same 16 words:
        func validatedTwice(_ callbacks: [LoopCallback]) throws -> [Float] {
            var random = run.random
            let loop = try numberLoop(callbacks + [FirstPrediction()], using: &random)
            try loop.fit(run.size(quick: 1, usual: 2), learningRate: 0.01)
            loop.callbacks.append(OnlyTheBeginning())
            try loop.fit(2, learningRate: 0)
            return loop.recorder.rows.suffix(2).map(\.validLoss)
        }
        let (with, without) = (try validatedTwice([ModelReset()]), try validatedTwice([]))
        var table = TextTable(["validation", "with ModelReset", "without"], decimals: 7)
        for (number, losses) in zip(with, without).enumerated() { table.add("\(number + 1)", losses.0, losses.1) }
        show(table, "loss of the same model on the same words")
        show(
            with[0] == with[1] && without[0] != without[1], "equal with the callback, different without",
            predict: .yesNo("Nothing is learned in between. Without ModelReset, does the second loss differ?", true))
        record("memory/difference-without-reset", abs(without[1] - without[0]))

        // On the whole text the difference is much smaller, because the model soon forgets what was before. But a loss
        // that changes while nothing is learned is a bad measure, however little it changes.
    }
}
