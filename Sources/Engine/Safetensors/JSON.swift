// Just enough JSON for the header of a file. A name that occurs twice in one object is refused:
// readers differ in which of the two they believe. (Foundation takes one of them silently.)

/// A value of JSON.
enum JSON {
    case object([(name: String, value: JSON)])
    case array([JSON])
    case string(String)
    case integer(Int)
    case null
    /// true, false, and numbers that are not whole.
    case other

    init(parsing bytes: [UInt8]) throws {
        var reader = JSONReader(bytes)
        self = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.atEnd else { throw reader.broken("there is more after the closing brace") }
    }

    /// The members of an object.
    func members(_ what: String) throws -> [(name: String, value: JSON)] {
        guard case .object(let members) = self else { throw BrokenHeader("\(what) is not a JSON object") }
        return members
    }

    /// An array of whole numbers, none negative; nil for anything else.
    var wholeNumbers: [Int]? {
        guard case .array(let values) = self else { return nil }
        var numbers: [Int] = []
        for value in values {
            guard case .integer(let number) = value, number >= 0 else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    /// A text as a JSON string.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\u{00}"..<"\u{20}":
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// Reads the bytes in a single pass.
private struct JSONReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var atEnd: Bool { place == bytes.count }
    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    func broken(_ problem: String) -> BrokenHeader {
        BrokenHeader("its header is not valid JSON: at byte \(place), \(problem)")
    }

    mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
    }

    /// Takes this byte, after any spaces, if it comes next.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws {
        guard take(character) else { throw broken("“\(character)” is missing") }
    }

    mutating func value(depth: Int) throws -> JSON {
        guard depth < 8 else { throw broken("it is nested too deeply") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return .object(try object(depth))
        case UInt8(ascii: "["): return .array(try array(depth))
        case UInt8(ascii: "\""): return .string(try string())
        default: return try word()
        }
    }

    private mutating func object(_ depth: Int) throws -> [(name: String, value: JSON)] {
        var (members, names): ([(name: String, value: JSON)], Set<String>) = ([], [])
        try expect("{")
        if take("}") { return [] }
        repeat {
            skipSpace()
            let name = try string()
            guard names.insert(name).inserted else { throw BrokenHeader("“\(name)” occurs twice in its header") }
            try expect(":")
            members.append((name, try value(depth: depth + 1)))
        } while take(",")
        try expect("}")
        return members
    }

    private mutating func array(_ depth: Int) throws -> [JSON] {
        var values: [JSON] = []
        try expect("[")
        if take("]") { return [] }
        repeat { values.append(try value(depth: depth + 1)) } while take(",")
        try expect("]")
        return values
    }

    /// A number, or true, false, null.
    private mutating func word() throws -> JSON {
        let start = place
        while let byte = next, Set("+-.0123456789Eaeflnrstu".utf8).contains(byte) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        if let integer = Int(word), word.first != "+" { return .integer(integer) }
        if word == "null" { return .null }
        guard ["true", "false"].contains(word) || Double(word) != nil else {
            place = start
            throw broken("a value is missing")
        }
        return .other
    }

    private mutating func string() throws -> String {
        guard next == UInt8(ascii: "\"") else { throw broken("a string is missing") }
        place += 1
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw broken("a string holds a control character") }
            place += 1
            if byte == UInt8(ascii: "\\") { text += try escaped() } else { text.append(byte) }
        }
        guard next != nil else { throw broken("a string does not end") }
        place += 1
        guard let string = String(validating: text, as: UTF8.self) else { throw broken("a string is not valid UTF-8") }
        return string
    }

    /// What follows a backslash.
    private mutating func escaped() throws -> [UInt8] {
        guard let byte = next else { throw broken("a string does not end") }
        place += 1
        let short: [Character: Character] = [
            "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
        ]
        if let character = short[Character(Unicode.Scalar(byte))] { return Array(String(character).utf8) }
        guard byte == UInt8(ascii: "u") else { throw broken("unknown escape") }
        var units = [try fourHexDigits()]
        if UTF16.isLeadSurrogate(units[0]), take("\\"), take("u") { units.append(try fourHexDigits()) }
        guard let text = String(validating: units, as: UTF16.self) else { throw broken("invalid character") }
        return Array(text.utf8)
    }

    private mutating func fourHexDigits() throws -> UInt16 {
        let digits = bytes[place..<min(place + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            throw broken("four hexadecimal digits are missing")
        }
        place += 4
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)!
    }
}
