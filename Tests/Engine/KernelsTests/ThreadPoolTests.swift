import Foundation
import Synchronization
import Testing

@testable import Kernels

@Suite struct `A parallel loop` {
    @Test(arguments: [0, 1, 2, 7, 64, 1_000, 100_003], [1, 3, 64, 5_000, 1 << 20])
    func `visits every index once`(_ count: Int, grain: Int) {
        let visits = Visits(count)
        parallelFor(count, grain: grain) { visits.mark($0) }
        #expect(visits.areAllOne)
    }

    @Test func `cuts blocks that do not depend on the threads`() {
        let blocks = Mutex<[Range<Int>]>([])
        parallelFor(10, grain: 4) { range in blocks.withLock { $0.append(range) } }
        #expect(blocks.withLock { $0.sorted { $0.lowerBound < $1.lowerBound } } == [0..<4, 4..<8, 8..<10])
    }

    @Test func `runs a loop inside a loop where it is`() {
        let visits = Visits(50 * 40)
        parallelFor(50) { outer in
            for i in outer { parallelFor(40) { visits.mark(i * 40 + $0.lowerBound..<i * 40 + $0.upperBound) } }
        }
        #expect(visits.areAllOne)
    }

    @Test func `is finished when it returns`() {
        for _ in 0..<2_000 {
            var sums = [Int](repeating: 0, count: 8)
            sums.withUnsafeMutableBufferPointer { sums in
                nonisolated(unsafe) let sums = sums
                parallelFor(8) { for i in $0 { sums[i] = i } }
            }
            #expect(sums == Array(0..<8))
        }
    }

    @Test func `can be called from many threads at once`() async {
        let wrong = await withTaskGroup(of: Int.self) { group in
            for caller in 0..<16 { group.addTask { wrongSums(caller) } }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }

    @Test func `runs without helpers, too`() {
        let alone = ThreadPool(threads: 1)
        let visits = Visits(100)
        alone.run(blocks: 100) { visits.mark($0..<$0 + 1) }
        #expect(visits.areAllOne)
    }

    @Test func `gives each thread a run of blocks of its own`() {
        let begun = Visits(8)
        pools.ofTwo.run(blocks: 8) { block in
            begun.mark(block..<block + 1)
            // Neither run goes on before the other has begun: at its first block, the fifth of all.
            if block == 0 { #expect(begun.waits(for: [4])) }
            if block == 4 { #expect(begun.waits(for: [0])) }
        }
        #expect(begun.areAllOne)
    }

    @Test func `lets threads that are done help the others`() {
        let done = Visits(8)
        pools.ofTwoMore.run(blocks: 8) { block in
            // The first block ends last, so another thread has to do what follows it in its run.
            if block == 0 { #expect(done.waits(for: [1, 2, 3, 4, 5, 6, 7])) }
            done.mark(block..<block + 1)
        }
        #expect(done.areAllOne)
    }

    @Test(arguments: pools.ofMany) func `shares any number of blocks among any number of threads`(_ pool: ThreadPool) {
        for round in 0..<50 {
            for blocks in [1, 2, 3, 7, 16, 17, 100 + round] {
                let visits = Visits(blocks)
                pool.run(blocks: blocks) { visits.mark($0..<$0 + 1) }
                #expect(visits.areAllOne)
            }
        }
    }

    @Test func `wakes helpers that have gone to sleep`() {
        for _ in 0..<20 {
            usleep(2_000)
            let visits = Visits(64)
            parallelFor(64) { visits.mark($0) }
            #expect(visits.areAllOne)
        }
    }
}

/// Their helpers never end, so they are made once. A pool that is busy does not share: tests that count on it have
/// their own.
private let pools = (
    ofTwo: ThreadPool(threads: 2), ofTwoMore: ThreadPool(threads: 2),
    ofMany: [2, 3, 5, 16].map { ThreadPool(threads: $0) }
)

/// How many of 200 loops had a wrong sum.
private func wrongSums(_ caller: Int) -> Int {
    (0..<200).count { round in
        let n = 100 + round + caller
        let total = Atomic<Int>(0)
        parallelFor(n, grain: 3) { total.add($0.reduce(0, +), ordering: .relaxed) }
        return total.load(ordering: .relaxed) != n * (n - 1) / 2
    }
}

/// Counts how often each index was visited.
private final class Visits: Sendable {
    private let counts: Mutex<[Int]>

    init(_ n: Int) { counts = Mutex([Int](repeating: 0, count: n)) }

    /// Whether all of these are visited within ten seconds.
    func waits(for indices: [Int]) -> Bool {
        for _ in 0..<10_000 {
            if counts.withLock({ counts in indices.allSatisfy { counts[$0] > 0 } }) { return true }
            usleep(1_000)
        }
        return false
    }

    func mark(_ range: Range<Int>) { counts.withLock { for i in range { $0[i] += 1 } } }

    var areAllOne: Bool { counts.withLock { $0.allSatisfy { $0 == 1 } } }
}

@Suite struct `A number of threads that is none` {
    @Test(arguments: ["abc", "0", "-3", "2.5"]) func `is said to be ignored`(_ text: String) {
        #expect(
            threadAdvice(environment: ["GROUNDUP_THREADS": text])?.contains("\(text), which is not a number") == true)
    }

    @Test func `that is too large is said to be cut`() {
        let advice = threadAdvice(environment: ["GROUNDUP_THREADS": "1000"])
        #expect(advice == "GROUNDUP_THREADS is 1000, more than there can be: 256 threads are used")
    }

    @Test func `is not said of a right one`() {
        for environment in [[:], ["GROUNDUP_THREADS": "3"], ["GROUNDUP_THREADS": ""]] {
            #expect(threadAdvice(environment: environment) == nil)
        }
    }
}
