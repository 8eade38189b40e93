// # Several threads, one order
//
// Section 19.2 · After this page you can have jobs done by several threads, get the results in the order of the jobs,
// and end all threads when one of the jobs fails.

import Foundation
import Notebook
import Tensors

// Opening and decoding takes longer than you would think, and while a batch is made, the net has nothing to do. So
// others should make the next batches meanwhile. The book takes a `ProcessPoolExecutor`, a pool of worker processes.
// Its `map` hands out the jobs, and gives the results in the order of the jobs, whoever was done first. Processes it
// must be, because in Python only one thread of a process runs at a time. (And everything that goes from one process to
// another has to be packed, sent and unpacked.) In Swift, threads run at the same time and share their memory.
//
// What has to be right?
//
// - The results come in order, whichever is made first.
// - Nobody works far ahead: a few results may lie ready, not the whole epoch.
// - An error comes where its result would have come, after all the results before it.
// - When it is over, for whatever reason, no thread is left.
//
// Think of a `Workshop`. There is a shelf for results, with numbered places. Each worker takes the next job, if it is
// not too far ahead, makes it, and puts the result into its place. The customer waits at the place of the next result.
// All that they share is behind one door, which only one of them goes through at a time. The door is an `NSCondition`,
// a lock with a waiting room. Who has locked it may `wait`, which opens the door for others until somebody calls
// `broadcast`, "something has changed". Then all who wait look again. `behindTheDoor` locks, does what it is given, and
// unlocks whatever happens.
//
// Here is the workshop as the customer sees it. There is little to it: `next`, `close`, and a `threadCount` to look at:

/// Jobs 0 ..< count, done by several threads, whose results are handed out in order.
public final class Workshop<Output: Sendable>: @unchecked Sendable {
    // Unchecked, because the compiler cannot see that all that changes is behind the door.
    private let door = NSCondition()
    private var nextJob = 0, handedOut = 0
    private var shelf: [Int: Result<Output, any Error>] = [:]
    /// Jobs from here on are not to be done: the count at first, less after a failure, 0 in a closed workshop.
    private var end: Int
    private var threads: Int
    private let ahead: Int
    private let make: @Sendable (Int) throws -> Output

    /// - Parameters:
    ///   - workers: how many threads, at least 1.
    ///   - make: does the job of a number, on any of the threads.
    public init(_ count: Int, workers: Int, _ make: @escaping @Sendable (Int) throws -> Output) {
        require(workers > 0, "a workshop of \(workers) workers", "nobody would do the jobs", try: "at least 1")
        require(count >= 0, "a workshop for \(count) jobs", "there cannot be less than none")
        (end, ahead, threads, self.make) = (count, 2 * workers, min(workers, count), make)
        for _ in 0..<threads { Thread.detachNewThread { self.work() } }
    }

    /// The next result in order, as soon as it is there; nil if no more will come.
    /// - Throws: what the job threw. Nothing comes after that.
    public func next() throws -> Output? {
        try behindTheDoor {
            while handedOut < end, shelf[handedOut] == nil { door.wait() }
            guard handedOut < end, let result = shelf.removeValue(forKey: handedOut) else { return nil }
            handedOut += 1
            door.broadcast()
            return try result.get()
        }
    }

    /// Takes no more jobs, waits for those in the making, and returns when all threads have ended.
    public func close() {
        behindTheDoor {
            end = 0
            door.broadcast()
            while threads > 0 { door.wait() }
            shelf = [:]
        }
    }

    /// How many threads have not ended.
    public var threadCount: Int { behindTheDoor { threads } }
}

// And as the workers see it. Each of them lives in `work`. Only `make` happens outside of the door, and it is the only
// thing that takes time:

extension Workshop {
    private func behindTheDoor<Value>(_ body: () throws -> Value) rethrows -> Value {
        door.lock()
        defer { door.unlock() }
        return try body()
    }

    /// What each thread does until there are no more jobs.
    private func work() {
        while let job = takeJob() { putOnShelf(Result { try make(job) }, job) }
        behindTheDoor {
            threads -= 1
            door.broadcast()
        }
    }

    /// The next job; nil when there are none. It waits as long as `ahead` results are on the shelf or in the making.
    private func takeJob() -> Int? {
        behindTheDoor {
            while nextJob < end, nextJob >= handedOut + ahead { door.wait() }
            guard nextJob < end else { return nil }
            defer { nextJob += 1 }
            return nextJob
        }
    }

    /// Puts down what a job gave. Nothing that comes after a failure needs to be begun.
    private func putOnShelf(_ result: Result<Output, any Error>, _ job: Int) {
        behindTheDoor {
            shelf[job] = result
            if case .failure = result { end = min(end, job + 1) }
            door.broadcast()
        }
    }
}
