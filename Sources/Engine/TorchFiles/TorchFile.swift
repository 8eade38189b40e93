// # PyTorch's own files, without Python
//
//     try TorchFile(reading: url).weights["fc.weight"]
//
// `torch.save` writes a *pickle*: a small program that builds a Python object, and that may call any function which
// Python knows. A file from a stranger can so do anything. But the files of a net's weights need hardly any of this:
// dictionaries, lists, texts, numbers, and one function that makes a tensor of a piece of memory. So the reader here is
// a machine that can do these few things (PickleMachine.swift), knows nine functions and types by name
// (PickleNames.swift), and refuses everything else. It runs nothing.
//
// The numbers themselves are not in the pickle, but beside it: today as entries of a zip archive (ZipArchive.swift), in
// older files one after the other behind it (LegacyFile.swift). A tensor is a view of such a *storage*, with a shape,
// strides and an offset, just as here (NDArray.swift). Tensors that shared memory in Python share it after reading,
// too.

import Common
import Foundation
import Safetensors
import Tensors

/// The tensors in a file that `torch.save` has written.
///
/// Floats of half, "brain" and double precision become floats; whole numbers of all widths become `Int`.
public struct TorchFile: Sendable {
    /// All tensors. In dictionaries and lists inside others, the names are joined: "optimizer.state.0.exp_avg". A file
    /// that is a single tensor calls it "tensor".
    public let tensors: [String: SavedTensor]
    /// The tensors of the state dictionary: of the file itself, or of the dictionary in it that is called "state_dict",
    /// "model_state_dict", "model", "net" or "params". Where all names begin with "module.", as they do after training
    /// on several devices, that word is left out. In a file without such a dictionary, these are all tensors.
    public let weights: [String: SavedTensor]

    /// Reads all tensors of a file.
    /// - Throws: `TorchFileError` if it is missing, cut short, broken in any way, or holds more than weights.
    public init(reading url: URL) throws {
        let source = try TorchSource(url)
        do {
            let object: PickledObject
            var storages: any Storages
            if try source.bytes(0..<min(4, source.length)) == ZipArchive.start {
                let archive = try ArchivedStorages(source)
                (object, storages) = (archive.object, archive)
            } else {
                let file = try LegacyFile(source)
                (object, storages) = (file.object, file)
            }
            (tensors, weights) = try object.contents(from: &storages)
        } catch let broken as BrokenTorchFile {
            throw TorchFileError(
                url.path, broken.problem, try: broken.advice ?? "a file of weights that was saved completely")
        }
    }
}

/// The tensors of a file of weights, by their names: a safetensors file, or one that `torch.save` has written. Which of
/// both it is, its first bytes say, and not its name.
/// - Throws: `SafetensorsError` or `TorchFileError` if it is missing or broken.
public func readWeights(_ url: URL) throws -> [String: SavedTensor] {
    try isTorchFile(url) ? TorchFile(reading: url).weights : SafetensorsFile(reading: url).tensors
}

/// Whether a file begins like a zip archive or a pickle. A safetensors file begins with the length of its header, which
/// would have to be 67 MB to look like the former, and whose ninth byte is {.
private func isTorchFile(_ url: URL) throws -> Bool {
    let source = try TorchSource(url)
    let start = try source.bytes(0..<min(9, source.length))
    return start.starts(with: ZipArchive.start)
        || start.starts(with: [0x80]) && start.count > 1
            && (2...5).contains(start[1]) && start.last != UInt8(ascii: "{")
}

/// A file of PyTorch that cannot be read, or that is not what it should be.
public struct TorchFileError: FileProblem {
    public let file: String
    public let problem: String
    /// What to try.
    public let advice: String?

    public init(_ file: String, _ problem: String, try advice: String? = nil) {
        (self.file, self.problem, self.advice) = (file, problem, advice)
    }
}

/// What is wrong with a file; its name is added by who knows it.
struct BrokenTorchFile: Error {
    let problem: String
    let advice: String?
    init(_ problem: String, try advice: String? = nil) { (self.problem, self.advice) = (problem, advice) }
}

/// A text of the file as a message may show it: short, and without control characters.
func shown(_ text: String) -> String {
    let visible = text.unicodeScalars.prefix(60).map { scalar in
        scalar.properties.generalCategory == .control ? "·" : String(scalar)
    }
    return "“" + visible.joined() + (text.unicodeScalars.count > 60 ? "…”" : "”")
}
