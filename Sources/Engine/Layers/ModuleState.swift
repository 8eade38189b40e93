// # The state of a module: what a file keeps of it
//
//     try model.save(to: url)
//     try anotherModelOfTheSameKind.load(from: url)
//
// The state is all parameters and buffers by name. What the layers are and how they are connected is
// the program's business, not the file's.

import Foundation
import Safetensors
import Tensors

extension Module {
    /// The values of all parameters and buffers by name, detached from the graph.
    public final var stateDictionary: [String: Tensor] {
        let parameters = namedParameters.map { ($0.name, $0.parameter.value.detached()) }
        let buffers = namedBuffers.map { ($0.name, $0.buffer.value) }
        return Dictionary(uniqueKeysWithValues: parameters + buffers)
    }

    /// Loads the values of all parameters and buffers.
    /// - Throws: `StateMismatch` if a name or a shape differs; the module is then unchanged.
    public final func load(_ state: [String: Tensor]) throws {
        try mismatch(with: state).throwUnlessEmpty()
        take(state)
    }

    /// Loads what has the right name and shape, and leaves the rest as it is: for example, a body trained with
    /// another head.
    /// - Returns: what did not fit.
    @discardableResult
    public final func loadWhatFits(_ state: [String: Tensor]) -> StateMismatch {
        let mismatch = mismatch(with: state)
        let unfit = Set(mismatch.unexpected + mismatch.differing.map(\.name))
        take(state.filter { !unfit.contains($0.key) })
        return mismatch
    }

    /// How a state differs from what this module needs.
    public final func mismatch(with state: [String: Tensor]) -> StateMismatch {
        StateMismatch(
            of: state, for: namedParameters.map { ($0, $1.shape) } + namedBuffers.map { ($0, $1.shape) })
    }

    private func take(_ state: [String: Tensor]) {
        for (name, parameter) in namedParameters { if let value = state[name] { parameter.assign(value) } }
        for (name, buffer) in namedBuffers { if let value = state[name] { buffer.assign(value) } }
    }
}

// MARK: Files

extension Module {
    /// Writes the state to a safetensors file. An existing file is replaced only by a complete one.
    /// - Throws: `SafetensorsError` if it cannot be written.
    public final func save(to url: URL, metadata: [String: String] = [:]) throws {
        try SafetensorsFile(stateDictionary, metadata: metadata).write(to: url)
    }

    /// Loads the state from a safetensors file.
    /// - Throws: `SafetensorsError` if it cannot be read, `StateMismatch` if it belongs to another model; the module
    ///   is then unchanged.
    public final func load(from url: URL) throws {
        let file = try SafetensorsFile(reading: url)
        for name in stateDictionary.keys where file.tensors[name] != nil { _ = try file.tensor(name) }
        let (floats, others) = Module.contents(of: file)
        try StateMismatch.naming(url) { try mismatch(with: floats, others).throwUnlessEmpty() }
        take(floats)
    }

    /// Loads what fits from a safetensors file, and returns what does not. Tensors that are not floats, such as the
    /// counters that other libraries save (`num_batches_tracked`), are among the unexpected ones.
    /// - Throws: `SafetensorsError` if it cannot be read.
    @discardableResult
    public final func loadWhatFits(from url: URL) throws -> StateMismatch {
        let (floats, others) = Module.contents(of: try SafetensorsFile(reading: url))
        loadWhatFits(floats)
        var mismatch = mismatch(with: floats, others)
        mismatch.file = url.path
        return mismatch
    }

    /// The floats of a file, and the names of everything else in it: a module holds nothing but floats.
    private static func contents(of file: SafetensorsFile) -> (floats: [String: Tensor], others: [String]) {
        var floats: [String: Tensor] = [:]
        for (name, saved) in file.tensors { if case .floats(let value) = saved { floats[name] = value } }
        return (floats, file.tensors.keys.filter { floats[$0] == nil })
    }

    private func mismatch(with floats: [String: Tensor], _ others: [String]) -> StateMismatch {
        var mismatch = mismatch(with: floats)
        mismatch.unexpected = (mismatch.unexpected + others).sorted()
        return mismatch
    }
}

/// How a state differs from the model's: what is missing, what the model does not know, and what differs in shape.
public struct StateMismatch: Error, Equatable, CustomStringConvertible {
    public struct Difference: Equatable, Sendable {
        public let name: String
        /// In the model, and in the state that was given.
        public let shape, given: [Int]

        public init(name: String, shape: [Int], given: [Int]) {
            (self.name, self.shape, self.given) = (name, shape, given)
        }
    }
    public var missing: [String], unexpected: [String], differing: [Difference]
    /// The file that the state was read from; nil for one that was in memory.
    public var file: String?

    public init(missing: [String] = [], unexpected: [String] = [], differing: [Difference] = []) {
        (self.missing, self.unexpected, self.differing) = (missing, unexpected, differing)
    }

    /// - Parameter needed: names and shapes of what the model has.
    init(of state: [String: Tensor], for needed: [(name: String, shape: [Int])]) {
        let own = Set(needed.map(\.name))
        self.init(
            missing: needed.map(\.name).filter { state[$0] == nil },
            unexpected: state.keys.filter { !own.contains($0) }.sorted(),
            differing: needed.compactMap { name, shape in
                guard let given = state[name]?.shape, given != shape else { return nil }
                return .init(name: name, shape: shape, given: given)
            })
    }

    public var isEmpty: Bool { missing.isEmpty && unexpected.isEmpty && differing.isEmpty }

    public func throwUnlessEmpty() throws { if !isEmpty { throw self } }

    /// What `body` gives; a mismatch that it throws gets the name of the file.
    package static func naming<Result>(_ url: URL, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch var mismatch as StateMismatch {
            mismatch.file = url.path
            throw mismatch
        }
    }

    public var description: String {
        let lines = [("missing", missing), ("unexpected", unexpected)].filter { !$1.isEmpty }.map {
            "  \($0): \(listed($1))"
        }
        let shapes = differing.prefix(Self.most).map {
            "  \($0.name): the model has \($0.shape), the state \($0.given)"
        }
        let others = differing.count > Self.most ? ["  and \(differing.count - Self.most) other shapes differ"] : []
        let title = (file.map { "\($0): " } ?? "") + "the state does not belong to this model"
        return ([title] + lines + shapes + others).joined(separator: "\n")
    }

    /// A file of another net differs in hundreds of names; so many are shown.
    private static let most = 12

    private func listed(_ names: [String]) -> String {
        let shown = names.prefix(Self.most).joined(separator: ", ")
        return names.count > Self.most ? shown + " and \(names.count - Self.most) more" : shown
    }
}
