// # Creating a callback
//
// Section 16.8 · After this page you can write `ModelReset` without looking, and say at which two moments it acts.

import Figures
import Layers
import Notebook
import Tensors

// Here is the book's first example. The language model of chapter 12 has a memory: what it has read in one batch goes
// on in the next. Where a new text begins, the memory must be emptied. That is so twice in every epoch: at the
// beginning of the training part, and at the beginning of the validation part. Such a model has a method for it:

/// A model with a memory that can be emptied.
public protocol Resettable {
    func reset()
}

// And this is the callback:

/// Empties a model's memory before each part of an epoch. (The book's `ModelResetter`.)
public final class ModelReset: LoopCallback {
    override public func beginTrain() { (self.model as? any Resettable)?.reset() }
    override public func beginValidate() { (self.model as? any Resettable)?.reset() }
}

// Two lines. (`self.model` is the model of the loop; how a callback gets at it is the subject of the next page.) The
// book explains this class as one that calls `reset` *after* training or validation is complete. That is a slip: the
// events in its code are `begin_train` and `begin_validate`, and *before* is right: the memory has to be empty when a
// text begins, in the first epoch too.
//
// To see it, take a model that does nothing but count. It has no weights worth speaking of; `calls` says how often it
// was called since it was reset.

/// A linear layer that knows how often it has been called since its memory was emptied.
public final class CountingModel: Module, Layer, Resettable {
    let linear: Linear
    private(set) var calls = 0
    private(set) var resets = 0

    init(using random: inout some RandomNumberGenerator) { linear = Linear(1, 2, using: &random) }

    public func forward(_ x: Tensor) -> Tensor {
        calls += 1
        return linear(x)
    }

    public func reset() { (calls, resets) = (0, resets + 1) }
}

// And a callback that writes down, before each part and after each batch, what the count is. `CallLog` is this:

/// Notes the calls of a `CountingModel`.
final class CallLog: LoopCallback {
    private(set) var lines: [String] = []

    private func note(_ event: String) {
        if let model = self.model as? CountingModel { lines.append("\(event): \(model.calls)") }
    }

    override func beginTrain() { note("beginTrain") }
    override func beginValidate() { note("beginValidate") }
    override func afterBatch() { note("afterBatch") }
}

extension TrainingProcess {
    func modelReset() throws {
        // Three training batches, two validation batches, two epochs; first without the callback:
        func counts(_ callbacks: [LoopCallback]) throws -> (lines: [String], resets: Int) {
            var random = run.random
            let (model, log) = (CountingModel(using: &random), CallLog())
            let loaders = tinyLoop(train: 3, valid: 2, callbacks: []).loaders
            try TrainingLoop(loaders, model, callbacks: callbacks + [log]).fit(2, learningRate: 0.1)
            return (log.lines, model.resets)
        }
        let (without, with) = (try counts([]), try counts([ModelReset()]))
        var table = TextTable(["without ModelReset", "with it"])
        for (left, right) in zip(without.lines, with.lines) { table.add(left, right) }
        show(table, "how many calls the model remembers, in two epochs of three and two batches")
        show(
            with.resets, "resets in two epochs",
            ask: "ModelReset acts before the training part and before the validation part. How often in two epochs?"
        )

        // With it, every part begins at 0. And the order of the list matters: `ModelReset` comes before `CallLog`, or
        // the log would see the old count at `beginTrain`.
    }
}
