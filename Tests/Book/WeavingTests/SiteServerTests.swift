// The site's server, and visitors of all kinds.

import Common
import Foundation
import TestSupport
import Testing

@testable import Weaving

@Suite struct `The site's server` {
    @Test(arguments: [
        ("GET / HTTP/1.1", "HTTP/1.1 302 Found\r\nLocation: /documentation/groundup/"),
        ("GET /page/ HTTP/1.1", "HTTP/1.1 200 OK\r\nContent-Type: text/html"),
        ("GET /page HTTP/1.1", "HTTP/1.1 200 OK\r\nContent-Type: text/html"),
        ("GET /page/a.svg?x=1 HTTP/1.1", "HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml"),
        ("GET http://127.0.0.1:8080/page/a.svg HTTP/1.1", "HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml"),
        ("GET /none HTTP/1.1", "HTTP/1.1 404 Not Found"), ("POST / HTTP/1.1", "HTTP/1.1 405"), ("", "HTTP/1.1 405"),
        ("GET /../secret HTTP/1.1", "HTTP/1.1 404 Not Found"),
        ("GET /%2e%2e/secret HTTP/1.1", "HTTP/1.1 404 Not Found"),
        ("GET /link/ HTTP/1.1", "HTTP/1.1 404 Not Found"), ("GET /a%00b HTTP/1.1", "HTTP/1.1 404 Not Found"),
        ("GET /%ff HTTP/1.1", "HTTP/1.1 400 Bad Request"), ("GET /pipe HTTP/1.1", "HTTP/1.1 404 Not Found"),
    ])
    func `answers for files of its folder alone`(_ request: String, _ beginning: String) throws {
        try withSite { server in
            let head = server.answer(to: request + "\r\n\r\n").head
            #expect(head.hasPrefix(beginning), "\(head)")
        }
    }

    @Test func `listens on this machine`() throws {
        try withVisitors { port in
            let page = try Child.run("curl", ["--silent", "http://127.0.0.1:\(port)/page/a.svg"])
            #expect(page.output == "<svg/>")
            let head = try Child.run("curl", ["--silent", "--head", "http://127.0.0.1:\(port)/page/a.svg"])
            #expect(head.output.contains("Content-Length: 6\r\n") && head.output.hasSuffix("\r\n\r\n"))
        }
    }

    @Test func `keeps nobody waiting for visitors who say nothing, or listen to nothing`() throws {
        try withVisitors { port in
            let silent = try (0..<40).map { _ in try connection(to: port, saying: "G") }
            let deaf = try (0..<40).map { _ in try connection(to: port, saying: "GET /large HTTP/1.1\r\n\r\n") }
            defer { (silent + deaf).forEach { close($0) } }
            let page = try Child.run("curl", ["--silent", "--max-time", "5", "http://127.0.0.1:\(port)/page/a.svg"])
            #expect(page.output == "<svg/>")
        }
    }

    @Test func `lets more in than there is room for: the first have to go`() throws {
        try withVisitors { port in
            let many = try (0..<300).map { _ in try connection(to: port, saying: "G") }
            defer { many.forEach { close($0) } }
            let page = try Child.run("curl", ["--silent", "--max-time", "5", "http://127.0.0.1:\(port)/large"])
            #expect(page.succeeded)
        }
    }

    @Test func `answers a request with a head that is far too long`() throws {
        try withVisitors { port in
            let field = String(repeating: "x", count: 100_000)
            let page = try Child.run("curl", ["--silent", "-H", "A: \(field)", "http://127.0.0.1:\(port)/page/a.svg"])
            #expect(page.output == "<svg/>")
        }
    }

    private func connection(to port: UInt16, saying words: String) throws -> Int32 {
        #if os(Linux)
            let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let connection = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        (address.sin_port, address.sin_addr.s_addr) = (port.bigEndian, UInt32(0x7F00_0001).bigEndian)
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isConnected = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, length) == 0 }
        }
        try #require(isConnected && write(connection, words, words.utf8.count) == words.utf8.count)
        return connection
    }

    /// Runs `body` while a site is shown.
    private func withVisitors(_ body: (UInt16) throws -> Void) throws {
        try withSite { server in
            let isOver = Atomic(false)
            let turns = Thread {
                let visitors = Visitors(server.listener, answer: server.answer)
                while !isOver.value { visitors.takeTurn() }
            }
            turns.start()
            defer {
                isOver.value = true
                // One more visitor wakes it.
                let last = try? connection(to: server.port, saying: "bye")
                while !turns.isFinished { usleep(1000) }
                last.map { _ = close($0) }
            }
            try body(server.port)
        }
    }

    private func withSite(_ body: (SiteServer) throws -> Void) throws {
        try withFolder { folder in
            let page = folder.appending(path: "site/page")
            try makeFolder(page)
            try makeFolder(folder.appending(path: "site/link"))
            try Data("<html/>".utf8).write(to: page.appending(path: "index.html"))
            try Data("<svg/>".utf8).write(to: page.appending(path: "a.svg"))
            try Data(count: 20_000_000).write(to: folder.appending(path: "site/large"))
            #expect(mkfifo(folder.appending(path: "site/pipe").path, 0o600) == 0)
            let secret = folder.appending(path: "secret")
            try Data("secret".utf8).write(to: secret)
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "site/link/index.html"), withDestinationURL: secret)
            try body(SiteServer(folder.appending(path: "site"), port: 0))
        }
    }
}

/// A switch that two threads share.
private final class Atomic: @unchecked Sendable {
    private let lock = NSLock()
    private var state: Bool
    init(_ state: Bool) { self.state = state }
    var value: Bool {
        get { lock.withLock { state } }
        set { lock.withLock { state = newValue } }
    }
}
