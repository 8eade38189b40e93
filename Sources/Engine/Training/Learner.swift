// # The Learner: the training loop, once and for all
//
// Everything above the loop is a choice (data, model, loss, optimizer); the loop itself is
// always the same. Callbacks can take part in each of its phases, so recording, schedules and
// printing do not have to be written into it.

import Layers
import Tensors

/// Trains a model on data: predict, loss, backward, step, for every batch of every epoch.
public final class Learner<Input, Target> {
    /// May be replaced between two trainings, as by the same photos in another size.
    public var loaders: DataLoaders<(Input, Target)>
    public let model: any Layer<Input, Tensor>
    public let loss: (_ predictions: Tensor, _ targets: Target) -> Tensor
    public let metrics: [Metric<Target>]
    public var callbacks: [any Callback]
    /// What was measured in every epoch so far.
    public let recorder: Recorder
    private let makeOptimizer: ([Parameter], Float) -> any Optimizer

    // Where training is at. Callbacks read this, and may change what the batch is.
    /// Every `fit` makes a new one: ask for it during or after `fit`, not before.
    public internal(set) var optimizer: any Optimizer
    /// How many this `fit` goes through, and which one it is at, from 0.
    public private(set) var epochs = 0, epoch = 0
    /// True in the train phase, false in the validate phase.
    public private(set) var isTraining = false
    /// Where `fit` was called.
    private(set) var fitPlace = CallPlace(file: "", line: 0)
    /// The current batch; nil outside of `fit`.
    public var inputs: Input?, targets: Target?
    /// What the model predicts for the batch, and the loss: there after the phases `predict` and `loss`, and 0 before.
    public var predictions = Tensor(0), batchLoss = Tensor(0)
    /// How much the batch's gradient counts in the step; the loss itself stays what it is.
    var gradientShare: Float = 1

    /// - Parameters:
    ///   - loaders: the batches that the model learns from, and those that it is judged by.
    ///   - model: from inputs to predictions.
    ///   - loss: the mean over the items of a batch, a single number, to be made small.
    ///   - optimizer: makes one from parameters and a learning rate: `SGD.init`, or `{ Adam($0, learningRate: $1) }`.
    ///   - metrics: computed on the validation set after every epoch; their names must differ.
    ///   - callbacks: what else happens during training.
    public init(
        _ loaders: DataLoaders<(Input, Target)>, _ model: any Layer<Input, Tensor>,
        loss: @escaping (_ predictions: Tensor, _ targets: Target) -> Tensor,
        optimizer: @escaping ([Parameter], Float) -> any Optimizer = { SGD($0, learningRate: $1) },
        metrics: [Metric<Target>] = [], callbacks: [any Callback] = []
    ) {
        (self.loaders, self.model, self.loss, self.metrics) = (loaders, model, loss, metrics)
        (self.callbacks, makeOptimizer) = (callbacks, optimizer)
        recorder = Recorder(metrics: metrics.map(\.name))
        self.optimizer = optimizer(model.parameters, 0)
    }

    /// Goes through the training data `epochs` times, and through the validation data after each.
    ///
    /// Another call continues from the weights of the previous one, with a new optimizer, which remembers nothing of
    /// earlier steps. (fastai keeps its optimizer.) To continue exactly where training stopped, see ``Checkpoint``.
    /// - Throws: what a callback throws, unless it cancels a phase; and the problem of a loader that cannot read its
    ///   items.
    public func fit(_ epochs: Int, learningRate: Float, file: String = #filePath, line: Int = #line) throws {
        let call = "fit(\(epochs), learningRate: \(learningRate))"
        require(epochs >= 0, call, "the number of epochs is negative")
        require(learningRate >= 0 && learningRate.isFinite, call, "the learning rate must be a number, 0 or more")
        require(
            epochs == 0 || !loaders.train.isEmpty, call,
            "there is no batch to train on: the loader has \(loaders.train.itemCount) items", try: "more data")
        (self.epochs, fitPlace) = (epochs, CallPlace(file: file, line: line))
        optimizer = makeOptimizer(model.parameters, learningRate)
        optimizer.zeroGrad()  // a cancelled fit, or anyone else, may have left gradients
        defer { (inputs, targets, predictions, batchLoss) = (nil, nil, Tensor(0), Tensor(0)) }
        try during(.fit) {
            for epoch in 0..<epochs {
                self.epoch = epoch
                try during(.epoch) {
                    try during(.train) { try all(of: loaders.train, training: true) }
                    try during(.validate) { try noGrad { try all(of: loaders.valid, training: false) } }
                }
            }
        }
    }

    private func all(of loader: DataLoader<(Input, Target)>, training: Bool) throws {
        isTraining = training
        if training { model.train() } else { model.eval() }
        for (x, y) in loader {
            (inputs, targets) = (x, y)
            try during(.batch) { try oneBatch() }
        }
        if let problem = loader.problem { throw problem }
    }

    private func oneBatch() throws {
        (predictions, batchLoss) = (Tensor(0), Tensor(0))
        try during(.predict) { predictions = model(inputs!) }
        try during(.loss) { batchLoss = loss(predictions, targets!) }
        guard isTraining else { return }
        try during(.backward) { (gradientShare == 1 ? batchLoss : batchLoss * gradientShare).backward() }
        try during(.step) {
            optimizer.step()
            optimizer.zeroGrad()
        }
    }

    /// The callbacks by their `order`; those of the same order as in the list.
    private var inOrder: [any Callback] {
        let sorted = callbacks.enumerated().sorted {
            ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
        }
        return [recorder] + sorted.map(\.element)
    }

    /// Runs a phase with its callbacks around it.
    private func during(_ phase: Phase, _ body: () throws -> Void) throws {
        let present = inOrder
        defer { present.forEach { $0.cleanUp(phase, self) } }
        do {
            for callback in present { try callback.before(phase, self) }
            try body()
            for callback in present { try callback.after(phase, self) }
        } catch let cancel as Cancel where cancel.phase == phase {}
    }
}
