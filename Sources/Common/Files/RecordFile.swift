// What is remembered between two runs, in `.groundup` of the working copy. Git ignores it: it is the reader's own.
// Weeks of work may be in such a file, so it is never written in part and never thrown away.

import Foundation

/// A record that can start empty.
public protocol Record: Codable, Sendable {
    init()
}

/// A record in `.groundup`, as JSON.
public struct RecordFile<Content: Record>: Sendable {
    public let url: URL

    public init(_ name: String, root: URL) {
        url = root.appending(path: ".groundup/\(name).json")
    }

    /// The record so far; an empty one where there is no file yet. A file that cannot be read is set aside under
    /// another name, and `notice` says so.
    public func load() throws -> (record: Content, notice: String?) {
        guard FileManager.default.fileExists(atPath: url.path) else { return (Content(), nil) }
        do {
            if isFolder(url) { throw Refusal("\(url.path) cannot be read: it is a folder; rename it") }
            return (try JSONDecoder().decode(Content.self, from: readData(url)), nil)
        } catch is DecodingError {
            let aside = firstFree(url.deletingPathExtension().appendingPathExtension("broken.json"))
            do {
                try FileManager.default.moveItem(at: url, to: aside)
            } catch {
                throw Refusal("\(url.path) is damaged. \(trouble(EACCES, writing: aside))")
            }
            return (Content(), "\(url.path) cannot be read. It was moved to \(aside.path), and a new one is started.")
        }
    }

    /// Writes the record to a new file and puts it in the place of the old one.
    public func save(_ record: Content) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try makeFolder(url.deletingLastPathComponent())
        try writeWhole(encoder.encode(record), to: url)
    }

    /// Reads the record, changes it and writes it. Other programs that do so wait meanwhile, so none undoes what
    /// another has written.
    /// - Parameter start: the record to change where the file was damaged.
    /// - Returns: the record as written, and what the reader should know.
    public func update(
        from start: Content, _ change: (inout Content) -> Void
    ) throws -> (record: Content, notice: String?) {
        let folder = url.deletingLastPathComponent()
        try makeFolder(folder)
        return try withLock(on: folder) {
            let (saved, notice) = try load()
            var record = notice == nil ? saved : start
            change(&record)
            try save(record)
            return (record, notice)
        }
    }
}

/// `url`, or where that is taken, the first of `name-2.ext`, `name-3.ext`, … that is not.
public func firstFree(_ url: URL) -> URL {
    let (folder, type) = (url.deletingLastPathComponent(), url.pathExtension)
    let name = url.deletingPathExtension().lastPathComponent
    let others = (2...).lazy.map { folder.appending(path: "\(name)-\($0).\(type)") }
    func isFree(_ url: URL) -> Bool { !FileManager.default.fileExists(atPath: url.path) }
    return isFree(url) ? url : others.first(where: isFree)!
}
