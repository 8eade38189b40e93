// Writing a safetensors file, completely or not at all.
//
// A program may be stopped at any moment, and a disk may be full. So the numbers go to a new file
// beside the old one, down to the disk itself, and only then does the new file take the old one's
// name, which the system does in a single step.

import Foundation

extension SafetensorsFile {
    /// Writes all tensors to a file. An existing one is replaced only by a complete one.
    /// - Throws: `SafetensorsError` if it cannot be written; what was there before is still there.
    public func write(to url: URL) throws {
        let header = SafetensorsHeader(tensors, metadata: metadata)
        let bytes = header.bytes
        guard bytes.count - 8 <= SafetensorsHeader.longest else {
            throw SafetensorsError(url.path, "a header of \(bytes.count - 8) bytes is more than any library reads")
        }
        guard tensors["__metadata__"] == nil else {
            throw SafetensorsError(url.path, "no tensor can have the name “__metadata__”")
        }
        try writeAtomically(to: url) { file in
            try bytes.withUnsafeBytes { try file.write($0) }
            for entry in header.entries { try tensors[entry.name]!.withBytes { try file.write($0) } }
        }
    }
}

extension SavedTensor {
    /// The elements in row-major order.
    fileprivate func withBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        switch self {
        case .floats(let x): try x.array.withContiguous { try body(UnsafeRawBufferPointer($0)) }
        case .ints(let x): try x.withContiguous { try body(UnsafeRawBufferPointer($0)) }
        case .bytes(let x): try x.withContiguous { try body(UnsafeRawBufferPointer($0)) }
        case .bools(let x): try x.withContiguous { try body(UnsafeRawBufferPointer($0)) }
        }
    }
}

/// Lets `body` write a file that takes its place only when it is complete and on the disk.
private func writeAtomically(to url: URL, _ body: (borrowing NewFile) throws -> Void) throws {
    let url = url.resolvingSymlinksInPath()
    let folder = url.deletingLastPathComponent()
    let temporary = folder.appending(path: ".\(url.lastPathComponent).\(UUID().uuidString)").path
    do {
        let file = try NewFile(temporary)
        try body(file)
        try file.finish()
        guard rename(temporary, url.path) == 0 else { throw WriteProblem() }
    } catch let problem as WriteProblem {
        unlink(temporary)
        throw SafetensorsError(url.path, "cannot be written: \(problem.reason)")
    }
    // The new name is an entry of the folder, which has to reach the disk as well.
    let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 {
        fsync(descriptor)
        close(descriptor)
    }
}

/// The system's reason at the moment it refused.
private struct WriteProblem: Error { let reason = systemReason() }

/// A file that did not exist before.
private struct NewFile: ~Copyable {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw WriteProblem() }
    }

    deinit { close(descriptor) }

    /// One call to the system may take less than all.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var done = 0
        while done < bytes.count {
            let n = Foundation.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
            if n < 0 && errno == EINTR { continue }
            guard n > 0 else { throw WriteProblem() }
            done += n
        }
    }

    /// Waits until everything is on the disk.
    func finish() throws { if fsync(descriptor) != 0 { throw WriteProblem() } }
}
