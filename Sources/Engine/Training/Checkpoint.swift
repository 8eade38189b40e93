// # Checkpoints: training that can be stopped at any time
//
// To continue as if nothing had happened, the weights are not enough. Momentum remembers earlier steps, and the
// loader and dropout are somewhere in their streams of random numbers. A checkpoint keeps all of it, in one
// safetensors file:
//
//     model.NAME                   parameters and buffers
//     optimizer.memory.NAME.WHAT   the optimizer's averages of a parameter, optimizer.steps.NAME its steps
//     optimizer.settings.NAME      learning rate, momentum, …
//     random.NAME                  the state of a generator
//     callbacks.NUMBER.NAME        what a callback remembers

import Foundation
import Layers
import Safetensors
import Tensors

/// Something with a random generator whose state a checkpoint keeps.
public protocol RandomState: AnyObject {
    /// nil for something that is not random after all, such as a loader that does not shuffle.
    var randomState: UInt64? { get set }
}
extension DataLoader: RandomState {}
extension RandomStream: RandomState {
    public var randomState: UInt64? {
        get { state }
        set {
            guard let newValue else { stop("randomState of a RandomStream", "a state cannot be nil") }
            state = newValue
        }
    }
}

/// All that training needs to continue: model, optimizer, and the random numbers to come.
///
///     let checkpoint = Checkpoint(model, optimizer, random: [loader])
///     try checkpoint.save(to: url, notes: ["epoch": "3"])
public struct Checkpoint {
    private let model: Module
    private let optimizer: any Optimizer
    private let random: [(name: String, source: any RandomState)]
    private let callbacks: [any StatefulCallback]

    /// - Parameters:
    ///   - random: the loaders that shuffle, always in the same order. The generators of layers are found.
    ///   - callbacks: those that remember something, always in the same order.
    public init(
        _ model: Module, _ optimizer: any Optimizer, random: [any RandomState] = [],
        callbacks: [any StatefulCallback] = []
    ) {
        (self.model, self.optimizer, self.callbacks) = (model, optimizer, callbacks)
        self.random =
            random.enumerated().map { ("\($0)", $1) } + model.namedRandomStreams.map { ("model.\($0.name)", $0.stream) }
    }

    /// Writes everything to a file. An older file is replaced only once the new one is complete.
    /// - Throws: `SafetensorsError` if it cannot be written.
    public func save(to url: URL, notes: [String: String] = [:]) throws {
        var tensors: [String: SavedTensor] = [:]
        for (name, value) in model.stateDictionary { tensors["model.\(name)"] = .floats(value) }
        for (name, value) in optimizer.state.settings { tensors["optimizer.settings.\(name)"] = .floats(Tensor(value)) }
        for (name, memory) in zip(parameterNames, optimizer.state.memories) {
            tensors["optimizer.steps.\(name)"] = .ints(IntTensor(memory.steps))
            for (what, value) in memory.tensors { tensors["optimizer.memory.\(name).\(what)"] = .floats(value) }
        }
        for (name, source) in random {
            if let state = source.randomState {
                tensors["random.\(name)"] = .ints(IntTensor(Int(bitPattern: UInt(state))))
            }
        }
        for (number, callback) in callbacks.enumerated() {
            for (name, value) in callback.state { tensors["callbacks.\(number).\(name)"] = .floats(Tensor(value)) }
        }
        let own = ["optimizer": optimizer.kind]
        try SafetensorsFile(tensors, metadata: notes.merging(own) { $1 }).write(to: url)
    }

    /// Loads everything from a file, or nothing at all if the file belongs to another model or optimizer.
    /// - Returns: the notes it was saved with.
    /// - Throws: `SafetensorsError` if it cannot be read, `StateMismatch` if names or shapes differ.
    @discardableResult
    public func load(from url: URL) throws -> [String: String] {
        let file = try SafetensorsFile(reading: url)
        let kind = optimizer.kind
        guard file.metadata["optimizer"] == kind else {
            let found = file.metadata["optimizer"].map { "of an optimizer \($0), not \(kind)" } ?? "not a checkpoint"
            throw SafetensorsError(url.path, "it is \(found)")
        }
        try StateMismatch.naming(url) { try mismatch(with: file).throwUnlessEmpty() }
        let (weights, memories) = (try floats("model.", file), try optimizerState(file))
        try check(memories, url)
        let states = try random.map { name, source in
            source.randomState == nil ? nil : UInt64(UInt(bitPattern: try file.ints("random.\(name)").item))
        }
        let remembered = try callbacks.indices.map { try floats("callbacks.\($0).", file).mapValues(\.item) }
        // From here on nothing can fail.
        try model.load(weights)
        optimizer.state = memories
        for (callback, state) in zip(callbacks, remembered) { callback.state = state }
        for (random, state) in zip(random, states) where state != nil { random.source.randomState = state }
        return file.metadata.filter { $0.key != "optimizer" }
    }
}

// MARK: Reading

extension Checkpoint {
    /// The names of the optimizer's parameters: those of the model, and numbers for others.
    private var parameterNames: [String] {
        let names = Dictionary(
            uniqueKeysWithValues: model.namedParameters.map { (ObjectIdentifier($0.parameter), $0.name) })
        return optimizer.parameters.enumerated().map { names[ObjectIdentifier($1)] ?? "\($0)" }
    }

    /// The tensors under a prefix, all of which must be floats.
    private func floats(
        _ prefix: String, _ file: SafetensorsFile, without strangers: Set<String> = []
    ) throws -> [String: Tensor] {
        var floats: [String: Tensor] = [:]
        for name in file.tensors.keys where name.hasPrefix(prefix) && !strangers.contains(name) {
            floats[String(name.dropFirst(prefix.count))] = try file.tensor(name)
        }
        return floats
    }

    private func optimizerState(_ file: SafetensorsFile) throws -> OptimizerState {
        var state = OptimizerState(settings: try floats("optimizer.settings.", file).mapValues(\.item), memories: [])
        for name in parameterNames {
            var memory = OptimizerState.Memory()
            memory.steps = try file.ints("optimizer.steps.\(name)").item
            // What follows has no dot: "weight.1.average" does not belong to the parameter "weight".
            for (what, value) in try floats("optimizer.memory.\(name).", file) where !what.contains(".") {
                memory.tensors[what] = value
            }
            state.memories.append(memory)
        }
        return state
    }

    /// Refuses numbers that no optimizer can have reached: with them, training would be ruined without a word.
    private func check(_ state: OptimizerState, _ url: URL) throws {
        for (name, value) in state.settings.sorted(by: { $0.key < $1.key }) where !(value >= 0 && value.isFinite) {
            throw SafetensorsError(url.path, "the optimizer's \(name) is \(value)")
        }
        for (name, memory) in zip(parameterNames, state.memories) where !(0...1 << 53).contains(memory.steps) {
            throw SafetensorsError(url.path, "the optimizer has made \(memory.steps) steps with \(name)")
        }
    }

    /// Whether a name such as `groups.0.momentum` is that of a setting that a group of the optimizer may have.
    private func isGroupSetting(_ name: Substring) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && optimizer.state.settings["groups.\(parts[1]).learningRateScale"] != nil
            && ["learningRateScale", "learningRate", "momentum", "weightDecay"].contains(parts[2])
    }

    /// What the file lacks, what it has in excess, and what has another shape.
    private func mismatch(with file: SafetensorsFile) throws -> StateMismatch {
        // A module holds nothing but floats: what it does not know need not be any.
        let known = Set(model.stateDictionary.keys.map { "model.\($0)" })
        let strangers = Set(file.tensors.keys.filter { $0.hasPrefix("model.") && !known.contains($0) })
        var mismatch = model.mismatch(with: try floats("model.", file, without: strangers))
        mismatch.missing = mismatch.missing.map { "model.\($0)" }
        mismatch.unexpected = strangers.sorted()
        let settings = optimizer.state.settings.keys.filter { !$0.hasPrefix("groups.") }.sorted()
        let single =
            settings.map { "optimizer.settings.\($0)" } + parameterNames.map { "optimizer.steps.\($0)" }
            + random.filter { $0.source.randomState != nil }.map { "random.\($0.name)" }
            + callbacks.enumerated().flatMap { number, callback in
                callback.state.keys.sorted().map { "callbacks.\(number).\($0)" }
            }
        mismatch.missing += single.filter { file.tensors[$0] == nil }
        let shapes = Dictionary(
            zip(parameterNames, optimizer.parameters.map(\.shape)), uniquingKeysWith: { first, _ in first })
        for (name, tensor) in file.tensors.sorted(by: { $0.key < $1.key }) where !name.hasPrefix("model.") {
            let parts = name.split(separator: ".")
            let isGroups = name.hasPrefix("optimizer.settings.groups.")
            let isOne = isGroups ? isGroupSetting(name.dropFirst("optimizer.settings.".count)) : single.contains(name)
            var expected: [Int]? = isOne ? [] : nil
            if name.hasPrefix("optimizer.memory.") { expected = shapes[parts[2...].dropLast().joined(separator: ".")] }
            guard let expected else { mismatch.unexpected.append(name); continue }
            if tensor.shape != expected {
                mismatch.differing.append(.init(name: name, shape: expected, given: tensor.shape))
            }
        }
        return mismatch
    }
}
