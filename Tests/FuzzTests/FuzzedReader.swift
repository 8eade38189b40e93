// What a reader must do with a file that may be damaged: read it, or throw an error that says which file is wrong and
// how.

import Common
import Datasets
import Foundation
import Layers
import Safetensors
import Tabular
import TestSupport
import Text
import TorchFiles
import Vision

/// A way to read files, and files that it reads.
struct FuzzedReader: Sendable, CustomStringConvertible {
    let description: String
    /// Files that are as they should be.
    let inputs: [[UInt8]]
    /// Where the reader looks for the file, below a folder that is otherwise empty.
    let path: String
    /// What may be in the folder afterwards, besides the file.
    var leaves: Set<String> = []
    /// Makes lengths and checksums fit the damage, so that it gets further.
    var repaired: @Sendable ([UInt8]) -> [UInt8] = { $0 }
    /// Starting programs takes time: one such case in `make test` for so many of the others.
    var cost = 1
    let read: @Sendable (_ file: URL, _ folder: URL) throws -> Void

    /// The input of a case; about half of them are repaired.
    func input(seed: UInt64, case number: Int) -> [UInt8] {
        var mutator = Mutator(seed: seed, case: number)
        let bytes = mutator.mutated(inputs)
        return mutator.coin() ? repaired(bytes) : bytes
    }

    /// What is wrong with how the reader takes these bytes; nil when all is well.
    func complaint(about bytes: [UInt8]) throws -> String? {
        try withFolder { folder in
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            do { try read(file, folder) } catch {
                if let complaint = complaint(about: error) { return complaint }
            }
            let kept = Set(path.split(separator: "/").map(String.init) + [".", ".."]).union(leaves)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            return names.first { !kept.contains($0) }.map { "leaves “\($0)” behind" }
        }
    }

    private func complaint(about error: any Error) -> String? {
        guard error is any FileProblem || error is Refusal || error is StateMismatch else {
            return "throws \(type(of: error)): \(error)"
        }
        let text = "\(error)"
        let name = path.split(separator: "/").last!
        return text.contains(name) ? nil : "throws an error that does not name the file: \(text)"
    }
}

/// The files of a folder in Tests/Fixtures/Others whose names have one of these endings.
func others(_ folder: String, _ endings: String...) -> [[UInt8]] {
    let url = fixture("Others/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.sorted().filter { name in endings.contains { name.hasSuffix($0) } }
        .compactMap { try? [UInt8](Data(contentsOf: url.appending(path: $0))) }
}

/// A file of the project.
func ours(_ path: String) -> [UInt8] { (try? [UInt8](Data(contentsOf: projectFolder.appending(path: path)))) ?? [] }

/// A part of the project's behaviour that a damaged file broke.
struct Broken: Error, CustomStringConvertible {
    let description: String
}
