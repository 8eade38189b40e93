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
/// A helper that has nothing to do looks for work for a few microseconds before it sleeps:
/// a training step is a series of short loops, and waking a thread costs more than they do.
final class ThreadPool: @unchecked Sendable {
    static let shared = ThreadPool(threads: ThreadPool.wanted)

    let threads: Int
    private let busy = Atomic<Bool>(false)
    /// The number of the current job in the upper half, blocks not yet taken in the lower.
    private let ticket = Atomic<Int>(0)
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
        self.threads = threads
        for _ in 1..<max(threads, 1) {
            let helper = Thread { [unowned self] in self.help() }
            helper.stackSize = 8 << 20
            helper.start()
        }
    }

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
            let number = (ticket.load(ordering: .relaxed) >> 32) &+ 1
            ticket.store(number << 32 | count, ordering: .sequentiallyConsistent)
            if sleepers.load(ordering: .sequentiallyConsistent) > 0 { wakeAll() }
            while takeBlock() {}
            var turns = 0
            while finished.load(ordering: .acquiring) < count {
                turns += 1
                if turns > 2_000 { sched_yield() }
            }
        }
    }

    /// Takes one block of the current job and runs it; false if none is left.
    ///
    /// The exchange succeeds only while that job still has this block to give away, so the
    /// job cannot end, and `blocks` and `job` cannot change, before the block is finished.
    private func takeBlock() -> Bool {
        let seen = ticket.load(ordering: .acquiring)
        let left = seen & 0xFFFF_FFFF
        guard left > 0 else { return false }
        let taken = ticket.compareExchange(
            expected: seen, desired: seen - 1, ordering: .acquiringAndReleasing
        ).exchanged
        guard taken else { return true }
        call(block: blocks - left)
        finished.add(1, ordering: .releasing)
        return true
    }

    @inline(never) private func call(block: Int) { job!.pointee(block) }

    private func help() {
        var idle = 0
        while true {
            if takeBlock() { idle = 0; continue }
            idle += 1
            if idle > 20_000 { sleepUntilNextJob(); idle = 0 }
        }
    }

    private func sleepUntilNextJob() {
        wake.lock()
        sleepers.add(1, ordering: .sequentiallyConsistent)
        while ticket.load(ordering: .sequentiallyConsistent) & 0xFFFF_FFFF == 0 { wake.wait() }
        sleepers.subtract(1, ordering: .sequentiallyConsistent)
        wake.unlock()
    }

    private func wakeAll() {
        wake.lock()
        wake.broadcast()
        wake.unlock()
    }
}
