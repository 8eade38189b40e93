// The header of a safetensors file: where each tensor is. All that can be wrong with a file
// can be seen here, before a single number is read.

/// The types of elements that such files name, in the order in which their tensors are written:
/// wide ones first, so that every tensor begins at a multiple of its element's width.
enum SavedType: String, CaseIterable {
    case U64, I64, F64, F32, U32, I32, BF16, F16, U16, I16, I8, U8, BOOL

    /// The bytes of one element.
    var width: Int {
        switch self {
        case .F64, .I64, .U64: 8
        case .F32, .I32, .U32: 4
        case .F16, .BF16, .I16, .U16: 2
        case .I8, .U8, .BOOL: 1
        }
    }
}

/// What is wrong with a header; the reader adds the file's name.
struct BrokenHeader: Error {
    let problem: String
    init(_ problem: String) { self.problem = problem }
}

struct SafetensorsHeader {
    struct Entry {
        let name: String
        let type: SavedType
        let shape: [Int]
        /// Bytes from the first tensor's first byte.
        let range: Range<Int>
    }

    /// No library reads a longer one.
    static let longest = 100_000_000

    /// In the order in which they appear in the file.
    let entries: [Entry]
    let metadata: [String: String]
}

// MARK: Reading

extension SafetensorsHeader {
    /// - Parameter dataLength: bytes of the file after the header; the tensors must fill them exactly.
    init(json: [UInt8], dataLength: Int) throws {
        guard json.first == UInt8(ascii: "{") else { throw BrokenHeader("its header does not begin with {") }
        var (entries, metadata): ([Entry], [String: String]) = ([], [:])
        for (name, value) in try JSON(parsing: json).members("the header") {
            if name == "__metadata__" {
                metadata = try SafetensorsHeader.texts(value)
            } else {
                entries.append(try Entry(name, value))
            }
        }
        entries.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        (self.entries, self.metadata) = (entries, metadata)
        try requireFilling(dataLength)
    }

    /// One tensor begins where another ends, the first at 0, and the last ends with the file.
    private func requireFilling(_ dataLength: Int) throws {
        var end = 0
        for (number, entry) in entries.enumerated() {
            let range = "\(entry.range.lowerBound)..<\(entry.range.upperBound)"
            let before = number == 0 ? "the data begin" : "“\(entries[number - 1].name)” ends"
            guard entry.range.upperBound <= dataLength else {
                throw BrokenHeader(
                    "“\(entry.name)” is at bytes \(range), but only \(dataLength) bytes follow the header")
            }
            guard entry.range.lowerBound == end else {
                let fault = entry.range.lowerBound < end ? "overlaps: it" : "leaves a gap: it"
                throw BrokenHeader("“\(entry.name)” \(fault) is at bytes \(range), but \(before) at \(end)")
            }
            end = entry.range.upperBound
        }
        guard end == dataLength else {
            throw BrokenHeader("\(dataLength - end) bytes at its end belong to no tensor")
        }
    }

    private static func texts(_ value: JSON) throws -> [String: String] {
        // As in the reference, which has an optional here.
        if case .null = value { return [:] }
        var texts: [String: String] = [:]
        for (key, value) in try value.members("__metadata__") {
            guard case .string(let text) = value else { throw BrokenHeader("“\(key)” of __metadata__ is not a string") }
            texts[key] = text
        }
        return texts
    }
}

extension SafetensorsHeader.Entry {
    fileprivate init(_ name: String, _ value: JSON) throws {
        var fields: [String: JSON] = [:]
        for (key, field) in try value.members("“\(name)”") { fields[key] = field }
        guard case .string(let type)? = fields["dtype"] else { throw BrokenHeader("“\(name)” has no dtype") }
        guard let type = SavedType(rawValue: type) else {
            let known = SavedType.allCases.map(\.rawValue).joined(separator: " ")
            throw BrokenHeader("“\(name)” is of type \(type), which is not one of \(known)")
        }
        guard let shape = fields["shape"]?.wholeNumbers else {
            throw BrokenHeader("“\(name)” has no shape of whole numbers")
        }
        guard let offsets = fields["data_offsets"]?.wholeNumbers, offsets.count == 2, offsets[0] <= offsets[1] else {
            throw BrokenHeader("“\(name)” has no data_offsets, two ascending whole numbers")
        }
        (self.name, self.type, self.shape, range) = (name, type, shape, offsets[0]..<offsets[1])
        guard let bytes = byteCount, bytes == range.count else {
            let needed = byteCount.map { "\($0)" } ?? "more than 2⁶³"
            throw BrokenHeader(
                "“\(name)” \(shape) of \(type) needs \(needed) bytes, but its data_offsets give \(range.count)")
        }
    }

    /// Bytes that the shape needs; nil if that overflows, even where another axis is empty.
    private var byteCount: Int? {
        var bytes = type.width
        for size in shape {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: max(size, 1))
            if overflow { return nil }
            bytes = product
        }
        return shape.contains(0) ? 0 : bytes
    }
}

// MARK: Writing

extension SafetensorsHeader {
    /// Sorted by type, then by name, as other libraries do: the same tensors make the same file.
    init(_ tensors: [String: SavedTensor], metadata: [String: String]) {
        let sorted = SavedType.allCases.flatMap { type in
            tensors.filter { $0.value.type == type }.sorted { $0.key < $1.key }
        }
        var start = 0
        entries = sorted.map { name, tensor in
            defer { start += tensor.shape.reduce(tensor.type.width, *) }
            let end = start + tensor.shape.reduce(tensor.type.width, *)
            return Entry(name: name, type: tensor.type, shape: tensor.shape, range: start..<end)
        }
        self.metadata = metadata
    }

    /// The header's bytes with their length in front, padded with spaces to a multiple of 8.
    var bytes: [UInt8] {
        let texts = metadata.sorted { $0.key < $1.key }.map { "\(JSON.quoted($0.key)):\(JSON.quoted($0.value))" }
        let first = metadata.isEmpty ? [] : ["\"__metadata__\":{\(texts.joined(separator: ","))}"]
        let rest = entries.map { entry in
            let shape = entry.shape.map { "\($0)" }.joined(separator: ",")
            let range = "\(entry.range.lowerBound),\(entry.range.upperBound)"
            return "\(JSON.quoted(entry.name)):"
                + "{\"dtype\":\"\(entry.type)\",\"shape\":[\(shape)],\"data_offsets\":[\(range)]}"
        }
        var json = Array("{\((first + rest).joined(separator: ","))}".utf8)
        json += [UInt8](repeating: UInt8(ascii: " "), count: (8 - json.count % 8) % 8)
        return (0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) } + json
    }
}

extension SavedTensor {
    /// The type it is written as.
    var type: SavedType {
        switch self {
        case .floats: .F32
        case .ints: .I64
        case .bytes: .U8
        case .bools: .BOOL
        }
    }
}
