// What a PNG file is made of.
//
// Eight bytes of signature, then chunks: a length (4 bytes, big end first), a type (4 letters), that
// many bytes of data, and a checksum (4 bytes). The first chunk is the header, IHDR; the
// pixels, compressed, are in IDAT; the last one is IEND.
//
// A type with a lower-case first letter marks a chunk that a reader may skip. Some of these hold advice about
// showing the picture (gamma, colour profile, transparency), which libpng's simplified
// interface would follow and so change the values. A data set wants the values as stored, so these
// chunks are dropped before libpng sees the file. That also makes it plain where a file was cut off.

import Foundation

/// What goes wrong with the bytes of one image. The caller adds the file's name.
package struct PNGProblem: Error {
    package var text: String

    package init(text: String) { self.text = text }

    static let tooFewPixels = PNGProblem(text: "the PNG image is damaged (its pixels do not fill its size)")
}

/// The chunks of a PNG file in memory.
package enum PNGChunks {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Moves the chunks that make up the pixels together, and leaves out the others.
    /// - Parameter keepsTransparency: whether the chunk that says which colours are transparent stays too.
    /// - Returns: the number of bytes that remain, at the front of `bytes`.
    /// - Throws: `PNGProblem` when the bytes are not a PNG file, or end early.
    package static func dropAdvice(
        from bytes: UnsafeMutableRawBufferPointer, keepsTransparency: Bool = false
    ) throws -> Int {
        guard bytes.starts(with: signature) else { throw PNGProblem(text: "expected a PNG image, \(found(bytes))") }
        var (source, target) = (signature.count, signature.count)
        while source + 12 <= bytes.count {
            let length = 12 + Int(number(.init(bytes), source))
            let type = number(.init(bytes), source + 4)
            guard source + length <= bytes.count else { break }
            if type & 0x2000_0000 == 0 || keepsTransparency && type == code("tRNS") {
                if source != target { copy(bytes, from: source, to: target, count: length) }
                target += length
            }
            if type == code("IEND") { return target }
            source += length
        }
        throw PNGProblem(text: "the PNG image ends early: its \(bytes.count) bytes stop before its end marker")
    }

    /// The data of all chunks of a type, one after the other. The file must be whole.
    static func data(_ type: String, of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var (result, place): ([UInt8], Int) = ([], signature.count)
        while place + 12 <= bytes.count {
            let length = Int(number(bytes, place))
            if number(bytes, place + 4) == code(type) { result += bytes[place + 8..<place + 8 + length] }
            place += 12 + length
        }
        return result
    }

    /// A type as the number that its four letters are.
    static func code(_ type: String) -> UInt32 { type.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

    /// Four bytes, big end first.
    static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    private static func copy(_ bytes: UnsafeMutableRawBufferPointer, from: Int, to: Int, count: Int) {
        (bytes.baseAddress! + to).copyMemory(from: bytes.baseAddress! + from, byteCount: count)
    }

    private static func found(_ bytes: UnsafeMutableRawBufferPointer) -> String {
        bytes.isEmpty ? "found an empty file" : "found a file that begins differently"
    }
}
