// # The names of others: a module's numbers as PyTorch calls them
//
//     try net.load(torchFile: url)        layer2.0.bn1.running_mean → layer2.0.bn1.runningMean
//     try net.save(torchFile: url)
//
// A file of weights from PyTorch knows the numbers of a layer by other words than ours: γ is the `weight` of a norm,
// and the parts of a `Sequential` are numbered without being called layers. A module whose own properties are named as
// in PyTorch needs no more than these words to be translated, and the file fits.

import Foundation
import Safetensors
import Tensors
import TorchFiles

extension Module {
    /// What PyTorch calls each parameter and buffer of this module, by our names.
    ///
    /// It translates the words of norms and of `Sequential`. Other properties keep their names; so they should be
    /// called as in the file.
    public final var torchNames: [String: String] {
        let modules = Dictionary(uniqueKeysWithValues: namedModules.map { ($0.name, $0.module) })
        let names = namedParameters.map(\.name) + namedBuffers.map(\.name)
        return Dictionary(uniqueKeysWithValues: names.map { ($0, Module.torchName(of: $0, in: modules)) })
    }

    private static func torchName(of name: String, in modules: [String: Module]) -> String {
        let words = name.split(separator: ".").map(String.init)
        return words.indices.compactMap { place -> String? in
            switch modules[words[..<place].joined(separator: ".")] {
            case is Sequential: words[place] == "layers" ? nil : words[place]
            case is BatchNorm, is GroupNorm, is LayerNorm, is InstanceNorm: wordsOfNorms[words[place]] ?? words[place]
            default: words[place]
            }
        }.joined(separator: ".")
    }

    /// The values of all parameters and buffers by PyTorch's names, detached from the graph.
    public final var torchState: [String: Tensor] {
        let names = torchNames
        return Dictionary(uniqueKeysWithValues: stateDictionary.map { (names[$0]!, $1) })
    }

    /// Loads the values of all parameters and buffers by PyTorch's names.
    /// - Throws: `StateMismatch`, in these names, if one or a shape differs; the module is then unchanged.
    public final func load(torchState state: [String: Tensor]) throws {
        try mismatch(withTorchState: state).throwUnlessEmpty()
        try load(torchNames.mapValues { state[$0]! })
    }

    /// How a state by PyTorch's names differs from what this module needs.
    public final func mismatch(withTorchState state: [String: Tensor]) -> StateMismatch {
        let names = torchNames
        let parameters = namedParameters.map { (names[$0]!, $1.shape) }
        return StateMismatch(of: state, for: parameters + namedBuffers.map { (names[$0]!, $1.shape) })
    }
}

/// γ, β and the running averages of norms.
private let wordsOfNorms = [
    "gamma": "weight", "beta": "bias", "runningMean": "running_mean", "runningVariance": "running_var",
]

// MARK: Files

extension Module {
    /// Writes the state by PyTorch's names to a safetensors file. An existing file is replaced only by a complete one.
    /// - Throws: `SafetensorsError` if it cannot be written.
    public final func save(torchFile url: URL, metadata: [String: String] = [:]) throws {
        try SafetensorsFile(torchState, metadata: metadata).write(to: url)
    }

    /// Loads the state from a safetensors file with PyTorch's names, or from one that `torch.save` wrote. Numbers of
    /// half the precision are read as well.
    /// PyTorch's batch norms count the batches they have seen; nobody here needs that number, and it is passed over.
    /// - Throws: `SafetensorsError` or `TorchFileError` if it cannot be read, `StateMismatch` with all differences if
    ///   it belongs to another model; the module is then unchanged.
    public final func load(torchFile url: URL) throws {
        let tensors = try readWeights(url)
        try StateMismatch.naming(url) { try load(torchTensors: tensors) }
    }

    /// Loads the tensors of a file that has been read.
    /// - Throws: `StateMismatch`, as ``load(torchFile:)`` does.
    public final func load(torchTensors tensors: [String: SavedTensor]) throws {
        let (floats, others) = torchContents(of: tensors)
        var mismatch = mismatch(withTorchState: floats)
        mismatch.unexpected = (mismatch.unexpected + others).sorted()
        try mismatch.throwUnlessEmpty()
        try load(torchState: floats)
    }
}

/// The floats among tensors, and the names of all others but the counters of batches.
private func torchContents(of tensors: [String: SavedTensor]) -> (floats: [String: Tensor], others: [String]) {
    var (floats, others): ([String: Tensor], [String]) = ([:], [])
    for (name, saved) in tensors where name.split(separator: ".").last != "num_batches_tracked" {
        if case .floats(let value) = saved { floats[name] = value } else { others.append(name) }
    }
    return (floats, others)
}
