// A process for each group: memory that one has held does not count for the next.

import Foundation

extension BenchCommand {
    /// Runs a group in a process of its own, and hands every line that it prints to `line`.
    /// - Returns: false if the group failed, which it has explained on standard error.
    func runApart(_ group: Group, line: (String) -> Void) throws -> Bool {
        let process = Process()
        process.executableURL = Bundle.main.executableURL
        process.arguments =
            ["--inside", group.name, "--repeat", "\(repetitions)", "--seed", "\(seed)"]
            + (data.map { ["--data", $0] } ?? []) + (only.isEmpty ? [] : ["--only"] + only)
        process.environment = environment(threads: group.threads ?? threads)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        pipe.fileHandleForReading.eachLine(line)
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// This process's own, with the number of threads. A pinned matrix kernel would be no fair comparison.
    private func environment(threads: Int) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment
        for pin in ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"] { environment[pin] = nil }
        environment["GROUNDUP_THREADS"] = "\(threads)"
        return environment
    }
}

extension FileHandle {
    /// Every line as soon as it is there, until the other side is done.
    fileprivate func eachLine(_ body: (String) -> Void) {
        var waiting = Data()
        while case let more = availableData, !more.isEmpty {
            waiting += more
            while let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
                body(String(decoding: waiting[..<end], as: UTF8.self))
                waiting = Data(waiting[(end + 1)...])
            }
        }
    }
}
