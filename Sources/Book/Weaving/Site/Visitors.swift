// Many visitors at once, on one thread: whoever has something to say, or can listen, gets a turn, and nobody waits for
// someone who is slow. (A browser opens half a dozen connections for a page, and may keep some that it does not use.)

import Foundation

/// Those who are connected to a server.
final class Visitors {
    private let listener: Int32
    private let answer: (String) -> Answer
    /// In the order in which they came.
    private var visitors: [Visitor] = []
    /// How many there may be; then the first has to go.
    private static let most = 256

    init(_ listener: Int32, answer: @escaping (String) -> Answer) {
        (self.listener, self.answer) = (listener, answer)
    }

    /// Waits until something can be done, and does it.
    func takeTurn() {
        var places = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
        places += visitors.map { pollfd(fd: $0.socket, events: $0.waitsFor, revents: 0) }
        // Every second somebody may have run out of time.
        poll(&places, nfds_t(places.count), visitors.isEmpty ? -1 : 1000)
        for (visitor, place) in zip(visitors, places.dropFirst()) where place.revents != 0 { visitor.goOn(answer) }
        let now = ContinuousClock.now
        visitors.removeAll { $0.isGone || $0.deadline < now }
        if places[0].revents != 0 { welcome() }
    }

    private func welcome() {
        let socket = accept(listener, nil, nil)
        if socket >= 0 { visitors.append(Visitor(socket)) }
        // Without a free descriptor nobody can come in until somebody leaves.
        let isFull = socket < 0 && [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno)
        if isFull, visitors.isEmpty { Thread.sleep(forTimeInterval: 0.1) }
        if isFull || visitors.count > Self.most, !visitors.isEmpty { visitors.removeFirst() }
    }
}

/// One connection, from the request to the end of the answer.
private final class Visitor {
    let socket: Int32
    /// When it must be over.
    private(set) var deadline = ContinuousClock.now + .seconds(10)
    private(set) var isGone = false
    private var state = State.asking(Data())

    private enum State {
        case asking(_ heard: Data)
        case listening(Answer)
        /// Everything is said. To close the connection now, with words unheard, would take back the answer.
        case leaving
    }

    init(_ socket: Int32) {
        self.socket = socket
        _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        #if canImport(Darwin)
            var yes = Int32(1)
            setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }

    deinit { close(socket) }

    var waitsFor: Int16 {
        if case .listening = state { Int16(POLLOUT) } else { Int16(POLLIN) }
    }

    func goOn(_ answer: (String) -> Answer) {
        switch state {
        case .asking(let heard): listen(heard, answer)
        case .listening(let answer): speak(answer)
        case .leaving: if let more = receive(), more.isEmpty { isGone = true }
        }
    }

    /// Hears a request up to the empty line that ends its head, or its first 64 KiB.
    private func listen(_ heard: Data, _ answer: (String) -> Answer) {
        guard let more = receive() else { return }
        let head = heard + more
        let isWhole = more.isEmpty || head.count >= 1 << 16 || head.range(of: Data("\r\n\r\n".utf8)) != nil
        if head.isEmpty { isGone = true }
        state = isWhole ? .listening(answer(String(decoding: head, as: UTF8.self))) : .asking(head)
    }

    private func speak(_ answer: Answer) {
        #if os(Linux)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags = Int32(0)
        #endif
        let hasSent = answer.goOn { send(socket, $0.baseAddress, $0.count, flags) }
        if hasSent { deadline = .now + .seconds(30) } else { isGone = !mayTryAgain }
        guard answer.isSent else { return }
        shutdown(socket, Int32(SHUT_WR))
        (state, deadline) = (.leaving, .now + .seconds(2))
    }

    /// What has arrived; empty at the end, and nil when there was nothing yet.
    private func receive() -> Data? {
        withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 16) { part in
            let count = read(socket, part.baseAddress, part.count)
            if count < 0, mayTryAgain { return nil }
            return Data(part[..<max(count, 0)])
        }
    }

    private var mayTryAgain: Bool { [EAGAIN, EWOULDBLOCK, EINTR].contains(errno) }
}
