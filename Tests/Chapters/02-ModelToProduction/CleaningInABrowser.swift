// The page of the cleaner: what it shows, what it does, and what it refuses.

import Common
import FlyingFox
import Foundation
import Tensors
import TestSupport
import Testing
import Vision

@testable import Chapter02

/// A session on twelve small photos, each of which is said to be a teddy; the loss is the number in its name.
private func session(in folder: URL) throws -> CleaningSession {
    try writeColours(to: folder)
    let items = try photoFiles(in: folder).map { file in
        ImageClassifierCleaner.Item(
            file: file, part: .valid, actual: parentFolder(file), predicted: "teddy", probability: 0.9,
            loss: Float(file.deletingPathExtension().lastPathComponent)!)
    }
    return try CleaningSession(
        CleaningFolder(folder), ImageClassifierCleaner(items, categories: ["black", "grizzly", "teddy"]))
}

private func text(_ answer: CleaningServer.Answer) -> String { String(decoding: answer.body, as: UTF8.self) }

private func question(
    _ method: String, _ path: String, host: String = "127.0.0.1:8002", query: [String: String] = [:],
    form: [String: String] = [:]
) -> CleaningServer.Question {
    .init(method: method, path: path, host: host, query: query, form: form)
}

@Suite struct `2.4 The cleaner in a browser` {
    @Test func `shows a kind, the worst first, and does what its forms say`() throws {
        try withFolder { folder in
            let server = CleaningServer(try session(in: folder), token: "secret")
            let page = text(server.answer(question("GET", "/", query: ["kind": "grizzly"])))
            let places = try [3, 2, 1, 0].map { try #require(page.range(of: "grizzly/\($0).png")).lowerBound }
            #expect(places == places.sorted() && !page.contains("black/1.png"))
            let photo = server.answer(question("GET", "/photo", query: ["place": "0"]))
            #expect(photo.type == "image/png" && photo.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))

            // Places are in the order of paths: 0 to 3 are black, 4 to 7 grizzlies.
            var form = [
                "token": "secret", "kind": "black", "page": "0", "m0": "delete", "m1": "to:teddy", "m2": "keep",
            ]
            let marked = server.answer(question("POST", "/mark", form: form))
            #expect(marked.status == 303 && marked.location == "/?kind=black&page=0")
            #expect(text(server.answer(question("GET", "/"))).contains("1 to delete, 1 with another label"))
            #expect(try photoFiles(in: folder).count == 12)
            #expect(try CleaningFolder(folder).marks().count == 2)

            form = ["token": "secret", "kind": "black"]
            #expect(server.answer(question("POST", "/apply", form: form)).status == 303)
            #expect(text(server.answer(question("GET", "/"))).contains("2 photos were moved."))
            #expect(try photoFiles(in: folder).count == 11)
            #expect(isThere(folder, "teddy/1-2.png") && isThere(folder, ".cleaning/removed/black/0.png"))
            #expect(server.answer(question("POST", "/undo", form: form)).status == 303)
            #expect(try photoFiles(in: folder).count == 12 && !isThere(folder, "teddy/1-2.png"))
        }
    }

    @Test func `takes any form apart, and ends with none`() throws {
        try withFolder { folder in
            let server = CleaningServer(try session(in: folder), token: "secret")
            let good = "token=secret&kind=black&page=0&m0=delete&m1=to%3Ateddy&m2=keep"
            var random = SplitMix64(seed: 25)
            let (letters, paths) = (
                Array("=&%+0m9-tok\u{0}é\u{FFFD}😀".unicodeScalars), ["/mark", "/undo", "/", "/photo"]
            )
            for _ in 0..<600 {
                var scalars = Bool.random(using: &random) ? Array(good.unicodeScalars) : []
                for _ in 0...Int.random(in: 0...8, using: &random) {
                    let place = Int.random(in: 0...scalars.count, using: &random)
                    if Bool.random(using: &random) {
                        scalars.insert(letters.randomElement(using: &random)!, at: place)
                    } else {
                        scalars.removeSubrange(place..<min(scalars.count, place + 3))
                    }
                }
                let text = scalars.map { "\($0)" }.joined()
                let (form, path) = (CleaningServer.form(text), paths.randomElement(using: &random)!)
                let method = path.count > 1 && path != "/photo" ? "POST" : "GET"
                let answer = server.answer(question(method, path, query: form, form: form))
                #expect(answer.status < 500, "\(method) \(path): \(text.debugDescription), seed 25")
            }
            #expect(try photoFiles(in: folder).count == 12)
        }
    }

    @Test func `refuses other sites, forged forms, and addresses that are none`() throws {
        try withFolder { folder in
            let server = CleaningServer(try session(in: folder), token: "secret")
            for host in ["evil.example", "", "127.0.0.1.evil.example:8002"] {
                #expect(server.answer(question("GET", "/", host: host)).status == 403)
            }
            for token in ["", "secre", "secret "] {
                let form = ["token": token, "kind": "black", "m0": "delete"]
                for path in ["/mark", "/apply", "/undo"] {
                    #expect(server.answer(question("POST", path, form: form)).status == 403)
                }
            }
            #expect(server.answer(question("GET", "/apply")).status == 405)
            #expect(server.answer(question("POST", "/")).status == 405)
            for path in ["/etc/passwd", "/../x", ""] { #expect(server.answer(question("GET", path)).status == 404) }
            for place in ["99", "-1", "../x", ""] {
                #expect(server.answer(question("GET", "/photo", query: ["place": place])).status == 404)
            }
            for number in ["-1", "\(Int.max)"] {
                #expect(server.answer(question("GET", "/", query: ["page": number])).status == 404)
            }
            #expect(server.answer(question("GET", "/", query: ["kind": "<b>"])).status == 404)
            // A label of a form is one of the kinds, and nothing else.
            let form = ["token": "secret", "kind": "black", "m0": "to:../../etc", "m77": "delete", "mx": "delete"]
            #expect(server.answer(question("POST", "/mark", form: form)).status == 303)
            #expect(try CleaningFolder(folder).marks().isEmpty)
        }
    }

    @Test func `names are texts, never tags`() throws {
        try withFolder { folder in
            let kind = "<script>alert('x')</script>".replacing("/", with: "")
            let place = folder.appending(path: kind)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            let file = place.appending(path: "\"><img src=x>.png")
            try colourPhoto(0, 0).raster.writePNG(to: file)
            let item = ImageClassifierCleaner.Item(
                file: file, part: .valid, actual: kind, predicted: kind, probability: 1, loss: 1)
            let server = CleaningServer(
                try CleaningSession(CleaningFolder(folder), ImageClassifierCleaner([item], categories: [kind])),
                token: "secret")
            let page = text(server.answer(question("GET", "/")))
            #expect(page.contains("&lt;script&gt;") && !page.contains("<script") && !page.contains("<img src=x"))
        }
        #expect(CleaningServer.form("kind=a+b%26c&m3=to%3Ateddy&x") == ["kind": "a b&c", "m3": "to:teddy", "x": ""])
    }

    @Test func `answers on a real socket`() async throws {
        let folder = TemporaryFolder("photos")
        let cleaning = CleaningServer(try session(in: folder.url), token: "secret")
        let server = HTTPServer(
            address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0), logger: .disabled,
            handler: ClosureHTTPHandler { try await cleaning.handle($0) })
        let running = Task { try await server.run() }
        try await server.waitUntilListening(timeout: 600)
        guard case .ip4(_, let port)? = await server.listeningAddress else { return #expect(Bool(false), "no address") }
        func asked(_ method: String, _ path: String, body: String = "") throws -> String {
            let lines = [
                "\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Content-Length: \(body.utf8.count)",
                "Connection: close", "", body,
            ]
            return try exchanged(lines.joined(separator: "\r\n"), port: port)
        }
        let page = try asked("GET", "/?kind=teddy&page=0")
        #expect(page.hasPrefix("HTTP/1.1 200") && page.contains("teddy/3.png"))
        #expect(page.contains("Content-Security-Policy: default-src 'none'"))
        let moved = try asked("POST", "/mark", body: "token=secret&kind=black&page=0&m0=delete")
        #expect(moved.hasPrefix("HTTP/1.1 303") && moved.contains("Location: /?kind=black&page=0"))
        #expect(try CleaningFolder(folder.url).marks() == ["black/0.png": .delete])
        await server.stop()
        running.cancel()
    }
}

private func isThere(_ folder: URL, _ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
}

/// Sends bytes to this machine, and waits for all that comes back.
private func exchanged(_ text: String, port: UInt16) throws -> String {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var address = sockaddr_in()
    (address.sin_family, address.sin_port) = (sa_family_t(AF_INET), port.bigEndian)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
    }
    guard isConnected, text.utf8.count == write(file, text, text.utf8.count) else { throw Refusal("no connection") }
    var (received, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
    while true {
        let count = read(file, &buffer, buffer.count)
        guard count > 0 else { return String(decoding: received, as: UTF8.self) }
        received += buffer[..<count]
    }
}
