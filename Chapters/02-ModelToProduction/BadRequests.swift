// Everything that should be refused, for the page 05i and the tests.

import Foundation

/// A request, and what it is.
struct BadRequest: Sendable {
    let name: String
    /// The status that it should get.
    let expected: Int
    private let made: @Sendable () -> Data

    init(name: String, bytes: @autoclosure @escaping @Sendable () -> Data, expected: Int) {
        (self.name, self.expected, made) = (name, expected, bytes)
    }

    /// Made each time that it is asked for: some are large.
    var bytes: Data { made() }
}

extension ModelToProduction {
    /// Bad requests to `/api/predict`.
    func badRequests(port: Int) throws -> [BadRequest] { badUploads(photo: try photoOfThisRun, port: port) }
}

/// - Parameter photo: a good one.
func badUploads(photo: Data, port: Int) -> [BadRequest] {
    @Sendable func form(_ parts: [FormPart], _ path: String = "/api/predict", method: String = "POST") -> Data {
        requestText(
            method, path, host: "127.0.0.1:\(port)", headers: ["Content-Type: multipart/form-data; boundary=b"],
            body: formBody(parts, boundary: "b"))
    }
    @Sendable func file(_ content: Data, _ name: String = "bear.jpg") -> FormPart {
        FormPart(name: "photo", fileName: name, content: content)
    }
    @Sendable func raw(_ type: String, _ body: Data) -> Data {
        requestText("POST", "/api/predict", host: "127.0.0.1:\(port)", headers: ["Content-Type: \(type)"], body: body)
    }
    let bomb = Data(pngBeginning(width: 60_000, height: 60_000)) + Data(repeating: 0, count: 1 << 20)
    return [
        BadRequest(
            name: "a form without a file", bytes: form([FormPart(name: "note", content: Data("hello".utf8))]),
            expected: 400),
        BadRequest(name: "two files", bytes: form([file(photo), file(photo)]), expected: 400),
        BadRequest(name: "a file of 0 bytes", bytes: form([file(Data())]), expected: 400),
        BadRequest(name: "50 MB", bytes: largeForm(form([file(Data())]), by: 50_000_000), expected: 413),
        BadRequest(name: "a text that is called .jpg", bytes: form([file(Data("I am a bear".utf8))]), expected: 415),
        BadRequest(name: "a PNG of 60,000 × 60,000 pixels", bytes: form([file(bomb, "bomb.png")]), expected: 413),
        BadRequest(name: "half a photo", bytes: form([file(photo.prefix(photo.count / 2))]), expected: 422),
        BadRequest(name: "GET instead of POST", bytes: form([file(photo)], method: "GET"), expected: 405),
        BadRequest(name: "a body of text/plain", bytes: raw("text/plain", Data("bear".utf8)), expected: 415),
        BadRequest(
            name: "a form without a boundary", bytes: raw("multipart/form-data", Data("bear".utf8)), expected: 400),
        BadRequest(
            name: "a form that ends early",
            bytes: raw("multipart/form-data; boundary=b", formBody([file(photo)], boundary: "b").dropLast(9)),
            expected: 400),
        BadRequest(name: "no body at all", bytes: raw("image/png", Data()), expected: 400),
    ]
}

/// A request with a form, made longer in place: no second copy of so many bytes is in memory.
private func largeForm(_ request: Data, by count: Int) -> Data {
    guard let end = request.range(of: Data("\r\n\r\n".utf8)) else { return request }
    let length = request.count - end.upperBound
    var large = Data(
        String(decoding: request[..<end.lowerBound], as: UTF8.self)
            .replacing("Content-Length: \(length)", with: "Content-Length: \(length + count)").utf8)
    large.reserveCapacity(large.count + length + count + 4)
    large += request[end.lowerBound...]
    large.count += count
    return large
}
