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

// And `SkipTraining` leaves out the training part, by cancelling it. Section 16.9 says what exactly happens then.

/// Leaves out the training part.
final class SkipTraining: LoopCallback {
    override func beginTrain() throws { throw CancelPart(.train) }
}

extension TrainingProcess {
    func whoEmptiesTheMemory() throws {
        // Validate the same untrained model twice. (With a learning rate of 0, an epoch changes nothing.) If the memory
        // is emptied, the second time is like the first. If not, it begins with what the text ended with:
        func validatedTwice(_ callbacks: [LoopCallback]) throws -> [Float] {
            var random = run.random
            let loop = try numberLoop(callbacks + [FirstPrediction()], using: &random)
            loop.callbacks.append(SkipTraining())
            try loop.fit(2, learningRate: 0)
            return loop.recorder.rows.map(\.validLoss)
        }
        let (with, without) = (try validatedTwice([ModelReset()]), try validatedTwice([]))
        var table = TextTable(["validation", "with ModelReset", "without"], decimals: 7)
        for (number, losses) in zip(with, without).enumerated() { table.add("\(number + 1)", losses.0, losses.1) }
        show(table, "loss of the same model on the same text")
        show(
            with[0] == with[1] && without[0] != without[1], "equal with the callback, different without",
            predict: .yesNo("Nothing is learned in between. Without ModelReset, does the second loss differ?", true))
    }
}
