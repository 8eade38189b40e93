// Nudge: What do the threads share? The number of the next input, and a place for each result. Put it into a class,
//   behind a lock.
// Idea: Inputs are begun in their order. So when one fails, all before it have been begun already: it is enough that
//   nothing is begun from then on. Let each thread run on until nothing is left, and count the threads that have ended.
// Almost: `Thread.detachNewThread { crew.work() }` for each worker; `work` takes a number under the lock, calls `body`
//   outside of it, and stores a `Result` under it again. The caller waits on an `NSCondition` until no thread is left,
//   and then goes through the results with `get()`.

import Foundation

public func parallelMap<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], workers: Int, _ body: @escaping @Sendable (Input) throws -> Output
) throws -> [Output] {
    let crew = Crew(inputs, threads: min(workers, inputs.count), body)
    crew.start()
    return try crew.results()
}

/// What the threads share. Unchecked: everything that changes is used under the lock only.
private final class Crew<Input: Sendable, Output: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let inputs: [Input]
    private let body: @Sendable (Input) throws -> Output
    private let count: Int
    private var threads: Int
    private var next = 0
    private var hasFailed = false
    private var found: [Int: Result<Output, any Error>] = [:]

    init(_ inputs: [Input], threads: Int, _ body: @escaping @Sendable (Input) throws -> Output) {
        (self.inputs, self.threads, self.body, count) = (inputs, threads, body, threads)
    }

    func start() { for _ in 0..<count { Thread.detachNewThread { self.work() } } }

    private func work() {
        while let number = take() {
            let result = Result { try body(inputs[number]) }
            condition.withLock {
                found[number] = result
                if case .failure = result { hasFailed = true }
            }
        }
        condition.withLock {
            threads -= 1
            condition.broadcast()
        }
    }

    private func take() -> Int? {
        condition.withLock {
            if hasFailed || next == inputs.count { return nil }
            defer { next += 1 }
            return next
        }
    }

    /// Waits until all threads have ended. A missing result comes after one that failed.
    func results() throws -> [Output] {
        condition.lock()
        defer { condition.unlock() }
        while threads > 0 { condition.wait() }
        return try inputs.indices.compactMap { try found[$0]?.get() }
    }
}
