// A web server small enough to read: one file, on 127.0.0.1, one connection at a time.

import Foundation

/// Serves some bytes over HTTP until it is released.
final class FileServer: @unchecked Sendable {
    /// How the server behaves.
    enum Manner { case good, cutsHalfway, withoutRanges, endless, missing }

    let port: UInt16
    private let listener: Int32
    private let bytes: [UInt8]
    private let lock = NSLock()
    private var manner: Manner
    private var seen: [String] = []

    init(_ bytes: [UInt8], _ manner: Manner = .good) throws {
        self.bytes = bytes
        self.manner = manner
        let (listener, port) = try Self.listen()
        self.listener = listener
        self.port = port
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                self?.answer(connection)
                close(connection)
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    var address: String { "http://127.0.0.1:\(port)/" }

    /// The `Range` headers so far; "" for a request without one.
    var ranges: [String] { lock.withLock { seen } }

    func behave(_ manner: Manner) { lock.withLock { self.manner = manner } }

    private func answer(_ connection: Int32) {
        let request = readRequest(connection)
        let range = request.split(separator: "\r\n").first { $0.lowercased().hasPrefix("range:") } ?? ""
        let manner = lock.withLock {
            seen.append(String(range))
            return self.manner
        }
        let start = manner == .withoutRanges ? 0 : Int(range.filter(\.isNumber)) ?? 0
        let rest = bytes[min(start, bytes.count)...]
        switch manner {
        case .missing: send("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone".utf8, connection)
        case .endless: send(head(start, nil) + bytes + bytes, connection)
        case .cutsHalfway: send(head(start, rest.count) + rest.prefix(rest.count / 2), connection)
        case .good, .withoutRanges: send(head(start, rest.count) + rest, connection)
        }
    }

    private func head(_ start: Int, _ length: Int?) -> [UInt8] {
        let status = start > 0 ? "206 Partial Content" : "200 OK"
        let range = start > 0 ? "Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)\r\n" : ""
        let size = length.map { "Content-Length: \($0)\r\n" } ?? ""
        return Array("HTTP/1.1 \(status)\r\n\(range)\(size)Connection: close\r\n\r\n".utf8)
    }

    private func readRequest(_ connection: Int32) -> String {
        var (text, buffer) = ("", [UInt8](repeating: 0, count: 4096))
        while !text.contains("\r\n\r\n") {
            let n = read(connection, &buffer, buffer.count)
            guard n > 0 else { break }
            text += String(decoding: buffer[..<n], as: UTF8.self)
        }
        return text
    }

    private func send(_ bytes: some Sequence<UInt8>, _ connection: Int32) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let n = rest.withUnsafeBytes { Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard n > 0 else { return }
            rest = rest.dropFirst(n)
        }
    }

    /// A socket on a free port.
    private static func listen() throws -> (Int32, UInt16) {
        let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && Foundation.listen(socket, 8) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        guard status else { throw DatasetServerError() }
        return (socket, UInt16(bigEndian: address.sin_port))
    }
}

struct DatasetServerError: Error {}
