// A list of files that prints like the book's: the count first, then no more than ten names.
//
// The order is that of the bytes, not the one a person would choose: "10.png" comes before "10000.png",
// and "1007.png" after "10052.png". It has to be a fixed one, or `threes[1]` would be
// a different image on every machine.

import Common
import Foundation

/// The files of a folder, in byte order. Prints as `(#6131) [10.png, 10000.png, 10011.png, …]`.
public struct Listing: Sendable, RandomAccessCollection, CustomStringConvertible {
    /// The path the names start from.
    public let folder: String
    /// Names relative to `folder`.
    public let names: [String]

    public init(folder: String, names: [String]) {
        self.folder = folder
        self.names = names
    }

    /// Everything in a folder except hidden files, like `ls`.
    /// - Throws: `DatasetError` when the folder cannot be read.
    public init(of folder: URL) throws {
        let entries = try readDirectory(folder.path).filter { !$0.isHidden && $0.isNameable }
        self.init(folder: folder.path, names: entries.map(\.name).sorted(by: inByteOrder))
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { names.count }

    /// A file's address. (Made on demand: a hundred thousand strings are small, as many URLs are not.)
    public subscript(index: Int) -> URL { URL(fileURLWithPath: path(index)) }

    /// A file's path, for messages and system calls.
    func path(_ index: Int) -> String { isAbsolute(names[index]) ? names[index] : folder + "/" + names[index] }

    /// A file's name without folders.
    func name(_ index: Int) -> String { lastComponent(of: names[index]) }

    public var description: String {
        let shown = (0..<Swift.min(10, count)).map(name)
        return "(#\(count)) [" + (shown + (count > 10 ? ["…"] : [])).joined(separator: ", ") + "]"
    }
}

/// A file of a folder by its name and its ending, which may be in capitals: `digits.tgz`, or else `digits.TGZ`.
func file(_ name: String, ending: String, in folder: URL) -> URL? {
    let plain = folder.appendingPathComponent(name + ending)
    if FileManager.default.fileExists(atPath: plain.path) { return plain }
    let names = ((try? readDirectory(folder.path)) ?? []).map(\.name).sorted(by: inByteOrder)
    let other = names.first { $0.hasPrefix(name) && $0.dropFirst(name.count).lowercased() == ending }
    return other.map { folder.appendingPathComponent($0) }
}

// A path is bytes, not characters: "/" and a combining mark after it are one Character, but two parts of a path.

/// What follows the last slash.
func lastComponent(of path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) } ?? ""
}

/// Whether a path begins at the root.
func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

/// True when `a` comes before `b`, byte by byte.
@Sendable func inByteOrder(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

/// A name in a folder.
struct DirectoryEntry {
    var name: String
    var isFolder: Bool
    /// Names that are not UTF-8 cannot be expressed in a `String`: asking for such a file would find nothing.
    var isNameable = true
    var isHidden: Bool { name.utf8.first == UInt8(ascii: ".") }
}

/// The entries of a folder in no particular order, without "." and "..".
///
/// This calls `readdir` itself: it says at once which entries are folders, where FileManager would ask
/// the disk again for every one of them.
func readDirectory(_ path: String) throws -> [DirectoryEntry] {
    guard let directory = opendir(path) else { throw DatasetError(folder: path, errno) }
    defer { closedir(directory) }
    var entries: [DirectoryEntry] = []
    while let entry = readdir(directory) {
        let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        let name = String(decoding: bytes, as: UTF8.self)
        if name == "." || name == ".." { continue }
        entries.append(
            DirectoryEntry(
                name: name, isFolder: isFolder(entry.pointee.d_type, path + "/" + name),
                isNameable: name.utf8.elementsEqual(bytes)))
    }
    return entries
}

/// Some file systems leave the type open, and a link may point to a folder: then the disk is asked.
private func isFolder(_ type: UInt8, _ path: @autoclosure () -> String) -> Bool {
    if Int(type) == Int(DT_DIR) { return true }
    if Int(type) != Int(DT_LNK) && Int(type) != Int(DT_UNKNOWN) { return false }
    var status = stat()
    return stat(path(), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

extension DatasetError {
    /// A folder that the system does not let us read.
    init(folder: String, _ code: Int32) {
        let advice = code == ENOENT ? "check the path; `swift run data list` shows which data sets there are" : nil
        self.init(folder, code == ENOENT ? "there is no such folder" : "cannot be read: \(reason(code))", try: advice)
    }
}
