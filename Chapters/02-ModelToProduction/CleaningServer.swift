// The cleaner in a browser: what comes in, what goes out, and who may ask. It listens on this machine alone.

import Common
import FlyingFox
import Foundation
import Notebook
import Synchronization
import Vision

/// Answers requests about one folder.
final class CleaningServer: Sendable {
    /// What goes back to the browser.
    struct Answer: Sendable {
        var status = 200, type = "text/html; charset=utf-8", body = Data(), location: String?
    }

    /// What comes from the browser.
    struct Question: Sendable {
        var method = "GET", path = "/", host = "", query: [String: String] = [:], form: [String: String] = [:]
    }

    let token: String
    private let session: Mutex<CleaningSession>
    private let message = Mutex("")

    init(_ session: sending CleaningSession, token: String) {
        self.session = Mutex(session)
        self.token = token
    }

    func answer(_ question: Question) -> Answer {
        // A page of another site may make a browser ask here, but not under this name and not with this token.
        let host = question.host.prefix { $0 != ":" }
        guard ["127.0.0.1", "localhost"].contains(host) else {
            return words(403, "This server is for this machine alone.")
        }
        return session.withLock { session in
            switch (question.method, question.path) {
            case ("GET", "/"): page(session, question)
            case ("GET", "/style.css"): Answer(type: "text/css; charset=utf-8", body: Data(CleaningPage.style.utf8))
            case ("GET", "/photo"): photo(session, question)
            case ("POST", "/mark"), ("POST", "/apply"), ("POST", "/undo"): change(session, question)
            case (_, "/"), (_, "/photo"), (_, "/style.css"), (_, "/mark"), (_, "/apply"), (_, "/undo"):
                words(405, "This address wants another method.")
            default: words(404, "There is nothing at this address.")
            }
        }
    }

    private func words(_ status: Int, _ text: String) -> Answer {
        Answer(status: status, type: "text/plain; charset=utf-8", body: Data((text + "\n").utf8))
    }

    private func page(_ session: CleaningSession, _ question: Question) -> Answer {
        let kinds = session.cleaner.categories
        let kind = question.query["kind"] ?? kinds.first ?? ""
        guard kinds.contains(kind) else { return words(404, "There is no such kind.") }
        let number = question.query["page"].flatMap { Int($0) } ?? 0
        guard (0...session.cleaner.items.count).contains(number) else { return words(404, "There is no such page.") }
        let said = message.withLock { text in
            defer { text = "" }
            return text
        }
        let page = CleaningPage(session: session, kind: kind, number: number, token: token, message: said)
        return Answer(body: Data(page.html.utf8))
    }

    private func photo(_ session: CleaningSession, _ question: Question) -> Answer {
        guard let place = question.query["place"].flatMap({ Int($0) }), session.cleaner.items.indices.contains(place),
            let photo = try? Photo(session.cleaner.items[place].file, atLeast: 320)
        else { return words(404, "There is no such photo.") }
        let scale = min(1, 480 / Double(max(photo.width, photo.height)))
        let small = photo.raster.resized(
            width: max(1, Int(Double(photo.width) * scale)), height: max(1, Int(Double(photo.height) * scale)))
        guard let data = try? small.pngData() else { return words(404, "There is no such photo.") }
        return Answer(type: "image/png", body: data)
    }

    private func change(_ session: CleaningSession, _ question: Question) -> Answer {
        guard question.form["token"] == token else {
            return words(403, "This form is not from this page. Load it again.")
        }
        do {
            let said: String
            switch question.path {
            case "/apply": said = "\(try session.apply()) photos were moved."
            case "/undo": said = "\(try session.folder.undo()) photos were moved back."
            default:
                try mark(session, question.form)
                said = "Kept. Marked so far: \(session.summary)."
            }
            message.withLock { $0 = said }
        } catch { return words(500, "\(error)") }
        // The browser asks for the page anew, so that reloading it sends nothing twice.
        let kind = (question.form["kind"] ?? "").addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return Answer(status: 303, location: "/?kind=\(kind)&page=\(question.form["page"].flatMap { Int($0) } ?? 0)")
    }

    private func mark(_ session: CleaningSession, _ form: [String: String]) throws {
        for (name, value) in form where name.hasPrefix("m") {
            guard let place = Int(name.dropFirst()), session.cleaner.items.indices.contains(place) else { continue }
            let kind = String(value.dropFirst(3))
            if value.hasPrefix("to:"), session.cleaner.categories.contains(kind) {
                try session.mark(place, .change(to: kind))
            } else if value == "keep" || value == "delete" {
                try session.mark(place, value == "keep" ? .keep : .delete)
            }
        }
    }
}

// MARK: On the network

extension CleaningServer {
    /// A form as browsers send it: "kind=black+bear&m3=delete".
    static func form(_ text: String) -> [String: String] {
        let pairs = text.split(separator: "&").map { part -> (String, String) in
            let halves = part.replacing("+", with: " ").split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let words = halves.map { $0.removingPercentEncoding ?? "" }
            return (words[0], words.count > 1 ? words[1] : "")
        }
        return Dictionary(pairs) { _, last in last }
    }

    func handle(_ request: HTTPRequest) async throws -> HTTPResponse {
        var question = Question(
            method: request.method.rawValue, path: request.path, host: request.headers[.host] ?? "",
            query: Dictionary(request.query.map { ($0.name, $0.value) }) { _, last in last })
        if request.method == .POST {
            // Without a length, nobody knows how much is going to come.
            guard let length = request.headers[.contentLength].flatMap({ Int($0) }), length >= 0 else {
                return HTTPResponse(statusCode: HTTPStatusCode(411, phrase: "Length Required"))
            }
            guard length <= 1 << 20 else { return HTTPResponse(statusCode: .payloadTooLarge) }
            question.form = Self.form(String(decoding: try await request.bodyData, as: UTF8.self))
        }
        let answer = answer(question)
        var headers: HTTPHeaders = [
            .contentType: answer.type, HTTPHeader("X-Content-Type-Options"): "nosniff",
            HTTPHeader("Cache-Control"): "no-store", HTTPHeader("Referrer-Policy"): "same-origin",
            HTTPHeader("Content-Security-Policy"):
                "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'",
        ]
        if let location = answer.location { headers[.location] = location }
        return HTTPResponse(statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers, body: answer.body)
    }
}

extension Cleaning {
    /// Shows the folder in a browser until Ctrl-C. Marks and moves are on the disk at any moment.
    func serve(_ session: sending CleaningSession, port: UInt16) throws {
        let token =
            String(UInt64.random(in: .min ... .max), radix: 36) + String(UInt64.random(in: .min ... .max), radix: 36)
        let cleaning = CleaningServer(session, token: token)
        let server = HTTPServer(
            address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), logger: .disabled,
            handler: ClosureHTTPHandler { try await cleaning.handle($0) })
        show("http://127.0.0.1:\(port)/", "open this in a browser; Ctrl-C ends it")
        let waiting = EndOfServer()
        Task {
            do { try await server.run() } catch { waiting.failure.withLock { $0 = "\(error)" } }
            waiting.ended.signal()
        }
        waiting.ended.wait()
        if let failure = waiting.failure.withLock({ $0 }) {
            throw Refusal("port \(port) cannot be used (\(failure)); --port names another one")
        }
    }
}

/// Why a server has ended.
private final class EndOfServer: Sendable {
    let ended = DispatchSemaphore(value: 0), failure = Mutex<String?>(nil)
}
