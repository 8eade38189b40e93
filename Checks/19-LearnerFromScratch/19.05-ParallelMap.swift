import Exercises19
import Foundation
import Practice
import Solutions19

private typealias ParallelMap =
    @Sendable ([Int], Int, @escaping @Sendable (Int) throws -> String) throws -> [String]

private let readers: ParallelMap = { try Exercises19.parallelMap($0, workers: $1, $2) }
private let ours: ParallelMap = { try Solutions19.parallelMap($0, workers: $1, $2) }

private struct Failed: Error, Equatable, CustomStringConvertible {
    let input: Int
    var description: String { "the error of input \(input)" }
}

/// Counts calls, and how many run at once.
private final class Calls: @unchecked Sendable {
    private let lock = NSLock()
    private var running = 0
    private(set) var most = 0
    private(set) var begun: [Int] = []
    var stillRunning: Int { lock.withLock { running } }

    func during<Value>(_ input: Int, _ body: () throws -> Value) rethrows -> Value {
        lock.withLock {
            running += 1
            most = max(most, running)
            begun.append(input)
        }
        defer { lock.withLock { running -= 1 } }
        return try body()
    }
}

let parallelMap = Check("19.5", Answer(readers, ours)) { parallelMap in
    func call(_ count: Int, _ workers: Int, _ remark: String = "") -> String {
        "parallelMap(Array(0..<\(count)), workers: \(workers)) { … }\(remark)"
    }
    func asked<Value>(_ text: String, _ body: () throws -> Value) rethrows -> Found<Value> {
        Found(text, try asking(text, body))
    }

    for (count, workers) in [(0, 3), (1, 1), (1, 4), (7, 1), (40, 3), (5, 16)] {
        let calls = Calls()
        let found = try asked(call(count, workers)) {
            try parallelMap(Array(0..<count), workers) { input in
                calls.during(input) {
                    // The first inputs take longest, so that the last ones are ready before them.
                    Thread.sleep(forTimeInterval: 0.0005 * Double(max(0, 6 - input)))
                    return "\(input)"
                }
            }
        }
        try expectEqual(found, (0..<count).map { "\($0)" })
        try expect(found.its("calls at the same time") { _ in calls.most }, "at most \(workers)") { $0 <= workers }
        try expectEqual(found.its("calls in all") { _ in calls.begun.count }, count)
    }

    // Two inputs that wait for each other: with one thread alone this would take for ever, so it gives up after a
    // while.
    let meeting = DispatchGroup()
    meeting.enter()
    meeting.enter()
    let met = try asked(call(2, 2, ", which wait for one another")) {
        try parallelMap([0, 1], 2) { _ in
            meeting.leave()
            return meeting.wait(timeout: .now() + 10) == .success ? "met" : "alone"
        }
    }
    try expectEqual(met, ["met", "met"])

    // Inputs 5 and 6 fail, 6 much sooner than 5.
    for workers in [1, 2, 8] {
        let calls = Calls()
        let text = call(200, workers, ", in which inputs 5 and 6 fail")
        let thrown = asked(text) { () -> (any Error)? in
            do {
                _ = try parallelMap(Array(0..<200), workers) { input in
                    try calls.during(input) {
                        if input == 5 { Thread.sleep(forTimeInterval: 0.02) }
                        if input == 5 || input == 6 { throw Failed(input: input) }
                        Thread.sleep(forTimeInterval: 0.002)
                        return ""
                    }
                }
                return nil
            } catch {
                return error
            }
        }
        if let unanswered = thrown.value as? Unanswered { throw unanswered }
        try expectEqual(thrown.its("what it throws") { $0 as? Failed }, Failed(input: 5))
        try expectEqual(thrown.its("calls that still run") { _ in calls.stillRunning }, 0)
        try expect(thrown.its("calls in all") { _ in calls.begun.count }, "far fewer than 200") { $0 < 60 }
    }
}
