// The other end of the line, for the pages and the tests: a client that knows no more than the page 05d explains, and
// the application as a program of its own.

import Common
import Foundation
import Synchronization

/// Sends bytes to a port of this machine, and reads what comes back until the line is closed.
/// - Parameters:
///   - pause: between the two halves of what is sent: for tests of slow senders.
///   - cutAfter: closes the line after so many bytes, without listening.
public func exchange(
    _ bytes: Data, port: Int, patience: Double = 60, pause: Double = 0, cutAfter: Int? = nil
) throws -> WebAnswer {
    let line = try Line(port: port, patience: patience)
    if let cutAfter {
        line.send(bytes.prefix(cutAfter))
        throw Refusal("the line was cut on purpose")
    }
    if pause > 0 {
        line.send(bytes.prefix(bytes.count / 2))
        Thread.sleep(forTimeInterval: pause)
        line.send(bytes.suffix(bytes.count - bytes.count / 2))
    } else {
        line.send(bytes)
    }
    guard let answer = WebAnswer(line.readAll()) else {
        throw Refusal("port \(port): the line was closed without an answer")
    }
    return answer
}

/// A connection to this machine.
private final class Line {
    private let socket: Int32

    init(port: Int, patience: Double) throws {
        #if os(Linux)
            socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | 0o2000000, 0)
        #else
            socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var time = timeval(tv_sec: Int(patience), tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port)).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result != 0 { throw Refusal("port \(port): nobody answers there") }
    }

    deinit { close(socket) }

    /// Stops when the other side has closed: it may have said why.
    func send(_ bytes: Data) {
        bytes.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                #if os(Linux)
                    let count = Foundation.send(
                        socket, bytes.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
                #else
                    let count = Foundation.send(socket, bytes.baseAddress! + sent, bytes.count - sent, 0)
                #endif
                if count <= 0 { return }
                sent += count
            }
        }
    }

    func readAll() -> Data {
        var (all, buffer) = (Data(), [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count <= 0 { return all }
            all.append(contentsOf: buffer[..<count])
        }
    }
}

/// The application, running as a program of its own.
public final class RunningApp: Sendable {
    public let port: Int
    private let process: pid_t
    private let files: TemporaryFolder
    private let isOver: Pending<Int>

    /// Starts it with the nets of a run.
    init(_ chapter: ModelToProduction) throws {
        files = TemporaryFolder("bear-application")
        let (photos, digits) = (files.url.appending(path: "bears.model"), files.url.appending(path: "digits.model"))
        try makeFolder(files.url)
        try chapter.trained.model.export(to: photos)
        try chapter.trainedDigits.model.export(to: digits)
        let program = Program(
            try ownProgram("ch02"),
            ["--serve", "--port", "0", "--model", photos.path, "--digits", digits.path, "--child"],
            timeLimit: .seconds(3600))
        let said = FirstLine()
        isOver = Pending {
            let child = try? program.run { said.hear($0) }
            said.end(child?.errors ?? "")
            return Int(child?.status ?? -1)
        }
        // "listening at http://127.0.0.1:40123 (process 1234)"
        let line = said.wait()
        guard let match = line.firstMatch(of: #/:(\d+) \(process (\d+)\)/#), let port = Int(match.1),
            let process = pid_t(match.2)
        else { throw Refusal("the application did not start: \(line)") }
        (self.port, self.process) = (port, process)
    }

    deinit { stop() }

    /// Tells it to stop, and waits until it has. A second time does nothing.
    public func stop() {
        if !isOver.isDone { kill(process, SIGTERM) }
        _ = isOver.value
    }

    /// Waits until so many requests are being worked on at a time, besides the one that asks; not for long.
    func wait(forRequests count: Int) throws {
        for _ in 0..<40 {
            let metrics = try fetch(requestText("GET", "/metrics", host: "127.0.0.1")).text
            if metrics.contains("app_requests_in_flight \(count + 1)\n") { return }
            Thread.sleep(forTimeInterval: 0.02)
        }
    }

    public func fetch(_ request: Data) throws -> WebAnswer { try exchange(request, port: port) }

    /// Posts a photo as a form of a browser would.
    public func upload(_ photo: Data, named name: String, to path: String) throws -> WebAnswer {
        try fetch(uploadRequest(photo, named: name, to: path, port: port))
    }
}

/// A form with one photo, as a browser sends it.
public func uploadRequest(_ photo: Data, named name: String, to path: String, port: Int) -> Data {
    let body = formBody([FormPart(name: "photo", fileName: name, content: photo)], boundary: "----groundup")
    return requestText(
        "POST", path, host: "127.0.0.1:\(port)", headers: ["Content-Type: multipart/form-data; boundary=----groundup"],
        body: body)
}

/// A program of this build: this one, or one beside it.
func ownProgram(_ name: String) throws -> URL {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }.map {
        $0.bundleURL.deletingLastPathComponent()
    }
    let own = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    for folder in bundles + [Bundle.main.bundleURL] + (own.map { [$0] } ?? []) {
        let file = folder.appending(path: name)
        if FileManager.default.isExecutableFile(atPath: file.path), !isFolder(file) { return file }
    }
    throw Refusal("\(name) is not built; swift build --product \(name)")
}
