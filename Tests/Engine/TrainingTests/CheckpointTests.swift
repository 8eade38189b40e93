// Training that is stopped and resumed gives the same bits as training that never stopped.

import Foundation
import Layers
import Safetensors
import Tensors
import TestSupport
import Testing
import Training

private let optimizers: [@Sendable ([Parameter], Float) -> any Optimizer] = [
    { SGD($0, learningRate: $1) }, { SGD($0, learningRate: $1, momentum: 0.9, nesterov: true) },
    { RMSProp($0, learningRate: $1, momentum: 0.5) }, { Adam($0, learningRate: $1, weightDecay: 0.01) },
    { SGD($0, learningRate: $1, momentum: 0.9, dampening: 0.5) },
    { Adam($0, learningRate: $1, squareMomentum: 0.5, amsgrad: true) },
    { AdamW($0, learningRate: $1) }, { RAdam($0, learningRate: $1) }, { LAMB($0, learningRate: $1) },
]

struct `Resuming` {
    private let folder = TemporaryFolder()

    /// A fresh learner, as a new program would make it: shuffling, with its own noise.
    private func learner(_ kind: Int, seed: UInt64, _ callbacks: [any Callback] = []) -> TensorLearner {
        var random = SplitMix64(seed: seed)
        let train = DataLoader(regressionData(32, seed: 10), batchSize: 8, shuffledUsing: &random)
        let valid = DataLoader(regressionData(10, seed: 11), batchSize: 8)
        let model = Sequential(Linear(2, 3, using: &random), Noise(using: &random), Linear(3, 1, using: &random))
        return Learner(
            DataLoaders(train, valid), model, loss: mseLoss, optimizer: optimizers[kind], callbacks: callbacks)
    }

    private func fit(_ learner: TensorLearner) throws -> [Float] {
        try EpochReporting.silently { try learner.fitOneCycle(4, learningRate: 0.02) }
        return learner.weights
    }

    @Test(arguments: optimizers.indices)
    func `two epochs and two epochs are four epochs, bit for bit`(_ kind: Int) throws {
        let whole = try fit(learner(kind, seed: 1))
        let stop = StopAfter(epoch: 1)
        let first = learner(kind, seed: 1, [Checkpointing(to: folder.file), stop])
        #expect(throws: StopAfter.Stopped.self) { try fit(first) }
        // Another seed: anything missing from the checkpoint would show.
        let second = learner(kind, seed: 2, [Checkpointing(to: folder.file)])
        #expect(try fit(second) == whole)
        #expect(second.recorder.rows.map(\.epoch) == [2, 3])
    }

    @Test func `a stop in the middle of an epoch goes back to its beginning`() throws {
        let whole = try fit(learner(4, seed: 1))
        let first = learner(4, seed: 1, [Checkpointing(to: folder.file), StopAfter(epoch: 2, phase: .train)])
        #expect(throws: StopAfter.Stopped.self) { try fit(first) }
        #expect(try fit(learner(4, seed: 2, [Checkpointing(to: folder.file)])) == whole)
    }

    @Test func `training that was finished is not done again`() throws {
        let done = try fit(learner(3, seed: 1, [Checkpointing(to: folder.file)]))
        let again = learner(3, seed: 2, [Checkpointing(to: folder.file)])
        #expect(try fit(again) == done && again.recorder.rows.isEmpty)
    }

    // Patient for one epoch, and content with nothing: the rate falls after every second epoch.
    @Test(arguments: [0, 1]) func `a plateau is remembered, wherever the callback is in the list`(_ place: Int) throws {
        func fit(_ seed: UInt64, _ others: [any Callback]) throws -> TensorLearner {
            let plateau = ReduceLearningRateOnPlateau(factor: 0.5, patience: 1, threshold: .absolute(1e9))
            var callbacks = others
            callbacks.insert(plateau, at: min(place, others.count))
            let learner = learner(1, seed: seed, callbacks)
            try EpochReporting.silently { try learner.fit(8, learningRate: 0.02) }
            return learner
        }
        let whole = try fit(1, [])
        #expect(Set(whole.recorder.learningRates) == [0.02, 0.01, 0.005, 0.0025])
        for stop in [2, 3] {
            let folder = TemporaryFolder()
            let saving = Checkpointing(to: folder.file)
            #expect(throws: StopAfter.Stopped.self) { try fit(1, [saving, StopAfter(epoch: stop)]) }
            #expect(try fit(2, [Checkpointing(to: folder.file)]).weights == whole.weights)
        }
    }

    @Test func `a hand-written loop resumes, too`() throws {
        func steps(_ count: Int, _ learner: TensorLearner, _ optimizer: any Optimizer) {
            for _ in 0..<count {
                for (x, y) in learner.loaders.train {
                    mseLoss(learner.model(x), y).backward()
                    optimizer.step()
                    optimizer.zeroGrad()
                }
            }
        }
        let (a, b) = (learner(0, seed: 1), learner(0, seed: 2))
        let (first, second) = (AdamW(a.model.parameters, learningRate: 0.1), AdamW(b.model.parameters, learningRate: 1))
        steps(2, a, first)
        try Checkpoint(a.model, first, random: [a.loaders.train]).save(to: folder.file, notes: ["epoch": "2"])
        steps(2, a, first)
        #expect(try Checkpoint(b.model, second, random: [b.loaders.train]).load(from: folder.file) == ["epoch": "2"])
        steps(2, b, second)
        #expect(b.weights == a.weights && second.learningRate == 0.1)
    }
}

struct `A checkpoint that does not fit` {
    private let folder = TemporaryFolder()

    private func saved() throws -> SafetensorsFile {
        let learner = momentumRegression(shuffled: true)
        try learner.trained(1)
        try Checkpoint(learner.model, learner.optimizer, random: [learner.loaders.train]).save(to: folder.file)
        return try SafetensorsFile(reading: folder.file)
    }

    private func load(optimizer: (([Parameter]) -> any Optimizer)? = nil) throws {
        let learner = momentumRegression(shuffled: true, seed: 5)
        let before = learner.weights
        let optimizer = optimizer?(learner.model.parameters) ?? learner.optimizer
        defer { #expect(learner.weights == before) }
        try Checkpoint(learner.model, optimizer, random: [learner.loaders.train]).load(from: folder.file)
    }

    @Test func `missing, unexpected and differing tensors are named, and nothing is changed`() throws {
        var file = try saved()
        file.tensors["model.weight"] = nil
        file.tensors["optimizer.memory.bias.velocity"] = .floats(.ones(7))
        file.tensors["random.9"] = .ints(IntTensor(1))
        try file.write(to: folder.file)
        let mismatch = try #require(throws: StateMismatch.self) { try load() }
        #expect(mismatch.missing == ["model.weight"] && mismatch.unexpected == ["random.9"])
        #expect(mismatch.differing == [.init(name: "optimizer.memory.bias.velocity", shape: [1], given: [7])])
    }

    @Test func `what callbacks remember must be there, and be theirs`() throws {
        _ = try saved()
        let learner = momentumRegression(shuffled: true)
        let plateau = ReduceLearningRateOnPlateau()
        let more = Checkpoint(learner.model, learner.optimizer, random: [learner.loaders.train], callbacks: [plateau])
        let mismatch = try #require(throws: StateMismatch.self) { try more.load(from: folder.file) }
        #expect(
            mismatch.missing == ["callbacks.0.badEpochs", "callbacks.0.best", "callbacks.0.cooldownLeft"]
                && mismatch.unexpected.isEmpty)
        try more.save(to: folder.file)
        #expect(try #require(throws: StateMismatch.self) { try load() }.unexpected.count == 3)
        plateau.state = ["best": 0.5, "badEpochs": 2, "cooldownLeft": 1]
        try more.save(to: folder.file)
        plateau.state = ["best": 7, "badEpochs": 7, "cooldownLeft": 7]
        try more.load(from: folder.file)
        #expect(plateau.state == ["best": 0.5, "badEpochs": 2, "cooldownLeft": 1])
    }

    @Test func `a tensor that the model does not know need not be floats to be named`() throws {
        var file = try saved()
        file.tensors["model.num_batches_tracked"] = .ints(IntTensor(3))
        try file.write(to: folder.file)
        #expect(try #require(throws: StateMismatch.self) { try load() }.unexpected == ["model.num_batches_tracked"])
        file.tensors["model.weight"] = .bytes(ByteTensor(3))
        try file.write(to: folder.file)
        let error = try #require(throws: SafetensorsError.self) { try load() }
        #expect(error.description == "\(folder.file.path): “model.weight” does not hold floats")
    }

    @Test func `another kind of the same optimizer is refused, too`() throws {
        let kinds: [([Parameter]) -> any Optimizer] = [
            { Adam($0, learningRate: 1) }, { Adam($0, learningRate: 1, amsgrad: true) },
            { SGD($0, learningRate: 1, momentum: 0.9) }, { SGD($0, learningRate: 1, momentum: 0.9, dampening: 0.5) },
            { SGD($0, learningRate: 1, momentum: 0.9, nesterov: true) },
            { SGD($0, learningRate: 1, momentum: 0.9, decay: .decoupled) }, { RMSProp($0, learningRate: 1) },
            { RMSProp($0, learningRate: 1, decay: .decoupled) },
        ]
        for (number, kind) in kinds.enumerated() {
            let learner = momentumRegression(shuffled: true)
            try Checkpoint(learner.model, kind(learner.model.parameters), random: [learner.loaders.train])
                .save(to: folder.file)
            for (other, kind) in kinds.enumerated() where other != number {
                #expect(throws: SafetensorsError.self) { try load(optimizer: kind) }
            }
        }
    }

    @Test func `settings that are missing, unknown or impossible are refused`() throws {
        let name = "optimizer.settings."
        for (key, value) in [("momentum", Float.nan), ("learningRate", -1), ("groups.0.learningRateScale", .infinity)] {
            var file = try saved()
            file.tensors[name + key] = .floats(Tensor(value))
            try file.write(to: folder.file)
            let error = try #require(throws: SafetensorsError.self) { try load() }
            #expect(error.problem.contains("\(key) is"))
        }
        var file = try saved()
        file.tensors[name + "momentum"] = nil
        for odd in ["bogus", "groups.0.", "groups.9.momentum", "groups.0.bogus"] {
            file.tensors[name + odd] = .floats(Tensor(1))
        }
        file.tensors["optimizer.steps.bias"] = .ints(IntTensor(-5))
        try file.write(to: folder.file)
        let mismatch = try #require(throws: StateMismatch.self) { try load() }
        #expect(mismatch.missing == [name + "momentum"] && mismatch.unexpected.count == 4)
        file = try saved()
        file.tensors["optimizer.steps.bias"] = .ints(IntTensor(-5))
        try file.write(to: folder.file)
        let error = try #require(throws: SafetensorsError.self) { try load() }
        #expect(error.problem.contains("-5 steps with bias"))
    }

    @Test func `another optimizer is refused by name`() throws {
        _ = try saved()
        let error = try #require(throws: SafetensorsError.self) { try load { Adam($0, learningRate: 1) } }
        #expect(error.description.contains("of an optimizer SGD, not Adam"))
    }

    @Test func `a file that is not a checkpoint is refused`() throws {
        try SafetensorsFile(["model.weight": Tensor.ones(1, 2)]).write(to: folder.file)
        let error = try #require(throws: SafetensorsError.self) { try load() }
        #expect(error.description.contains("not a checkpoint"))
    }

    @Test func `numbers of another kind are refused`() throws {
        var file = try saved()
        file.tensors["optimizer.steps.bias"] = .floats(Tensor(3))
        try file.write(to: folder.file)
        #expect(throws: SafetensorsError.self) { try load() }
        file.tensors["optimizer.steps.bias"] = .ints(IntTensor(3))
        file.tensors["random.0"] = .bytes(ByteTensor(3))
        try file.write(to: folder.file)
        #expect(throws: SafetensorsError.self) { try load() }
    }
}

/// Adds random numbers while it trains, as dropout draws them.
final class Noise: Module, Layer {
    private var random: RandomStream
    init(using random: inout some RandomNumberGenerator) { self.random = RandomStream(seed: random.next()) }
    func forward(_ x: Tensor) -> Tensor { isTraining ? x + 0.1 * Tensor.randn(x.shape, using: &random) : x }
}

/// Ends a program that is training, as far as a learner can see.
private final class StopAfter: Callback {
    struct Stopped: Error {}
    private let epoch: Int, phase: Phase
    init(epoch: Int, phase: Phase = .epoch) { (self.epoch, self.phase) = (epoch, phase) }

    func after<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) throws {
        if phase == self.phase && learner.epoch == epoch { throw Stopped() }
    }
}
