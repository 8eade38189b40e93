// Bringing a stub back, without losing what the reader wrote.

import Common
import Foundation

extension Exercise {
    /// The stub as it was before anybody answered it.
    public func originalStub(in root: URL) throws -> String {
        try readText(root.appending(path: original))
    }

    /// Whether the reader has changed the stub: what an editor does to the ends of its lines is no change.
    public func isBegun(in root: URL) -> Bool {
        let file = root.appending(path: stub)
        guard let answer = try? readLines(file) else { return FileManager.default.fileExists(atPath: file.path) }
        return answer != (try? readLines(root.appending(path: original)))
    }

    /// Puts the original stub back. The reader's answer is kept, and the path of the copy returned; nil when the file
    /// is missing or is the stub already. If anything fails, the reader's file stays as it is.
    public func restoreStub(in root: URL) throws -> URL? {
        let original = try originalStub(in: root)
        let file = root.appending(path: stub)
        // As bytes: an answer in another encoding than UTF-8 is an answer too.
        let isThere = FileManager.default.fileExists(atPath: file.path)
        let answer = isThere ? try readData(file) : nil
        guard answer != Data(original.utf8) else { return nil }
        let copy = try answer.map { try keep($0, in: root) }
        try makeFolder(file.deletingLastPathComponent())
        try writeWhole(Data(original.utf8), to: file)
        return copy
    }

    /// Keeps the reader's answer beside the progress file, where nothing compiles it.
    private func keep(_ answer: Data, in root: URL) throws -> URL {
        let folder = root.appending(path: ".groundup/answers")
        try makeFolder(folder)
        let copy = firstFree(folder.appending(path: file))
        try writeWhole(answer, to: copy)
        return copy
    }
}
