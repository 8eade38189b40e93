// The server around the application: one socket, and an end that loses nothing.

import Common
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// An application that listens at a port.
public final class AppServer: Sendable {
    /// The port, also when any free one was asked for.
    public let port: Int
    private let server: HTTPServer
    private let pool: ImpatientPool
    private let task: Task<Void, any Error>

    /// Begins to listen.
    /// - Parameters:
    ///   - host: an address of this machine, 127.0.0.1 or ::1 for itself alone.
    ///   - port: 0 for any that is free.
    /// - Throws: `Refusal` when the address is not this machine's, or the port is taken.
    public init(_ app: PhotoApp, host: String = "127.0.0.1", port: Int) async throws {
        guard let number = UInt16(exactly: port) else { throw Refusal("--port \(port): ports are from 0 to 65535") }
        let pool = ImpatientPool(patience: app.limits.silence)
        self.pool = pool
        // Bodies are streamed: then one that is too slow can be answered, and one that is too long thrown away.
        func configuration(_ address: some SocketAddress) -> HTTPServer.Configuration {
            HTTPServer.Configuration(
                address: address, timeout: 60, sharedRequestBufferSize: 1024, sharedRequestReplaySize: 0,
                pool: pool, logger: .disabled)
        }
        do {
            server = HTTPServer(
                config: host.contains(":")
                    ? configuration(try sockaddr_in6.inet6(ip6: host, port: number))
                    : configuration(try sockaddr_in.inet(ip4: host, port: number)), handler: app)
        } catch { throw Refusal("--host \(host): name an address in numbers, such as 127.0.0.1") }
        let server = server
        // However busy the machine is, this waits until the server listens, or until it has said why it cannot.
        let listening = Task { try await server.waitUntilListening(timeout: 24 * 3600) }
        let task = Task {
            defer { listening.cancel() }
            try await server.run()
        }
        self.task = task
        do { try await listening.value } catch {
            let reason = await task.result.failure ?? error
            throw Refusal("\(host), port \(port): cannot listen there (\(inWords(reason)))")
        }
        self.port = try await server.port ?? port
    }

    /// Takes no new requests, and waits for those that are being answered.
    public func stop(patience: Double = 30) async {
        pool.endListening()
        await server.stop(timeout: patience)
        _ = try? await task.value
    }

    /// Until it has stopped.
    /// - Throws: why it had to.
    public func wait() async throws { try await task.value }
}

/// Why a socket could not be had, and what helps.
private func inWords(_ error: any Error) -> String {
    guard case SocketError.failed(_, let number, let message) = error else { return "\(error)" }
    switch number {
    case EADDRINUSE: return "another program does that; name another --port, or 0 for any that is free"
    case EACCES: return "only the administrator may; name a --port from 1024 on"
    case EADDRNOTAVAIL: return "that address is not this machine's; name another --host"
    default: return message
    }
}

extension Result {
    fileprivate var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}

extension HTTPServer {
    fileprivate var port: Int? {
        switch listeningAddress {
        case .ip4(_, let port): Int(port)
        case .ip6(_, let port): Int(port)
        default: nil
        }
    }
}

/// Waits for sockets, but not for ever: a connection that says nothing for a while is cut. Without this, a few hundred
/// silent ones would be all that a server can have.
final class ImpatientPool: AsyncSocketPool {
    private let base: any AsyncSocketPool = HTTPServer.defaultPool()
    private let patience: Duration
    private let isClosing = Atomic<Bool>(false)

    init(patience: Duration) { self.patience = patience }

    /// No new connection is waited for any more. (Closing its socket alone does not wake who waits for one.)
    func endListening() { isClosing.store(true, ordering: .sequentiallyConsistent) }

    func prepare() async throws { try await base.prepare() }
    func run() async throws { try await base.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        let base = base
        if (try? socket.remotePeer()) != nil {
            return try await within(patience, or: SocketError.disconnected) {
                try await base.suspendSocket(socket, untilReadyFor: events)
            }
        }
        // Who listens for new connections waits as long as it takes, and looks up now and then.
        try await withThrowingTaskGroup { group in
            group.addTask { try await base.suspendSocket(socket, untilReadyFor: events) }
            group.addTask {
                while !self.isClosing.load(ordering: .sequentiallyConsistent) {
                    try await Task.sleep(for: .milliseconds(50))
                }
                throw SocketError.disconnected
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
