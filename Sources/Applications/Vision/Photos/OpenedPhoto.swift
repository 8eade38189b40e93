// A photo is opened in two steps. First comes its size, from the header: with it a transform can choose which part it
// wants, and how large. Then come the pixels, and no more of them than are wanted.

import Common
import Foundation
import JPEGFormat
import PNGFormat
import Tensors

/// Something that a photo comes from: a file (`URL`), or a photo that is in memory already (``Photo``).
public protocol PhotoSource: Sendable {
    /// - Throws: ``PhotoProblem``, which names the file, when it is missing or no picture.
    func opened() throws -> OpenedPhoto
}

/// A photo whose size is known, and whose pixels are not decoded yet.
public struct OpenedPhoto: Sendable {
    private enum Content {
        case decoded(Photo)
        case png(PNGImage)
        case jpeg([UInt8], JPEGHeader)
    }

    /// Height and width, upright, of all pixels.
    public let size: Size2D
    /// The path of its file; of a photo in memory "a photo in memory".
    public let name: String
    private let content: Content

    /// The pixels, upright.
    /// - Parameter least: see ``Photo/init(_:atLeast:)``.
    /// - Throws: ``PhotoProblem`` when the file is damaged or ends early.
    public func photo(atLeast least: Size2D? = nil) throws -> Photo {
        try naming(name) {
            switch content {
            case .decoded(let photo): photo
            case .png(let image):
                Photo(
                    height: size.height, width: size.width,
                    pixels: image.hasOpacity ? onWhite(try image.decoded(.rgba)) : try image.decoded(.rgb))
            case .jpeg(let bytes, let header):
                try bytes.withUnsafeBytes { bytes in
                    let image = JPEGImage(bytes, header)
                    let size = image.decodedSize(atLeast: least)
                    return Photo(
                        height: size.height, width: size.width, pixels: try image.decoded(.rgb, atLeast: least))
                }
            }
        }
    }
}

extension Photo: PhotoSource {
    public func opened() -> OpenedPhoto { OpenedPhoto(self) }
}

extension OpenedPhoto: PhotoSource {
    public func opened() -> OpenedPhoto { self }
}

extension URL: PhotoSource {
    public func opened() throws -> OpenedPhoto { try OpenedPhoto(file: self) }
}

extension OpenedPhoto {
    fileprivate init(_ photo: Photo) {
        (size, name, content) = (photo.size, "a photo in memory", .decoded(photo))
    }

    /// Reads a file, and the header in it.
    fileprivate init(file: URL) throws { try self.init(readPhotoFile(file.path), name: file.path) }

    /// The bytes of a JPEG or a PNG that are in memory, such as one that came over a network. No pixel is decoded yet.
    /// - Parameter name: what messages call it.
    /// - Throws: ``PhotoProblem``, as for a file.
    public init(bytes: [UInt8], name: String) throws {
        try requirePhotoBeginning(Array(bytes.prefix(16)), name)
        try self.init(bytes, name: name)
    }

    private init(_ bytes: [UInt8], name: String) throws {
        self.name = name
        (size, content) = try naming(name) { () -> (Size2D, Content) in
            guard bytes.withUnsafeBytes({ JPEGHeader.begins($0) }) else {
                let image = try PNGImage(Data(bytes))
                guard image.header.size.count <= JPEGHeader.mostPixels else {
                    throw PNGProblem(
                        text: "\(image.header.size.inPixels) pixels are more than an image may have here, 268 million")
                }
                return (image.header.size, .png(image))
            }
            let header = try bytes.withUnsafeBytes { try JPEGImage($0).header }
            return (header.size, .jpeg(bytes, header))
        }
    }
}

/// Turns what is wrong with bytes into an error that names their file.
private func naming<Result>(_ name: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch {
        let text = (error as? PNGProblem)?.text ?? (error as? JPEGProblem)?.text
        guard let text else { throw error }
        throw PhotoProblem(name, text, try: "fetch or unpack the file again, or remove it")
    }
}

/// Pixels of red, green, blue and opacity, laid on white.
private func onWhite(_ rgba: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: rgba.count / 4 * 3) { pixels, count in
        for i in 0..<rgba.count / 4 {
            let opacity = Int(rgba[4 * i + 3])
            for channel in 0..<3 {
                let sum: Int = Int(rgba[4 * i + channel]) * opacity + 255 * (255 - opacity)
                pixels[3 * i + channel] = UInt8((sum + 127) / 255)
            }
        }
        count = pixels.count
    }
}
