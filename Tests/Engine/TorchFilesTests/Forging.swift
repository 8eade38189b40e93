// Making pickles and archives by hand, to break them.

import CZlib
import Foundation

/// So many little-endian bytes of a number.
func bytes(_ number: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }

/// Steps of a pickle.
enum Pickle {
    static func text(_ text: String) -> [UInt8] { Array("X".utf8) + bytes(text.utf8.count, 4) + Array(text.utf8) }
    static func name(_ module: String, _ name: String) -> [UInt8] { Array("c\(module)\n\(name)\n".utf8) }
    static func int(_ number: Int) -> [UInt8] { [0x8A, 8] + bytes(number, 8) }
    static func tuple(_ items: [[UInt8]]) -> [UInt8] { Array("(".utf8) + items.flatMap { $0 } + Array("t".utf8) }

    /// A tensor, as `torch.save` describes it.
    static func tensor(
        key: String = "0", type: String = "FloatStorage", count: Int = 4, offset: Int = 0, shape: [Int] = [4],
        strides: [Int] = [1]
    ) -> [UInt8] {
        let storage = tuple([text("storage"), name("torch", type), text(key), text("cpu"), int(count)])
        return name("torch._utils", "_rebuild_tensor_v2")
            + tuple([storage + Array("Q".utf8), int(offset), tuple(shape.map(int)), tuple(strides.map(int))])
            + Array("R".utf8)
    }

    /// A dictionary of objects, as a whole pickle.
    static func dictionary(_ entries: [(String, [UInt8])]) -> [UInt8] {
        whole(Array("}(".utf8) + entries.flatMap { text($0.0) + $0.1 } + Array("u".utf8))
    }

    static func whole(_ steps: [UInt8]) -> [UInt8] { [0x80, 2] + steps + Array(".".utf8) }
}

/// An archive with stored entries.
struct Zip {
    struct Entry {
        var name: String
        var contents: [UInt8]
        var checksum: Int?
        var method = 0
        var flags = 0
        /// What the directory says of its place, and size.
        var place: Int?
        var size: Int?
        /// Puts sizes and place into the field for large numbers.
        var isWide = false
        var localName: String?
    }
    var entries: [Entry]
    var hasWideEnd = false
    var directoryPlace: Int?

    /// What PyTorch writes for one storage of four floats.
    init(_ pickle: [UInt8], storage: [Float] = [1, 2, 3, 4]) {
        entries = [
            Entry(name: "archive/data.pkl", contents: pickle),
            Entry(name: "archive/byteorder", contents: Array("little".utf8)),
            Entry(name: "archive/data/0", contents: storage.flatMap { bytes(Int($0.bitPattern), 4) }),
        ]
    }

    var data: [UInt8] {
        var (data, directory): ([UInt8], [UInt8]) = ([], [])
        for entry in entries {
            let (name, local) = (Array(entry.name.utf8), Array((entry.localName ?? entry.name).utf8))
            let sum = entry.checksum ?? Int(crc32(0, entry.contents, UInt32(entry.contents.count)))
            let (place, size) = (entry.place ?? data.count, entry.size ?? entry.contents.count)
            let head = bytes(entry.flags, 2) + bytes(entry.method, 2) + bytes(0, 4) + bytes(sum, 4)
            data += Array("PK\u{3}\u{4}".utf8) + bytes(20, 2) + head + bytes(size, 4) + bytes(size, 4)
            data += bytes(local.count, 2) + bytes(0, 2) + local + entry.contents
            let extra =
                entry.isWide ? bytes(1, 2) + bytes(24, 2) + bytes(size, 8) + bytes(size, 8) + bytes(place, 8) : []
            let narrow = entry.isWide ? 0xFFFF_FFFF : size
            directory += Array("PK\u{1}\u{2}".utf8) + bytes(20, 2) + bytes(20, 2) + head + bytes(narrow, 4)
            directory += bytes(narrow, 4) + bytes(name.count, 2) + bytes(extra.count, 2) + bytes(0, 10)
            directory += bytes(entry.isWide ? 0xFFFF_FFFF : place, 4) + name + extra
        }
        return data + directory + end(directoryPlace ?? data.count, directory.count, after: data.count)
    }

    private func end(_ place: Int, _ size: Int, after dataCount: Int) -> [UInt8] {
        let count = bytes(entries.count, 2)
        let narrow = (hasWideEnd ? 0xFFFF_FFFF : size, hasWideEnd ? 0xFFFF_FFFF : place)
        let last = Array("PK\u{5}\u{6}".utf8) + bytes(0, 4) + count + count + bytes(narrow.0, 4) + bytes(narrow.1, 4)
        guard hasWideEnd else { return last + bytes(0, 2) }
        let wide = Array("PK\u{6}\u{6}".utf8) + bytes(44, 8) + bytes(0, 12) + bytes(entries.count, 8)
        let here = dataCount + size
        return wide + bytes(entries.count, 8) + bytes(size, 8) + bytes(place, 8) + Array("PK\u{6}\u{7}".utf8)
            + bytes(0, 4) + bytes(here, 8) + bytes(1, 4) + last + bytes(0, 2)
    }
}
