// Reading thousands of small files.
//
// A PNG of MNIST has about 270 bytes: opening it costs more than reading it. So there are four
// calls to the system for each file (open, size, read, close), the path is looked up from the open
// folder, and one buffer serves all files of a thread.

import Foundation
import PNGFormat

/// An open folder, from which files are opened by name.
struct OpenFolder: ~Copyable {
    let descriptor: Int32

    /// - Throws: `DatasetError` when the folder cannot be opened.
    init(_ path: String) throws {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { throw DatasetError(folder: path, errno) }
    }

    deinit { _ = close(descriptor) }
}

/// Memory for one file at a time; it grows with the largest.
struct FileBuffer: ~Copyable {
    private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    deinit { memory.deallocate() }

    /// Reads a whole file. The bytes are valid until the next call.
    /// - Throws: `PNGProblem` with the system's reason.
    mutating func read(_ name: String, from folder: Int32) throws -> UnsafeMutableRawBufferPointer {
        // Opening a pipe would wait for someone to write into it.
        let file = name.withCString { openat(folder, $0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard file >= 0 else { throw PNGProblem(text: "cannot be opened: \(reason(errno))") }
        defer { _ = close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw PNGProblem(text: "cannot be read: \(reason(errno))") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw PNGProblem(text: "expected a file, found \(kind(of: status.st_mode))")
        }
        let size = Int(status.st_size)
        if size > memory.count { grow(to: size) }
        return UnsafeMutableRawBufferPointer(rebasing: memory[..<(try readAll(file, size))])
    }

    private mutating func grow(to size: Int) {
        memory.deallocate()
        memory = .allocate(byteCount: size, alignment: 16)
    }

    /// A read may return less than asked for; it is repeated until all is there or the file ends.
    private func readAll(_ file: Int32, _ size: Int) throws -> Int {
        var count = 0
        while count < size {
            let n = Foundation.read(file, memory.baseAddress! + count, size - count)
            if n < 0 && errno == EINTR { continue }
            guard n >= 0 else { throw PNGProblem(text: "cannot be read: \(reason(errno))") }
            if n == 0 { break }
            count += n
        }
        return count
    }
}

/// What a name in a folder stands for when it is not a file, as the end of a sentence.
func kind(of mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
}
