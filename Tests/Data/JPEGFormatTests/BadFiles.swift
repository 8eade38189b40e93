// Files that are not what they claim to be.

import Foundation
import Kernels
import Testing

@testable import JPEGFormat

/// A file with other bytes in place of some of its own.
private func changed(_ name: String, _ change: (inout [UInt8]) -> Void) throws -> [UInt8] {
    var bytes = try others(name + ".jpg")
    change(&bytes)
    return bytes
}

/// The place of the first segment of a kind.
private func place(of marker: UInt8, in bytes: [UInt8]) -> Int {
    bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == marker }!
}

@Suite struct `Bad JPEG files` {
    @Test(arguments: othersNames)
    func `that end anywhere are refused`(_ name: String) throws {
        let file = try others(name + ".jpg")
        for count in 0..<file.count {
            let text = try problem(Array(file.prefix(count)))
            #expect(!text.isEmpty, "the first \(count) of \(file.count) bytes")
            if count < 3 { continue }
            #expect(text.contains("ends early") || text.contains("damaged"), "\(text)")
        }
    }

    @Test func `of another kind are named`() throws {
        #expect(try problem([]) == "expected a JPEG image, found an empty file")
        for text in ["GIF89a", "<html>", "\u{89}PNG"] {
            #expect(try problem(Array(text.utf8)) == "expected a JPEG image, found a file that begins differently")
        }
    }

    @Test(
        arguments: [("pillow-RGB", 0xC0), ("pillow-progressive", 0xC2), ("turbojpeg-arithmetic", 0xC9)]
            as [(String, UInt8)])
    func `that claim more pixels than they can hold get no memory`(_ name: String, _ marker: UInt8) throws {
        let file = try changed(name) { bytes in
            let frame = place(of: marker, in: bytes)
            bytes.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xDC, 0xFF, 0xDC])
        }
        #expect(try problem(file) == "the JPEG image claims 65500 × 65500 pixels, more than its file can hold")
    }

    @Test func `of many pixels are refused even where the file is large enough`() throws {
        let file = try changed("pillow-L") { bytes in
            let frame = place(of: 0xC0, in: bytes)
            bytes.replaceSubrange(frame + 5..<frame + 9, with: [0x50, 0, 0x50, 0])
            bytes += [UInt8](repeating: 0, count: 1 << 20)
        }
        #expect(try problem(file).contains("20480 × 20480 pixels are more than an image may have here"))
    }

    @Test func `without a size are damaged`() throws {
        let flat = try changed("pillow-RGB") { bytes in
            bytes.replaceSubrange(place(of: 0xC0, in: bytes) + 5..<place(of: 0xC0, in: bytes) + 7, with: [0, 0])
        }
        #expect(try problem(flat) == "the JPEG image is damaged (its size is 37 × 0)")
        let headless = try changed("pillow-RGB") { $0[place(of: 0xC0, in: $0) + 1] = 0xFE }
        #expect(try problem(headless) == "the JPEG image is damaged (it has no size)")
        #expect(try problem([0xFF, 0xD8, 0xFF, 0xD9]) == "the JPEG image is damaged (it has no pixels)")
    }

    @Test func `of kinds that nobody reads say so`() throws {
        // Lossless; twelve bits for each number; two components.
        let lossless = try changed("pillow-RGB") { $0[place(of: 0xC0, in: $0) + 1] = 0xC3 }
        #expect(try problem(lossless).contains("damaged (Unsupported JPEG process"))
        let twelve = try changed("pillow-RGB") { $0[place(of: 0xC0, in: $0) + 4] = 12 }
        #expect(try problem(twelve).contains("precision 12"))
        let two = try changed("pillow-RGB") { bytes in
            let frame = place(of: 0xC0, in: bytes)
            bytes[frame + 9] = 2
            bytes[frame + 3] -= 3
            bytes.removeSubrange(frame + 16..<frame + 19)
        }
        #expect(try problem(two) == "expected a JPEG image of 1, 3 or 4 components, found 2")
    }

    @Test func `with impossible segments are damaged`() throws {
        let short = try changed("pillow-RGB") { bytes in
            bytes.replaceSubrange(place(of: 0xDB, in: bytes) + 2..<place(of: 0xDB, in: bytes) + 4, with: [0, 1])
        }
        #expect(try problem(short) == "the JPEG image is damaged (a segment has a length of 1)")
        let cut = try changed("pillow-RGB") { $0[place(of: 0xC0, in: $0) + 9] = 4 }
        #expect(try problem(cut) == "the JPEG image is damaged (its frame is cut)")
        let sampled = try changed("pillow-RGB") { $0[place(of: 0xC0, in: $0) + 11] = 0x50 }
        #expect(try problem(sampled).contains("sampled in no possible way"))
    }

    @Test func `that repeat scans for ever are refused`() throws {
        let file = try changed("pillow-progressive") { bytes in
            let scan = bytes[place(of: 0xDA, in: bytes)..<bytes.count - 2]
            for _ in 0..<100 { bytes.insert(contentsOf: scan, at: bytes.count - 2) }
        }
        #expect(try problem(file).contains("more than 100 scans"))
    }

    @Test func `with wrong pixels are damaged`() throws {
        let file = try changed("pillow-restarts") { bytes in
            let first = place(of: 0xD0, in: bytes)
            bytes[first + 1] = 0xD5
        }
        #expect(try problem(file) == "the JPEG image is damaged (found marker 0xd5 instead of RST0)")
    }
}

@Suite struct `Odd JPEG files` {
    @Test func `with something after their end are read`() throws {
        let file = try changed("pillow-RGB") { $0 += Array("and more".utf8) }
        #expect(try decoded(file) == decoded(others("pillow-RGB.jpg")))
    }

    @Test func `with something between their segments or before their end are read`() throws {
        let plain = try decoded(others("pillow-RGB.jpg"))
        let between = try changed("pillow-RGB") { $0.insert(contentsOf: [7, 7, 7], at: place(of: 0xC0, in: $0)) }
        #expect(try decoded(between) == plain)
        let before = try changed("pillow-RGB") { $0.insert(contentsOf: [7, 7, 7], at: $0.count - 2) }
        #expect(try decoded(before) == plain)
        // The first oddity must not hide that the end is missing.
        #expect(try problem(Array(before.dropLast(2))).contains("ends early"))
        #expect(try problem(Array(between.dropLast(2))).contains("ends early"))
    }

    @Test func `are written with the words of the library where they cannot be`() throws {
        let wide = [UInt8](repeating: 0, count: 70_000)
        #expect(throws: JPEGProblem.self) { try encodedJPEG(wide, width: 70_000, height: 1, .grey) }
    }
}
