// Decoding one JPEG image with TurboJPEG.
//
// A JPEG stores squares of 8 × 8 pixels as sums of waves. To get a small picture, the library leaves out the finest
// waves and computes fewer pixels for each square: that takes less time than decoding all and shrinking it. What it
// reports as a warning (it goes on with whatever it has) is an error here where pixels are wrong or missing.

import CJPEG
import Foundation
import Kernels

/// What a pixel consists of.
package enum JPEGChannels: Int, Sendable {
    case grey = 1
    case rgb = 3
}

/// A JPEG file in memory whose header was read and found credible. It does not own the bytes.
package struct JPEGImage {
    package let header: JPEGHeader
    private let bytes: UnsafeRawBufferPointer

    /// - Parameter bytes: a JPEG file; they must stay where they are as long as this value is used.
    /// - Throws: `JPEGProblem` when the bytes are not a JPEG file, end before the pixels, or claim more than they can
    ///   hold.
    package init(_ bytes: UnsafeRawBufferPointer) throws {
        header = try JPEGHeader(bytes)
        try header.checkClaim(bytes)
        self.bytes = bytes
    }

    /// - Parameters:
    ///   - bytes: as above.
    ///   - header: the header of these very bytes, which was read and found credible before.
    package init(_ bytes: UnsafeRawBufferPointer, _ header: JPEGHeader) { (self.bytes, self.header) = (bytes, header) }

    /// The size that the picture is decoded to: one to four eighths of its own, the smallest that is at least so high
    /// and wide, or all of it. (The library decodes five to seven eighths too, but for these it has no loops of
    /// vectors: they take longer than all eight.)
    /// - Parameter least: nil decodes all pixels.
    package func decodedSize(atLeast least: Size2D?) -> Size2D {
        scaled(header.size, eighths(atLeast: least))
    }

    /// The upright pixels, height × width × channels bytes.
    /// - Parameters:
    ///   - channels: a picture in grey has three equal colours; a colourful one becomes grey by the usual weights.
    ///   - least: see `decodedSize`.
    /// - Throws: `JPEGProblem` when the picture is damaged, ends early, or is of a kind that the library cannot read.
    package func decoded(_ channels: JPEGChannels, atLeast least: Size2D? = nil) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: decodedSize(atLeast: least).count * channels.rawValue) {
            pixels, count in
            try decode(to: pixels.baseAddress!, channels, atLeast: least)
            count = pixels.count
        }
    }

    /// - Parameter pixels: room for the pixels of `decodedSize`.
    package func decode(to pixels: UnsafeMutablePointer<UInt8>, _ channels: JPEGChannels, atLeast least: Size2D? = nil)
        throws
    {
        let stored = scaled(header.storedSize, eighths(atLeast: least))
        guard header.orientation != .upright else { return try decode(stored, to: pixels, channels) }
        let lying = UnsafeMutablePointer<UInt8>.allocate(capacity: stored.count * channels.rawValue)
        defer { lying.deallocate() }
        try decode(stored, to: lying, channels)
        header.orientation.turn(lying, stored, channels: channels.rawValue, into: pixels)
    }

    private func eighths(atLeast least: Size2D?) -> Int {
        guard let least else { return 8 }
        return (1...4).first {
            let size = scaled(header.size, $0)
            return size.height >= least.height && size.width >= least.width
        } ?? 8
    }

    /// As the library rounds.
    private func scaled(_ size: Size2D, _ eighths: Int) -> Size2D {
        Size2D((size.height * eighths + 7) / 8, (size.width * eighths + 7) / 8)
    }
}

extension JPEGImage {
    private func decode(_ size: Size2D, to pixels: UnsafeMutablePointer<UInt8>, _ channels: JPEGChannels) throws {
        guard header.components == 4 else {
            return try decode(size, to: pixels, channels == .grey ? TJPF_GRAY : TJPF_RGB)
        }
        let inks = UnsafeMutablePointer<UInt8>.allocate(capacity: size.count * 4)
        defer { inks.deallocate() }
        try decode(size, to: inks, TJPF_CMYK)
        for i in 0..<size.count {
            let (red, green, blue) = light(inks + 4 * i)
            switch channels {
            case .grey: pixels[i] = grey(red, green, blue)
            case .rgb: (pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]) = (red, green, blue)
            }
        }
    }

    private func decode(_ size: Size2D, to pixels: UnsafeMutablePointer<UInt8>, _ format: TJPF) throws {
        guard let decoder = tjInitDecompress() else {
            throw JPEGProblem(text: "there is no memory to decode the JPEG image")
        }
        defer { tjDestroy(decoder) }
        // Should the library see another size than we do, nothing may show what was in memory before.
        pixels.initialize(repeating: 0, count: size.count * bytesPerPixel(format))
        let status = tjDecompress2(
            decoder, bytes.baseAddress!.assumingMemoryBound(to: UInt8.self), UInt(bytes.count), pixels,
            Int32(size.width),
            0, Int32(size.height), Int32(format.rawValue), 0)
        guard status != 0 else { return }
        let message = String(cString: tjGetErrorStr2(decoder))
        if tjGetErrorCode(decoder) == TJERR_WARNING.rawValue { return try judge(warning: message) }
        throw JPEGProblem.damaged(words(message))
    }

    /// Cameras and programs write files that are odd but whole: those are read. Only the first warning is told, so the
    /// end is looked for besides.
    private func judge(warning: String) throws {
        if warning.contains("Premature end of JPEG file") { throw JPEGProblem.endsEarly(bytes.count) }
        if warning.contains("Corrupt JPEG data"), !warning.contains("extraneous bytes") {
            throw JPEGProblem.damaged(words(warning))
        }
        let rest = bytes[header.firstScan...]
        guard rest.indices.dropLast().contains(where: { rest[$0] == 0xFF && rest[$0 + 1] == 0xD9 }) else {
            throw JPEGProblem.endsEarly(bytes.count)
        }
    }

    /// The library's own words, without those that we have said already.
    private func words(_ message: String) -> String {
        message.hasPrefix("Corrupt JPEG data: ") ? String(message.dropFirst(19)) : message
    }

    /// What cyan, magenta, yellow and black leave of white light.
    private func light(_ inks: UnsafePointer<UInt8>) -> (red: UInt8, green: UInt8, blue: UInt8) {
        func left(_ ink: UInt8) -> Int { header.hasInvertedInks ? Int(ink) : 255 - Int(ink) }
        let black = left(inks[3])
        func through(_ ink: UInt8) -> UInt8 { UInt8((left(ink) * black + 127) / 255) }
        return (through(inks[0]), through(inks[1]), through(inks[2]))
    }
}

private func bytesPerPixel(_ format: TJPF) -> Int { format == TJPF_GRAY ? 1 : format == TJPF_RGB ? 3 : 4 }

/// The usual weights of video, 0.299, 0.587 and 0.114, in 65536ths; equal values stay what they are.
private func grey(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
    let sum: Int = 19595 * Int(red) + 38470 * Int(green) + 7471 * Int(blue)
    return UInt8((sum + 32768) >> 16)
}
