// Many PNG files, one tensor.
//
// The first file says how large the images are. Then all threads decode at once, each image straight
// into its place in the result.

import Foundation
import Kernels
import Synchronization
import Tensors

/// Reads PNG files of one size.
/// - Returns: bytes [n, h, w], or [n, h, w, 3] for `.rgb`.
/// - Throws: `DatasetError` which names the first file (in the order given) that is missing, cut short,
///   damaged, no PNG, or of another size than the first.
public func readImages(_ files: Listing, channels: Channels = .grey) throws -> ByteTensor {
    guard !files.isEmpty else { throw DatasetError(files.folder, "expected images, found an empty list of files") }
    let folder = try OpenFolder(files.folder)
    let size = try sizeOfImage(files, 0, from: folder.descriptor)
    let bytes = size.width * size.height * channels.rawValue
    let shape = [files.count, size.height, size.width] + (channels == .rgb ? [3] : [])
    return try ByteTensor(shape: shape) { pixels in
        let start = pixels.baseAddress!
        try decodeAll(files, from: folder.descriptor, size) { index, png in
            try decodePNG(png, to: start + index * bytes, channels)
        }
    }
}

/// Reads PNG files of one size, from anywhere.
/// - Returns: bytes [n, h, w], or [n, h, w, 3] for `.rgb`.
/// - Throws: `DatasetError`, as for a `Listing`.
public func readImages(_ files: [URL], channels: Channels = .grey) throws -> ByteTensor {
    try readImages(Listing(folder: "/", names: files.map(\.path)), channels: channels)
}

/// Reads every file and hands it to `decode`, on all threads.
///
/// Each block stops at its first bad file, and of these the first is reported: the same one on every run.
private func decodeAll(
    _ files: Listing, from folder: Int32, _ size: ImageSize,
    _ decode: (_ index: Int, _ png: UnsafeRawBufferPointer) throws -> Void
) throws {
    let failure = Mutex<(index: Int, error: any Error)?>(nil)
    parallelFor(files.count, grain: 128) { block in
        var buffer = FileBuffer()
        for index in block {
            do {
                let png = try read(files, index, &buffer, from: folder, expecting: size)
                try decode(index, png)
            } catch {
                failure.withLock { if index < $0?.index ?? .max { $0 = (index, error) } }
                return
            }
        }
    }
    if let (index, error) = failure.withLock({ $0 }) { throw named(error, files.path(index)) }
}

/// The bytes of a PNG file whose header states the expected size.
private func read(
    _ files: Listing, _ index: Int, _ buffer: inout FileBuffer, from folder: Int32, expecting size: ImageSize
) throws -> UnsafeRawBufferPointer {
    let bytes = try buffer.read(files.names[index], from: folder)
    let count = try PNGChunks.dropAdvice(from: bytes)
    if let found = PNGChunks.size(bytes), found != size {
        throw PNGProblem(
            text: "expected \(size.width) × \(size.height) pixels like \(files.name(0)), "
                + "found \(found.width) × \(found.height)")
    }
    return UnsafeRawBufferPointer(rebasing: bytes[..<count])
}

/// The size of one image, from its header alone.
private func sizeOfImage(_ files: Listing, _ index: Int, from folder: Int32) throws -> ImageSize {
    do {
        var buffer = FileBuffer()
        let bytes = try buffer.read(files.names[index], from: folder)
        _ = try PNGChunks.dropAdvice(from: bytes)
        guard let size = PNGChunks.size(bytes), size.width > 0, size.height > 0 else {
            throw PNGProblem(text: "the PNG image is damaged (it has no header)")
        }
        guard size.width <= 1 << 15, size.height <= 1 << 15 else {
            throw PNGProblem(text: "the PNG image claims \(size.width) × \(size.height) pixels, too many to believe")
        }
        return size
    } catch {
        throw named(error, files.path(index))
    }
}

/// A problem of one image as an error that names the file.
private func named(_ error: any Error, _ path: String) -> any Error {
    guard let problem = error as? PNGProblem else { return error }
    return DatasetError(path, problem.text, try: "fetch or unpack the file again, or remove it")
}
