// One pool of threads that all kernels share.
//
// A loop is cut into blocks. Which index lands in which block depends on the loop alone,
// never on the number of threads, so a sum that adds up its blocks in order has the same
// bits on one thread and on eight.

import Foundation
import Synchronization

/// Runs `body` on consecutive ranges that together cover `0..<count`, on all threads at once.
///
/// - Parameters:
///   - count: number of iterations.
///   - grain: iterations per block (the last block may be shorter). Work that is not worth
///     sharing should have `grain >= count`: it then runs right here, with no overhead.
///   - body: called once per block, on any thread, in any order.
///
/// A loop inside a loop runs on the thread that reaches it.
public func parallelFor(_ count: Int, grain: Int = 1, _ body: (Range<Int>) -> Void) {
    guard count > 0 else { return }
    let grain = max(1, grain)
    let blocks = (count + grain - 1) / grain
    if blocks == 1 { return body(0..<count) }
    ThreadPool.shared.run(blocks: blocks) { block in
        let start = block * grain
        body(start..<min(start + grain, count))
    }
}

/// How many threads share a loop: `GROUNDUP_THREADS`, or every core.
public var threadCount: Int { ThreadPool.shared.threads }

/// Whether a loop that begins now is shared: there are several threads, and they are not busy with a loop around it.
var sharesLoops: Bool { ThreadPool.shared.isFree }

/// That `GROUNDUP_THREADS` is no number of threads; nil when all is well.
public func threadAdvice(environment: [String: String] = ProcessInfo.processInfo.environment) -> String? {
    guard let text = environment["GROUNDUP_THREADS"], !text.isEmpty else { return nil }
    let asked = Int(text) ?? 0
    if asked > 256 { return "GROUNDUP_THREADS is \(text), more than there can be: 256 threads are used" }
    if asked > 0 { return nil }
    return "GROUNDUP_THREADS is \(text), which is not a number from 1 to 256: it is ignored, and every core is used"
}

/// Elements that one block of a simple elementwise loop should hold.
public let elementGrain = 32_768

/// The calling thread and `threads - 1` helpers.
///
/// The blocks of a job are dealt out in runs, one for each thread, which takes the blocks of its run in order: it reads
/// on where it stopped, so what the processor fetches ahead is what it wants next, and in the next loop over the same
/// numbers it meets many that its own caches hold. A thread that is done with its run takes blocks of the others.
///
/// A helper that has nothing to do looks for work for a few microseconds before it sleeps:
/// a training step is a series of short loops, and waking a thread costs more than they do.
final class ThreadPool: @unchecked Sendable {
    static let shared = ThreadPool(threads: ThreadPool.wanted)

    let threads: Int
    private let busy = Atomic<Bool>(false)
    /// One for each run: the number of the job in the upper half, blocks not yet taken in the lower.
    private let tickets: Tickets
    private let finished = Atomic<Int>(0)
    private let sleepers = Atomic<Int>(0)
    private var blocks = 0
    private var job: UnsafePointer<(Int) -> Void>?
    private let wake = NSCondition()

    static var wanted: Int {
        let asked = ProcessInfo.processInfo.environment["GROUNDUP_THREADS"].flatMap { Int($0) } ?? 0
        return min(asked > 0 ? asked : max(ProcessInfo.processInfo.activeProcessorCount, 1), 256)
    }

    init(threads: Int) {
        self.threads = max(threads, 1)
        tickets = Tickets(self.threads)
        for run in 1..<self.threads {
            let helper = Thread { [unowned self] in self.help(with: run) }
            helper.stackSize = 8 << 20
            helper.start()
        }
    }

    var isFree: Bool { threads > 1 && !busy.load(ordering: .relaxed) }

    func run(blocks count: Int, _ body: (Int) -> Void) {
        let free =
            threads > 1
            && busy.compareExchange(
                expected: false, desired: true, ordering: .acquiringAndReleasing
            ).exchanged
        guard free else { return (0..<count).forEach(body) }
        defer { busy.store(false, ordering: .releasing) }
        withoutActuallyEscaping(body) { body in
            share(blocks: count, body)
        }
    }

    private func share(blocks count: Int, _ body: @escaping (Int) -> Void) {
        withUnsafePointer(to: body) { pointer in
            blocks = count
            job = pointer
            finished.store(0, ordering: .relaxed)
            let number = (tickets[0].load(ordering: .relaxed) >> 32) &+ 1
            for run in (0..<threads).reversed() {
                let ticket = number << 32 | evenly(count, in: threads, run).count
                tickets[run].store(ticket, ordering: .sequentiallyConsistent)
            }
            if sleepers.load(ordering: .sequentiallyConsistent) > 0 { wakeAll() }
            while takeBlock(of: 0) {}
            var turns = 0
            while finished.load(ordering: .acquiring) < count {
                turns += 1
                if turns > 2_000 { sched_yield() }
            }
        }
    }

    /// Takes one block of this run, or of another one if this is done, and works on it; false if none is left.
    private func takeBlock(of own: Int) -> Bool {
        for step in 0..<threads {
            let run = own + step < threads ? own + step : own + step - threads
            if takeBlock(only: run) { return true }
        }
        return false
    }

    /// The exchange succeeds only while that job still has this block to give away, so the
    /// job cannot end, and `blocks` and `job` cannot change, before the block is finished.
    private func takeBlock(only run: Int) -> Bool {
        while true {
            let seen = tickets[run].load(ordering: .acquiring)
            let left = seen & 0xFFFF_FFFF
            guard left > 0 else { return false }
            let taken = tickets[run].compareExchange(
                expected: seen, desired: seen - 1, ordering: .acquiringAndReleasing
            ).exchanged
            guard taken else { continue }
            call(block: evenly(blocks, in: threads, run).upperBound - left)
            finished.add(1, ordering: .releasing)
            return true
        }
    }

    @inline(never) private func call(block: Int) { job!.pointee(block) }

    private func help(with run: Int) {
        var (done, idle) = (0, 0)
        while true {
            let number = tickets[run].load(ordering: .acquiring) >> 32
            if number != done {
                while takeBlock(of: run) {}
                (done, idle) = (number, 0)
            } else {
                idle += 1
                if idle > 60_000 { sleep(run, since: done); idle = 0 }
            }
        }
    }

    /// Sleeps until this run is of another job.
    private func sleep(_ run: Int, since done: Int) {
        wake.lock()
        sleepers.add(1, ordering: .sequentiallyConsistent)
        while tickets[run].load(ordering: .sequentiallyConsistent) >> 32 == done { wake.wait() }
        sleepers.subtract(1, ordering: .sequentiallyConsistent)
        wake.unlock()
    }

    private func wakeAll() {
        wake.lock()
        wake.broadcast()
        wake.unlock()
    }
}

/// A counter for each thread, far enough apart that no two share a line of the cache. They live as long as the program.
private struct Tickets: @unchecked Sendable {
    private static let apart = 16
    private let places: UnsafeMutablePointer<Atomic<Int>>

    init(_ count: Int) {
        places = .allocate(capacity: count * Self.apart)
        for place in 0..<count * Self.apart { (places + place).initialize(to: Atomic(0)) }
    }

    subscript(run: Int) -> Atomic<Int> {
        @inline(__always) _read { yield places[run * Self.apart] }
    }
}
