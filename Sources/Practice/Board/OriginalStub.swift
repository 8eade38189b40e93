// The stub as it was, which nobody had to keep a copy of: Git has it.

import Foundation
import Common

extension Exercise {
    /// Whether a text is the untouched stub: all that its public functions do is throw `Unanswered`.
    /// A half-written answer that still has the line somewhere is none.
    public func isStub(_ text: String) -> Bool {
        let lines = text.split(separator: "\n").map { $0.trimmingPrefix(/\s+/) }
        let untouched = lines.indices.dropFirst().dropLast().count { index in
            lines[index] == unansweredLine && lines[index - 1].hasSuffix("{") && lines[index + 1] == "}"
        }
        return untouched > 0 && untouched == lines.count { $0.hasPrefix("public func ") }
    }

    /// The newest version of the stub's file in the project's history that is the untouched stub.
    /// Throws when there is no Git, no history, or no such version.
    public func originalStub(in root: URL) throws -> String {
        let log = try Child.run("git", ["log", "--format=%H", "--", stub], in: root)
        guard log.succeeded else {
            throw Refusal("cannot bring back \(stub): \(root.path) has no Git history to take it from")
        }
        for commit in log.output.split(separator: "\n") {
            let version = try Child.run("git", ["show", "\(commit):./\(stub)"], in: root)
            if version.succeeded && isStub(version.output) { return version.output }
        }
        throw Refusal("cannot bring back \(stub): no version of it in the Git history is a stub")
    }

    /// Puts the original stub back. What the reader wrote is kept: the path of the copy comes back, or nil when the
    /// file was gone or is the stub already. Where anything fails, the reader's file stays as it is.
    public func restoreStub(in root: URL) throws -> URL? {
        let original = try originalStub(in: root)
        let file = root.appending(path: stub)
        let written = try? String(contentsOf: file, encoding: .utf8)
        guard written != original else { return nil }
        let copy = try written.map { try keep($0, in: root) }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try original.write(to: file, atomically: true, encoding: .utf8)
        return copy
    }

    /// Keeps the reader's answer beside the progress file, where nothing compiles it.
    private func keep(_ answer: String, in root: URL) throws -> URL {
        let folder = root.appending(path: ".groundup/answers")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let copy = firstFree(folder.appending(path: file))
        try answer.write(to: copy, atomically: true, encoding: .utf8)
        return copy
    }
}
