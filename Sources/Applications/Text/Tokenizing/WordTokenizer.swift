// # Words
//
//     WordTokenizer()("The U.S. dollar $1 is $1.00.")     // The, U.S., dollar, $, 1, is, $, 1.00, .
//
// White space parts a text into chunks. From each chunk, signs are taken off at its beginning and at its end; what is
// left is a word, or several with something between them. These are rules for English, but nothing is lost in any
// other language: every sign of a text that is not white is in exactly one token.

/// Cuts a text into words and signs. The parts of “don't” are “do” and “n't”, those of “it's” are “it” and “'s”. (The
/// book's `WordTokenizer`, which is spaCy's: these rules are our own, and most of its tokens are the same.)
public struct WordTokenizer: TextSplitter {
    public init() {}

    public func split(_ text: Scalars, into tokens: inout [Range<Int>]) {
        text.withUnsafeBufferPointer { chunks(of: $0, into: &tokens) }
    }

    private func chunks(of text: Letters, into tokens: inout [Range<Int>]) {
        var place = 0
        while place < text.count {
            if text[place].isSpace {
                place += 1
                continue
            }
            var end = place + 1
            while end < text.count, !text[end].isSpace { end += 1 }
            chunk(text, place..<end, &tokens)
            place = end
        }
    }

    /// With a space between tokens.
    public func decode(_ tokens: [String]) -> String { tokens.joined(separator: " ") }

    private func chunk(_ text: Letters, _ whole: Range<Int>, _ tokens: inout [Range<Int>]) {
        // Most chunks are plain words.
        if text[whole].allSatisfy({ $0.isASCIISmall }) { return word(text, whole, &tokens) }
        var (start, end) = (whole.lowerBound, whole.upperBound)
        while start < end, !staysWhole(text, start..<end), let next = opening(text, start..<end) {
            tokens.append(start..<next)
            start = next
        }
        var closings: [Range<Int>] = []
        while start < end, !staysWhole(text, start..<end), let last = closing(text, start..<end) {
            closings.append(last..<end)
            end = last
        }
        if start < end { inner(text, start..<end, &tokens) }
        tokens.append(contentsOf: closings.reversed())
    }

    // MARK: What is taken off

    /// Where a sign at the beginning ends; nil if it begins with a word.
    private func opening(_ text: Letters, _ chunk: Range<Int>) -> Int? {
        let first = text[chunk.lowerBound]
        if first == "." { return dots(text, chunk) }
        if first.kind != .sign || staysAtWords.contains(first) { return nil }
        if first == "+", chunk.count > 1, text[chunk.lowerBound + 1].isDigit { return nil }
        return min(signEnd(in: text, at: chunk.lowerBound), chunk.upperBound)
    }

    /// The end of two or more dots; nil for one.
    private func dots(_ text: Letters, _ chunk: Range<Int>) -> Int? {
        let end = text[chunk].firstIndex { $0 != "." } ?? chunk.upperBound
        return end - chunk.lowerBound > 1 ? end : nil
    }

    /// Where a sign at the end begins, or the last part of “Anna's”; nil if it ends with a word.
    private func closing(_ text: Letters, _ chunk: Range<Int>) -> Int? {
        let (last, start) = (text[chunk.upperBound - 1], chunk.lowerBound)
        if last == "." {
            let first = (text[chunk].lastIndex { $0 != "." } ?? start - 1) + 1
            return chunk.count == 1 || isAbbreviated(text, chunk) ? nil : first
        }
        if isSmallOrCapital(last, "s"), chunk.count > 2, isApostrophe(text[chunk.upperBound - 2]) {
            return chunk.upperBound - 2
        }
        if last.kind != .sign && !last.kind.contains(.mark) || staysAtWords.contains(last) { return nil }
        // Signs that people see as one stay together.
        var first = chunk.upperBound - 1
        while first > start, signEnd(in: text, at: first - 1) == chunk.upperBound { first -= 1 }
        return text[first].kind == .sign ? first : nil
    }

    // MARK: What is left

    /// Parts what is joined: “well-known”, “and/or”, “end.Start”.
    private func inner(_ text: Letters, _ chunk: Range<Int>, _ tokens: inout [Range<Int>]) {
        if staysWhole(text, chunk) { return tokens.append(chunk) }
        var (start, place) = (chunk.lowerBound, chunk.lowerBound + 1)
        while place < chunk.upperBound - 1 {
            guard let end = joint(text, place, chunk), end < chunk.upperBound else {
                place += 1
                continue
            }
            if start < place { word(text, start..<place, &tokens) }
            tokens.append(place..<end)
            (start, place) = (end, end + 1)
        }
        if start < chunk.upperBound { word(text, start..<chunk.upperBound, &tokens) }
    }

    /// The end of a sign between two words that are not one.
    private func joint(_ text: Letters, _ place: Int, _ chunk: Range<Int>) -> Int? {
        let sign = text[place]
        if sign.isLetter || sign.isDigit || sign.kind != .sign { return nil }
        let before = text[place - 1]
        if sign == "." {
            if let end = dots(text, place..<chunk.upperBound) { return end }
            return before.kind.contains(.small) && text[place + 1].kind.contains(.capital) ? place + 1 : nil
        }
        var end = signEnd(in: text, at: place)
        if sign == "-" { while end < chunk.upperBound, text[end] == "-" { end += 1 } }
        guard end < chunk.upperBound else { return nil }
        let (isAfterNumber, isBeforeNumber) = (before.isDigit, text[end].isDigit)
        if "+-*^".unicodeScalars.contains(sign), isAfterNumber, isBeforeNumber { return end }
        if isApostrophe(sign) || "@&_'`+*^$%#~".unicodeScalars.contains(sign) { return nil }
        // Numbers keep what is in them: 1,000 and 7:30 and 9/11.
        return isBeforeNumber && (isAfterNumber || "-:/".unicodeScalars.contains(sign)) ? nil : end
    }

    /// Takes the short forms off: “do”, “n't”.
    private func word(_ text: Letters, _ word: Range<Int>, _ tokens: inout [Range<Int>]) {
        guard let cut = shortForm(text, word) else { return tokens.append(word) }
        self.word(text, word.lowerBound..<cut, &tokens)
        tokens.append(cut..<word.upperBound)
    }
}
