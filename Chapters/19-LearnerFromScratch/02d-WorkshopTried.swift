// # The workshop, tried
//
// Section 19.2 · After this page you have seen that results come in order, that no worker runs far ahead, and what is
// left of a workshop in which a job has failed.

import Figures
import Foundation
import Notebook

// A workshop has promised four things. Let us try the hardest case first: one of its jobs fails, with an error that is
// nothing but a name, `Clumsiness`:

/// What may happen in a workshop.
struct Clumsiness: Error, CustomStringConvertible { let description = "dropped it" }

extension LearnerFromScratch {
    func aJobFails() {
        // What is handed out before it, what comes in its place, what comes after it, and who is left?
        let workshop = Workshop(20, workers: 3) { job in
            if job == 3 { throw Clumsiness() }
            return job
        }
        var results: [Int] = []
        do {
            while let result = try workshop.next() { results.append(result) }
        } catch {
            show("\(error)", "in place of a result")
        }
        show(
            results, "results before it",
            predict: .numbers("Job 3 of 0 to 19 fails. Which results are handed out?", [0, 1, 2]))
        show(try? workshop.next(), "the next result after the failure")
        workshop.close()
        show(workshop.threadCount, "threads that are left")
    }
}

// The next promise is that nobody works far ahead. A workshop of three workers has six jobs at most on the shelf or in
// the making. So if job 0 takes very long, the other two workers have to stop somewhere. To see where, each job notes
// its number on a `HighestNumber`, which is behind a lock of its own:

/// The highest number that any thread has noted.
final class HighestNumber: @unchecked Sendable {
    // Unchecked, because the compiler cannot see that the number is behind the lock.
    private let lock = NSLock()
    private var highest = 0

    func note(_ number: Int) { lock.withLock { highest = max(highest, number) } }
    var current: Int { lock.withLock { highest } }
}

// And a figure of a whole day in a workshop would be good. Its times are not measured but computed, in a `Timetable`. A
// job begins as soon as a worker is free and not too far ahead. It is handed out when it is done, and all before it
// have been:

/// When each job of a workshop is begun, done and handed out.
struct Timetable {
    struct Job { let begun, done, handedOut: Double }
    private var jobs: [Job] = []

    init(hours: [Double], workers: Int, ahead: Int) {
        var free = [Double](repeating: 0, count: workers)
        for (job, hour) in hours.enumerated() {
            let worker = free.indices.min { free[$0] < free[$1] } ?? 0
            let begun = max(free[worker], job < ahead ? 0 : jobs[job - ahead].handedOut)
            free[worker] = begun + hour
            jobs.append(Job(begun: begun, done: begun + hour, handedOut: max(begun + hour, jobs.last?.handedOut ?? 0)))
        }
    }

    /// A line for each job from one time to another, with a gap behind it.
    func line(
        _ from: (Job) -> Double, _ to: (Job) -> Double, _ label: String, colour: Colour, dashed: Bool = false
    ) -> Line {
        let shown = jobs.enumerated().filter { from($1) < to($1) }
        return Line(
            shown.flatMap { [from($0.element), to($0.element), .nan] },
            shown.flatMap { [Double($0.offset), Double($0.offset), .nan] },
            label, colour: colour, dashed: dashed)
    }
}

extension LearnerFromScratch {
    func nobodyWorksFarAhead() throws {
        // Job 0 waits until job 5 has begun, and then some time more. Its result is the highest job that has begun by
        // then. Every other result is the job's own number:
        let begun = HighestNumber()
        let workshop = Workshop(20, workers: 3) { job in
            begun.note(job)
            if job > 0 { return job }
            while begun.current < 5 { Thread.sleep(forTimeInterval: 0.001) }
            Thread.sleep(forTimeInterval: 0.02)
            return begun.current
        }
        defer { workshop.close() }
        let result = try workshop.next() ?? 0
        show(
            result, "the highest job that has begun while result 0 was missing",
            ask: "Three workers, six jobs ahead at most. Job 0 is never done: which is the highest job that is begun?")

        // Here is a day in such a workshop. Job 0 takes eight hours, and all others take two. Results 1 to 5 are ready
        // long before their turn, and lie on the shelf. Then all stand still, until result 0 is handed out:
        let day = Timetable(hours: [8] + Array(repeating: 2, count: 9), workers: 3, ahead: 6)
        show(
            Chart("While job 0 is made, five results wait for it, and job 6 is not begun", x: "hour", y: "job") {
                day.line(\.begun, \.done, "in the making", colour: .blue)
                day.line(\.done, \.handedOut, "on the shelf", colour: .vermilion, dashed: true)
            }, "Three workers, and when each job is begun, done and handed out")
    }
}
