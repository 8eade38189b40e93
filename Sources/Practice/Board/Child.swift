// Running another program and keeping what it says.

import Common
import Foundation
import Synchronization

/// A program that has ended.
public struct Child: Sendable {
    public let status: Int32
    /// The signal that ended it, when one did.
    public let signal: Int32?
    public let output: String
    public let errors: String

    public var succeeded: Bool { signal == nil && status == 0 }

    /// Runs a program to its end. Of what it says the first MiB is kept and the rest read over: a loop that prints for
    /// ever must not fill the memory.
    public static func run(
        _ program: URL, _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) throws -> Child {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Inside a Git hook GIT_DIR and its like name the hook's repository; our `git` is to look at the folder.
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
            .merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let (output, errors) = (Listener(), Listener())
        process.standardOutput = output.pipe
        process.standardError = errors.pipe
        try process.run()
        companion.store(process.processIdentifier, ordering: .sequentiallyConsistent)
        defer { companion.store(0, ordering: .sequentiallyConsistent) }
        let said = (output: output.listen(), errors: errors.listen())
        process.waitUntilExit()
        let signal = process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
        return Child(
            status: process.terminationStatus, signal: signal, output: said.output(), errors: said.errors())
    }

    /// Runs a program that is found along the PATH.
    public static func run(
        _ name: String, _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) throws -> Child {
        try run(URL(filePath: "/usr/bin/env"), [name] + arguments, in: folder, environment: environment)
    }
}

/// Reads a pipe on a thread of its own, so that a program never waits for us to read what it says.
private final class Listener: Sendable {
    let pipe = Pipe()
    private let heard = Mutex(Data())

    /// Begins to read; the function that comes back waits for the end and gives what was heard.
    func listen() -> () -> String {
        let end = DispatchSemaphore(value: 0)
        Thread.detachNewThread { [self] in
            while case let part = pipe.fileHandleForReading.availableData, !part.isEmpty {
                heard.withLock { if $0.count < 1 << 20 { $0 += part } }
            }
            end.signal()
        }
        return { [self] in
            end.wait()
            return heard.withLock { String(decoding: $0, as: UTF8.self) }
        }
    }
}
