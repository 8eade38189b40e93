// Texts that have been cut into tokens. The different tokens are kept once; each place in a text has the number of
// its token.

import Kernels

/// Texts as lists of tokens.
public struct TokenizedTexts: RandomAccessCollection, Sendable, Equatable {
    /// The different tokens, in the order in which they first occur.
    public let tokens: [String]
    /// One text after the other, each token by its place in `tokens`; and where each text starts.
    let ids: [Int32], starts: [Int]

    init(tokens: [String], ids: [Int32], starts: [Int]) { (self.tokens, self.ids, self.starts) = (tokens, ids, starts) }

    /// Texts that have been tokenized in another way.
    public init(_ texts: some Sequence<[String]>) {
        var (table, ids, starts): (TokenTable, [Int32], [Int]) = (TokenTable(), [], [0])
        for text in texts {
            for token in text { ids.append(table.id(of: Scalars(of: token)[...])) }
            starts.append(ids.count)
        }
        self.init(tokens: table.strings, ids: ids, starts: starts)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { starts.count - 1 }
    public subscript(text: Int) -> [String] { ids[starts[text]..<starts[text + 1]].map { tokens[Int($0)] } }

    /// Tokens of all texts together.
    public var tokenCount: Int { ids.count }
    /// Tokens of each text.
    public var lengths: [Int] { zip(starts, starts.dropFirst()).map { $1 - $0 } }
    /// How often each of `tokens` occurs. (The book's `Counter`.)
    public var counts: [Int] {
        var counts = Array(repeating: 0, count: tokens.count)
        for id in ids { counts[Int(id)] += 1 }
        return counts
    }

    /// The same texts, without those that are not at these places.
    public func at(_ places: some Sequence<Int>) -> TokenizedTexts {
        let kept = chosen(places, from: ids, starts)
        return TokenizedTexts(tokens: tokens, ids: kept.ids, starts: kept.starts)
    }
}

/// The texts at some places, one after the other, and where each starts now. A corpus is large: there is one copy.
func chosen(_ places: some Sequence<Int>, from ids: [Int32], _ starts: [Int]) -> (ids: [Int32], starts: [Int]) {
    let places = Array(places)
    var (kept, keptStarts): ([Int32], [Int]) = ([], [0])
    kept.reserveCapacity(places.reduce(0) { $0 + starts[$1 + 1] - starts[$1] })
    for place in places {
        kept += ids[starts[place]..<starts[place + 1]]
        keptStarts.append(kept.count)
    }
    return (kept, keptStarts)
}

/// Tokens of some texts, while others are still being worked on.
struct TokenPart: Sendable {
    var table = TokenTable(), ids: [Int32] = [], lengths: [Int] = []

    mutating func add(_ text: Scalars, _ tokens: [Range<Int>]) {
        for token in tokens { ids.append(table.id(of: text[token])) }
        lengths.append(tokens.count)
    }
}

/// Parts put together, in their order: the numbers of tokens then depend on the texts alone.
struct TokenCollector {
    private var table = TokenTable(), ids: [Int32] = [], starts: [Int] = [0]

    mutating func add(_ part: TokenPart) {
        let numbers = (0..<part.table.count).map { table.id(of: part.table[$0]) }
        ids.append(contentsOf: part.ids.lazy.map { numbers[Int($0)] })
        for length in part.lengths { starts.append(starts.last! + length) }
    }

    var texts: TokenizedTexts { TokenizedTexts(tokens: table.strings, ids: ids, starts: starts) }
}
