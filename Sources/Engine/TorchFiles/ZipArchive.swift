// # A zip archive, as PyTorch writes it
//
//     for each entry    header, name, filling, its bytes           at the front, one after the other
//     the directory     for each entry name, size, checksum, place
//     the end           where the directory is                     in the last bytes; twice, for large files
//
// PyTorch does not compress: an entry's bytes are in the file as they are, the numbers of a storage at a multiple of
// 64. What the directory says is checked as a whole before anything is read: every entry lies in the file, none on
//     another,
// no name occurs twice.

/// The entries of an archive, and where their bytes are.
struct ZipArchive {
    static let start = Array("PK\u{3}\u{4}".utf8)

    struct Entry {
        let name: String
        let checksum: UInt32
        /// Where its header is.
        let header: Int
        /// Its bytes in the file; fewer than it has if it is compressed.
        let size: Int
        let isCompressed: Bool
        /// Where its bytes are in the file.
        var range: Range<Int> = 0..<0
    }

    let entries: [String: Entry]

    /// A directory of more bytes is refused; it has about 60 for a tensor.
    private static let longestDirectory = 16 << 20

    init(_ source: TorchSource) throws {
        let directory = try ZipEnd(source).directory
        guard directory.count <= Self.longestDirectory else {
            throw BrokenTorchFile("its directory of \(directory.count) bytes is beyond the limit")
        }
        var reader = ZipDirectory(bytes: try source.bytes(directory))
        var found: [Entry] = []
        while let entry = try reader.next() { found.append(entry) }
        found.sort { ($0.header, $0.size) < ($1.header, $1.size) }
        var (entries, end): ([String: Entry], Int) = ([:], 0)
        for var entry in found {
            guard entry.header >= end else { throw BrokenTorchFile("entry \(shown(entry.name)) lies on another one") }
            entry.range = try entry.place(in: source, before: directory.lowerBound)
            end = entry.range.upperBound
            guard entries.updateValue(entry, forKey: entry.name) == nil else {
                throw BrokenTorchFile("there are two entries \(shown(entry.name))")
            }
        }
        self.entries = entries
    }
}

extension ZipArchive.Entry {
    /// Where its bytes are: after its own header, which must say the same name as the directory.
    fileprivate func place(in source: TorchSource, before limit: Int) throws -> Range<Int> {
        let nameLength = name.utf8.count
        guard header <= limit, 30 + nameLength <= limit - header else { throw outside }
        let bytes = try source.bytes(header..<header + 30 + nameLength)
        guard bytes.starts(with: ZipArchive.start), number(bytes[26..<28]) == nameLength,
            bytes[30...].elementsEqual(name.utf8)
        else { throw BrokenTorchFile("entry \(shown(name)) has another header than the directory says") }
        let start = header + 30 + nameLength + Int(number(bytes[28..<30]))
        guard start <= limit, size <= limit - start else { throw outside }
        return start..<start + size
    }

    private var outside: BrokenTorchFile {
        BrokenTorchFile("entry \(shown(name)) reaches beyond the end of the entries")
    }
}

/// Reads the directory, entry by entry.
private struct ZipDirectory {
    let bytes: [UInt8]
    var place = 0

    mutating func next() throws -> ZipArchive.Entry? {
        guard place < bytes.count else { return nil }
        let fixed = try take(46)
        func field(_ offset: Int, _ width: Int) -> UInt64 {
            number(fixed[fixed.startIndex + offset..<fixed.startIndex + offset + width])
        }
        guard field(0, 4) == 0x0201_4B50 else { throw BrokenTorchFile("its directory is damaged") }
        guard let name = String(validating: try take(Int(field(28, 2))), as: UTF8.self) else {
            throw BrokenTorchFile("the name of an entry is not UTF-8")
        }
        var wide = try ZipExtra(try take(Int(field(30, 2))), entry: name)
        _ = try take(Int(field(32, 2)))
        guard field(8, 2) & 1 == 0 else { throw BrokenTorchFile("entry \(shown(name)) is encrypted") }
        let whole = try wide.value(field(24, 4))
        let (size, isCompressed) = (try wide.value(field(20, 4)), field(10, 2) != 0)
        guard isCompressed || whole == size else {
            throw BrokenTorchFile("entry \(shown(name)) has two different sizes")
        }
        return ZipArchive.Entry(
            name: name, checksum: UInt32(field(16, 4)), header: try wide.value(field(42, 4)), size: size,
            isCompressed: isCompressed)
    }

    private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count <= bytes.count - place else { throw BrokenTorchFile("its directory is cut short") }
        defer { place += count }
        return bytes[place..<place + count]
    }
}

/// The field of an entry that has the numbers which need more than 32 bits.
private struct ZipExtra {
    private var numbers: [UInt64] = []
    private let entry: String

    init(_ bytes: ArraySlice<UInt8>, entry: String) throws {
        self.entry = entry
        var rest = bytes
        while rest.count >= 4 {
            let (kind, length) = (number(rest.prefix(2)), Int(number(rest.dropFirst(2).prefix(2))))
            rest = rest.dropFirst(4)
            guard length <= rest.count else {
                throw BrokenTorchFile("entry \(shown(entry)) has a field that is cut short")
            }
            if kind == 1 {
                numbers = stride(from: 0, to: length / 8 * 8, by: 8).map { number(rest.dropFirst($0).prefix(8)) }
            }
            rest = rest.dropFirst(length)
        }
    }

    /// A number of 32 bits; where all of them are set, the next of the wide ones.
    mutating func value(_ narrow: UInt64) throws -> Int {
        guard narrow == 0xFFFF_FFFF else { return Int(narrow) }
        guard !numbers.isEmpty, let value = Int(exactly: numbers.removeFirst()) else {
            throw BrokenTorchFile("entry \(shown(entry)) has a size that cannot be")
        }
        return value
    }
}

/// The last bytes of an archive, which say where its directory is.
private struct ZipEnd {
    let directory: Range<Int>

    init(_ source: TorchSource) throws {
        // Behind these 22 bytes, there may be a comment.
        let tail = max(0, source.length - 22 - 0xFFFF)
        let bytes = try source.bytes(tail..<source.length)
        let last = stride(from: bytes.count - 22, through: 0, by: -1).first { start in
            bytes[start...].starts(with: Array("PK\u{5}\u{6}".utf8))
                && start + 22 + Int(number(bytes[start + 20..<start + 22])) == bytes.count
        }
        guard let last else { throw BrokenTorchFile("it is cut short: the directory of the archive is missing") }
        let narrow = (size: number(bytes[last + 12..<last + 16]), start: number(bytes[last + 16..<last + 20]))
        let wide = try ZipEnd.wide(source, before: tail + last)
        let limit = wide?.place ?? tail + last
        guard let size = Int(exactly: wide?.size ?? narrow.size), let start = Int(exactly: wide?.start ?? narrow.start),
            size <= limit, start <= limit - size,
            wide.map({ $0.fits(narrow.size, $0.size) && $0.fits(narrow.start, $0.start) }) ?? true
        else { throw BrokenTorchFile("the directory of the archive is not where its end says") }
        directory = start..<start + size
    }

    private struct Wide {
        let place: Int
        let size, start: UInt64

        /// Whether the same number in 32 bits is the same, or says that it does not fit.
        func fits(_ narrow: UInt64, _ wide: UInt64) -> Bool { narrow == 0xFFFF_FFFF || narrow == wide }
    }

    /// The end that large archives have before it, and PyTorch's always.
    private static func wide(_ source: TorchSource, before last: Int) throws -> Wide? {
        guard last >= 20 else { return nil }
        let locator = try source.bytes(last - 20..<last)
        guard locator.starts(with: Array("PK\u{6}\u{7}".utf8)) else { return nil }
        guard let place = Int(exactly: number(locator[8..<16])), last >= 76, place <= last - 76 else {
            throw BrokenTorchFile("the end of the archive points outside")
        }
        let bytes = try source.bytes(place..<place + 56)
        guard bytes.starts(with: Array("PK\u{6}\u{6}".utf8)) else {
            throw BrokenTorchFile("the end of the archive points to what is no end")
        }
        return Wide(place: place, size: number(bytes[40..<48]), start: number(bytes[48..<56]))
    }
}
