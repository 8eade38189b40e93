// # The Learner
//
// Section 19.6 · After this page you can write a training loop that others can take part in.

import Tensors

// This is the Learner. It is the largest class of the chapter, and every method of it is tiny. Read it from `fit`
// downwards: a fit is a number of epochs, each of them a training pass and a validation pass; a pass is a number of
// batches; a batch is predicted, and in training learned from. Between them stand the events. Two helpers are not plain
// to see. `until` runs a part of the loop, and catches the `Cancel` that is meant for this part. And `errors` keeps an
// error for later: whoever has something to put back in `afterFit` must hear of it, even if the one before it fails. So
// all are told, and then the first error is thrown. (The `init` stores what it is given under the same names. In the
// book one call of fastai's `store_attr` does that, without a list.)

/// Trains a model: the loop, and nothing but the loop.
public final class Learner {
    public let model: Module
    public let loaders: DataLoaders
    public let callbacks: [any Listener]
    /// For the next `fit`; while one is going on, the rate is the optimizer's.
    public var learningRate: Float
    public var loss: (_ scores: Tensor, _ labels: [Int]) -> Tensor
    private let makeOptimizer: ([Parameter], Float) -> any Optimizer

    // Where training is at.
    public private(set) var epochs = 0, epoch = 0, number = 0
    public private(set) var optimizer: any Optimizer
    public var batch = Batch(x: Tensor(0), y: [])
    /// Of this batch; nil until the model has seen it.
    public private(set) var scores: Tensor?, batchLoss: Tensor?

    public init(
        _ model: Module, _ loaders: DataLoaders, loss: @escaping (Tensor, [Int]) -> Tensor = crossEntropy,
        learningRate: Float, callbacks: [any Listener] = [],
        optimizer: @escaping ([Parameter], Float) -> any Optimizer = { SGD($0, learningRate: $1) }
    ) {
        (self.model, self.loaders, self.loss, self.learningRate) = (model, loaders, loss, learningRate)
        (self.callbacks, makeOptimizer) = (callbacks, optimizer)
        self.optimizer = optimizer(model.parameters, learningRate)
        for callback in callbacks { callback.learner = self }
    }

    /// Trains for some epochs. Whatever ends it, every callback is told `afterFit` last, and the model is ready for
    /// use.
    public func fit(_ epochs: Int) throws {
        require(epochs >= 0, "fit(\(epochs))", "a number of epochs cannot be negative")
        self.epochs = epochs
        defer { model.isTraining = false }
        var failed = errors {
            try self(.beforeFit)
            optimizer = makeOptimizer(model.parameters, learningRate)
            for epoch in 0..<epochs {
                self.epoch = epoch
                try oneEpoch(training: true)
                try oneEpoch(training: false)
            }
        }
        for callback in callbacks { failed += errors { try callback.respond(to: .afterFit) } }
        if let first = failed.first { throw first }
    }

    /// The error that ends `body`, if there is one; a cancelled fit is none.
    private func errors(of body: () throws -> Void) -> [any Error] {
        do { try body() } catch Cancel.fit {} catch { return [error] }
        return []
    }

    /// All batches of one kind. (The book's `one_epoch`.)
    private func oneEpoch(training: Bool) throws {
        model.isTraining = training
        try until(.epoch) {
            try self(.beforeEpoch)
            try (training ? loaders.train : loaders.valid).forEachBatch { number, batch in
                (self.number, self.batch, scores, batchLoss) = (number, batch, nil, nil)
                try until(.batch) { try oneBatch() }
                try self(.afterBatch)
            }
        }
        try self(.afterEpoch)
    }

    /// (The book's `one_batch`.)
    private func oneBatch() throws {
        try self(.beforeBatch)
        if model.isTraining { learn() } else { noGrad(predict) }
        (scores, batchLoss) = (scores?.detached(), batchLoss?.detached())
    }

    private func predict() {
        scores = model(batch.x)
        batchLoss = loss(scores!, batch.y)
    }

    private func learn() {
        predict()
        batchLoss!.backward()
        optimizer.step()
    }

    /// Runs `body` until it ends, or until someone throws this cancel.
    private func until(_ cancel: Cancel, _ body: () throws -> Void) throws {
        do { try body() } catch let thrown as Cancel where thrown == cancel {}
    }

    /// Tells all callbacks, in their order. (The book's `__call__`.)
    public func callAsFunction(_ event: Event) throws {
        for callback in callbacks { try callback.respond(to: event) }
    }
}
