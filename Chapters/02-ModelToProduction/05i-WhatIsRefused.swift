// # What is refused
//
// Section 2.5 · After this page you can say no to a request, early, politely, and with the right number.

import Figures
import Foundation
import Notebook
import Vision

// Photos of the training set were looked at before (section 2.2). Nobody looks at what comes over the network. Some of
// it is a mistake, some of it is an attack, and the server cannot tell. It needs no suspicion, only limits. When it
// refuses, it says which number is right and what would help:

/// Why a request gets no prediction.
public struct Refused: Error, Equatable {
    /// The status of the answer.
    public var status: Int
    /// One sentence for people.
    public var problem: String

    public init(_ status: Int, _ problem: String) { (self.status, self.problem) = (status, problem) }
}

// And these are the limits. They are generous for a photo, and tight for everything else:

/// How much is taken from one request, and of how many at a time.
public struct AppLimits: Sendable {
    /// Bytes of a body: a photo of a good phone has 3 to 6 million.
    public var bytes = 10 << 20
    /// So many bytes more are read and thrown away, so that the sender gets to hear the answer.
    public var thrownAway = 64 << 20
    /// Pixels of a photo.
    public var pixels = 25_000_000
    /// How long an upload may take.
    public var upload = Duration.seconds(10)
    /// How long a connection may say nothing.
    public var silence = Duration.seconds(15)
    /// Requests that are worked on at a time.
    public var atOnce = 64

    public init() {}
}

// The most treacherous file is a small one. A PNG of one colour, with one bit for each pixel, can be packed so well
// that 60,000 × 60,000 pixels take less than a million bytes; as red, green and blue they fill ten gigabytes. (A
// *decompression bomb*.) But every PNG says in its first 24 bytes how large it is going to be, and that is all one has
// to read to refuse it:

/// Height times width, as the first bytes of a PNG say; nil if this is none.
public func declaredPixels(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
    func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    return number(16).multipliedReportingOverflow(by: number(20)).partialValue
}

// Then comes what every photo goes through: it must not be empty, it must begin as a photo does, and it must not have
// too many pixels. Only what has passed is decoded:

/// A photo that came over the network, opened and not decoded.
/// - Throws: `Refused`, with 413 for too many pixels, 415 for what is no photo, 422 for one that is damaged.
public func openedUpload(_ bytes: [UInt8], named name: String, limits: AppLimits) throws -> OpenedPhoto {
    if bytes.isEmpty { throw Refused(400, "the file is empty") }
    func requireFew(_ pixels: Int) throws {
        if pixels > limits.pixels {
            throw Refused(
                413,
                "the photo has \(pixels / 1_000_000) million pixels, and at most \(limits.pixels / 1_000_000) million are taken"
            )
        }
    }
    if let pixels = declaredPixels(bytes) { try requireFew(pixels) }
    do {
        let opened = try OpenedPhoto(bytes: bytes, name: name)
        try requireFew(opened.size.count)
        return opened
    } catch let problem as PhotoProblem {
        let isPhoto = !problem.problem.hasPrefix("expected a JPEG or PNG")
        throw Refused(isPhoto ? 422 : 415, problem.problem)
    }
}

extension ModelToProduction {
    func aBombDefused() throws {
        // Here is such a file, or rather its beginning: no more of it is needed.
        let bomb = pngBeginning(width: 60_000, height: 60_000)
        show(bomb.count, "bytes")
        show(
            declaredPixels(bomb)! / 1_000_000, "million pixels",
            predict: .number("A picture has 60,000 × 60,000 pixels. How many millions is that?", 3600))
        let isRefused = (try? openedUpload(bomb, named: "bomb.png", limits: AppLimits())) == nil
        show(isRefused, "it is refused before a pixel is decoded")
    }

    func everythingThatGoesWrong() throws {
        // And now all of it, over real connections to the application of this run. It should answer everything, with a
        // number that helps, and go on:
        let app = try app
        var table = TextTable(["what is sent", "status", "what the server says"])
        for request in try badRequests(port: app.port) {
            let answer = try? app.fetch(request.bytes)
            let said = (answer?.body).flatMap { try? JSONDecoder().decode(AppProblem.self, from: $0) }?.problem
            table.add(request.name, answer?.status ?? 0, said ?? "")
        }
        show(table, "Bad requests to /api/predict, and the answers")
        let health = try app.fetch(requestText("GET", "/health", host: "127.0.0.1")).status
        show(
            health, "afterwards /health says",
            predict: .count("After all that, we ask the application how it is. Which status does it answer?", health))

        // Two mistakes are not in the table, because they take long: an upload that stands still is ended after ten
        // seconds (status 408), and a line that is cut in the middle gets no answer, for nobody is left to hear it. The
        // tests of this chapter try them as well.
    }
}

// MARK: Helpers

/// The signature and the header of a PNG of that size.
func pngBeginning(width: UInt32, height: UInt32) -> [UInt8] {
    func bytes(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + bytes(13) + Array("IHDR".utf8) + bytes(width)
        + bytes(height) + [8, 2, 0, 0, 0]
}
