// How the application is told to end.

import Dispatch
import Foundation
import Synchronization

/// Signals that end the application well: Ctrl-C, `kill`, and for a child the end of whoever started it. A second
/// signal ends it at once.
func endingSignals(watchingParent: Bool) -> (stream: AsyncStream<Void>, sources: [any DispatchSourceProtocol]) {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    var sources: [any DispatchSourceProtocol] = []
    let told = Told()
    for number in [SIGINT, SIGTERM, SIGHUP] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            if told.again() { exit(1) }
            continuation.yield()
        }
        source.resume()
        sources.append(source)
    }
    guard watchingParent else { return (stream, sources) }
    let (parent, timer) = (getppid(), DispatchSource.makeTimerSource(queue: .global()))
    timer.schedule(deadline: .now() + 1, repeating: 1)
    timer.setEventHandler { if getppid() != parent { continuation.yield() } }
    timer.resume()
    return (stream, sources + [timer])
}

/// Whether something has happened before.
private final class Told: Sendable {
    private let flag = Atomic<Bool>(false)

    func again() -> Bool { flag.exchange(true, ordering: .sequentiallyConsistent) }
}

/// How a task has ended, for a thread that waits for it.
final class Outcome: @unchecked Sendable {
    // Unchecked: all is used under the lock.
    private let lock = NSCondition()
    private var text: String?

    func end(_ text: String) {
        lock.withLock {
            self.text = text
            lock.broadcast()
        }
    }

    func wait() -> String {
        lock.withLock {
            while text == nil { lock.wait() }
            return text!
        }
    }
}

/// A connection is an open file; many systems begin with 1,024 of them for a program, and allow many more.
func allowManyConnections() {
    var limit = rlimit()
    #if os(Linux)
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        let kind = RLIMIT_NOFILE
    #endif
    guard getrlimit(kind, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(kind, &limit)
}
