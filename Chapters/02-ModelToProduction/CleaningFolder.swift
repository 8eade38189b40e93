// A folder of photos that is being cleaned: what was marked, what was moved, and how to take that back. How it works is
// told on the page 04e.

import Common
import Foundation

/// A file that goes to another place in its folder.
public struct PhotoMove: Sendable, Equatable, Codable {
    /// Paths from the folder on.
    public let from: String, to: String

    public init(from: String, to: String) { (self.from, self.to) = (from, to) }

    var reversed: PhotoMove { PhotoMove(from: to, to: from) }
}

/// What is kept in a folder about its cleaning.
struct CleaningJournal: Codable, Equatable {
    /// Moves that were begun; some of them may have been made.
    var begun: [PhotoMove] = []
    /// Whether these take back the last of `done`.
    var takesBack = false
    /// What was done, the last at the end.
    var done: [[PhotoMove]] = []
}

/// A folder of photos with a hidden folder `.cleaning` in it, which has the marks, the journal, and what was removed.
public struct CleaningFolder: Sendable {
    public let folder: URL
    /// What could not be finished when the folder was opened, for the reader.
    public private(set) var notices: [String] = []

    private var hidden: URL { folder.appending(path: ".cleaning") }
    private var journalFile: URL { hidden.appending(path: "journal.json") }
    private var marksFile: URL { hidden.appending(path: "marks.json") }

    /// Opens a folder. What a program that was killed has begun there is finished first.
    /// - Throws: `Refusal`, which names the file that cannot be read or written.
    public init(_ folder: URL) throws {
        guard isFolder(folder) else { throw Refusal("\(folder.path): there is no such folder") }
        self.folder = folder.resolvingSymlinksInPath()
        guard isFolder(hidden) else { return }
        notices = try withLock(on: hidden) { try finish() }
    }

    // MARK: Marks

    /// The marks that were kept, by the photo's path from the folder on. Those of photos that are gone are left out.
    public func marks() throws -> [String: CleaningMark] {
        let kept: [String: CleaningMark] = try read(marksFile) ?? [:]
        return kept.filter { exists($0.key) }
    }

    public func keep(_ marks: [String: CleaningMark]) throws { try write(marks, to: marksFile) }

    // MARK: Moves

    /// Where the photos with marks would go: removed ones into the hidden folder, others to the folder of their new
    /// label. A name that is taken there, or that another photo gets, is numbered.
    /// - Throws: `Refusal` for a label that cannot be the name of a folder.
    public func moves(for marks: [String: CleaningMark]) throws -> [PhotoMove] {
        var taken = Set<String>()
        return try marks.sorted { $0.key < $1.key }.compactMap { path, mark in
            let target: String
            switch mark {
            case .keep: return nil
            case .delete: target = ".cleaning/removed/\(path)"
            case .change(let label):
                guard !label.isEmpty, !label.hasPrefix("."), !label.contains("/"), !label.contains("\0") else {
                    throw Refusal("“\(label)” cannot be the name of a folder")
                }
                let name = (path as NSString).lastPathComponent
                let above = ((path as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
                target = (above as NSString).appendingPathComponent("\(label)/\(name)")
            }
            let free = numbered(target) { !exists($0) && !taken.contains($0) }
            taken.insert(free)
            return PhotoMove(from: path, to: free)
        }
    }

    /// Moves the photos. The journal says what is going to be done before anything is done.
    /// - Parameter afterEach: called after each move, with their number so far.
    /// - Returns: what could not be done, for the reader.
    /// - Throws: `Refusal`, which names the file. What was not done then is done when the folder is opened again.
    @discardableResult
    public func apply(_ moves: [PhotoMove], afterEach: (Int) throws -> Void = { _ in }) throws -> [String] {
        guard !moves.isEmpty else { return [] }
        try makeFolder(hidden)
        return try withLock(on: hidden) {
            _ = try finish()
            var journal = try journal()
            (journal.begun, journal.takesBack) = (moves, false)
            try write(journal, to: journalFile)
            return try finish(afterEach: afterEach)
        }
    }

    /// Takes back what was applied last.
    /// - Returns: how many photos went back.
    public func undo(afterEach: (Int) throws -> Void = { _ in }) throws -> Int {
        guard isFolder(hidden) else { return 0 }
        return try withLock(on: hidden) {
            _ = try finish()
            var journal = try journal()
            guard let last = journal.done.last else { return 0 }
            (journal.begun, journal.takesBack) = (last.reversed().map(\.reversed), true)
            try write(journal, to: journalFile)
            return last.count - (try finish(afterEach: afterEach)).count
        }
    }

    /// How often `undo` can be called.
    public var undoable: Int { get throws { try journal().done.count } }
}

// MARK: Helpers

extension CleaningFolder {
    /// Makes the moves of the journal that have not been made, and notes that they are.
    /// - Returns: what could not be done.
    private func finish(afterEach: (Int) throws -> Void = { _ in }) throws -> [String] {
        var (journal, notices, made) = (try journal(), [String](), [PhotoMove]())
        guard !journal.begun.isEmpty else { return [] }
        for (number, move) in journal.begun.enumerated() {
            switch (exists(move.from), exists(move.to)) {
            case (true, false):
                let target = folder.appending(path: move.to)
                try makeFolder(target.deletingLastPathComponent())
                guard rename(folder.appending(path: move.from).path, target.path) == 0 else {
                    throw Refusal("\(move.from) cannot be moved: \(trouble(errno, writing: target))")
                }
                made.append(move)
            case (false, true): made.append(move)  // it was made before
            case (true, true): notices.append("\(move.from) stays: there is a \(move.to) already")
            case (false, false): notices.append("\(move.from) is gone")
            }
            try afterEach(number + 1)
        }
        if journal.takesBack { journal.done.removeLast() } else { journal.done.append(made) }
        journal.begun = []
        try write(journal, to: journalFile)
        return notices
    }

    private func journal() throws -> CleaningJournal { try read(journalFile) ?? CleaningJournal() }

    private func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(folder.appending(path: path).path, &status) == 0
    }

    private func read<Content: Decodable>(_ file: URL) throws -> Content? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        do { return try JSONDecoder().decode(Content.self, from: readData(file)) } catch is DecodingError {
            throw Refusal("\(file.path) is damaged. The photos are all there; rename this file to begin anew")
        }
    }

    private func write(_ content: some Encodable, to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try makeFolder(hidden)
        try writeWhole(encoder.encode(content), to: file)
    }
}

/// `path`, or where that is not free, the first of `name-2.ext`, `name-3.ext`, … that is.
private func numbered(_ path: String, isFree: (String) -> Bool) -> String {
    let (type, name) = ((path as NSString).pathExtension, (path as NSString).deletingPathExtension)
    let others = (2...).lazy.map { "\(name)-\($0)" + (type.isEmpty ? "" : ".\(type)") }
    return isFree(path) ? path : others.first(where: isFree)!
}
