// Checksums and lengths stop most damage at the door. Here they are made to fit it.

import CZlib

/// A PNG file whose chunks have the right checksums, as far as it can be cut into chunks.
@Sendable func repairedPNG(_ bytes: [UInt8]) -> [UInt8] {
    var (bytes, place) = (bytes, 8)
    while place + 12 <= bytes.count {
        let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
        guard place + 12 + length <= bytes.count else { break }
        let body = Array(bytes[place + 4..<place + 8 + length])
        let sum = UInt32(crc32(0, body, UInt32(body.count)))
        for i in 0..<4 { bytes[place + 8 + length + i] = UInt8(truncatingIfNeeded: sum >> (24 - 8 * UInt32(i))) }
        place += 12 + length
    }
    return bytes
}

/// A safetensors file whose header ends at its last closing brace.
@Sendable func repairedSafetensors(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 8, let end = bytes.lastIndex(of: UInt8(ascii: "}")), end >= 8 else { return bytes }
    return (0..<8).map { UInt8(truncatingIfNeeded: (end - 7) >> (8 * $0)) } + bytes[8...]
}

/// A zip archive whose directory has the right checksums, as far as its entries can be found.
@Sendable func repairedZip(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    func number(_ place: Int, _ width: Int) -> Int { (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) } }
    for place in stride(from: 0, to: bytes.count - 46, by: 1) where bytes[place..<place + 4] == [0x50, 0x4B, 1, 2] {
        let (size, header) = (number(place + 20, 4), number(place + 42, 4))
        guard header + 30 <= bytes.count else { continue }
        let start = header + 30 + number(header + 26, 2) + number(header + 28, 2)
        guard start + size <= bytes.count else { continue }
        let contents = Array(bytes[start..<start + size])
        let sum = UInt32(crc32(0, contents, UInt32(size)))
        for i in 0..<4 { bytes[place + 16 + i] = UInt8(truncatingIfNeeded: sum >> (8 * UInt32(i))) }
    }
    return bytes
}

/// A tar file whose headers have the right checksums: all blocks that look like one.
@Sendable func repairedTar(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for start in stride(from: 0, to: bytes.count - 511, by: 512)
    where bytes[start + 257..<start + 262].elementsEqual("ustar".utf8) {
        for i in 148..<156 { bytes[start + i] = UInt8(ascii: " ") }
        let sum = bytes[start..<start + 512].reduce(0) { $0 + Int($1) }
        let digits = String(sum, radix: 8)
        let field = Array((String(repeating: "0", count: 6 - digits.count) + digits).utf8) + [0, UInt8(ascii: " ")]
        bytes.replaceSubrange(start + 148..<start + 156, with: field)
    }
    return bytes
}

/// What a gzip file contains.
func unzipped(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { inflateEnd(&stream) }
    var (input, output) = (bytes, [UInt8](repeating: 0, count: 1 << 16))
    return input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
            (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
            inflate(&stream, Z_FINISH)
            return Array(output.prefix(output.count - Int(stream.avail_out)))
        }
    }
}
