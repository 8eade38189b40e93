// # bench: how long the book's workloads take
//
//     swift run -c release bench                                  all of them, as a table
//     swift run -c release bench --only ch04-net --repeat 5       one, or all that begin like this
//     swift run -c release bench --json --data DIR                one line of JSON each
//
// Each group of workloads runs in its own process, so that its peak memory is its own: the command starts itself
// again with `--inside`. `torch_reference.py` is a PyTorch program with the same workloads under the same names, and
// `compare.py` runs the two in turn.

import ArgumentParser
import Common
import Foundation

@main
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Times the book's workloads: training, inference, single operations.")

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp("Only these groups (see --list), or workloads whose names begin so.", valueName: "name"))
    var only: [String] = []

    @Option(name: .customLong("repeat"), help: "Repetitions of each workload; its time is their median.")
    var repetitions = 3

    @Option(help: "Seed of the first repetition; each further one uses the next.")
    var seed: UInt64 = 0

    @Option(help: "Threads.")
    var threads = 2

    @Option(help: "A folder that holds data sets by name, as folders or archives.")
    var data: String?

    @Flag(help: "Print one line of JSON per workload instead of the table.")
    var json = false

    @Flag(help: "Print the names of the groups.")
    var list = false

    @Option(help: .private)
    var inside: String?

    func validate() throws {
        guard repetitions > 0, threads > 0 else { throw ValidationError("--repeat and --threads must be at least 1") }
        for name in only where chosen(by: [name]).isEmpty {
            throw ValidationError("no workload is named “\(name)”; --list shows them")
        }
        // Otherwise every group would say it.
        if let data, !isFolder(URL(filePath: data)) { throw ValidationError("--data \(data): there is no such folder") }
    }

    func run() throws {
        if let inside { return try measure(inside) }
        beginProgram()
        if list { return printList() }
        let table = json ? nil : ResultTable()
        var failed: [String] = []
        for group in chosen(by: only) {
            let isDone = try runApart(group) { line in
                if let table { table.add(line) } else { print(line) }
                fflush(nil)
            }
            if !isDone { failed.append(group.name) }
        }
        guard failed.isEmpty else { throw Failure(groups: failed) }
    }

    private func printList() {
        let width = Group.all.map(\.name.count).max()!
        for group in Group.all {
            print(group.name.padding(toLength: width, withPad: " ", startingAt: 0), "", group.about)
        }
        print("\nNot available yet: " + Group.missing.joined(separator: ", "))
    }

    /// The groups of these names; or, if there are none, those whose names begin so, or that have a workload whose name
    /// does: the workload ch14-resnet18-train belongs to the group ch14-resnet. All, without names.
    private func chosen(by names: [String]) -> [Group] {
        Group.all.filter { group in
            names.isEmpty
                || names.contains { name in
                    group == Group.home(of: name)
                        || (group.name.hasPrefix(name) && !Group.all.contains { $0.name == name })
                }
        }
    }

    /// Runs a group in this process.
    private func measure(_ name: String) throws {
        let bench = Bench(only: only, repetitions: repetitions, seed: seed, dataFolder: data)
        try (Group.all + Group.hidden).first { $0.name == name }?.run(bench)
    }
}

/// Groups that could not be measured; each has said why.
private struct Failure: Error, CustomStringConvertible {
    let groups: [String]
    var description: String { "not measured: " + groups.joined(separator: ", ") }
}
