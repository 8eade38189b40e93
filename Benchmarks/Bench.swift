// # Measuring
//
// Two kinds of workloads, two ways to time them. Training is run as a whole, several times from the start, each time
// with another seed. A single operation is too short for a clock: it is warmed up, and then called repeatedly for a
// third of a second.

import Datasets
import Foundation
import Kernels
import Tensors

/// Times workloads and prints what it finds.
struct Bench {
    let only: [String]
    let repetitions: Int
    let seed: UInt64
    let dataFolder: String?

    /// False for a workload that `--only` leaves out.
    func wants(_ workload: String) -> Bool {
        only.isEmpty || only.contains { workload.hasPrefix($0) || $0 == Group.home(of: workload)?.name }
    }

    /// Times a piece of work, each repetition a fresh start with its own seed.
    ///
    /// - Parameters:
    ///   - items: how many things the work handles, and what they are called.
    ///   - metric: what the work is judged by.
    ///   - prepare: makes model, optimizer and batches, not timed; returns the work.
    func measure(
        _ workload: String, items: Int, _ unit: String, metric: String? = nil, parameters: Int? = nil,
        prepare: (_ random: inout SplitMix64) throws -> Work
    ) throws {
        guard wants(workload) else { return }
        var result = ResultLine(workload, items: items, unit, metric: metric, parameters: parameters)
        for repetition in 0..<repetitions {
            var random = SplitMix64(seed: seed + UInt64(repetition))
            let work = try prepare(&random)
            let start = Moment.now
            try work.run()
            result.add(Moment.now.since(start), metric: try work.judge?())
        }
        result.print()
    }

    /// Times a short call: a warm-up, then loops of about `budget` seconds. The time of one call is printed.
    ///
    /// - Parameter work: how much one call does, for a rate.
    func measureCall(
        _ workload: String, _ work: Amount? = nil, items: Int? = nil, _ unit: String? = nil, budget: Double = 0.3,
        parameters: Int? = nil, call: () -> Void
    ) {
        guard wants(workload) else { return }
        var result = ResultLine(workload, items: items, unit, metric: work?.name, parameters: parameters)
        let once = warmUp(seconds: budget / 2, call)
        let loops = max(3, Int((budget / once).rounded(.up)))
        for _ in 0..<repetitions {
            let start = Moment.now
            for _ in 0..<loops { call() }
            let time = Moment.now.since(start) / Double(loops)
            result.add(time, metric: work.map { $0.billions / time.wall })
        }
        result.loops = loops
        result.print()
    }

    /// Calls for some time, at least three times; returns the seconds of one call.
    private func warmUp(seconds: Double, _ call: () -> Void) -> Double {
        let start = Moment.now
        var calls = 0.0
        while calls < 3 || Moment.now.since(start).wall < seconds { call(); calls += 1 }
        return Moment.now.since(start).wall / calls
    }
}

/// What is timed, and what is measured afterwards.
struct Work {
    let run: () throws -> Void
    var judge: (() throws -> Double)?

    init(_ run: @escaping () throws -> Void, judge: (() throws -> Double)? = nil) {
        (self.run, self.judge) = (run, judge)
    }
}

/// Work that can be counted: operations on floats, or bytes that go through the processor.
struct Amount {
    let billions: Double
    let name: String

    static func operations(_ count: Int) -> Amount { Amount(billions: Double(count) / 1e9, name: "gflop_per_s") }
    static func bytes(_ count: Int) -> Amount { Amount(billions: Double(count) / 1e9, name: "gb_per_s") }
}

/// A point in time, by the wall clock and by the processor's.
struct Moment {
    let wall: ContinuousClock.Instant
    let processor: Double

    static var now: Moment {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Moment(wall: .now, processor: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
    }

    func since(_ start: Moment) -> Seconds {
        Seconds(wall: start.wall.duration(to: wall) / .seconds(1), processor: processor - start.processor)
    }
}

/// Seconds that passed, and seconds that all threads together worked.
struct Seconds {
    var wall, processor: Double

    static func / (time: Seconds, calls: Double) -> Seconds {
        Seconds(wall: time.wall / calls, processor: time.processor / calls)
    }
}
