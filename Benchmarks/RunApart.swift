// A process for each group: memory that one has held does not count towards the next.

import Common
import Foundation

extension BenchCommand {
    /// Runs a group in a process of its own, and hands every line that it prints to `line`.
    /// - Returns: false if the group failed, which it has explained on standard error.
    func runApart(_ group: Group, line: (String) -> Void) throws -> Bool {
        var program = thisProgram(
            ["--inside", group.name, "--repeat", "\(repetitions)", "--seed", "\(seed)"]
                + (data.map { ["--data", $0] } ?? []) + (only.isEmpty ? [] : ["--only"] + only))
        program.environment = environment(threads: group.threads ?? threads)
        program.showsErrors = true
        return try program.run(eachLine: line).succeeded
    }

    /// The number of threads. A pinned matrix kernel would make the comparison unfair.
    private func environment(threads: Int) -> [String: String?] {
        ["OPENBLAS_CORETYPE": nil, "OPENBLAS_L2_SIZE": nil, "GROUNDUP_THREADS": "\(threads)"]
    }
}

/// `bench` itself, to be run once more with these arguments.
func thisProgram(_ arguments: [String]) -> Program { Program(Bundle.main.executableURL!, arguments) }
