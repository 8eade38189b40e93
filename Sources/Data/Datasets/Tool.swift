// Programs of the system that do what is not our subject: curl, tar, unzip, md5sum.

import Foundation

/// Runs a program of the system.
struct Tool {
    let name: String
    let url: URL

    /// Looks for a program in the folders of `PATH`.
    /// - Throws: `DatasetError` which says how to install it.
    init(_ name: String, path: String? = ProcessInfo.processInfo.environment["PATH"]) throws {
        let folders = (path ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        let files = folders.map { $0 + "/" + name }
        guard let file = files.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw DatasetError(
                name, "this program is needed, and was not found",
                try: "`sudo apt-get install \(name)` on Debian or Ubuntu, `brew install \(name)` on macOS")
        }
        self.name = name
        url = URL(fileURLWithPath: file)
    }

    /// What a program left behind.
    struct Result {
        var status: Int32
        var output: String
        var complaints: String
    }

    /// Runs the program to its end and collects what it prints.
    func run(_ arguments: [String]) throws -> Result {
        var output = Data()
        let (status, complaints) = try stream(arguments) { output.append(contentsOf: $0) }
        return Result(status: status, output: String(decoding: output, as: UTF8.self), complaints: complaints)
    }

    /// Runs the program and hands on its output while it is printed. When `consume` throws, the
    /// program is stopped. (And when this process dies, the program finds its output closed and ends too.)
    /// - Returns: exit status, and what the program printed to standard error.
    func stream(
        _ arguments: [String], _ consume: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> (status: Int32, complaints: String) {
        let complaints = try TemporaryFile()
        let process = Process()
        let output = Pipe()
        process.executableURL = url
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = complaints.handle
        do { try process.run() } catch { throw DatasetError(url.path, "cannot be started: \(error)") }
        do {
            try pass(output.fileHandleForReading.fileDescriptor, to: consume)
        } catch {
            // Not SIGTERM: the program inherits the signals which this thread blocks, and that may be one.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            throw error
        }
        process.waitUntilExit()
        return (process.terminationStatus, complaints.text)
    }

    private func pass(_ file: Int32, to consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            while true {
                let n = read(file, buffer.baseAddress, buffer.count)
                if n < 0 && errno == EINTR { continue }
                guard n > 0 else { return }
                try consume(UnsafeRawBufferPointer(rebasing: buffer[..<n]))
            }
        }
    }
}

/// A nameless file: it is gone when it is closed.
private final class TemporaryFile {
    let handle: FileHandle

    init() throws {
        guard let file = tmpfile() else { throw DatasetError("temporary folder", reason(errno)) }
        handle = FileHandle(fileDescriptor: dup(fileno(file)), closeOnDealloc: true)
        fclose(file)
    }

    /// All that was written.
    var text: String {
        try? handle.seek(toOffset: 0)
        let data = (try? handle.readToEnd()) ?? nil
        return String(decoding: data ?? Data(), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
