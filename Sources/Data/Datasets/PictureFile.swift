// What kind of picture a file holds is seen in its first bytes. Its name may say something else: many a photograph on
// the web is a JPEG that is called .png.

import Foundation
import JPEGFormat
import Kernels
import PNGFormat

/// A picture's file in memory, by its content a PNG or a JPEG. It does not own the bytes.
enum PictureFile {
    case png(UnsafeRawBufferPointer)
    case jpeg(JPEGImage)

    /// - Parameter bytes: a whole file. Those of a PNG are moved together; they must not be used otherwise afterwards.
    /// - Throws: `PNGProblem` or `JPEGProblem` when it is no picture, ends early, or claims more pixels than it can
    ///   hold.
    init(_ bytes: UnsafeMutableRawBufferPointer) throws {
        if JPEGHeader.begins(.init(bytes)) {
            self = .jpeg(try JPEGImage(.init(bytes)))
        } else {
            guard bytes.starts(with: [0x89, 0x50]) else {
                let found = bytes.isEmpty ? "an empty file" : "a file that begins differently"
                throw PNGProblem(text: "expected a PNG or JPEG image, found \(found)")
            }
            self = .png(UnsafeRawBufferPointer(rebasing: bytes[..<(try PNGChunks.dropAdvice(from: bytes))]))
        }
    }

    /// Height and width of the upright picture; nil for a PNG without a header.
    var size: Size2D? {
        switch self {
        case .png(let bytes): PNGHeader(bytes)?.size
        case .jpeg(let image): image.header.size
        }
    }

    /// - Parameter fileSize: the bytes of the whole file.
    /// - Throws: `PNGProblem` when there is no header, or it claims more pixels than the file can hold, or than 268
    ///   million.
    func checkedSize(fileSize: Int) throws -> Size2D {
        guard case .png(let bytes) = self else { return size! }  // checked when it was read
        guard let header = PNGHeader(bytes) else {
            throw PNGProblem(text: "the PNG image is damaged (it has no header)")
        }
        try header.checkClaim(fileSize)
        let (pixels, overflow) = header.size.width.multipliedReportingOverflow(by: header.size.height)
        guard !overflow, pixels <= JPEGHeader.mostPixels else {
            throw PNGProblem(text: "\(header.size.inPixels) pixels are more than an image may have here, 268 million")
        }
        return header.size
    }

    /// - Parameter pixels: room for height × width × channels bytes.
    func decode(to pixels: UnsafeMutablePointer<UInt8>, _ channels: Channels) throws {
        switch self {
        case .png(let bytes): try decodePNG(bytes, to: pixels, channels == .grey ? .grey : .rgb)
        case .jpeg(let image): try image.decode(to: pixels, channels == .grey ? .grey : .rgb)
        }
    }
}

/// What is wrong with the bytes of a picture, without its file's name; nil for other errors.
func textOfProblem(_ error: any Error) -> String? { (error as? PNGProblem)?.text ?? (error as? JPEGProblem)?.text }
