// The site, shown on this machine. A page of DocC loads its text with JavaScript, so it has to come from a server. This
// one is small: it serves the files of one folder, to this machine alone.

import Common
import Foundation

/// Serves the files of a folder over HTTP on 127.0.0.1.
public final class SiteServer: Sendable {
    /// Where it listens.
    public let port: UInt16
    private let folder: URL
    /// What the paths of the site begin with, usually "/".
    private let basePath: String
    let listener: Int32

    /// Starts to listen.
    /// - Parameter port: 0 for any that is free.
    /// - Throws: `Refusal` when the port is taken.
    public init(_ folder: URL, port: UInt16) throws {
        self.folder = folder.standardizedFileURL.resolvingSymlinksInPath()
        let index = try? String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
        basePath = index?.firstMatch(of: /baseUrl = "([^"]+)"/).map { String($0.1) } ?? "/"
        (listener, self.port) = try listen(port)
    }

    deinit { close(listener) }

    /// Answers requests for ever.
    public func serve() -> Never {
        let visitors = Visitors(listener, answer: answer)
        while true { visitors.takeTurn() }
    }

    /// The answer to "GET /documentation/groundup HTTP/1.1".
    func answer(to request: String) -> Answer {
        let words = request.prefix { $0 != "\r\n" && $0 != "\n" }.split(separator: " ")
        guard words.count > 1, words[0] == "GET" || words[0] == "HEAD" else {
            return Answer("405 Method Not Allowed", "Allow: GET, HEAD")
        }
        // A proxy's request names the server, too: "GET http://127.0.0.1/page HTTP/1.1".
        let target = words[1].trimmingPrefix(#/http://[^/]*/#).prefix { $0 != "?" && $0 != "#" }
        guard let path = String(target).removingPercentEncoding else { return Answer("400 Bad Request") }
        if path == "/" { return Answer("302 Found", "Location: \(basePath)documentation/groundup/") }
        guard let file = file(path), let opened = try? openToRead(file.path, failing: { Refusal($0) }) else {
            return Answer("404 Not Found")
        }
        return Answer(
            "200 OK", "Content-Type: \(type(of: file))", file: opened.descriptor, length: opened.length,
            isHeadAlone: words[0] == "HEAD")
    }

    /// The file at a path, or the page of a folder; nothing outside the site.
    private func file(_ path: String) -> URL? {
        let path = path.hasPrefix(basePath) ? path.dropFirst(basePath.count) : path[...]
        let place = folder.appending(path: String(path)).standardizedFileURL
        let file = (isFolder(place) ? place.appending(path: "index.html") : place).resolvingSymlinksInPath()
        return file.path.hasPrefix(folder.path + "/") ? file : nil
    }

    private func type(of file: URL) -> String {
        switch file.pathExtension {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg": "image/jpeg"
        case "ico": "image/x-icon"
        default: "application/octet-stream"
        }
    }
}

// MARK: Sockets

/// A socket that listens on 127.0.0.1, and its port.
private func listen(_ port: UInt16) throws -> (socket: Int32, port: UInt16) {
    #if os(Linux)
        let stream = Int32(SOCK_STREAM.rawValue)
    #else
        let stream = SOCK_STREAM
    #endif
    let listener = socket(AF_INET, stream, 0)
    _ = fcntl(listener, F_SETFL, O_NONBLOCK)
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    var (yes, length) = (Int32(1), socklen_t(MemoryLayout<sockaddr_in>.size))
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let listens = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
            bind(listener, address, length) == 0 && Foundation.listen(listener, 64) == 0
                && getsockname(listener, address, &length) == 0
        }
    }
    if listens { return (listener, UInt16(bigEndian: address.sin_port)) }
    let problem = errno == EADDRINUSE ? "is taken" : "cannot be used (\(reason()))"
    close(listener)
    throw Refusal("port \(port) \(problem); choose another with --port")
}
