// Many files of pictures, one tensor.
//
// The first file says how large the images are. Then all threads decode at once, each image straight
// into its place in the result.

import Common
import Foundation
import Kernels
import Synchronization
import Tensors

/// What a pixel consists of.
public enum Channels: Int, Sendable {
    case grey = 1
    case rgb = 3
}

/// Reads PNG and JPEG files of one size. A JPEG is turned upright, where its file says how the camera was held.
/// - Returns: bytes [n, h, w], or [n, h, w, 3] for `.rgb`.
/// - Throws: `DatasetError` that names the first file (in the order given) that is missing, cut short,
///   damaged, no picture, or of another size than most of the others; or which says that there are more pixels than
///   memory.
public func readImages(_ files: Listing, channels: Channels = .grey) throws -> ByteTensor {
    guard !files.isEmpty else { throw DatasetError(files.folder, "expected images, found an empty list of files") }
    let folder = try OpenFolder(files.folder)
    let size = try sizeOfImage(files, 0, from: folder.descriptor)
    let bytes = size.width * size.height * channels.rawValue
    try checkRoom(for: bytes, size, files, folder.descriptor)
    let shape = [files.count, size.height, size.width] + (channels == .rgb ? [3] : [])
    return try ByteTensor(shape: shape) { pixels in
        let start = pixels.baseAddress!
        try decodeAll(files, from: folder.descriptor, size) { index, picture in
            try picture.decode(to: start + index * bytes, channels)
        }
    }
}

/// Reads PNG and JPEG files of one size, from anywhere.
/// - Returns: bytes [n, h, w], or [n, h, w, 3] for `.rgb`.
/// - Throws: `DatasetError`, as for a `Listing`.
public func readImages(_ files: [URL], channels: Channels = .grey) throws -> ByteTensor {
    try readImages(Listing(folder: "/", names: files.map(\.path)), channels: channels)
}

/// Reads every file and hands it to `decode`, on all threads.
///
/// Each block stops at its first bad file, and of these the first is reported: the same one on every run.
private func decodeAll(
    _ files: Listing, from folder: Int32, _ size: Size2D,
    _ decode: (_ index: Int, _ picture: PictureFile) throws -> Void
) throws {
    let failure = Mutex<(index: Int, error: any Error)?>(nil)
    parallelFor(files.count, grain: 128) { block in
        var buffer = FileBuffer()
        for index in block {
            do {
                let picture = try PictureFile(buffer.read(files.names[index], from: folder))
                if let found = picture.size, found != size { throw OtherSize() }
                try decode(index, picture)
            } catch {
                failure.withLock { if index < $0?.index ?? .max { $0 = (index, error) } }
                return
            }
        }
    }
    guard let (index, error) = failure.withLock({ $0 }) else { return }
    if error is OtherSize { try checkSizes(files, folder) }
    throw named(error, files.path(index))
}

/// An image is not as large as the first one. Which of the two is the odd one out is found out afterwards.
private struct OtherSize: Error {}

/// The size of one image, from its header alone.
private func sizeOfImage(_ files: Listing, _ index: Int, from folder: Int32) throws -> Size2D {
    do {
        var buffer = FileBuffer()
        let bytes = try buffer.read(files.names[index], from: folder)
        return try PictureFile(bytes).checkedSize(fileSize: bytes.count)
    } catch {
        throw named(error, files.path(index))
    }
}

// MARK: Before much memory is taken

/// This much memory is taken on the word of the first header. Before more is taken, all headers are read.
private let trusted = 256 << 20

/// - Parameter bytes: what one image takes, when all have the size of the first.
private func checkRoom(for bytes: Int, _ size: Size2D, _ files: Listing, _ folder: Int32) throws {
    let (total, overflow) = bytes.multipliedReportingOverflow(by: files.count)
    if !overflow, total <= trusted { return }
    try checkSizes(files, folder)
    guard !overflow, total <= Int(ProcessInfo.processInfo.physicalMemory) else {
        throw DatasetError(
            files.folder,
            "\(counted(files.count, "image")) of \(size.inPixels) pixels take \(overflow ? "far" : readable(bytes: total) + ",") more memory "
                + "than this machine has", try: "fewer images, or smaller ones")
    }
}

/// - Throws: `DatasetError` that names the first image that is not as large as most of the others.
private func checkSizes(_ files: Listing, _ folder: Int32) throws {
    let sizes = try files.names.indices.map { try sizeOfImage(files, $0, from: folder) }
    let counts = Dictionary(grouping: sizes, by: \.self).mapValues(\.count)
    // Where two sizes are equally common, that of the first image is the expected one.
    let usual = sizes.max { counts[$0]! < counts[$1]! }!
    let most = counts[sizes[0]] == counts[usual] ? sizes[0] : usual
    guard let odd = sizes.firstIndex(where: { $0 != most }) else { return }
    let like = files.name(sizes.firstIndex(of: most)!)
    throw DatasetError(
        files.path(odd), "expected \(most.inPixels) pixels like \(like) and most others, found \(sizes[odd].inPixels)",
        try: "remove it, or bring all images to one size")
}

/// A problem of one image as an error that names the file.
private func named(_ error: any Error, _ path: String) -> any Error {
    guard let problem = textOfProblem(error) else { return error }
    return DatasetError(path, problem, try: "fetch or unpack the file again, or remove it")
}
