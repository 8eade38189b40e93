// Files that other programs wrote, beside the pixels that Pillow sees in them (Tools/others_fixtures.py).

import Foundation
import Kernels
import TestSupport
import Testing

@testable import JPEGFormat

/// The names of the files, without their ending.
let othersNames: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: fixture("Others/JPEG").path)
    return (names ?? []).filter { $0.hasSuffix(".jpg") }.map { String($0.dropLast(4)) }.sorted()
}()

func others(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: fixture("Others/JPEG/\(name)"))) }

/// The picture in `bytes`, decoded.
func decoded(_ bytes: [UInt8], _ channels: JPEGChannels = .rgb, atLeast least: Size2D? = nil) throws -> [UInt8] {
    try bytes.withUnsafeBytes { try JPEGImage($0).decoded(channels, atLeast: least) }
}

func header(_ bytes: [UInt8]) throws -> JPEGHeader { try bytes.withUnsafeBytes { try JPEGHeader($0) } }

/// What is said about bytes that cannot be read; nothing when they can.
func problem(_ bytes: [UInt8]) throws -> String {
    do {
        _ = try decoded(bytes)
        return ""
    } catch let problem as JPEGProblem { return problem.text }
}

/// The largest difference of two pictures.
func difference(_ a: [UInt8], _ b: [UInt8]) -> Int {
    a.count == b.count ? zip(a, b).map { abs(Int($0) - Int($1)) }.max() ?? 0 : 256
}

@Suite struct `JPEG files of other programs` {
    @Test func `are there, of every kind`() {
        #expect(othersNames.count == 18)
    }

    @Test(arguments: othersNames)
    func `have the pixels that Pillow sees`(_ name: String) throws {
        let pixels = try decoded(others(name + ".jpg"))
        let expected = try others(name + ".rgb")
        // Versions of the library round differently.
        #expect(difference(pixels, expected) <= 2)
    }

    @Test(arguments: 2...8)
    func `are turned upright, whichever way the camera was held`(_ way: Int) throws {
        let file = try others("pillow-turned-\(way).jpg")
        let header = try header(file)
        #expect(header.orientation == Orientation(rawValue: way))
        // What was written is 37 pixels wide and 21 high.
        #expect(header.storedSize == Size2D(21, 37))
        #expect(header.size == (way < 5 ? Size2D(21, 37) : Size2D(37, 21)))
    }

    @Test func `say what they are`() throws {
        #expect(try header(others("pillow-L.jpg")).components == 1)
        #expect(try header(others("pillow-CMYK.jpg")).components == 4)
        #expect(try header(others("pillow-progressive.jpg")).isProgressive)
        #expect(try header(others("turbojpeg-arithmetic.jpg")).isArithmetic)
        let both = try header(others("turbojpeg-arithmetic-progressive.jpg"))
        #expect(both.isProgressive && both.isArithmetic)
    }

    @Test(arguments: othersNames)
    func `become grey by the usual weights`(_ name: String) throws {
        let file = try others(name + ".jpg")
        let (grey, colour) = (try decoded(file, .grey), try decoded(file))
        let weighted = grey.indices.map { i -> UInt8 in
            let sum: Double = 0.299 * Double(colour[3 * i]) + 0.587 * Double(colour[3 * i + 1])
            return UInt8((sum + 0.114 * Double(colour[3 * i + 2])).rounded())
        }
        // The brightness is stored, the colours are computed from it, rounded, and cut off at 0 and 255.
        #expect(difference(grey, weighted) <= 2)
    }
}
