import Foundation

/// Whether there is a folder at this place.
public func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
}

/// The folder that the program was started in.
public var currentFolder: URL { URL(filePath: FileManager.default.currentDirectoryPath) }

/// The paths of all files in a folder, in no particular order, without hidden files and what is in hidden folders.
///
/// A link to a file or a folder stands for what it leads to: data are often linked from another disk. A link that leads
/// nowhere is among the files; whoever opens it learns why. A folder within itself, by way of a link, is entered once.
/// - Parameters:
///   - deeply: whether folders in the folder are looked through as well.
///   - failing: the error to throw for a folder that cannot be listed, and a problem such as "cannot be read:
///     Permission denied". A folder that is passed over without a word would look like one without files.
public func filePaths(
    in folder: URL, deeply: Bool = true, failing: (_ folder: String, _ problem: String) -> any Error
) throws -> [String] {
    var (files, entered) = ([String](), Set<FileIdentity>())
    func walk(_ path: String) throws {
        guard let identity = FileIdentity(path), entered.insert(identity).inserted else { return }
        for entry in try entries(of: path, failing: failing) where !entry.name.hasPrefix(".") {
            if !entry.isFolder { files.append(path + "/" + entry.name) }
            if entry.isFolder && deeply { try walk(path + "/" + entry.name) }
        }
    }
    guard FileIdentity(folder.path) != nil else { throw failing(folder.path, "there is no such folder") }
    try walk(folder.path)
    return files
}

/// The names in a folder, in no particular order, without "." and "..", and whether each is a folder or a link to one.
/// - Parameter failing: the error to throw for a folder that cannot be listed.
public func entries(
    of folder: String, failing: (_ folder: String, _ problem: String) -> any Error
) throws -> [(name: String, isFolder: Bool)] {
    guard let directory = opendir(folder) else { throw failing(folder, problem(opening: errno)) }
    defer { closedir(directory) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name == "." || name == ".." { continue }
        let type = Int(entry.pointee.d_type)
        let isOpen = type == Int(DT_LNK) || type == Int(DT_UNKNOWN)
        entries.append((name, type == Int(DT_DIR) || isOpen && isFolder(URL(filePath: folder + "/" + name))))
    }
    return entries
}

/// Why a folder cannot be opened, by the system's number for the error.
private func problem(opening code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such folder"
    case ENOTDIR: "expected a folder, found a file"
    default: "cannot be read: \(reason(code))"
    }
}

/// Which file it is on which disk, whatever paths lead to it.
private struct FileIdentity: Hashable {
    let disk: UInt64, number: UInt64

    /// nil for a path that leads nowhere.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (disk, number) = (UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino))
    }
}
