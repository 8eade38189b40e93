// Forms, headers and texts of the web, without any socket.

import Foundation
import Tensors
import TestSupport
import Testing

@testable import Chapter02

@Suite struct `2.5 Forms` {
    @Test func `a form goes there and back with all its bytes`() throws {
        let parts = [
            FormPart(name: "note", content: Data("a; b = \"c\"".utf8)),
            FormPart(
                name: "photo", fileName: "a;b.jpg", content: Data((0...255).map { UInt8($0) } + [13, 10, 45, 45])),
            FormPart(name: "empty", fileName: "", content: Data()),
        ]
        let found = try formParts(of: formBody(parts, boundary: "----abc"), boundary: "----abc")
        #expect(found == parts)
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=abc", "abc"), ("multipart/form-data;boundary=\"a b\"", "a b"),
        ("Multipart/Form-Data; charset=utf-8; Boundary=x", "x"), ("multipart/form-data", nil),
        ("multipart/form-data; boundary=", nil), ("text/plain; boundary=abc", nil), ("", nil),
        ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil),
    ])
    func `the boundary is in the header`(_ header: String, _ expected: String?) {
        #expect(formBoundary(header) == expected)
    }

    @Test(arguments: [
        "", "--x", "--x\r\n", "--x\r\n--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
        "--y--\r\n",
        "--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x--", "--x\r\nno header\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x",
    ])
    func `what is no whole form is refused`(_ text: String) {
        let error = #expect(throws: Refused.self) { try formParts(of: Data(text.utf8), boundary: "x") }
        #expect(error?.status == 400)
    }

    @Test func `what looks almost like a boundary belongs to the photo`() throws {
        let photo = FormPart(name: "p", fileName: "a", content: Data("\r\n--ab\r\n --abc\r\n-abc".utf8))
        let found = try formParts(of: formBody([photo], boundary: "abc"), boundary: "abc")
        #expect(found == [photo])
        // Nine parts are more than a form of ours has.
        let many = formBody([FormPart](repeating: photo, count: 9), boundary: "abc")
        #expect(throws: Refused.self) { try formParts(of: many, boundary: "abc") }
    }

    @Test func `damaged forms are refused or read, and nothing else happens`() {
        var random = SplitMix64(seed: 25)
        let good = formBody(
            [
                FormPart(name: "a", content: Data("b".utf8)),
                FormPart(name: "p", fileName: "c", content: Data([0, 255])),
            ],
            boundary: "x")
        var (read, refused) = (0, 0)
        for _ in 0..<3000 {
            var bytes = [UInt8](good)
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 4))
                case 2: bytes.insert(contentsOf: Array("\r\n--x".utf8), at: place)
                default: bytes.append(contentsOf: bytes[..<place])
                }
                if bytes.isEmpty { bytes = [45] }
            }
            do {
                let parts = try formParts(of: Data(bytes), boundary: "x")
                read += 1
                let size = parts.map(\.content.count).reduce(0, +)
                #expect(size < bytes.count)
            } catch { refused += (error as? Refused)?.status == 400 ? 1 : 0 }
        }
        #expect(read + refused == 3000 && read > 100 && refused > 100, "seed 25: \(read) read, \(refused) refused")
    }

    /// A slice of `Data` does not begin at 0.
    @Test func `slices are read like wholes`() throws {
        let body = formBody([FormPart(name: "a", fileName: "b", content: Data([1, 2, 3]))], boundary: "x")
        let longer = Data([9, 9, 9]) + body
        let found = try formParts(of: longer[3...], boundary: "x")
        #expect(found.map(\.content) == [Data([1, 2, 3])])
    }
}

@Suite struct `2.5 Words of the web` {
    @Test func `the line of the book`() {
        #expect(predictionLine("grizzly", 0.99999) == "Prediction: grizzly; Probability: 1.0000")
        #expect(predictionLine("teddy", 0.5) == "Prediction: teddy; Probability: 0.5000")
    }

    @Test func `nothing of a name remains a command`() {
        #expect(escaped(#"<a href="x">'&'</a>"#) == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
        #expect(escaped("Bär 🐻") == "Bär 🐻")
        #expect(!barsHTML([("<b>", 0.25)]).contains("<b>"))
    }

    @Test func `bars are sorted and have their numbers`() {
        let html = barsHTML([("teddy", 0.1), ("grizzly", 0.9)])
        let places = ["grizzly", "90.00 %", "teddy", "10.00 %"].map { html.range(of: $0)?.lowerBound }
        let found = places.compactMap { $0 }
        #expect(found.count == 4 && found == found.sorted())
    }

    @Test(arguments: [
        ("localhost", true), ("LOCALHOST:8002", true), ("127.0.0.1:1", true), ("[::1]", true), ("[::1]:8002", true),
        ("evil.example", false), ("localhost.evil.example", false), ("127.0.0.1.evil.example:80", false), ("", false),
        ("evil.example:127.0.0.1", false), ("[::2]", false),
    ])
    func `only our own names are ours`(_ host: String, _ expected: Bool) {
        #expect(isMeantForUs(host: host) == expected)
    }

    @Test func `a foreign page gives itself away`() {
        let host = "127.0.0.1:8002"
        #expect(comesFromUs(origin: nil, fetchSite: nil, host: host))
        #expect(comesFromUs(origin: "http://127.0.0.1:8002", fetchSite: "same-origin", host: host))
        for origin in ["http://evil.example", "null", "http://127.0.0.1:8003", "https://127.0.0.1:8002"] {
            #expect(!comesFromUs(origin: origin, fetchSite: nil, host: host), "\(origin)")
        }
        #expect(!comesFromUs(origin: nil, fetchSite: "cross-site", host: host))
        #expect(!comesFromUs(origin: nil, fetchSite: "same-site", host: host))
    }

    @Test func `the header of a PNG says how large it will be`() throws {
        #expect(declaredPixels(pngBeginning(width: 60_000, height: 60_000)) == 3_600_000_000)
        #expect(declaredPixels([UInt8](try pngPhoto(7, 5))) == 35)
        #expect(
            declaredPixels(Array("no picture, but long enough for one".utf8)) == nil && declaredPixels([0x89]) == nil)
    }

    @Test func `buckets count everything up to their limits`() {
        var buckets = Buckets([1, 2])
        for value in [0.5, 1, 1.5, 9] { buckets.add(value) }
        #expect(buckets.counts == [2, 3, 4] && buckets.sum == 12)
        #expect(
            buckets.lines("x") == [
                "x_bucket{le=\"1.0\"} 2", "x_bucket{le=\"2.0\"} 3", "x_bucket{le=\"+Inf\"} 4", "x_sum 12.0",
                "x_count 4",
            ])
        #expect(buckets.atMost(0.5) == 1 && buckets.atMost(0.75) == 2 && buckets.atMost(0.9) == nil)
    }

    @Test func `an answer is read, and what is none is not`() {
        let answer = WebAnswer(Data("HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\nno\r\n\r\n".utf8))
        #expect(
            answer?.status == 404 && answer?.headers == ["content-type": "text/plain"] && answer?.text == "no\r\n\r\n")
        #expect(WebAnswer(Data()) == nil && WebAnswer(Data("HTTP/1.1 200 OK\r\n".utf8)) == nil)
        #expect(WebAnswer(Data("SSH-2.0\r\n\r\n".utf8)) == nil)
    }
}

@Suite struct `2.5 Drawn digits` {
    /// A bar of ink somewhere on a sheet.
    private func sheet(rows: Range<Int>, columns: Range<Int>, black: Bool = false) -> Tensor {
        var sheet = Tensor.zeros(280, 280)
        sheet[rows, columns] = Tensor.ones(rows.count, columns.count)
        return black ? 1 - sheet : sheet
    }

    @Test(arguments: [false, true])
    func `a bar comes to the middle, twenty pixels long`(_ black: Bool) throws {
        for (rows, columns) in [(10..<110, 20..<40), (100..<270, 200..<234), (0..<60, 268..<280)] {
            let digit = try #require(centredDigit(sheet(rows: rows, columns: columns, black: black)))
            #expect(digit.shape == [28, 28])
            let (down, across) = (digit.sum(axis: 1).scalars, digit.sum(axis: 0).scalars)
            #expect(down.firstIndex { $0 > 1 } == 4 && down.lastIndex { $0 > 1 } == 23)
            #expect(across[12] > 5 && across[15] > 5 && across[4] < 0.1 && across[23] < 0.1)
        }
    }

    @Test func `an empty sheet is no digit`() {
        #expect(centredDigit(Tensor.zeros(280, 280)) == nil && centredDigit(Tensor.ones(50, 50)) == nil)
    }
}
