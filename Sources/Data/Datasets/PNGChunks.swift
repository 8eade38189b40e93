// What a PNG file is made of.
//
// Eight bytes of signature, then chunks: a length (4 bytes, big end first), a type (4 letters), that
// many bytes of data, and a checksum (4 bytes). The first chunk is the header, IHDR; the
// pixels, compressed, lie in IDAT; the last one is IEND.
//
// A type with a small first letter marks a chunk that a reader may skip. Some of these hold advice about
// showing the picture (gamma, colour profile, transparency), which libpng's simplified
// interface would follow and so change the values. A data set wants the values as stored, so these
// chunks are dropped before libpng sees the file. That also makes it plain where a file was cut off.

/// What goes wrong with the bytes of one image. The caller adds the file's name.
struct PNGProblem: Error {
    var text: String
}

/// The size of an image, in pixels.
struct ImageSize: Equatable {
    var width: Int
    var height: Int
}

/// The chunks of a PNG file in memory.
enum PNGChunks {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let end: UInt32 = 0x4945_4E44  // "IEND"
    private static let header: UInt32 = 0x4948_4452  // "IHDR"

    /// Moves the chunks that make up the pixels together, and leaves out the others.
    /// - Returns: the number of bytes that remain, at the front of `bytes`.
    /// - Throws: `PNGProblem` when the bytes are no PNG file, or end early.
    static func dropAdvice(from bytes: UnsafeMutableRawBufferPointer) throws -> Int {
        guard bytes.starts(with: signature) else { throw PNGProblem(text: "expected a PNG image, \(found(bytes))") }
        var (source, target) = (signature.count, signature.count)
        while source + 12 <= bytes.count {
            let length = 12 + Int(number(bytes, source))
            let type = number(bytes, source + 4)
            guard source + length <= bytes.count else { break }
            if type & 0x2000_0000 == 0 {
                if source != target { copy(bytes, from: source, to: target, count: length) }
                target += length
            }
            if type == end { return target }
            source += length
        }
        throw PNGProblem(text: "the PNG image ends early: its \(bytes.count) bytes stop before its end marker")
    }

    /// The size which the header states; nil when the bytes do not begin with one.
    static func size(_ bytes: UnsafeMutableRawBufferPointer) -> ImageSize? {
        guard bytes.count >= 24, number(bytes, 12) == header else { return nil }
        return ImageSize(width: Int(number(bytes, 16)), height: Int(number(bytes, 20)))
    }

    /// Four bytes, big end first.
    private static func number(_ bytes: UnsafeMutableRawBufferPointer, _ offset: Int) -> UInt32 {
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    private static func copy(_ bytes: UnsafeMutableRawBufferPointer, from: Int, to: Int, count: Int) {
        (bytes.baseAddress! + to).copyMemory(from: bytes.baseAddress! + from, byteCount: count)
    }

    private static func found(_ bytes: UnsafeMutableRawBufferPointer) -> String {
        bytes.isEmpty ? "found an empty file" : "found a file that begins differently"
    }
}
