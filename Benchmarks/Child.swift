// # A program in a process of its own, timed to its very end
//
// Foundation's `Process` notices an end only when its run loop comes round to it, which takes longer than some programs
// do. So this is the system's own way: start it, read what it prints, wait for it.

import Foundation

/// A program that has run: what it printed, and how long all took.
struct Child {
    let output: Data
    let time: Seconds

    /// Runs this program once more, with these arguments.
    static func run(_ arguments: [String]) throws -> Child {
        let (start, pipe) = (Moment.now, Pipe())
        let process = try spawn(Bundle.main.executablePath!, arguments, output: pipe)
        try pipe.fileHandleForWriting.close()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        let processor = try end(of: process)
        return Child(output: output, time: Seconds(wall: Moment.now.since(start).wall, processor: processor))
    }
}

/// Starts a program that prints into a pipe.
private func spawn(_ program: String, _ arguments: [String], output: Pipe) throws -> pid_t {
    #if os(Linux)
        var actions = posix_spawn_file_actions_t()
    #else
        var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output.fileHandleForWriting.fileDescriptor, 1)
    posix_spawn_file_actions_addclose(&actions, output.fileHandleForReading.fileDescriptor)
    let words = cStrings([program] + arguments)
    let environment = cStrings(ProcessInfo.processInfo.environment.map { "\($0)=\($1)" })
    defer { (words + environment).forEach { free($0) } }
    var process = pid_t()
    let problem = posix_spawn(&process, program, &actions, nil, words, environment)
    guard problem == 0 else { throw POSIXError(POSIXErrorCode(rawValue: problem) ?? .EIO) }
    return process
}

/// As C wants them: a list of pointers, and none at the end. Whoever asked frees them.
private func cStrings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] { strings.map { strdup($0) } + [nil] }

/// Waits for a process; returns the seconds that the processor worked for it.
private func end(of process: pid_t) throws -> Double {
    var (status, usage) = (Int32(0), rusage())
    while wait4(process, &status, 0, &usage) < 0 {
        guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ECHILD) }
    }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}
