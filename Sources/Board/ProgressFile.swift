// The file of the reader's progress. Weeks of work may be in it, so it is never written in part and never thrown away.

import Foundation

/// `.groundup/progress.json` in the working copy.
public struct ProgressFile: Sendable {
    public let url: URL

    public init(root: URL) {
        url = root.appending(path: ".groundup/progress.json")
    }

    /// The progress so far; none where there is no file yet. A file that cannot be read is set aside under another
    /// name, and `notice` says so.
    public func load() throws -> (progress: PracticeProgress, notice: String?) {
        guard FileManager.default.fileExists(atPath: url.path) else { return (PracticeProgress(), nil) }
        do {
            return (try JSONDecoder().decode(PracticeProgress.self, from: Data(contentsOf: url)), nil)
        } catch is DecodingError {
            let aside = firstFree(url.deletingPathExtension().appendingPathExtension("broken.json"))
            try FileManager.default.moveItem(at: url, to: aside)
            let notice = "\(url.path) cannot be read. It is now \(aside.path), and progress starts anew."
            return (PracticeProgress(), notice)
        }
    }

    /// Writes the progress to a new file and puts it in the place of the old one.
    public func save(_ progress: PracticeProgress) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try encoder.encode(progress).write(to: url, options: .atomic)
    }
}

/// `url`, or where that is taken, the first of `name-2.ext`, `name-3.ext`, … that is not.
func firstFree(_ url: URL) -> URL {
    let (folder, type) = (url.deletingLastPathComponent(), url.pathExtension)
    let name = url.deletingPathExtension().lastPathComponent
    let others = (2...).lazy.map { folder.appending(path: "\(name)-\($0).\(type)") }
    func isFree(_ url: URL) -> Bool { !FileManager.default.fileExists(atPath: url.path) }
    return isFree(url) ? url : others.first(where: isFree)!
}
