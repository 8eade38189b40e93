// The optimizer, the loop and its events: sections 19.6 and 19.7.

import Chapter19
import Tensors
import TestSupport
import Testing

/// A step with each of three gradients, beginning at [1, -2, 0.5].
private func path(_ optimizer: (Parameter) -> any Optimizer) -> [[Float]] {
    let parameter = Parameter(Tensor([1, -2, 0.5]))
    let optimizer = optimizer(parameter)
    return [[0.5, 0.5, -1], [0.25, -1, 2], [0, 0.1, 0.3]].map { (gradient: [Float]) in
        parameter.grad = Tensor(gradient)
        optimizer.step()
        #expect(parameter.grad == nil)
        return parameter.value.scalars
    }
}

@Suite struct `19.6 Optimizers` {
    // PyTorch 2.13.
    @Test func `SGD with weight decay takes PyTorch's steps`() {
        let places = path { SGD([$0], learningRate: 0.1, weightDecay: 0.1) }
        expectClose(
            Tensor(places),
            Tensor([[0.94, -2.03, 0.595], [0.9056, -1.9097, 0.38905], [0.896544, -1.900603, 0.3551595]]))
    }

    @Test func `SGD with momentum takes PyTorch's steps`() {
        let decayed = path { MomentumSGD([$0], learningRate: 0.1, momentum: 0.9, weightDecay: 0.01) }
        expectClose(
            Tensor(decayed),
            Tensor([[0.949, -2.048, 0.5995], [0.877151, -1.9891521, 0.4884505], [0.8116097, -1.9441997, 0.3580175]]))
        let plain = path { MomentumSGD([$0], learningRate: 0.05, momentum: 0.5) }
        expectClose(
            Tensor(plain), Tensor([[0.975, -2.025, 0.55], [0.95, -1.9875, 0.475], [0.9375, -1.97375, 0.4225]]))
    }

    @Test func `without momentum it is SGD, bit for bit`() {
        let plain = path { SGD([$0], learningRate: 0.1, weightDecay: 0.3) }
        #expect(plain == path { MomentumSGD([$0], learningRate: 0.1, momentum: 0, weightDecay: 0.3) })
    }

    @Test func `decay is the slope of half the square, and a parameter without gradient is left alone`() {
        let weights = Tensor([3, -1]).requiringGrad()
        (0.5 * 0.2 * weights.squared()).sum().backward()
        let (decayed, alone) = (Parameter(Tensor([3, -1])), Parameter(Tensor([5])))
        decayed.grad = .zeros(2)
        SGD([decayed, alone], learningRate: 1, weightDecay: 0.2).step()
        expectClose(decayed.value, weights.detached() - weights.grad!)
        #expect(alone.value.scalars == [5])
    }
}

@Suite struct `19.6 Events` {
    /// The events of a fit, with an error thrown at one of them.
    private func events(
        _ epochs: Int = 1, train: Int = 4, valid: Int = 2, throwing error: (any Error)? = nil,
        at event: Event = .beforeFit,
        _ condition: @escaping (Learner) -> Bool = { _ in true }
    ) throws -> String {
        let trace = Trace()
        let callbacks: [any Listener] = [trace] + (error.map { [Interrupting(with: $0, at: event, condition)] } ?? [])
        try toyLearner(train: train, valid: valid, callbacks: callbacks).fit(epochs)
        return trace.events.map { initials[$0]! }.joined(separator: " ")
    }

    @Test func `come in the book's order`() throws {
        #expect(try events() == "F E B b B b e E B b e f")
        #expect(try events(2, train: 2, valid: 4) == "F E B b e E B b B b e E B b e E B b B b e f")
        #expect(try events(0) == "F f")
        #expect(try events(train: 0, valid: 0) == "F E e E e f")
    }

    @Test func `Cancel.batch ends the batch, and afterBatch still comes`() throws {
        let trace = try events(throwing: Cancel.batch, at: .beforeBatch) { $0.number == 0 }
        #expect(trace == "F E B b B b e E B b e f")
        // It was not learned from: with all batches cancelled, nothing changes.
        let (learner, untouched) = (
            toyLearner(train: 6, valid: 2, callbacks: [Interrupting(with: Cancel.batch, at: .beforeBatch)]),
            toyLearner(train: 6, valid: 2)
        )
        try learner.fit(2)
        let pairs = zip(learner.model.parameters, untouched.model.parameters)
        #expect(pairs.allSatisfy { $0.value.scalars == $1.value.scalars })
        #expect(learner.scores == nil && learner.batchLoss == nil)
    }

    @Test func `Cancel.epoch ends the pass, and afterEpoch still comes`() throws {
        let inTraining = try events(throwing: Cancel.epoch, at: .afterBatch) { $0.model.isTraining }
        #expect(inTraining == "F E B b e E B b e f")
        let atOnce = try events(2, throwing: Cancel.epoch, at: .beforeEpoch) { !$0.model.isTraining }
        #expect(atOnce == "F E B b B b e E e E B b B b e E e f")
        #expect(try events(throwing: Cancel.epoch, at: .beforeBatch) == "F E B e E B e f")
    }

    @Test func `Cancel.fit ends everything, and afterFit still comes`() throws {
        #expect(
            try events(3, throwing: Cancel.fit, at: .afterBatch) { $0.epoch == 1 } == "F E B b B b e E B b e E B b f")
        #expect(try events(3, throwing: Cancel.fit, at: .beforeFit) == "F f")
        #expect(try events(3, throwing: Cancel.fit, at: .afterEpoch) == "F E B b B b e f")
    }

    @Test(arguments: [(.batch, .afterEpoch), (.epoch, .afterFit), (.batch, .beforeFit)] as [(Cancel, Event)])
    func `what is not going on cannot be cancelled`(_ cancel: Cancel, _ event: Event) throws {
        let thrown = #expect(throws: Cancel.self) { _ = try events(throwing: cancel, at: event) }
        #expect(thrown == cancel)
    }

    @Test func `the optimizer is made after beforeFit, with the rate that was set there`() throws {
        final class Rates: Callback {
            var seen: [Float] = []
            override func beforeFit() { learner.learningRate = 0.25 }
            override func beforeBatch() { seen.append(self.optimizer.learningRate) }
        }
        let rates = Rates()
        let learner = toyLearner(train: 2, valid: 2, learningRate: 0.1, callbacks: [rates])
        let first = learner.optimizer
        #expect(first.learningRate == 0.1)
        try learner.fit(1)
        #expect(rates.seen == [0.25, 0.25] && learner.optimizer !== first)
    }

    @Test func `validation keeps no graph, and after a fit the model is ready for use`() throws {
        final class Looking: Callback {
            var isTracked: [Bool] = [], isTraining: [Bool] = []
            override func afterBatch() {
                isTraining.append(self.model.isTraining)
                isTracked.append(self.scores!.requiresGrad || self.batchLoss!.requiresGrad)
            }
        }
        final class Watching: Module {
            let inner: Linear
            var isRecording: [Bool] = []
            init(_ inner: Linear) { self.inner = inner }
            override func forward(_ x: Tensor) -> Tensor {
                let y = inner(x)
                isRecording.append(y.requiresGrad)
                return y
            }
        }
        var random = SplitMix64(seed: 1906)
        let (looking, model) = (Looking(), Watching(Linear(2, 2, using: &random)))
        let loaders = toyLearner(train: 2, valid: 2).loaders
        try Learner(model, loaders, learningRate: 0.1, callbacks: [looking]).fit(1)
        #expect(model.isRecording == [true, false] && looking.isTraining == [true, false])
        #expect(looking.isTracked == [false, false] && !model.isTraining && !model.inner.isTraining)
    }

    @Test func `a learner and its callbacks are released`() {
        weak var learner: Learner?
        weak var callback: Callback?
        do {
            let results = TrackResults()
            let strong = toyLearner(train: 2, valid: 2, callbacks: [results])
            (learner, callback) = (strong, results)
            #expect(learner != nil && callback?.learner === strong)
        }
        #expect(learner == nil && callback == nil)
    }
}

private let initials: [Event: String] = [
    .beforeFit: "F", .beforeEpoch: "E", .beforeBatch: "B", .afterBatch: "b", .afterEpoch: "e", .afterFit: "f",
]
