import Foundation

/// What the site's server answers: a head, and for some requests a file, which is read while it is sent.
final class Answer {
    /// "HTTP/1.1 200 OK", and what follows until the empty line.
    let head: String
    private let file: Int32?
    private let bytes: Data
    /// How many bytes there are of head and file, and how many are sent.
    private let length: Int
    private var sent = 0

    /// - Parameters:
    ///   - file: an open file, which the answer closes.
    ///   - isHeadAlone: whether the file is only told of, and not sent.
    init(
        _ status: String, _ field: String? = nil, file: Int32? = nil, length: Int = 0, isHeadAlone: Bool = false
    ) {
        let fields = ["HTTP/1.1 \(status)", field, "Content-Length: \(length)", "Connection: close"].compactMap(\.self)
        head = fields.map { "\($0)\r\n" }.joined() + "\r\n"
        (bytes, self.file) = (Data(head.utf8), file)
        self.length = bytes.count + (isHeadAlone ? 0 : length)
    }

    deinit { if let file { close(file) } }

    var isSent: Bool { sent == length }

    /// Hands on the next bytes.
    /// - Parameter send: sends some, and says how many it could; none or fewer when it cannot.
    /// - Returns: false when that failed, or the file has become shorter.
    func goOn(_ send: (UnsafeRawBufferPointer) -> Int) -> Bool {
        if sent < bytes.count { return take(bytes[sent...].withUnsafeBytes(send)) }
        return withUnsafeTemporaryAllocation(byteCount: min(1 << 16, length - sent), alignment: 16) { part in
            let count = pread(file ?? -1, part.baseAddress, part.count, off_t(sent - bytes.count))
            return count > 0 && take(send(UnsafeRawBufferPointer(rebasing: part[..<count])))
        }
    }

    private func take(_ count: Int) -> Bool {
        sent += max(count, 0)
        return count > 0
    }
}
