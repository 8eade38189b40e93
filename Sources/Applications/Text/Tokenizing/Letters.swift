// What kind of sign is this? Rules and tokenizers ask it of every sign of a text, so the answers for most scripts are
// in a table.
//
// A text is an array of Unicode scalars while it is worked on: each has one number, whatever its script, and takes
// one step to reach. (A Swift `Character` may consist of many.)

/// What a Unicode scalar is, as far as tokenizers need to know.
struct Kind: OptionSet, Sendable {
    let rawValue: UInt8

    static let letter = Kind(rawValue: 1), digit = Kind(rawValue: 2)
    /// A number of any kind; digits are among them.
    static let number = Kind(rawValue: 4)
    /// An accent or the like, which belongs to the letter before it.
    static let mark = Kind(rawValue: 8)
    static let space = Kind(rawValue: 16), capital = Kind(rawValue: 32), small = Kind(rawValue: 64)
    /// Punctuation, currency, emoji, and other signs.
    static let sign = Kind(rawValue: 128)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Looked up in Unicode's own tables, which takes a while.
    fileprivate init(measuring scalar: Unicode.Scalar) {
        let properties = scalar.properties
        var kind: Kind = []
        switch properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: kind = [.letter, .capital]
        case .lowercaseLetter: kind = [.letter, .small]
        case .modifierLetter, .otherLetter: kind = .letter
        case .decimalNumber: kind = [.number, .digit]
        case .letterNumber, .otherNumber: kind = .number
        case .nonspacingMark, .spacingMark, .enclosingMark: kind = .mark
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            kind = .sign
        default: break
        }
        // The four separators of ASCII are spaces as well, as in Python.
        if properties.isWhitespace || (0x1C...0x1F).contains(scalar.value) { kind = .space }
        self = kind
    }

    /// Those of the first scripts: Latin, Greek, Cyrillic, Hebrew, Arabic, the scripts of India, general punctuation.
    fileprivate static let table: [Kind] = (0..<0x3000).map { Kind(measuring: Unicode.Scalar(UInt16($0))!) }
}

extension Unicode.Scalar {
    var kind: Kind { value < 0x3000 ? Kind.table[Int(value)] : Kind(measuring: self) }

    // Most scalars are ASCII; for those a comparison or two are faster than the table.
    var isSpace: Bool {
        value > 32 && value < 128 ? false : value == 32 || kind.contains(.space)
    }
    var isDigit: Bool { value < 128 ? value &- 48 < 10 : kind.contains(.digit) }
    var isLetter: Bool { value < 128 ? (value | 32) &- 97 < 26 : kind.contains(.letter) }
    /// A letter, a number, or `_`: what regular expressions call `\w`.
    var isWord: Bool {
        value < 128
            ? (value | 32) &- 97 < 26 || value &- 48 < 10 || value == 95 : !kind.isDisjoint(with: [.letter, .number])
    }

    var isASCIICapital: Bool { value &- 65 < 26 }
    var isASCIISmall: Bool { value &- 97 < 26 }
}

/// A text while it is worked on.
public typealias Scalars = [Unicode.Scalar]
/// The same where it is in memory, for loops over all of it.
typealias Letters = UnsafeBufferPointer<Unicode.Scalar>

extension Array where Element == Unicode.Scalar {
    /// The scalars of a string, from its bytes.
    init(of text: String) {
        var text = text
        self = text.withUTF8 { bytes in
            Scalars(unsafeUninitializedCapacity: bytes.count) { scalars, count in
                var place = 0
                while place < bytes.count {
                    let (scalar, length) = decoded(bytes, at: place)
                    scalars.initializeElement(at: count, to: scalar)
                    (count, place) = (count + 1, place + length)
                }
            }
        }
    }

    var string: String { String(scalars: self[...]) }

    /// Appends the small letters of scalars; a few have two.
    mutating func appendLowercased(_ scalars: some Collection<Unicode.Scalar>) {
        let start = count
        append(contentsOf: scalars)
        let isPlain = withUnsafeMutableBufferPointer { all in
            var isPlain = true
            for place in start..<all.count {
                let value = all[place].value
                if value &- 65 < 26 { all[place] = Unicode.Scalar(UInt8(value | 32)) }
                if value > 127, all[place].kind.contains(.capital) { isPlain = false }
            }
            return isPlain
        }
        if isPlain { return }
        let others = self[start...].flatMap {
            $0.value < 128 ? [$0] : Scalars($0.properties.lowercaseMapping.unicodeScalars)
        }
        removeLast(count - start)
        append(contentsOf: others)
    }
}

extension String {
    init(scalars: ArraySlice<Unicode.Scalar>) {
        self.init(String.UnicodeScalarView(scalars))
    }
}

/// The scalar at a place of bytes that are valid UTF-8, which a `String` guarantees, and how many bytes it has.
private func decoded(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[place])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    func next(_ distance: Int) -> UInt32 { UInt32(bytes[place + distance]) & 0x3F }
    if first < 0xE0 { return (Unicode.Scalar((first & 0x1F) << 6 | next(1))!, 2) }
    if first < 0xF0 { return (Unicode.Scalar((first & 0x0F) << 12 | next(1) << 6 | next(2))!, 3) }
    return (Unicode.Scalar((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3))!, 4)
}
