// # Files with texts
//
//     let files = try textFiles(in: imdb, folders: ["train", "test", "unsup"])
//     let text = try TextFile(files[0])
//
// Files of the world are not always what they should be. A text that is not valid UTF-8 is repaired and reported;
// what cannot be read at all is an error that names the file. (`VerifiedTexts` finds such files beforehand.)

import Common
import Foundation
import Synchronization

/// What is wrong with a text, a folder of texts, or what was made of them, and what to do.
public struct TextProblem: FileProblem {
    public var file: String
    public var problem: String
    public var advice: String?

    public init(_ file: String, _ problem: String, try advice: String? = nil) {
        (self.file, self.problem, self.advice) = (file, problem, advice)
    }
}

/// The files of a folder that end in `.txt`, in the order of their paths' bytes. (The book's `get_text_files`.)
///
/// - Parameter folders: only what is in these folders of `folder`; nil for all. Hidden files are left out.
/// - Throws: ``TextProblem``, when a folder is missing, cannot be read or holds no text.
public func textFiles(in folder: URL, folders: [String]? = nil) throws -> [URL] {
    guard isFolder(folder) else { throw TextProblem(folder.path, "there is no such folder") }
    let places = folders.map { $0.map { folder.appending(path: $0) } } ?? [folder]
    var files: [String] = []
    for place in places {
        guard isFolder(place) else {
            let others = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
            throw TextProblem(
                place.path, "there is no such folder",
                try: others.isEmpty
                    ? "putting it there: \(folder.lastPathComponent) is empty"
                    : "one of those that are there: " + others.prefix(8).joined(separator: ", "))
        }
        files += try filePaths(in: place) { TextProblem($0, $1) }.filter { $0.lowercased().hasSuffix(".txt") }
    }
    guard !files.isEmpty else {
        throw TextProblem(folder.path, "expected texts, found no file", try: "a folder with files that end in .txt")
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { URL(filePath: $0) }
}

/// The labels of texts, by the folder that each is in. (The book's `parent_label`.)
/// - Parameter classes: those that must occur; nil for any.
/// - Throws: ``TextProblem``, which names a class that no text has.
public func folderLabels(of files: [URL], classes: [String]? = nil) throws -> [String] {
    let labels = files.map { $0.deletingLastPathComponent().lastPathComponent }
    let there = Set(labels)
    if let missing = classes?.first(where: { !there.contains($0) }) {
        let place = files.first?.deletingLastPathComponent().deletingLastPathComponent().path ?? missing
        throw TextProblem(
            "\(place)/\(missing)", "no text is in this folder, so there is nothing to learn of the class “\(missing)”",
            try: "texts for each class; there are some for " + there.sorted().joined(separator: ", "))
    }
    return labels
}

/// A text as it was read, and what had to be done to read it.
public struct TextFile: Sendable {
    public let text: String
    /// Places that were no valid UTF-8, each of which is now �.
    public let repairs: Int

    /// Without a byte-order mark; UTF-16 with one is read as well.
    /// - Throws: ``TextProblem``, when the file cannot be read, or when it is no text: more than a quarter of it is no
    ///   valid UTF-8, or zeros.
    public init(_ file: URL) throws {
        let data = try readData(file) { TextProblem(file.path, $0, try: adviceToOpen) }
        self.init(data)
        // A picture, an archive, a text in another encoding: what can be repaired of it is not worth reading.
        let wrong = repairs + text.utf8.count { $0 == 0 }
        if wrong > 8, case let count = text.unicodeScalars.count, 4 * wrong > count {
            throw TextProblem(
                file.path, "this is no text in UTF-8: \(wrong) of its \(counted(count, "character")) are none",
                try: "save it as UTF-8, or remove it")
        }
    }

    init(_ data: Data) {
        if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]),
            let text = String(data: data, encoding: .utf16)
        {
            (self.text, repairs) = (text, 0)
            return
        }
        let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        if let text = String(validating: bytes, as: UTF8.self) {
            (self.text, repairs) = (text, 0)
        } else {
            let mended = String(decoding: bytes, as: UTF8.self)
            let before = bytes.indices.count { place in
                place + 2 < bytes.endIndex && bytes[place] == 0xEF && bytes[place + 1] == 0xBF
                    && bytes[place + 2] == 0xBD
            }
            (text, repairs) = (mended, mended.unicodeScalars.count { $0 == "\u{FFFD}" } - before)
        }
    }
}

/// Texts of files, tokenized, and what was wrong with some of them.
public struct TokenizedFiles: Sendable {
    public let texts: TokenizedTexts
    /// Files that were no valid UTF-8, with the places that were repaired.
    public let repaired: [TextProblem]
    /// Files with nothing in them.
    public let empty: [URL]

    init(_ texts: TokenizedTexts, of files: [URL], _ notes: FileNotes) {
        self.texts = texts
        repaired = notes.repairs.sorted { $0.key < $1.key }.map { TextProblem(files[$0], repairs: $1) }
        empty = notes.empty.sorted().map { files[$0] }
    }
}

/// What was found when files were read, by their places in a list: how much was repaired in some, and which are empty.
struct FileNotes: Codable, Sendable {
    var repairs: [Int: Int] = [:]
    var empty: Set<Int> = []
}

extension Tokenizer {
    /// Reads and tokenizes files, on all cores. Few of them are in memory at a time.
    /// - Throws: ``TextProblem``, which names the first file that cannot be read.
    public func tokenized(files: [URL]) throws -> TokenizedFiles {
        let (texts, notes) = try reading(files)
        return TokenizedFiles(texts, of: files, notes)
    }

    func reading(_ files: [URL]) throws -> (texts: TokenizedTexts, notes: FileNotes) {
        let notes = Noted()
        let texts = try tokenized(files.count) { place in
            let file = try TextFile(files[place])
            if file.repairs > 0 { notes.all.withLock { $0.repairs[place] = file.repairs } }
            if file.text.allSatisfy(\.isWhitespace) { notes.all.withLock { _ = $0.empty.insert(place) } }
            return file.text
        }
        return (texts, notes.all.withLock { $0 })
    }
}

/// What several threads note.
private final class Noted: Sendable {
    let all = Mutex(FileNotes())
}
