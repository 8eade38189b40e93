// # The tokenizer: rules, then a way to cut
//
//     let tokenizer = Tokenizer()                     // all rules, words
//     let tokens = tokenizer(review)                  // xxbos, xxmaj, this, movie, …
//     let texts = try tokenizer.tokenized(reviews)    // thousands, on all cores

import Common
import Kernels
import Synchronization

/// Rules, and a way to cut into tokens. (The book's class of the same name.)
public struct Tokenizer: Sendable {
    public let rules: [TextRule]
    public let splitter: any TextSplitter

    public init(_ splitter: any TextSplitter = WordTokenizer(), rules: [TextRule] = TextRule.defaults) {
        (self.splitter, self.rules) = (splitter, rules)
    }

    /// A text after all rules.
    func ruled(_ text: String) -> Scalars {
        var scalars = Scalars(of: text)
        for rule in rules { rule.change(&scalars) }
        return splitter.prepared(scalars)
    }

    /// The tokens of a text.
    public func callAsFunction(_ text: String) -> [String] {
        let text = ruled(text)
        var places: [Range<Int>] = []
        splitter.split(text, into: &places)
        return places.map { String(scalars: text[$0]) }
    }

    /// What tokens were made of, as far as it can be known: what the rules did is not undone.
    public func decode(_ tokens: [String]) -> String { splitter.decode(tokens) }

    /// The tokens of many texts, on all cores; the same on any number of them.
    public func tokenized(_ texts: [String]) -> TokenizedTexts {
        // Nothing here throws.
        (try? tokenized(texts.count) { texts[$0] }) ?? TokenizedTexts([])
    }

    /// The same for texts that are made or read when they are needed.
    /// - Parameter text: gives the text of a number; called on several threads.
    /// - Throws: what `text` throws; of several errors, that of the first text.
    public func tokenized(_ count: Int, text: (Int) throws -> String) throws -> TokenizedTexts {
        var collector = TokenCollector()
        // So many texts are in memory at a time, and no more.
        let (block, wave) = (128, 128 * 16)
        for start in stride(from: 0, to: count, by: wave) {
            let end = min(start + wave, count)
            let parts = Mutex<[Int: Result<TokenPart, any Error>]>([:])
            parallelFor(end - start, grain: block) { places in
                let made = Result { try part(places.lowerBound + start..<places.upperBound + start, text) }
                parts.withLock { $0[places.lowerBound] = made }
            }
            for (_, part) in parts.withLock({ $0 }).sorted(by: { $0.key < $1.key }) { collector.add(try part.get()) }
        }
        return collector.texts
    }

    private func part(_ places: Range<Int>, _ text: (Int) throws -> String) throws -> TokenPart {
        var part = TokenPart()
        var tokens: [Range<Int>] = []
        for place in places {
            let text = ruled(try text(place))
            tokens.removeAll(keepingCapacity: true)
            splitter.split(text, into: &tokens)
            part.add(text, tokens)
        }
        return part
    }
}
