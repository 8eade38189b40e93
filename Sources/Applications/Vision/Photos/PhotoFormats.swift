// The first bytes of a file say what it is. A file that only calls itself a photo is refused after those: a film of
// four gigabytes that is named cat.jpg is not read into memory. What it is instead is said, so that one knows what to
// do.

import Common
import Foundation

/// What a file may begin with, and what it is then. "?" is any byte.
private let formats: [(beginning: [UInt8?], name: String)] = [
    (bytes("GIF8"), "a GIF"), (bytes("BM"), "a BMP"), (bytes("RIFF????WEBP"), "a WebP image"),
    (bytes("II*\0"), "a TIFF"), (bytes("MM\0*"), "a TIFF"), (bytes("????ftyphe"), "a HEIC image"),
    (bytes("????ftypmif1"), "a HEIC image"), (bytes("????ftypavif"), "an AVIF image"), (bytes("????ftyp"), "a film"),
    (bytes("RIFF????AVI"), "a film"), (bytes("8BPS"), "a Photoshop file"), (bytes("%PDF"), "a PDF"),
    (bytes("PK"), "a zip archive"),
    (bytes("<!DOCTYPE"), "a web page"), (bytes("<!doctype"), "a web page"), (bytes("<html"), "a web page"),
    (bytes("<HTML"), "a web page"), (bytes("<svg"), "an SVG"), (bytes("<?xml"), "an XML file"),
]

private func bytes(_ text: String) -> [UInt8?] { text.utf8.map { $0 == UInt8(ascii: "?") ? nil : $0 } }

/// No photo has more bytes: that would be two for each of 268 million pixels.
private let mostBytes = 512 << 20

/// The bytes of a file that begins like a PNG or a JPEG.
/// - Throws: ``PhotoProblem`` that names it, and says what it is instead.
func readPhotoFile(_ path: String) throws -> [UInt8] {
    let (descriptor, length) = try openToRead(path) { PhotoProblem(path, $0, try: adviceToOpen) }
    defer { _ = close(descriptor) }
    let start = try read(min(length, 16), from: descriptor, path, beginning: [])
    try requirePhotoBeginning(start, path)
    guard length <= mostBytes else {
        throw PhotoProblem(
            path, "its \(readable(bytes: length)) are more than a photo may have here, \(readable(bytes: mostBytes))")
    }
    return try read(length, from: descriptor, path, beginning: start)
}

/// Refuses what does not begin like a PNG or a JPEG, and says what it is instead.
func requirePhotoBeginning(_ start: [UInt8], _ name: String) throws {
    guard start.starts(with: [0xFF, 0xD8, 0xFF]) || start.starts(with: [0x89, 0x50]) else {
        throw PhotoProblem(name, "expected a JPEG or PNG image, found \(kind(start))", try: advice(start))
    }
}

private func kind(_ start: [UInt8]) -> String {
    if start.isEmpty { return "an empty file" }
    let known = formats.first { format in
        start.count >= format.beginning.count && zip(format.beginning, start).allSatisfy { $0 == nil || $0 == $1 }
    }
    return known?.name ?? "a file that begins differently"
}

private func advice(_ start: [UInt8]) -> String {
    let isPicture = ["a GIF", "a BMP", "a WebP image", "a TIFF", "a HEIC image", "an AVIF image"].contains(kind(start))
    return isPicture ? "convert it to JPEG or PNG, or remove it" : "fetch the file again, or remove it"
}

/// As many bytes of a file, of which some were read already. A file that became shorter gives what is there.
private func read(_ count: Int, from file: Int32, _ path: String, beginning: [UInt8]) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
        _ = bytes.initialize(from: beginning)
        filled = beginning.count
        while filled < count {
            let n = Foundation.read(file, bytes.baseAddress! + filled, count - filled)
            if n < 0 && errno == EINTR { continue }
            guard n >= 0 else { throw PhotoProblem(path, "cannot be read: \(reason(errno))") }
            if n == 0 { break }
            filled += n
        }
    }
}
