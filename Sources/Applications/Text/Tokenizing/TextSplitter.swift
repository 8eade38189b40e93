// # Cutting a text into tokens
//
// There is no single right way. Three are here: words (`WordTokenizer.swift`), single signs, and pieces of words that
// occur often (`SubwordTokenizer.swift`).

/// A way to cut a text into tokens.
public protocol TextSplitter: Sendable {
    /// The text whose parts are the tokens.
    func prepared(_ text: Scalars) -> Scalars
    /// Appends the place of each token in a prepared text, in order.
    func split(_ text: Scalars, into tokens: inout [Range<Int>])
    /// What tokens were made of, as far as it can be known.
    func decode(_ tokens: [String]) -> String
    /// Says which way this is, with all that was learned for it: two that cut differently differ in it.
    var identity: String { get }
}

extension TextSplitter {
    public func prepared(_ text: Scalars) -> Scalars { text }
    public var identity: String { "\(Self.self)" }

    /// The tokens of a text.
    public func callAsFunction(_ text: String) -> [String] {
        let text = prepared(Scalars(of: text))
        var places: [Range<Int>] = []
        split(text, into: &places)
        return places.map { String(scalars: text[$0]) }
    }

    /// The tokens of several.
    public func callAsFunction(_ texts: some Sequence<String>) -> [[String]] { texts.map { self($0) } }
}

/// Every sign is a token; those that people see as one, with all of its accents. Special tokens stay whole. (The book
/// leaves this way to its readers.)
public struct CharacterTokenizer: TextSplitter {
    public init() {}

    public func split(_ text: Scalars, into tokens: inout [Range<Int>]) {
        text.withUnsafeBufferPointer { text in
            var place = 0
            while place < text.count {
                let end = specialEnd(in: text, at: place) ?? signEnd(in: text, at: place)
                tokens.append(place..<end)
                place = end
            }
        }
    }

    /// Exact: the tokens side by side.
    public func decode(_ tokens: [String]) -> String { tokens.joined() }
}

/// The end of a special token that begins at a place and is a word of its own.
func specialEnd(in text: Letters, at place: Int) -> Int? {
    guard text.count >= place + 4, text[place] == "x", text[place + 1] == "x", place == 0 || text[place - 1].isSpace
    else { return nil }
    return specials.first { special in
        let end = place + special.count
        return end <= text.count && text[place..<end].elementsEqual(special) && (end == text.count || text[end].isSpace)
    }.map { place + $0.count }
}

private let specials = SpecialToken.allCases.map(\.scalars)

/// The end of what people see as one sign: with accents and variants, emoji that are joined, skin colours, and flags,
/// which are pairs of letters.
func signEnd(in text: Letters, at place: Int) -> Int {
    let first = text[place]
    var end = place + 1
    if first.value < 128, end == text.count || text[end].value < 128 { return end }
    if isFlagLetter(first), end < text.count, isFlagLetter(text[end]) { return end + 1 }
    while end < text.count {
        if text[end].kind.contains(.mark) || (0x1F3FB...0x1F3FF).contains(text[end].value) {
            end += 1
        } else if text[end] == "\u{200D}", end + 1 < text.count, first.value >= 0x2000, !text[end + 1].isSpace {
            end += 2
        } else {
            break
        }
    }
    return end
}

private func isFlagLetter(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }
