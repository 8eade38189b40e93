// # Rules: a simpler language
//
//     let text = TextRule.defaults.reduce("So GOOD!!!!") { $1($0) }       // xxbos xxmaj so xxup good xxrep 4 !
//
// Before a text is cut into tokens, rules bring it into a simpler language. In that, all words are small, and what
// capitals and repetitions said is said by tokens of its own. So a net learns once what a capital means, and not for
// every word again.

/// A change of a text before it is cut into tokens.
public struct TextRule: Sendable {
    public let name: String
    let change: @Sendable (inout Scalars) -> Void

    /// A rule of your own.
    /// - Parameter name: stands for the rule where tokens are kept in a file: a rule that does something else needs
    ///   another name.
    public init(_ name: String, _ change: @escaping @Sendable (String) -> String) {
        self.init(name: name) { $0 = Scalars(of: change($0.string)) }
    }

    /// - Parameter change: works on the scalars themselves, which is faster.
    init(name: String, change: @escaping @Sendable (inout Scalars) -> Void) {
        (self.name, self.change) = (name, change)
    }

    public func callAsFunction(_ text: String) -> String {
        var scalars = Scalars(of: text)
        change(&scalars)
        return scalars.string
    }

    /// All eight, in their order. (The book's `defaults.text_proc_rules`.)
    public static let defaults: [TextRule] = [
        .fixHTML, .replaceRepetitions, .replaceWordRepetitions, .addSpaces, .removeUselessSpaces, .replaceAllCapitals,
        .replaceCapitals, .lowercase(),
    ]
}

extension TextRule {
    /// Spaces around `/`, `#` and `\`. (The book's `spec_add_spaces`.)
    public static let addSpaces = TextRule(name: "add spaces") { text in
        replace(&text) { text, place in
            var place = place
            while place < text.count {
                if isSlashOrHash(text[place]) { return (place..<place + 1, [" ", text[place], " "]) }
                place += 1
            }
            return nil
        }
    }

    /// One space for several. Other white space stays as it is. (The book's `rm_useless_spaces`.)
    public static let removeUselessSpaces = TextRule(name: "remove useless spaces") { text in
        let kept = text.withUnsafeMutableBufferPointer { text in
            var kept = 0
            for place in text.indices where text[place] != " " || place == 0 || text[place - 1] != " " {
                text[kept] = text[place]
                kept += 1
            }
            return kept
        }
        text.removeLast(text.count - kept)
    }

    /// A word in capitals becomes `xxup` and the word in small letters; a single letter is made small. Capitals are A
    /// to Z, as in the book's library. (The book's `replace_all_caps`.)
    public static let replaceAllCapitals = TextRule(name: "replace all capitals") { text in
        markWords(&text, with: SpecialToken.capitals) { word in !word.contains(where: \.isASCIISmall) }
    }

    /// A word that begins with a capital, and has no other, becomes `xxmaj` and the word in small letters; a single
    /// letter is made small. (The book's `replace_maj`.)
    public static let replaceCapitals = TextRule(name: "replace capitals") { text in
        markWords(&text, with: SpecialToken.capital) { word in !word.dropFirst().contains(where: \.isASCIICapital) }
    }

    /// Small letters, nothing white at the ends, and `xxbos` in front. (The book's `lowercase`.)
    /// - Parameter addsEnd: whether `xxeos` comes at the end.
    public static func lowercase(addsBeginning: Bool = true, addsEnd: Bool = false) -> TextRule {
        TextRule(name: "lowercase") { text in
            var small = addsBeginning ? SpecialToken.beginning.scalars + [" "] : []
            small.reserveCapacity(text.count + 16)
            let first = text.firstIndex { !$0.isSpace } ?? text.endIndex
            let end = (text.lastIndex { !$0.isSpace } ?? first - 1) + 1
            small.appendLowercased(text[first..<end])
            if addsEnd { small += [" "] + SpecialToken.end.scalars }
            text = small
        }
    }
}

private func isSlashOrHash(_ scalar: Unicode.Scalar) -> Bool { scalar == "/" || scalar == "#" || scalar == "\\" }

/// Words here are what is between white space. Those that begin with a capital and pass the test are made small, and
/// get a mark if they have more than one sign.
private func markWords(_ text: inout Scalars, with mark: SpecialToken, where test: (Slice<Letters>) -> Bool) {
    var (result, copied): (Scalars, Int) = ([], 0)
    let mark = mark.scalars + [" "]
    text.withUnsafeBufferPointer { text in
        var place = 0
        while let start = text.nextCapital(from: place) {
            place = text[start...].firstIndex(where: \.isSpace) ?? text.count
            guard test(text[start..<place]) else { continue }
            if copied == 0 { result.reserveCapacity(text.count + text.count / 8) }
            result.append(contentsOf: text[copied..<start])
            if place - start > 1 { result.append(contentsOf: mark) }
            result.appendLowercased(text[start..<place])
            copied = place
        }
        if copied > 0 { result.append(contentsOf: text[copied...]) }
    }
    if copied > 0 { text = result }
}

extension Letters {
    /// The next place where a word begins with a capital.
    fileprivate func nextCapital(from place: Int) -> Int? {
        var place = place
        while place < count {
            if self[place].isASCIICapital, place == 0 || self[place - 1].isSpace { return place }
            place += 1
        }
        return nil
    }
}
