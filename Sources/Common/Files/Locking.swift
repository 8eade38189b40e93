// Programs that work in the same folder take turns: two boards, two downloads, two books.

import Foundation

/// Runs `body` while no other program does so for the same folder, which must be there. A program that is killed leaves
/// no lock behind. Some network drives have no locks; then there is none.
/// - Parameter busy: the error to throw when another program is at work; nil to wait for its end.
public func withLock<Result>(
    on folder: URL, busy: (any Error)? = nil, _ body: () throws -> Result
) throws -> Result {
    let lock = open(folder.path, O_RDONLY | O_CLOEXEC)
    defer {
        // Released by name: a program that is being started just now may have the lock open as well.
        flock(lock, LOCK_UN)
        if lock >= 0 { close(lock) }
    }
    while flock(lock, busy == nil ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
        if errno == EWOULDBLOCK, let busy { throw busy }
        if errno != EINTR { break }
    }
    return try body()
}
