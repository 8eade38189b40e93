// What the tests build upon: temporary folders, hand-made PNG, IDX and tar files.

import CZlib
import Foundation

@testable import Datasets

/// A folder that lives as long as its test.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("datasets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file, and the folders above it; without bytes it only says where the file would be.
    @discardableResult
    func write(_ path: String, _ bytes: [UInt8]?) throws -> URL {
        let file = url.appendingPathComponent(path)
        guard let bytes else { return file }
        try makeFolder(file.deletingLastPathComponent())
        try Data(bytes).write(to: file)
        return file
    }

    /// Everything below, relative to the folder, hidden files too.
    var contents: [String] {
        (FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []).sorted()
    }

    subscript(path: String) -> URL { url.appendingPathComponent(path) }
}

/// Four bytes, big end first.
func bigEndian(_ value: Int) -> [UInt8] { withUnsafeBytes(of: UInt32(value).bigEndian, Array.init) }

/// A PNG file, chunk by chunk.
struct PNG {
    var width: Int
    var height: Int
    var depth: UInt8 = 8
    /// 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA.
    var colourType: UInt8 = 0
    /// Rows without the filter byte.
    var rows: [[UInt8]]
    /// Whether the pixels come in the seven passes of Adam7.
    var isInterlaced = false
    /// Chunks between the header and the pixels.
    var extra: [(type: String, data: [UInt8])] = []

    /// A grey image of bytes.
    static func grey(_ rows: [[UInt8]]) -> PNG { PNG(width: rows[0].count, height: rows.count, rows: rows) }

    var bytes: [UInt8] {
        let header = bigEndian(width) + bigEndian(height) + [depth, colourType, 0, 0, isInterlaced ? 1 : 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.chunk("IHDR", header)
            + extra.flatMap { Self.chunk($0.type, $0.data) }
            + Self.chunk("IDAT", Self.deflated(lines.flatMap { [0] + $0 })) + Self.chunk("IEND", [])
    }

    /// The rows as they are stored.
    private var lines: [[UInt8]] { isInterlaced ? Self.passes.flatMap(lines(of:)) : rows }

    /// First column and row, and the steps between columns and between rows.
    private static let passes = [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
    ]

    private func lines(of pass: (x: Int, y: Int, dx: Int, dy: Int)) -> [[UInt8]] {
        if pass.x >= width { return [] }
        return stride(from: pass.y, to: height, by: pass.dy).map { y in
            var bits: [UInt8] = []
            for x in stride(from: pass.x, to: width, by: pass.dx) {
                for bit in x * bitsPerPixel..<(x + 1) * bitsPerPixel {
                    let byte = rows[y][bit / 8]
                    bits.append(byte >> UInt8(7 - bit % 8) & 1)
                }
            }
            return packed(bits)
        }
    }

    private var bitsPerPixel: Int { Int(depth) * [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][Int(colourType)]! }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return bigEndian(data.count) + body + bigEndian(Int(crc32(0, body, UInt32(body.count))))
    }

    private static func deflated(_ data: [UInt8]) -> [UInt8] {
        var size = compressBound(UInt(data.count))
        var result = [UInt8](repeating: 0, count: Int(size))
        compress(&result, &size, data, UInt(data.count))
        return Array(result.prefix(Int(size)))
    }
}

/// Bits as bytes, the first bit on top; the last byte is filled up with zeros.
func packed(_ bits: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bits.count, by: 8).map { start in
        var byte: UInt8 = 0
        for bit in start..<start + 8 { byte = byte << 1 | (bit < bits.count ? bits[bit] : 0) }
        return byte
    }
}

/// An IDX file of 2 × 2 images, or of labels.
enum IDXBytes {
    static func images(_ pixels: [UInt8]) -> [UInt8] {
        bigEndian(2051) + bigEndian(pixels.count / 4) + bigEndian(2) + bigEndian(2) + pixels
    }
    static func labels(_ labels: [UInt8]) -> [UInt8] { bigEndian(2049) + bigEndian(labels.count) + labels }
}

/// Bytes of a tar file, written by hand since no honest program makes hostile ones.
enum Tar {
    /// - Parameters:
    ///   - type: "0" file, "1" hard link, "2" symbolic link, "3" device, "5" folder.
    ///   - size: the size that the header claims, if another than the true one.
    static func member(
        _ name: String, _ data: [UInt8] = [], type: Character = "0", link: String = "", size: Int? = nil,
        mode: Int = 0o644
    ) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, _ offset: Int) {
            header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        put(name, 0)
        put(String(format: "%07o\0", mode) + "0000000\0" + "0000000\0", 100)
        put(String(format: "%011o\0", size ?? data.count) + "00000000000\0", 124)
        put("        " + String(type) + link, 148)
        put("ustar\u{0}00", 257)
        put(String(format: "%06o\0 ", header.reduce(0) { $0 + Int($1) }), 148)
        let padding = [UInt8](repeating: 0, count: (512 - data.count % 512) % 512)
        return header + data + padding
    }

    static func archive(_ members: [UInt8]...) -> [UInt8] {
        members.flatMap { $0 } + [UInt8](repeating: 0, count: 1024)
    }
}
