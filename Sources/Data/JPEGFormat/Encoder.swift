// Writing an image as a JPEG file in memory: for data sets that are generated, and for tests.

import CJPEG
import Foundation
import Kernels

/// How a picture is written.
package struct JPEGOptions: Sendable {
    /// From 1 to 100: how closely the waves of a picture are kept.
    package var quality = 90
    /// Whether colours are stored for squares of 2 × 2 pixels, as cameras do, and only brightness for each.
    package var sharesColours = true
    /// Whether the file has several scans, first a blurred picture, then a sharper one.
    package var isProgressive = false
    /// What the file says of how to turn the picture. The pixels are stored as they are given.
    package var orientation = Orientation.upright

    package init() {}
}

/// What the pixels to be written consist of.
package enum JPEGSource: Int, Sendable {
    case grey = 1
    case rgb = 3
    /// What cyan, magenta, yellow and black leave of white light, as Adobe's programs store it.
    case inks = 4
}

/// A JPEG file of bytes, row by row.
/// - Parameter pixels: width × height × channels bytes.
/// - Throws: `JPEGProblem` with the library's own words.
package func encodedJPEG(
    _ pixels: [UInt8], width: Int, height: Int, _ source: JPEGSource, options: JPEGOptions = JPEGOptions()
) throws -> Data {
    precondition(
        width > 0 && height > 0 && pixels.count == width * height * source.rawValue
            && (1...100).contains(options.quality),
        "encodedJPEG: \(pixels.count) bytes for \(width) × \(height) × \(source.rawValue), quality \(options.quality)")
    guard let encoder = tjInitCompress() else { throw JPEGProblem(text: "there is no memory to write a JPEG image") }
    defer { tjDestroy(encoder) }
    let (format, colours): (TJPF, TJSAMP) =
        switch source {
        case .grey: (TJPF_GRAY, TJSAMP_GRAY)
        case .rgb: (TJPF_RGB, options.sharesColours ? TJSAMP_420 : TJSAMP_444)
        case .inks: (TJPF_CMYK, options.sharesColours ? TJSAMP_420 : TJSAMP_444)
        }
    var count = tjBufSize(Int32(width), Int32(height), Int32(colours.rawValue))
    let flags = TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT | (options.isProgressive ? TJFLAG_PROGRESSIVE : 0)
    var file = [UInt8](repeating: 0, count: Int(count))
    let status = file.withUnsafeMutableBufferPointer { file in
        var start = file.baseAddress
        return tjCompress2(
            encoder, pixels, Int32(width), 0, Int32(height), Int32(format.rawValue), &start, &count,
            Int32(colours.rawValue), Int32(options.quality), flags)
    }
    guard status == 0 else {
        throw JPEGProblem(text: "the JPEG image cannot be written (\(String(cString: tjGetErrorStr2(encoder))))")
    }
    let isTurned = options.orientation != .upright
    return Data(file[..<2]) + (isTurned ? options.orientation.segment : []) + Data(file[2..<Int(count)])
}
