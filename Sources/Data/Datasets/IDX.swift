// MNIST's own file format.
//
// Four files hold the 70,000 digits. Each begins with a few 4-byte numbers, big end first: a magic
// number which says what follows (2051 images, 2049 labels), the count, and for images the height
// and width. After that comes one byte for each pixel or label, and nothing else. The files are
// published gzipped; zlib reads them either way.

import CZlib
import Common
import Foundation
import PNGFormat
import Tensors

/// Readers for IDX files, gzipped or not.
public enum IDX {
    static let imagesMagic = 2051
    static let labelsMagic = 2049

    /// Reads a file of images.
    /// - Returns: bytes [n, h, w]
    /// - Throws: `DatasetError` when the file is missing, of another kind, or too short or too long.
    public static func readImages(_ url: URL) throws -> ByteTensor {
        let file = try IDXFile(url)
        let shape = try file.readHeader(magic: imagesMagic, kind: "images", numbers: 3)
        return try file.readBytes(shape)
    }

    /// Reads a file of labels.
    /// - Returns: [n] labels
    /// - Throws: `DatasetError`, as for images.
    public static func readLabels(_ url: URL) throws -> [Int] {
        let file = try IDXFile(url)
        let shape = try file.readHeader(magic: labelsMagic, kind: "labels", numbers: 1)
        return try file.readBytes(shape).scalars.map(Int.init)
    }

    /// Reads images with their labels.
    /// - Throws: `DatasetError`, also when there are not as many labels as images.
    public static func readPair(images: URL, labels: URL) throws -> (images: ByteTensor, labels: [Int]) {
        let (pixels, digits) = (try readImages(images), try readLabels(labels))
        guard pixels.shape[0] == digits.count else {
            throw DatasetError(
                labels.path,
                "expected \(pixels.shape[0]) labels, one for each image in "
                    + "\(images.lastPathComponent), found \(digits.count)",
                try: "two files of the same set")
        }
        return (pixels, digits)
    }
}

/// An open IDX file.
private final class IDXFile {
    private let path: String
    private let file: gzFile

    init(_ url: URL) throws {
        path = url.path
        let (descriptor, _) = try openToRead(url.path) { DatasetError(url.path, $0) }
        guard let file = gzdopen(descriptor, "rb") else {
            close(descriptor)
            throw DatasetError(path, "cannot be read: there is too little memory")
        }
        self.file = file
        gzbuffer(file, 1 << 17)
    }

    deinit { gzclose(file) }

    /// The magic number, then the shape.
    func readHeader(magic: Int, kind: String, numbers: Int) throws -> [Int] {
        let found = try readNumber()
        guard found == magic else {
            let advice = [IDX.imagesMagic: "this is a file of images", IDX.labelsMagic: "this is a file of labels"]
            throw DatasetError(
                path, "expected an IDX file of \(kind) (magic number \(magic)), found \(found)",
                try: advice[found] ?? "one of MNIST's four files: `swift run data get mnist`")
        }
        return try (0..<numbers).map { _ in try readNumber() }
    }

    /// All bytes after the header.
    func readBytes(_ shape: [Int]) throws -> ByteTensor {
        let count = try believable(shape)
        let tensor = try ByteTensor(shape: shape) { buffer in
            let n = try read(buffer.baseAddress, count)
            guard n == count else {
                throw DatasetError(
                    path, "expected \(count) bytes after the header, for \(words(shape)), found \(n)",
                    try: "fetch the file again: it was cut short")
            }
        }
        var extra: UInt8 = 0
        guard try read(&extra, 1) == 0 else {
            throw DatasetError(path, "expected \(count) bytes after the header, for \(words(shape)), found more")
        }
        return tensor
    }

    /// The number of bytes a shape needs. A damaged header may ask for any amount of memory: more than
    /// the file can possibly hold (gzip saves at most a factor of 1032) is refused before it is taken.
    private func believable(_ shape: [Int]) throws -> Int {
        let count = shape.reduce((value: 1, overflow: false)) { product, length in
            let (value, overflow) = product.value.multipliedReportingOverflow(by: length)
            return (value, product.overflow || overflow)
        }
        let size = (try? URL(fileURLWithPath: path).resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        guard !count.overflow, canHold(size, count.value) else {
            throw DatasetError(
                path, "its header promises \(words(shape)), more than a file of \(size) bytes can hold",
                try: "fetch the file again: it was cut short")
        }
        return count.value
    }

    private func words(_ shape: [Int]) -> String {
        shape.count == 1 ? "\(shape[0]) labels" : "\(shape[0]) images of \(shape[1]) × \(shape[2])"
    }

    /// Four bytes, big end first.
    private func readNumber() throws -> Int {
        var value: UInt32 = 0
        guard try read(&value, 4) == 4 else {
            throw DatasetError(path, "expected an IDX file, but it ends within the header")
        }
        return Int(UInt32(bigEndian: value))
    }

    /// Reads up to `count` bytes; fewer at the end of the file. zlib takes at most 4 GiB at a time.
    private func read(_ target: UnsafeMutableRawPointer?, _ count: Int) throws -> Int {
        var done = 0
        while done < count {
            let n = gzread(file, target! + done, UInt32(min(count - done, 1 << 30)))
            if n == 0 { break }
            guard n > 0 else { throw DatasetError(path, "is damaged: \(zlibMessage)", try: "fetch the file again") }
            done += Int(n)
        }
        return done
    }

    private var zlibMessage: String {
        var code: Int32 = 0
        return String(cString: gzerror(file, &code))
    }
}
