// What is costly to make is made once, when it is first asked for, and kept. So is the error, if it cannot be made: the
// next caller is told the same at once, instead of waiting for a second failure.

import Foundation

/// A value that is made at most once, on whichever thread asks first; others wait for it.
///
///     let images = Once<Images>()
///     try images.value { try readAllImages() }   // reads
///     try images.value { try readAllImages() }   // gives back what was read
public final class Once<Value>: @unchecked Sendable {
    // Unchecked: `result` is read and written only under the lock. The lock is recursive so that a value which needs
    // itself is noticed instead of waiting for itself for ever.
    private let lock = NSRecursiveLock()
    private var result: Result<Value, any Error>?
    private var isBeingMade = false

    public init() {}

    /// The value, made by `make` if this is the first call.
    /// - Throws: what `make` threw when it was called.
    public func value<Failure: Error>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
        lock.lock()
        defer { lock.unlock() }
        switch result {
        case .success(let value): return value
        // Every call from one place passes the same kind of `make`, so a remembered error is of its type.
        case .failure(let error): throw error as! Failure
        case nil: break
        }
        precondition(!isBeingMade, "a value that is made once needs itself while it is being made")
        isBeingMade = true
        defer { isBeingMade = false }
        do {
            let value = try make()
            result = .success(value)
            return value
        } catch {
            result = .failure(error)
            throw error
        }
    }
}
