// Running another program: the only place that does so, for git, curl, swift, a reader's answer, a chapter.

import Foundation

/// Another program, and how to run it. It gets no input, and leads a process group of its own: whatever it starts
/// ends with it.
public struct Program: Sendable {
    public var executable: URL
    public var arguments: [String]
    /// The folder it runs in; nil for ours.
    public var folder: URL?
    /// What its environment has besides ours; nil removes a variable.
    public var environment: [String: String?]
    /// How long it may take; nil for as long as it likes. (It is ended in `RunningProcess`.)
    public var timeLimit: Duration?
    /// How many bytes are kept of its output, and of its errors. The rest is read and dropped: a loop that prints for
    /// ever must not fill the memory.
    public var keeping = 1 << 20
    /// Its errors go where ours go, and none are kept.
    public var showsErrors = false
    /// It leads a session of its own, which ends with it: also programs that it started in groups of their own, as
    /// Foundation's `Process` does. (Such programs are found on Linux only.)
    public var endsSession = false

    public init(
        _ executable: URL, _ arguments: [String] = [], in folder: URL? = nil, environment: [String: String?] = [:],
        timeLimit: Duration? = nil
    ) {
        (self.executable, self.arguments, self.folder) = (executable, arguments, folder)
        (self.environment, self.timeLimit) = (environment, timeLimit)
    }

    /// A program that is found along the PATH.
    public init(
        named name: String, _ arguments: [String] = [], in folder: URL? = nil, environment: [String: String?] = [:],
        timeLimit: Duration? = nil
    ) {
        self.init(
            URL(filePath: "/usr/bin/env"), [name] + arguments, in: folder, environment: environment,
            timeLimit: timeLimit)
    }
}

extension Program {
    /// Runs the program to its end and keeps what it says.
    /// - Throws: `Refusal` when it cannot be started.
    public func run() throws -> Child {
        var output = Data()
        var child = try run { output.append(contentsOf: $0.prefix(keeping - output.count)) }
        child.output = String(decoding: output, as: UTF8.self)
        return child
    }

    /// Runs the program, and passes on every line of its output as soon as it arrives.
    public func run(eachLine body: (String) throws -> Void) throws -> Child {
        var waiting = Data()
        let child = try run { bytes in
            waiting += bytes
            while let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
                try body(String(decoding: waiting[..<end], as: UTF8.self))
                waiting = Data(waiting[(end + 1)...])
            }
        }
        if !waiting.isEmpty { try body(String(decoding: waiting, as: UTF8.self)) }
        return child
    }

    /// Runs the program, and passes on its output as it comes. When `consume` throws, the program is ended.
    public func run(consume: (UnsafeRawBufferPointer) throws -> Void) throws -> Child {
        let process = try RunningProcess(self)
        defer { process.end() }
        return try process.attend(consume)
    }
}

/// A program that has ended.
public struct Child: Sendable {
    /// Its exit code; or the number of the signal that ended it.
    public let status: Int32
    /// The signal that ended it, if one did.
    public let signal: Int32?
    public var output: String
    public let errors: String
    /// It took too long, and was ended with everything that it had started.
    public let isOverdue: Bool
    /// How long processors worked for it, and for those of its own children that it waited for.
    public let processorTime: Duration

    public init(
        status: Int32, signal: Int32?, output: String, errors: String, isOverdue: Bool = false,
        processorTime: Duration = .zero
    ) {
        (self.status, self.signal, self.output, self.errors) = (status, signal, output, errors)
        (self.isOverdue, self.processorTime) = (isOverdue, processorTime)
    }

    public var succeeded: Bool { signal == nil && status == 0 }

    /// Runs a program to its end.
    public static func run(
        _ program: URL, _ arguments: [String] = [], in folder: URL? = nil, environment: [String: String?] = [:],
        timeLimit: Duration? = nil
    ) throws -> Child {
        try Program(program, arguments, in: folder, environment: environment, timeLimit: timeLimit).run()
    }

    /// Runs a program that is found along the PATH.
    public static func run(
        _ name: String, _ arguments: [String] = [], in folder: URL? = nil, environment: [String: String?] = [:],
        timeLimit: Duration? = nil
    ) throws -> Child {
        try Program(named: name, arguments, in: folder, environment: environment, timeLimit: timeLimit).run()
    }
}
