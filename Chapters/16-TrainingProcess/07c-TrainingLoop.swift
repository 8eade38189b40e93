// # The loop with events
//
// Section 16.7 · After this page you can write a training loop that sends every event.

import Layers
import Notebook
import Tensors
import Training

// A training has five parts, inside one another: the fit, its epochs, in each of them the training part and the
// validation part, and in both of these the batches. Every part begins with an event and ends with one. And every part
// can be cancelled, by a callback that throws `CancelPart`:

/// A part of a training.
public enum TrainingPart: String, CaseIterable, Sendable {
    case fit, epoch, train, validate, batch

    private var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    /// The first event of the part, the last one, and the one that is sent before the last if it was cancelled.
    public var begin: Event { Event(rawValue: "begin\(name)")! }
    public var after: Event { Event(rawValue: "after\(name)")! }
    public var afterCancel: Event { Event(rawValue: "afterCancel\(name)")! }
}

/// Thrown by a callback to end a part of the training early. (The book's `CancelFitException` and four others.)
public struct CancelPart: Error, Equatable, CustomStringConvertible {
    public let part: TrainingPart
    public init(_ part: TrainingPart) { self.part = part }
    public var description: String { "cancelled \(part), which was not going on" }
}

// A model usually returns one tensor. Some return several, like that of section 16.8, so we ask for a list:

/// What a model may return.
public protocol ModelOutput { var tensors: [Tensor] { get } }
extension Tensor: ModelOutput { public var tensors: [Tensor] { [self] } }
extension [Tensor]: ModelOutput { public var tensors: [Tensor] { self } }

// Now the loop. It is a class, `TrainingLoop`, because callbacks have to see it and to change it. First comes what it
// is made of and where it is. (`LabelledBatches` are loaders of images with their labels, `train` and `valid`, as
// `fewDigits` makes them.) The last group belongs to two callbacks that are always there, `TrainEval` and
// `LossRecorder`.

/// A training loop that calls its callbacks at every event. (The book's `Learner`; the engine has one, too.)
public final class TrainingLoop {
    public let loaders: LabelledBatches
    public let model: Module
    let callModel: (Tensor) -> [Tensor]
    public var lossFunction: (_ scores: Tensor, _ labels: IntTensor) -> Tensor
    public var optimizer: any Optimizer
    public var callbacks: [LoopCallback]

    /// Where it is: of how many epochs in which, of how many batches in which, both from 0; and the batches themselves.
    public internal(set) var epochs = 0, epoch = 0, batch = 0
    public internal(set) var loader: DataLoader<(Tensor, IntTensor)>?
    public var batches: Int { loader?.count ?? 0 }
    /// The batch, what the model returns for it, and the loss.
    public var x = Tensor(0), y = IntTensor(0), predictions: [Tensor] = [], loss = Tensor(0)

    /// Set by `TrainEval`: whether it trains or validates, how many batches it has trained on, and their share of all.
    public var isTraining = false, trainedBatches = 0, progress = 0.0
    /// Set by `LossRecorder`: the loss of the latest batches, smoothed.
    public var smoothLoss = Float.nan
    public let recorder = LossRecorder()
    private(set) var inOrder: [LoopCallback] = []

    /// - Parameter optimizer: makes one from parameters and a learning rate. (The book's `opt_func`.)
    public init<Net: Layer>(
        _ loaders: LabelledBatches, _ model: Net,
        loss: @escaping (_ scores: Tensor, _ labels: IntTensor) -> Tensor = { crossEntropy($0, $1) },
        optimizer: ([Parameter], Float) -> any Optimizer = { SGD($0, learningRate: $1) },
        callbacks: [LoopCallback] = []
    ) where Net.Input == Tensor, Net.Output: ModelOutput {
        (self.loaders, self.model, lossFunction) = (loaders, model, loss)
        callModel = { model($0).tensors }
        self.optimizer = optimizer(model.parameters, 0)
        self.callbacks = [TrainEval(), recorder] + callbacks
    }
}

// This is all there is to the loop itself. The four steps of `basicEpoch` are in `oneBatch`, with an event after each.
// `during` runs a part of the training with its events around it; it comes on the next page. (And `sortedByOrder` puts
// the callbacks into the order in which they are called, the subject of section 16.9. Until then, take it for the list
// itself.)

extension TrainingLoop {
    /// Trains for some epochs, with a validation after each.
    public func fit(_ epochs: Int, learningRate: Float) throws {
        require(epochs >= 0, "fit(\(epochs), learningRate: \(learningRate))", "the number of epochs is negative")
        inOrder = try sortedByOrder(callbacks)
        inOrder.forEach { $0.attached = self }
        (self.epochs, optimizer.learningRate) = (epochs, learningRate)
        defer { forgetBatch() }
        try during(.fit) {
            for epoch in 0..<epochs {
                self.epoch = epoch
                try during(.epoch) {
                    loader = loaders.train
                    try during(.train) { try allBatches() }
                    loader = loaders.valid
                    try during(.validate) { try noGrad { try allBatches() } }
                }
            }
        }
    }

    private func allBatches() throws {
        for (number, (x, y)) in loader!.enumerated() {
            (batch, self.x, self.y, predictions) = (number, x, y, [])
            try during(.batch) { try oneBatch() }
        }
    }

    /// (The book's `one_batch`.)
    private func oneBatch() throws {
        predictions = callModel(x)
        try send(.afterPrediction)
        require(
            predictions.count == 1, "the loss of \(predictions.count) predictions", "a loss takes one tensor",
            try: "a callback that leaves one in loop.predictions, like RNNRegularizer")
        loss = lossFunction(predictions[0], y)
        try send(.afterLoss)
        guard isTraining else { return }
        loss.backward()
        try send(.afterBackward)
        optimizer.step()
        try send(.afterStep)
        optimizer.zeroGrad()
    }

    func send(_ event: Event) throws { for callback in inOrder { try callback(event) } }

    /// Leaves nothing behind: no batch, and no gradients, which an error may have kept from being cleared.
    private func forgetBatch() {
        (x, y, predictions, loss, loader) = (Tensor(0), IntTensor(0), [], Tensor(0), nil)
        optimizer.zeroGrad()
    }
}

// Where are the learning rate's schedule, the printing, the metrics? Nowhere, and that is the point.
