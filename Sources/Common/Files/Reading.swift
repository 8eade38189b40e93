// Opening what is to be read. A reader's file may be anything: a folder, a device, a pipe that nobody writes into.

import Foundation

/// Opens a file to read it, and says how long it is. What is not a file is refused: opening a pipe would wait for
/// someone to write into it.
/// - Parameters:
///   - folder: an open folder that the path starts from; otherwise the current one.
///   - failing: the error to throw, for a problem such as "cannot be opened: Permission denied".
/// - Returns: an open file, which the caller closes.
public func openToRead(
    _ path: String, in folder: Int32 = AT_FDCWD, failing: (_ problem: String) -> any Error
) throws -> (descriptor: Int32, length: Int) {
    do { return try opened(path, in: folder) } catch {
        switch error {
        case .refused(let code): throw failing("cannot be opened: \(reason(code))")
        case .isNoFile(let kind): throw failing("expected a file, found \(kind)")
        }
    }
}

/// The bytes of a file.
/// - Parameter failing: the error to throw, for a problem such as "cannot be read: Permission denied".
public func readData(_ file: URL, failing: (_ problem: String) -> any Error) throws -> Data {
    do {
        let (descriptor, _) = try opened(file.path, in: AT_FDCWD)
        return try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).readToEnd() ?? Data()
    } catch Unopened.refused(let code) {
        throw failing("cannot be read: \(reason(code))")
    } catch Unopened.isNoFile(let kind) {
        throw failing("cannot be read: it is \(kind), not a file")
    } catch {
        throw failing("cannot be read: \(error.localizedDescription)")
    }
}

/// The same, with a `Refusal` that names the file.
public func readData(_ file: URL) throws -> Data {
    try readData(file, failing: { Refusal("\(file.path) \($0)") })
}

/// Reads bytes of an open file until `buffer` is full: one call to the system may give less than asked for.
/// - Parameter failing: the error to throw, for a problem such as "cannot be read: Input/output error".
public func readBytes(
    into buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, at place: Int,
    failing: (_ problem: String) -> any Error
) throws {
    var done = 0
    while done < buffer.count {
        let n = pread(descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(place + done))
        if n < 0 && errno == EINTR { continue }
        guard n >= 0 else { throw failing("cannot be read: \(reason(errno))") }
        guard n > 0 else { throw failing("became shorter while it was being read") }
        done += n
    }
}

private enum Unopened: Error {
    case refused(_ code: Int32)
    case isNoFile(_ kind: String)
}

private func opened(_ path: String, in folder: Int32) throws(Unopened) -> (descriptor: Int32, length: Int) {
    let descriptor = path.withCString { openat(folder, $0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw .refused(errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        throw .isNoFile(kind(of: status.st_mode))
    }
    return (descriptor, Int(status.st_size))
}

/// What a path stands for when it is not a file, as the end of a sentence.
public func kind(of mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
}
