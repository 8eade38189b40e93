// Fetching one file.
//
// The transfer is curl's. Its output comes to us through a pipe and is added to a file that ends in
// `.part`, so we know how far it has come, can stop when too much arrives, and when this program
// is killed, curl loses its reader and ends as well. The `.part` file stays: the next run asks the
// server only for the rest. The file gets its real name when size and checksum are right.

import Common
import Foundation

/// A transfer of a file to a folder.
struct Download {
    let file: RemoteFile
    let folder: URL

    /// The finished file.
    var target: URL { folder.appendingPathComponent(file.name) }
    /// What has arrived so far.
    var part: URL { folder.appendingPathComponent(file.name + ".part") }

    /// Fetches what is missing, and checks the whole.
    /// - Returns: the finished, checked file.
    /// - Throws: `DatasetError`. An interrupted transfer keeps its `.part` file; a wrong file is removed.
    func run(progress: (TransferProgress) -> Void) throws -> URL {
        if FileManager.default.fileExists(atPath: target.path), (try? file.check(target)) != nil { return target }
        try makeFolder(folder)
        do {
            let output = try PartFile(part)
            if output.size > file.mostBytes { try output.empty() }
            if try isUnfinished(output) { try transfer(to: output, progress) }
        }
        try checkOrRemove()
        try moveIntoPlace(part, target)
        return target
    }

    private func isUnfinished(_ output: PartFile) throws -> Bool {
        file.isSizeExact ? output.size < file.bytes : (try? file.check(part)) == nil
    }

    /// Runs curl, a second time from the start when the server cannot continue a file.
    private func transfer(to output: PartFile, _ progress: (TransferProgress) -> Void) throws {
        var transfer = try curl(to: output, progress)
        if transfer.status == CurlStatus.cannotContinue && output.size > 0 {
            try output.empty()
            transfer = try curl(to: output, progress)
        }
        guard transfer.status != 0 else { return }
        let reached = "\(readable(bytes: output.size)) of \(readable(bytes: file.bytes))"
        if CurlStatus.interrupted.contains(transfer.status) {
            throw DatasetError(
                file.address, "the connection broke after \(reached) (\(transfer.complaints))",
                try: "the same command again: it continues from there")
        }
        throw DatasetError(
            file.address, "cannot be fetched: \(transfer.complaints)",
            try: "is there a connection, and does the address still exist?")
    }

    private func curl(
        to output: PartFile, _ progress: (TransferProgress) -> Void
    ) throws -> Child {
        let arguments = [
            "--fail", "--location", "--silent", "--show-error", "--proto", "=http,https",
            "--connect-timeout", "30", "--speed-limit", "1", "--speed-time", "60",
            "--continue-at", "\(output.size)", file.address,
        ]
        var meter = Meter(total: file.bytes, atStart: output.size)
        return try Tool("curl").stream(arguments) { bytes in
            try output.append(bytes)
            guard output.size <= file.mostBytes else { throw tooMuch() }
            meter.report(output.size, to: progress)
        }
    }

    /// A file that is larger than the registry says is another file, and could fill the disk.
    private func tooMuch() -> DatasetError {
        try? FileManager.default.removeItem(at: part)
        return DatasetError(
            file.address,
            "expected \(file.isSizeExact ? "" : "at most ")\(file.mostBytes) bytes, but the server sends more: the file has changed; removed"
        )
    }

    private func checkOrRemove() throws {
        do {
            try file.check(part)
        } catch let error as DatasetError {
            try? FileManager.default.removeItem(at: part)
            throw DatasetError(
                file.address, "\(error.problem): the file is broken or was replaced, and has been removed",
                try: "the same command again")
        }
    }
}

/// curl's exit codes that matter here.
private enum CurlStatus {
    /// The server does not send parts of files.
    static let cannotContinue: Int32 = 33
    /// Partial file, timeout, empty answer, failures to send and to receive, HTTP/2 stream broken.
    static let interrupted: Set<Int32> = [18, 28, 52, 55, 56, 92]
}

/// A growing file which only one process at a time may write to.
private final class PartFile {
    private let url: URL
    private let descriptor: Int32
    private(set) var size: Int

    init(_ url: URL) throws {
        self.url = url
        descriptor = open(url.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DatasetError(url.path, "cannot be written: \(reason(errno))") }
        guard Self.lock(descriptor) else {
            close(descriptor)
            throw DatasetError(url.path, "another process is fetching this file", try: "wait for it to end")
        }
        size = Int(lseek(descriptor, 0, SEEK_END))
    }

    deinit { close(descriptor) }

    /// Whether nobody else has the file. A program that another thread is just starting has all our open files, and so
    /// the lock, for a moment; therefore a second passes before the answer is no.
    private static func lock(_ descriptor: Int32) -> Bool {
        for _ in 0..<50 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            usleep(20_000)
        }
        return false
    }

    func empty() throws {
        guard ftruncate(descriptor, 0) == 0 else { throw DatasetError(url.path, reason(errno)) }
        size = 0
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let n = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if n < 0 && errno == EINTR { continue }
            guard n > 0 else { throw DatasetError(url.path, "cannot be written: \(reason(errno))") }
            rest = rest.dropFirst(n)
            size += n
        }
    }
}

/// Reports progress five times a second, and at the end.
private struct Meter {
    let total, atStart: Int
    private let start = Date()
    private var next = Date.distantPast

    init(total: Int, atStart: Int) { (self.total, self.atStart) = (total, atStart) }

    mutating func report(_ bytes: Int, to progress: (TransferProgress) -> Void) {
        let now = Date()
        guard now >= next || bytes == total else { return }
        next = now + 0.2
        progress(
            TransferProgress(bytes: bytes, total: total, atStart: atStart, seconds: now.timeIntervalSince(start)))
    }
}
