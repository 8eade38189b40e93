// Writing a file so that nobody ever sees half of it, and nothing is lost or left lying about.

import Foundation
import Synchronization

/// Writes a file whole or not at all: the bytes go into a new file beside it, which then takes the place of the old one.
/// A program that is interrupted meanwhile removes the new file (`endWell`).
///
/// A link stays a link; its target is written. What is not a file, such as `/dev/null` or a pipe, is written to as it is.
public func writeWhole(_ data: Data, to file: URL) throws {
    var status = stat()
    let exists = stat(file.path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
        guard status.st_mode & S_IFMT != S_IFDIR else { throw Refusal(trouble(EISDIR, writing: file)) }
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        return try handle.write(contentsOf: data)
    }
    let target = file.resolvingSymlinksInPath()
    let part = target.deletingLastPathComponent().appending(path: ".part-\(UUID().uuidString)")
    try oneAtATime.withLock { _ in
        unfinished.store(strdup(part.path), ordering: .sequentiallyConsistent)
        defer { free(unfinished.exchange(nil, ordering: .sequentiallyConsistent)) }
        do {
            try fill(part, with: data, mode: exists ? status.st_mode & 0o777 : 0o666)
            guard rename(part.path, target.path) == 0 else { throw Refusal(trouble(errno, writing: file)) }
        } catch {
            unlink(part.path)
            throw (error as? Errno).map { Refusal(trouble($0.code, writing: file)) } ?? error
        }
    }
}

/// The file that is being written, as a C string, for a signal that ends the program. (Swift calls it unsafe to share
/// because pointers are; only one file is written at a time.)
nonisolated(unsafe) let unfinished = Atomic<UnsafeMutablePointer<CChar>?>(nil)
private let oneAtATime = Mutex(())

private struct Errno: Error { let code = errno }

private func fill(_ file: URL, with data: Data, mode: mode_t) throws {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Errno() }
    defer { close(descriptor) }
    var rest = data[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Errno() }
        rest = rest.dropFirst(count)
    }
}

/// Makes a folder, and those that it is in. Says what is in the way where that fails.
public func makeFolder(_ folder: URL) throws {
    do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
        throw Refusal(trouble(errno, writing: folder, wantsFolder: true))
    }
}

/// Why something cannot be written, and what to do about it.
public func trouble(_ code: Int32, writing file: URL, wantsFolder: Bool = false) -> String {
    if !wantsFolder, isFolder(file) { return "\(file.path) is a folder, and a file belongs there: rename the folder" }
    var place = wantsFolder ? file : file.deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: place.path), place.path != "/" { place.deleteLastPathComponent() }
    if !isFolder(place) { return "\(place.path) is a file, and a folder belongs there: rename the file" }
    if access(place.path, W_OK) != 0 || [EROFS, EACCES, EPERM].contains(code) {
        return "\(file.path) cannot be written: you may not write to \(place.path); change its permissions, "
            + "or work in a copy of the project"
    }
    return "\(file.path) cannot be written: \(String(cString: strerror(code)))"
}
