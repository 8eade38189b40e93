// Threads for what waits: the pages are not asynchronous, and what they wait for runs beside them.

import Foundation

/// What another thread is working out.
final class Pending<Value: Sendable>: @unchecked Sendable {
    // Unchecked: all is used under the lock.
    private let lock = NSCondition()
    private var result: Value?
    private var isFinished = false

    init(_ work: @escaping @Sendable () throws -> Value) {
        let thread = Thread { [self] in
            let value = try? work()
            lock.withLock {
                (result, isFinished) = (value, true)
                lock.broadcast()
            }
        }
        thread.stackSize = 1 << 20
        thread.start()
    }

    var isDone: Bool { lock.withLock { isFinished } }

    /// Waits for it; nil if it failed.
    var value: Value? {
        lock.withLock {
            while !isFinished { lock.wait() }
            return result
        }
    }
}

/// Waits for the first line that a program says.
final class FirstLine: @unchecked Sendable {
    // Unchecked: all is used under the lock.
    private let lock = NSCondition()
    private var text = ""
    private var isOver = false

    func hear(_ bytes: UnsafeRawBufferPointer) {
        lock.withLock {
            if text.count < 10_000 { text += String(decoding: bytes, as: UTF8.self) }
            lock.broadcast()
        }
    }

    /// Nothing more is said, but these are its last words.
    func end(_ errors: String) {
        lock.withLock {
            text += errors + "\n"
            isOver = true
            lock.broadcast()
        }
    }

    func wait() -> String {
        lock.withLock {
            while !text.contains("\n"), !isOver { lock.wait() }
            return String(text.prefix { $0 != "\n" })
        }
    }
}
