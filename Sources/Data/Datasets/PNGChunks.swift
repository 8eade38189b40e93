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

    static let tooFewPixels = PNGProblem(text: "the PNG image is damaged (its pixels do not fill its size)")
}

/// The size of an image, in pixels.
struct ImageSize: Hashable, CustomStringConvertible {
    var width: Int
    var height: Int

    var description: String { "\(width) × \(height)" }
}

/// What the first chunk of a PNG file says.
struct PNGHeader {
    let size: ImageSize
    /// Bits a channel: 1, 2, 4, 8 or 16.
    let depth: UInt8
    /// 0 grey, 2 colour, 3 a palette's numbers, 4 grey with opacity, 6 colour with opacity.
    let colourType: UInt8
    let isInterlaced: Bool

    /// Numbers a pixel.
    var samples: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colourType] ?? 4 }

    /// nil when the bytes do not begin with a header.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 29, let size = PNGChunks.size(bytes) else { return nil }
        (self.size, depth, colourType, isInterlaced) = (size, bytes[24], bytes[25], bytes[28] != 0)
    }

    /// Whether so many bytes of file can hold so many pixels: a file that claims more is refused before memory is
    /// taken for it.
    func fits(in bytes: Int) -> Bool {
        let (pixels, overflow) = size.width.multipliedReportingOverflow(by: size.height)
        return !overflow && canHold(bytes, (pixels + 7) / 8)
    }
}

/// Whether `packed` bytes can unpack to `count`: the compression of PNG and gzip saves at most a factor of 1032.
func canHold(_ packed: Int, _ count: Int) -> Bool { count / 1032 <= packed }

/// The chunks of a PNG file in memory.
enum PNGChunks {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let end: UInt32 = 0x4945_4E44  // "IEND"
    private static let header: UInt32 = 0x4948_4452  // "IHDR"
    private static let data: UInt32 = 0x4944_4154  // "IDAT"

    /// Moves the chunks that make up the pixels together, and leaves out the others.
    /// - Returns: the number of bytes that remain, at the front of `bytes`.
    /// - Throws: `PNGProblem` when the bytes are no PNG file, or end early.
    static func dropAdvice(from bytes: UnsafeMutableRawBufferPointer) throws -> Int {
        guard bytes.starts(with: signature) else { throw PNGProblem(text: "expected a PNG image, \(found(bytes))") }
        var (source, target) = (signature.count, signature.count)
        while source + 12 <= bytes.count {
            let length = 12 + Int(number(.init(bytes), source))
            let type = number(.init(bytes), source + 4)
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
    static func size(_ bytes: UnsafeRawBufferPointer) -> ImageSize? {
        guard bytes.count >= 24, number(bytes, 12) == header else { return nil }
        return ImageSize(width: Int(number(bytes, 16)), height: Int(number(bytes, 20)))
    }

    /// The compressed pixels of a file without chunks of advice, put together from its data chunks.
    static func pixelData(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var (result, place): ([UInt8], Int) = ([], signature.count)
        while place + 12 <= bytes.count {
            let length = Int(number(bytes, place))
            if number(bytes, place + 4) == data { result += bytes[place + 8..<place + 8 + length] }
            place += 12 + length
        }
        return result
    }

    /// Four bytes, big end first.
    private static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    private static func copy(_ bytes: UnsafeMutableRawBufferPointer, from: Int, to: Int, count: Int) {
        (bytes.baseAddress! + to).copyMemory(from: bytes.baseAddress! + from, byteCount: count)
    }

    private static func found(_ bytes: UnsafeMutableRawBufferPointer) -> String {
        bytes.isEmpty ? "found an empty file" : "found a file that begins differently"
    }
}
