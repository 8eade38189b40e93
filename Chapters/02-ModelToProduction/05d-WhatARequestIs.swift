// # What a request is
//
// Section 2.5 · After this page you can read what a browser and a server say to each other, and say it yourself.

import Common
import Figures
import Foundation
import Notebook
import Vision

// The book makes its application of a notebook: an upload button, a place for the picture, a label and a button
// “Classify” (widgets, which are small pieces of a page that a program in a notebook can hear), and a program called
// Voilà that shows the notebook without its code. What is underneath is the same for every application on the web: a
// browser sends a request, a program answers it. So we go straight to that. `swift run ch02 --serve` is the whole
// application; the next pages take it apart.
//
// A request is text. Its first line says what is wanted: a method (GET to look, POST to hand something over), a path,
// and the version of the language. Then come headers, a name and a value each, and an empty line. What follows is the
// body. `Host` says which site is meant, for a machine may have several; a body is as long as `Content-Length` says:

/// A request as it goes over the line, HTTP/1.1.
public func requestText(_ method: String, _ path: String, host: String, headers: [String] = [], body: Data = Data())
    -> Data
{
    let length = body.isEmpty ? [] : ["Content-Length: \(body.count)"]
    let lines = ["\(method) \(path) HTTP/1.1", "Host: \(host)", "Connection: close"] + length + headers
    return Data((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
}

// The answer has the same form. Its first line has a number instead of a path: 200 is fine, 400 and more is the
// client's mistake, 500 and more the server's. To read it, cut at the first empty line:

/// What a server has answered.
public struct WebAnswer: Sendable {
    public let status: Int
    /// By name, in small letters.
    public let headers: [String: String]
    public let body: Data

    public var text: String { String(decoding: body, as: UTF8.self) }

    /// - Returns: nil if this is no answer, such as when the line went dead.
    public init?(_ bytes: Data) {
        guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else { return nil }
        let pairs = lines.dropFirst().compactMap { line -> (String, String)? in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
        }
        self.status = status
        headers = Dictionary(pairs) { _, last in last }
        body = Data(bytes[end.upperBound...])
    }
}

extension ModelToProduction {
    func aRequestByHand() throws {
        // This is the way of a photo through the application, and the order of the next pages:
        show(
            FlowChart(
                ["browser", "request", "form", "photo", "queue", "net", "answer"], repeating: "answer", to: "browser",
                label: "page or JSON"),
            "The way of a photo, and back")

        // The application of this run, a program of its own, waits at a port of this machine. (A port is a number that
        // tells the programs of a machine apart. The address 127.0.0.1 is the machine itself, the *loopback*: nobody
        // else can reach it.) We ask it how it is:
        let app = try app
        let request = requestText("GET", "/health", host: "127.0.0.1")
        show(String(decoding: request, as: UTF8.self).trimmingCharacters(in: .newlines), "what we send")
        let answer = try app.fetch(request)
        show(answer.text.trimmingCharacters(in: .newlines), "what comes back, without its headers")
        show(
            answer.status, "its status",
            predict: .count("Everything is fine. Which number does the first line of the answer have?", answer.status))

        // Headers do not concern the page, they concern the talk about it. These came with the answer, in alphabetical
        // order:
        var table = TextTable(["header", "value"])
        for name in answer.headers.keys.sorted() where name != "content-security-policy" {
            table.add(name, answer.headers[name]!)
        }
        show(table, "What else the server says")
    }

    func whatIsNotThere() throws {
        // And what if we ask for something that is not there, or in a way that makes no sense?
        let app = try app
        var table = TextTable(["method", "path", "status", "meaning"])
        for (method, path, meaning) in [
            ("GET", "/", "here is the page"), ("GET", "/bears/secret.jpg", "there is nothing of that name"),
            ("DELETE", "/", "the path exists, but not for that"),
            ("GET", "/../../etc/passwd", "a path is a name here, not a file"),
        ] {
            table.add(method, path, try app.fetch(requestText(method, path, host: "127.0.0.1")).status, meaning)
        }
        show(
            table, "Four questions",
            predict: .choice(
                "Which status says that a path is not there?", ["200", "404", "500"], answer: "404"))

        // The last line is an old trick: climbing out of the folder that a server shows. Ours shows no folder. It knows
        // a handful of paths by name, and opens no file because of a request. What is not there cannot be broken into.
    }
}
