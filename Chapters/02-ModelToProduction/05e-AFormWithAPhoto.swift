// # How a form carries a photo
//
// Section 2.5 · After this page you can take a photo out of what a browser sends, and know what may be wrong with it.

import Figures
import Foundation
import Notebook
import Vision

// A form on a page may hold several things: a text, a choice, a file. When it is sent, they all travel in one body,
// one after the other, as `multipart/form-data`. (Defined by RFC 7578 of 2015, and older than that.) Between two parts
// stands a line that occurs in none of them, the *boundary*. The browser makes it up, and tells it in a header:
//
//     Content-Type: multipart/form-data; boundary=----abc
//
// Every part has headers of its own, an empty line, and its content, as it is, with all its bytes.

/// One of the things that a form has sent.
public struct FormPart: Equatable, Sendable {
    /// What the form calls it.
    public var name: String
    /// For a file: what it was called on the sender's machine. It is a text for people, nothing else.
    public var fileName: String?
    public var content: Data
}

// Headers are read with the same words everywhere: behind the value come pairs of a name and a text, with semicolons
// between them.

/// The value behind `name=` in a header, with or without quotation marks. (Between these, a semicolon is a letter.)
func headerParameter(_ name: String, of header: String) -> String? {
    var (pieces, isQuoted) = ([""], false)
    for letter in header {
        if letter == "\"" { isQuoted.toggle() }
        if letter == ";", !isQuoted { pieces.append("") } else { pieces[pieces.count - 1].append(letter) }
    }
    let pairs = pieces.dropFirst().map { $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) }
    let found = pairs.first { $0.count == 2 && $0[0].trimmingCharacters(in: .whitespaces).lowercased() == name }
    return found.map { $0[1].trimmingCharacters(in: CharacterSet(charactersIn: " \t\"")) }
}

// With that, the boundary is found. It has at most 70 letters, and there may be quotation marks around it:

/// The boundary in a header such as `multipart/form-data; boundary=abc`; nil if there is none.
public func formBoundary(_ contentType: String) -> String? {
    let kind = contentType.split(separator: ";").first?.trimmingCharacters(in: .whitespaces).lowercased()
    guard kind == "multipart/form-data", let boundary = headerParameter("boundary", of: contentType) else { return nil }
    return (1...70).contains(boundary.utf8.count) ? boundary : nil
}

// Now a part. Its first header says what the form calls it. Nothing in it is trusted; a header is so long as an honest
// one, and no longer:

/// One part: headers, an empty line, content.
private func formPart(_ bytes: Data) throws -> FormPart {
    guard let end = bytes.range(of: Data("\r\n\r\n".utf8)), end.lowerBound - bytes.startIndex <= 8192 else {
        throw Refused(400, "a part of the form has no end of its headers")
    }
    let headers = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    guard let line = headers.first(where: { $0.lowercased().hasPrefix("content-disposition:") }).map(String.init),
        let name = headerParameter("name", of: line)
    else { throw Refused(400, "a part of the form has no name") }
    return FormPart(
        name: name, fileName: headerParameter("filename", of: line), content: Data(bytes[end.upperBound...]))
}

// Now the body. Every boundary stands at the beginning of a line, behind two hyphens. The last one has two hyphens
// behind it as well, and without it the body is incomplete: the line was cut. Look for one boundary after the other;
// what lies between two is a part. There may be so many parts as an honest form has, and no more. (The test of this
// function damages forms at random, thousands of times. It found a line below that the first version did not have:
// without it, a form of twelve letters ended the whole server.)

/// The parts of a form's body.
/// - Throws: `Refused` with the status 400 when the body is not what it says, or cut.
public func formParts(of body: Data, boundary: String, most: Int = 8) throws -> [FormPart] {
    // The first boundary has no line before it. With one, all of them look alike.
    let (text, line) = (Data("\r\n".utf8) + body, Data("\r\n--\(boundary)".utf8))
    guard var mark = text.range(of: line) else { throw Refused(400, "the form has no boundary in it") }
    var parts: [FormPart] = []
    while true {
        let rest = text[mark.upperBound...]
        if rest.starts(with: Data("--".utf8)) { return parts }
        guard rest.starts(with: Data("\r\n".utf8)), let next = text.range(of: line, in: mark.upperBound..<text.endIndex)
        else { throw Refused(400, "the form ends before its last boundary: was the line cut?") }
        guard parts.count < most else { throw Refused(400, "the form has more than \(most) parts") }
        // Two boundaries that share a line's end have nothing between them, not even room for it.
        guard mark.upperBound + 2 <= next.lowerBound else { throw Refused(400, "a part of the form is empty") }
        parts.append(try formPart(text[(mark.upperBound + 2)..<next.lowerBound]))
        mark = next
    }
}

// The way back is easy, and we need it for every test:

/// A form's body with these parts, as a browser would write it.
public func formBody(_ parts: [FormPart], boundary: String) -> Data {
    var body = Data()
    for part in parts {
        let file = part.fileName.map { "; filename=\"\($0)\"" } ?? ""
        body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n".utf8)
        body += part.content + Data("\r\n".utf8)
    }
    return body + Data("--\(boundary)--\r\n".utf8)
}

extension ModelToProduction {
    func aFormTakenApart() throws {
        let note = FormPart(name: "note", content: Data("seen at noon".utf8))
        let photo = FormPart(name: "photo", fileName: "bear.jpg", content: Data([0xFF, 0xD8, 0xFF, 0x0D, 0x0A]))
        let body = formBody([note, photo], boundary: "----abc")
        show(
            String(decoding: body.map { $0 < 128 ? $0 : UInt8(ascii: "?") }, as: UTF8.self),
            "a form with a text and five bytes of a photo (those that are no letters are shown as ?)")
        let parts = try formParts(of: body, boundary: "----abc")
        show(
            parts == [note, photo], "taken apart, it gives both again",
            predict: .yesNo(
                "The photo ends with the two bytes of a line's end. Do they survive the way there and back?",
                parts == [note, photo]))

        // They do: exactly one line's end belongs to the boundary, and all before it to the photo.
    }

    func aFormThatWasCut() throws {
        // A cut line looks like this. How many of all places to cut it make a form that is taken for whole?
        let body = formBody(
            [FormPart(name: "photo", fileName: "a.png", content: Data(repeating: 7, count: 40))], boundary: "x")
        let whole = (0..<body.count).filter { (try? formParts(of: body.prefix($0), boundary: "x")) != nil }
        show(
            whole.count, "of \(body.count) places",
            predict: .count(
                "The body ends with “--x--” and a line's end. In how many ways can it be cut and still be taken for whole?",
                whole.count))

        // Only the line's end at the very end may be missing: nothing of the photo is. The other cuts are refused, as
        // they should be: half a bear is not a bear with a grey lower half.
    }
}
