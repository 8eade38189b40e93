// # The Learner: the training loop, once and for all
//
// Everything above the loop is a choice (data, model, loss, optimizer); the loop itself is
// always the same. Each of its phases can be joined by callbacks, so that recording, schedules
// and printing need not stand in it.

import Layers
import Tensors

/// The phases of training, each inside the one before.
public enum Phase: Sendable { case fit, epoch, train, validate, batch, backward, step }

/// Thrown by a callback: ends the named phase early, and nothing else.
public struct Cancel: Error {
    public let phase: Phase
    public init(_ phase: Phase) { self.phase = phase }
}

/// Something that happens during training.
public protocol Callback: AnyObject {
    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws
    /// Not called if the phase was cancelled.
    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws
    /// Called in any case, also after an error.
    func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>)
}

extension Callback {
    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {}
    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {}
    public func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {}
}

/// Trains a model on data: predict, loss, backward, step, for every batch of every epoch.
public final class Learner<Input, Target> {
    public let loaders: DataLoaders<(Input, Target)>
    public let model: any Layer<Input, Tensor>
    public let loss: (_ predictions: Tensor, _ targets: Target) -> Tensor
    public let metrics: [Metric<Target>]
    public var callbacks: [any Callback]
    /// What was measured in every epoch so far.
    public let recorder = Recorder()
    private let makeOptimizer: ([Parameter], Float) -> any Optimizer

    // Where training is at. Callbacks read this, and may change it.
    public private(set) var optimizer: any Optimizer
    public private(set) var epochs = 0
    public private(set) var epoch = 0
    public private(set) var isTraining = false
    private(set) var fitPlace = CallPlace(file: "", line: 0)
    public var inputs: Input?
    public var targets: Target?
    public var predictions = Tensor(0)
    public var batchLoss = Tensor(0)

    /// - Parameters:
    ///   - optimizer: makes one from parameters and a learning rate: `SGD.init`.
    ///   - metrics: computed on the validation set after every epoch.
    public init(
        _ loaders: DataLoaders<(Input, Target)>, _ model: any Layer<Input, Tensor>,
        loss: @escaping (_ predictions: Tensor, _ targets: Target) -> Tensor,
        optimizer: @escaping ([Parameter], Float) -> any Optimizer = { SGD($0, learningRate: $1) },
        metrics: [Metric<Target>] = [], callbacks: [any Callback] = []
    ) {
        (self.loaders, self.model, self.loss, self.metrics) = (loaders, model, loss, metrics)
        (self.callbacks, makeOptimizer) = (callbacks, optimizer)
        self.optimizer = optimizer(model.parameters, 0)
    }

    /// Goes through the training data `epochs` times, and through the validation data after each.
    public func fit(_ epochs: Int, learningRate: Float, file: String = #filePath, line: Int = #line) throws {
        (self.epochs, fitPlace) = (epochs, CallPlace(file: file, line: line))
        optimizer = makeOptimizer(model.parameters, learningRate)
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
    }

    private func oneBatch() throws {
        predictions = model(inputs!)
        batchLoss = loss(predictions, targets!)
        guard isTraining else { return }
        try during(.backward) { batchLoss.backward() }
        try during(.step) { optimizer.step() }
        optimizer.zeroGrad()
    }

    /// Runs a phase with its callbacks around it.
    private func during(_ phase: Phase, _ body: () throws -> Void) throws {
        let present: [any Callback] = [recorder] + callbacks
        defer { present.forEach { $0.cleanUp(phase, self) } }
        do {
            for callback in present { try callback.before(phase, self) }
            try body()
            for callback in present { try callback.after(phase, self) }
        } catch let cancel as Cancel where cancel.phase == phase {}
    }
}
