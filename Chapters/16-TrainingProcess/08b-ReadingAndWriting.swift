// # Reading through, and writing
//
// Section 16.8 · After this page you can read all that the loop knows from a callback, change it, and say what goes
// wrong in Python where Swift refuses.

import Figures
import Notebook
import Tensors
import Training

// `ModelReset` says `self.model`, though it has no property of this name. In the book, a callback that is asked for an
// attribute that it does not have asks its learner for it: `self.model` is a shortcut for `self.learn.model`. In Swift
// this is what `@dynamicMemberLookup` in front of the class is for. It stands for a subscript, which the compiler calls
// for every name that it does not find in the class. Ours takes a *key path*, `\TrainingLoop.model` for example, so
// only names that the loop has are accepted, each with its own type. (The `self.` has to be written, as in Python.)

extension LoopCallback {
    /// The training that it takes part in. (The book's `learn`.)
    public var loop: TrainingLoop {
        guard let attached else {
            stop(
                "\(type(of: self)).loop", "it takes part in no training",
                try: "a loop that has it among its callbacks, from the beginning of fit on")
        }
        return attached
    }

    /// Whatever a callback does not have itself is read from its loop.
    public subscript<Value>(dynamicMember path: KeyPath<TrainingLoop, Value>) -> Value { loop[keyPath: path] }
}

// This is reading. Now Python's trap. *Writing* does not fall through: `self.loss = 0` makes a new attribute of the
// callback, and the loop never hears of it. Nothing fails; from then on the callback reads its own, wrong `loss`. You
// have to write `self.learn.loss = 0`. Python objects are dictionaries of attributes, so the trap is quickly rebuilt.
// `PythonCallback` behaves as the book's class does:

/// A Python object: attributes by name, and perhaps another object that is asked for those which are missing.
@dynamicMemberLookup
public final class PythonObject {
    private var attributes: [String: Float]
    private let learn: PythonObject?

    public init(_ attributes: [String: Float] = [:], learn: PythonObject? = nil) {
        (self.attributes, self.learn) = (attributes, learn)
    }

    public subscript(dynamicMember name: String) -> Float? {
        get { attributes[name] ?? learn?[dynamicMember: name] }
        set { attributes[name] = newValue }
    }
}

extension TrainingProcess {
    func pythonsTrap() {
        let learner = PythonObject(["loss": 2])
        let callback = PythonObject(learn: learner)
        show(callback.loss ?? .nan, "the callback reads the loss of its learner")
        callback.loss = callback.loss! + 1  // self.loss += 1
        show(callback.loss ?? .nan, "the callback has added 1")
        show(
            learner.loss ?? .nan, "the learner's loss",
            ask: "The callback did self.loss += 1, and the learner's loss was 2. What is the learner's loss now?")

        // The addition reads the learner's loss and writes the sum into the callback. The penalty of a regularizer
        // would be lost without a word. In Swift, our subscript can only be read, so `self.loss = 0` in a callback is
        // an error of the compiler:
        //
        //     error: cannot assign through dynamic lookup property: 'self' is immutable
        //
        // and `loop.loss = …` does what was meant. A key path shows the difference while the program runs. One that
        // leads through a callback can be read; one that leads into the loop can also be written:
        let paths: [(String, AnyKeyPath)] = [
            ("\\LoopCallback.loss", \LoopCallback.loss), ("\\TrainingLoop.loss", \TrainingLoop.loss),
        ]
        var table = TextTable(["key path", "can be written"])
        for (name, path) in paths {
            let isWritable =
                path is ReferenceWritableKeyPath<LoopCallback, Tensor>
                || path is ReferenceWritableKeyPath<TrainingLoop, Tensor>
            table.add(name, isWritable)
        }
        show(table, "what the compiler knows of the two ways")

        // One thing can be changed through either: what an object holds. `optimizer.learningRate = 0.1` reads the
        // optimizer and changes that object, and there is only one of it.
    }
}

// What is there to read? `StateReader` writes all of it down, once, in the middle of a training: after the loss of one
// batch.

/// Writes down the state of the loop after the loss of one batch.
final class StateReader: LoopCallback {
    let number: Int
    private(set) var values: [String] = []

    init(batch number: Int) { self.number = number }

    override func afterLoss() {
        guard self.isTraining, self.trainedBatches == number else { return }
        values = [
            "\(type(of: self.model))", "\(self.loaders.train.count) + \(self.loaders.valid.count) batches",
            "a function",
            "\(type(of: self.optimizer))", "\(self.callbacks.count) of them", "\(self.batches) batches",
            "\(self.x.shape)", "\(self.y.scalars)",
            "\(self.predictions.map(\.shape))", "\(self.loss.shape)", "\(self.epochs)", "\(self.batches)",
            "\(self.epoch)", "\(self.batch)",
            "\(self.trainedBatches)", "\(self.progress)", "\(self.isTraining)", "\(self.smoothLoss.isFinite)",
        ]
    }
}

extension TrainingProcess {
    func stateOfTheLoop() throws {
        // Two epochs of four batches; we look at batch 6, counted from 0, of the whole training:
        let reader = StateReader(batch: 6)
        try tinyLoop(train: 4, valid: 2, callbacks: [reader]).fit(2, learningRate: 0.1)
        let names = [
            ("model", "model"), ("data", "loaders"), ("loss_func", "lossFunction"), ("opt", "optimizer"),
            ("cbs", "callbacks"), ("dl", "loader"), ("x, xb", "x"), ("y, yb", "y"), ("pred", "predictions"),
            ("loss", "loss"), ("n_epoch", "epochs"), ("n_iter", "batches"), ("epoch", "epoch"), ("iter", "batch"),
            ("train_iter", "trainedBatches"), ("pct_train", "progress"), ("training", "isTraining"),
            ("smooth_loss", "smoothLoss"),
        ]
        var table = TextTable(["in the book", "here", "in the seventh of eight batches"])
        for ((book, ours), value) in zip(names, reader.values) { table.add(book, ours, value) }
        show(table, "What a callback can read (smoothLoss: whether it is a number)")
        show(
            reader.values[15], "progress",
            predict: .number("Six of eight batches are done. What is progress, from 0 to 1?", 0.75))

        // (The book's `opt_func` makes the optimizer; here it is an argument of the loop's `init`. In the book `xb` and
        // `yb` are tuples, since there may be several inputs; you read `x`, but assign to `xb`.) `trainedBatches`,
        // `progress` and `isTraining` come from `TrainEval`, and `smoothLoss` from `LossRecorder`: callbacks may leave
        // things in the loop for other callbacks.
    }
}
