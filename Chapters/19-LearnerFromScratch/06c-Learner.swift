// # The Learner
//
// Section 19.6 · After this page you can write a training loop that others can take part in.

import Tensors

// This is the Learner. It is the largest class of the chapter, and every method of it is tiny. Read it from `fit`
// downwards: a fit is a number of epochs, each of them a training pass and a validation pass; a pass is a number of
// batches; a batch is predicted, and in training learned from. Between them stand the events. `until` is the only thing
// that is not plain to see: it runs a part of the loop, and catches the `Cancel` that is meant for this part.

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

    /// Trains for some epochs. Whatever ends it, `afterFit` comes last, and the model is ready for use.
    public func fit(_ epochs: Int) throws {
        self.epochs = epochs
        defer { model.isTraining = false }
        do {
            try self(.beforeFit)
            optimizer = makeOptimizer(model.parameters, learningRate)
            for epoch in 0..<epochs {
                self.epoch = epoch
                try oneEpoch(training: true)
                try oneEpoch(training: false)
            }
        } catch Cancel.fit {
        } catch {
            for callback in callbacks { try? callback.respond(to: .afterFit) }
            throw error
        }
        try self(.afterFit)
    }

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
