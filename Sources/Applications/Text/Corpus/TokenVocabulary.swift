// # Numbers for tokens
//
//     let vocabulary = TokenVocabulary(of: texts)          // tokens that occur three times, 60,000 at most
//     let numbers = vocabulary.numbered(texts)
//
// A net knows tokens by numbers. What is rare gets none of its own: it becomes `xxunk`, for nothing could be learned
// of it.

import Kernels

/// The tokens that a net knows: a token's number is its place. (The book's `make_vocab`, and its `Numericalize`.)
public struct TokenVocabulary: Sendable, Equatable {
    /// Special tokens first, then by falling frequency, and perhaps some `xxfake` at the end.
    public let tokens: [String]
    private let numbers: [String: Int32]

    /// Fills a vocabulary up to a round size.
    public static let filler = "xxfake"

    /// A vocabulary that was made before. Of a token that comes twice, the first place counts.
    public init(_ tokens: [String]) {
        self.tokens = tokens
        let pairs = zip(tokens, tokens.indices).lazy.filter { $0.0 != Self.filler }.map { ($0.0, Int32($0.1)) }
        numbers = Dictionary(pairs) { first, _ in first }
    }

    /// The tokens of a corpus that are worth a number.
    ///
    /// - Parameters:
    ///   - minFrequency: how often a token has to occur. (The book's `min_freq`.)
    ///   - maximum: of tokens, special ones included. (The book's `max_vocab`.)
    ///   - multiple: the count is filled up to a multiple of this with `xxfake`, since processors like round numbers.
    ///     (The book's library adds a whole 8 where the count is round already.)
    public init(of texts: TokenizedTexts, minFrequency: Int = 3, maximum: Int = 60_000, multiple: Int = 8) {
        let (counts, special) = (texts.counts, SpecialToken.allCases.map(\.rawValue))
        let names = Set(special + [Self.filler])
        let frequent = texts.tokens.indices.filter { counts[$0] >= minFrequency && !names.contains(texts.tokens[$0]) }
        // Those that are equally frequent keep the order in which they first occur.
        let sorted = frequent.sorted { (counts[$1], $0) < (counts[$0], $1) }
        let tokens = (special + sorted.map { texts.tokens[$0] }).prefix(max(maximum, special.count))
        let fill = (multiple - tokens.count % multiple) % multiple
        self.init(tokens + Array(repeating: Self.filler, count: fill))
    }

    public var count: Int { tokens.count }

    /// The number of a token; nil for one that is not in the vocabulary.
    public subscript(_ token: String) -> Int? { numbers[token].map(Int.init) }

    /// The numbers of tokens; that of `xxunk` for those that are not in the vocabulary.
    public func callAsFunction(_ tokens: [String]) -> [Int] {
        tokens.map { self[$0] ?? SpecialToken.unknown.id }
    }

    /// The tokens of numbers, without fillers.
    public func decode(_ ids: some Sequence<Int>) -> [String] {
        ids.compactMap { tokens.indices.contains($0) && tokens[$0] != Self.filler ? tokens[$0] : nil }
    }

    /// Texts as numbers.
    public func numbered(_ texts: TokenizedTexts) -> NumberedTexts {
        let ids = texts.tokens.map { numbers[$0] ?? Int32(SpecialToken.unknown.id) }
        return NumberedTexts(ids: texts.ids.map { ids[Int($0)] }, starts: texts.starts)
    }
}

/// Texts as numbers of tokens: four bytes each, one text after the other.
public struct NumberedTexts: RandomAccessCollection, Sendable, Equatable {
    let ids: [Int32], starts: [Int]

    init(ids: [Int32], starts: [Int]) { (self.ids, self.starts) = (ids, starts) }

    public init(_ texts: some Sequence<[Int]>) {
        var (ids, starts): ([Int32], [Int]) = ([], [0])
        for text in texts {
            ids += text.map { Int32($0) }
            starts.append(ids.count)
        }
        self.init(ids: ids, starts: starts)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { starts.count - 1 }
    public subscript(text: Int) -> [Int] { ids[places(text)].map(Int.init) }

    func places(_ text: Int) -> Range<Int> { starts[text]..<starts[text + 1] }

    /// Tokens of all texts together.
    public var tokenCount: Int { ids.count }
    /// Tokens of each text.
    public var lengths: [Int] { zip(starts, starts.dropFirst()).map { $1 - $0 } }

    /// The share of tokens that the vocabulary does not have.
    public var unknownShare: Double {
        ids.isEmpty ? 0 : Double(ids.count { $0 == Int32(SpecialToken.unknown.id) }) / Double(ids.count)
    }

    /// The texts at these places.
    public func at(_ places: some Sequence<Int>) -> NumberedTexts {
        let kept = chosen(places, from: ids, starts)
        return NumberedTexts(ids: kept.ids, starts: kept.starts)
    }

    /// Each text from its end to its beginning, for a model that reads backwards.
    public var backwards: NumberedTexts {
        var reversed = ids
        for text in indices { reversed[places(text)].reverse() }
        return NumberedTexts(ids: reversed, starts: starts)
    }
}
