// # Safetensors: named tensors in a file
//
// The format in which most models are published today, and the one that this engine saves in:
//
//     8 bytes    n, the length of the header, little-endian
//     n bytes    the header, JSON: {"weight": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …}
//     the rest   the numbers of all tensors, one after the other, row-major, little-endian
//
// Nothing in such a file can be run, unlike a Python pickle, and every number of the header can be
// checked against the file's length before any memory is taken.

import Common
import Foundation
import Tensors

/// What a file holds under one name.
public enum SavedTensor: Sendable {
    /// Written as F32. Read from F64, F32, F16 and BF16.
    case floats(Tensor)
    /// Written as I64. Read from all types of whole numbers but bytes.
    case ints(IntTensor)
    /// U8
    case bytes(ByteTensor)
    /// BOOL, a byte each
    case bools(BoolTensor)

    public var shape: [Int] {
        switch self {
        case .floats(let x): x.shape
        case .ints(let x): x.shape
        case .bytes(let x): x.shape
        case .bools(let x): x.shape
        }
    }
}

/// Tensors by name, as a safetensors file holds them.
///
///     try SafetensorsFile(["weight": w, "bias": b]).write(to: url)
///     let w = try SafetensorsFile(reading: url).tensor("weight")
public struct SafetensorsFile: Sendable {
    public var tensors: [String: SavedTensor]
    /// Texts that go with the tensors; `__metadata__` in the header.
    public var metadata: [String: String]
    /// The file this was read from, for messages.
    let path: String

    public init(_ tensors: [String: SavedTensor], metadata: [String: String] = [:]) {
        self.init(tensors, metadata: metadata, path: "a file in memory")
    }

    public init(_ tensors: [String: Tensor], metadata: [String: String] = [:]) {
        self.init(tensors.mapValues { .floats($0) }, metadata: metadata)
    }

    init(_ tensors: [String: SavedTensor], metadata: [String: String], path: String) {
        (self.tensors, self.metadata, self.path) = (tensors, metadata, path)
    }

    /// The floats of this name.
    /// - Throws: `SafetensorsError` if there are none.
    public func tensor(_ name: String) throws -> Tensor {
        guard case .floats(let x) = try saved(name) else { throw differs(name, "floats") }
        return x
    }

    /// The whole numbers of this name.
    /// - Throws: `SafetensorsError` if there are none.
    public func ints(_ name: String) throws -> IntTensor {
        guard case .ints(let x) = try saved(name) else { throw differs(name, "whole numbers") }
        return x
    }

    /// The bytes of this name.
    /// - Throws: `SafetensorsError` if there are none.
    public func bytes(_ name: String) throws -> ByteTensor {
        guard case .bytes(let x) = try saved(name) else { throw differs(name, "bytes") }
        return x
    }

    /// The truth values of this name.
    /// - Throws: `SafetensorsError` if there are none.
    public func bools(_ name: String) throws -> BoolTensor {
        guard case .bools(let x) = try saved(name) else { throw differs(name, "truth values") }
        return x
    }

    private func saved(_ name: String) throws -> SavedTensor {
        if let saved = tensors[name] { return saved }
        let names = tensors.keys.sorted().prefix(20).joined(separator: ", ")
        throw SafetensorsError(path, "holds no tensor “\(name)”", try: names.isEmpty ? nil : "one of \(names)")
    }

    private func differs(_ name: String, _ wanted: String) -> SafetensorsError {
        SafetensorsError(path, "“\(name)” does not hold \(wanted)")
    }
}

/// A file that cannot be read or written, or that is not what it should be.
public struct SafetensorsError: FileProblem {
    public let file: String
    public let problem: String
    /// What to try.
    public let advice: String?

    public init(_ file: String, _ problem: String, try advice: String? = nil) {
        (self.file, self.problem, self.advice) = (file, problem, advice)
    }
}
