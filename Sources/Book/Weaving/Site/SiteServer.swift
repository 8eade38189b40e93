// The site, shown on this machine. A page of DocC loads its text with JavaScript, so it has to come from a server. This
// one is small: it serves the files of one folder, to this machine alone, one connection at a time.

import Common
import Foundation

/// Serves the files of a folder over HTTP on 127.0.0.1.
public final class SiteServer: Sendable {
    /// Where it listens.
    public let port: UInt16
    private let folder: URL
    /// What the paths of the site begin with, usually "/".
    private let basePath: String
    private let listener: Int32

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
        while true { answerNext() }
    }

    /// Waits for a request, and answers it.
    func answerNext() {
        let connection = accept(listener, nil, nil)
        if connection < 0 { return }
        defer { close(connection) }
        send(answer(to: readHead(connection)), to: connection)
    }

    /// The answer to "GET /documentation/groundup HTTP/1.1".
    func answer(to request: String) -> Data {
        let words = request.prefix { $0 != "\r\n" && $0 != "\n" }.split(separator: " ")
        guard words.count > 1, words[0] == "GET" || words[0] == "HEAD" else {
            return response("405 Method Not Allowed")
        }
        let path = String(words[1].prefix { $0 != "?" && $0 != "#" }).removingPercentEncoding ?? "/"
        if path == "/" { return response("302 Found", header: "Location: \(basePath)documentation/groundup/\r\n") }
        guard let file = file(path), let body = try? Data(contentsOf: file) else { return response("404 Not Found") }
        return response(
            "200 OK", header: "Content-Type: \(type(of: file))\r\n", words[0] == "HEAD" ? Data() : body, body.count)
    }

    /// The file at a path, or the page of a folder; nothing outside the site.
    private func file(_ path: String) -> URL? {
        let path = path.hasPrefix(basePath) ? path.dropFirst(basePath.count) : path[...]
        let file = folder.appending(path: String(path)).standardizedFileURL.resolvingSymlinksInPath()
        guard file.path == folder.path || file.path.hasPrefix(folder.path + "/") else { return nil }
        if isFolder(file) { return file.appending(path: "index.html") }
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
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

    private func response(_ status: String, header: String = "", _ body: Data = Data(), _ count: Int? = nil) -> Data {
        let head = "HTTP/1.1 \(status)\r\n\(header)Content-Length: \(count ?? body.count)\r\nConnection: close\r\n\r\n"
        return Data(head.utf8) + body
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
    close(listener)
    throw Refusal("port \(port) is taken; choose another with --port")
}

/// A request up to the empty line that ends its head; at most 64 KiB, and for at most a second.
private func readHead(_ connection: Int32) -> String {
    var patience = timeval(tv_sec: 1, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var (head, buffer) = (Data(), [UInt8](repeating: 0, count: 4096))
    while head.count < 65536, head.range(of: Data("\r\n\r\n".utf8)) == nil {
        let count = read(connection, &buffer, buffer.count)
        if count <= 0 { break }
        head.append(contentsOf: buffer[..<count])
    }
    return String(decoding: head, as: UTF8.self)
}

private func send(_ data: Data, to connection: Int32) {
    #if os(Linux)
        let flags = Int32(MSG_NOSIGNAL)
    #else
        let flags = Int32(0)
    #endif
    var rest = data[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.send(connection, $0.baseAddress, $0.count, flags) }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
    }
}
