// Reading thousands of small files.
//
// A PNG of MNIST has about 270 bytes: opening it costs more than reading it. So there are four
// calls to the system for each file (open, size, read, close), the path is looked up from the open
// folder, and one buffer serves all files of a thread.

import Common
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
        let (file, size) = try openToRead(name, in: folder) { PNGProblem(text: $0) }
        defer { _ = close(file) }
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
