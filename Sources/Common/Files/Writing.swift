// Writing a file so that nobody ever sees half of it, and nothing is lost or left lying about.
//
// A program may be stopped at any moment, and a disk may be full. So the bytes go into a new file beside the old one,
// down to the disk itself, and only then does the new file take the old one's name, which the system does in a single
// step.

import Foundation
import Synchronization

/// Writes a file whole or not at all: the bytes go into a new file beside it, which then takes the place of the old
/// one. A program that is interrupted meanwhile removes the new file (`endWell`); if it was killed, the next one does.
///
/// A link stays a link; its target is written. What is not a file, such as `/dev/null` or a pipe, is written to as it
/// is.
/// - Throws: `Refusal` that names the file.
public func writeWhole(_ data: Data, to file: URL) throws {
    try writeWhole(to: file, failing: { Refusal($0.description) }) { new in
        try data.withUnsafeBytes { try new.write($0) }
    }
}

/// The same for what is written piece by piece.
/// - Parameter failing: the error to throw when the file cannot be written.
public func writeWhole(
    to file: URL, failing: (Trouble) -> any Error, _ body: (borrowing NewFile) throws -> Void
) throws {
    do {
        var status = stat()
        guard stat(file.path, &status) == 0 else {
            if errno != ENOENT { throw WriteProblem() }
            return try replace(file, nil, body)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: try replace(file, status.st_mode & 0o777, body)
        case S_IFDIR: throw WriteProblem(EISDIR)
        default: try body(NewFile(opening: file.path, O_WRONLY))
        }
    } catch let problem as WriteProblem {
        throw failing(trouble(problem.code, writing: file))
    }
}

/// The system's number for why it refused to write.
private struct WriteProblem: Error {
    let code: Int32
    init(_ code: Int32 = errno) { self.code = code }
}

/// - Parameter mode: the permissions of the old file, if there is one.
private func replace(_ file: URL, _ mode: mode_t?, _ body: (borrowing NewFile) throws -> Void) throws {
    let target = destination(of: file)
    let folder = target.deletingLastPathComponent()
    let part = unfinishedPlace(in: folder).path
    try oneAtATime.withLock { _ in
        unfinished.store(strdup(part), ordering: .sequentiallyConsistent)
        defer { free(unfinished.exchange(nil, ordering: .sequentiallyConsistent)) }
        do {
            let new = try NewFile(opening: part, O_WRONLY | O_CREAT | O_EXCL, mode)
            try body(new)
            try new.finish()
            guard rename(part, target.path) == 0 else { throw WriteProblem() }
        } catch {
            unlink(part)
            throw error
        }
    }
    // The new name is an entry of the folder, which has to reach the disk as well.
    let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 {
        fsync(descriptor)
        close(descriptor)
    }
}

/// Where links lead to, also where nothing is there yet.
private func destination(of file: URL) -> URL {
    var place = file.resolvingSymlinksInPath()
    // The system follows no more than 40 links either.
    for _ in 0..<40 {
        guard let link = try? FileManager.default.destinationOfSymbolicLink(atPath: place.path) else { break }
        let folder = place.deletingLastPathComponent()
        place = URL(filePath: link, relativeTo: folder).absoluteURL.resolvingSymlinksInPath()
    }
    return place
}

/// The file that is being written, as a C string, for a signal that ends the program. (Swift calls it unsafe to share
/// because pointers are; only one file is written at a time.)
nonisolated(unsafe) let unfinished = Atomic<UnsafeMutablePointer<CChar>?>(nil)
private let oneAtATime = Mutex(())

/// A file that is open for writing.
public struct NewFile: ~Copyable {
    private let descriptor: Int32

    fileprivate init(opening path: String, _ flags: Int32, _ mode: mode_t? = nil) throws {
        descriptor = open(path, flags | O_CLOEXEC, mode ?? 0o666)
        if descriptor < 0 { throw WriteProblem() }
        if let mode { fchmod(descriptor, mode) }
    }

    deinit { close(descriptor) }

    /// Writes all bytes: one call to the system may take less.
    public func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw WriteProblem() }
            rest = rest.dropFirst(count)
        }
    }

    /// Waits until everything is on the disk.
    fileprivate func finish() throws { if fsync(descriptor) != 0 { throw WriteProblem() } }
}
