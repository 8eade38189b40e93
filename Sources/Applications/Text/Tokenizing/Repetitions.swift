// “Sooooo very very very good!!!!” says three times that something is repeated. Two rules say it with a token each.

extension TextRule {
    /// A sign that comes three times or more, such as `!!!!`, becomes ` xxrep 4 ! `. (The book's `replace_rep`.)
    public static let replaceRepetitions = TextRule(name: "replace repetitions") { text in
        replace(&text) { text, place in
            var place = place
            while place + 2 < text.count {
                let sign = text[place]
                // If the third differs from the second, neither of them begins three alike with the first.
                if text[place + 2] != text[place + 1] {
                    place += 2
                } else if sign != text[place + 1] || sign.isSpace {
                    place += 1
                } else {
                    let end = text[place...].firstIndex { $0 != sign } ?? text.count
                    return (place..<end, said(.repetition, end - place, [sign]))
                }
            }
            return nil
        }
    }

    /// A word that comes three times or more in a row, such as `very very very`, becomes ` xxwrep 3 very `. (The book's
    /// `replace_wrep`.)
    public static let replaceWordRepetitions = TextRule(name: "replace word repetitions") { text in
        replace(&text) { text, place in
            var place = place
            while place < text.count {
                if text[place].isWord, let (end, count, word) = repeated(in: text, at: place) {
                    return (max(place - 1, 0)..<end, said(.wordRepetition, count, text[word]))
                }
                while place < text.count, !text[place].isSpace { place += 1 }
                while place < text.count, text[place].isSpace { place += 1 }
            }
            return nil
        }
    }
}

private func said(_ token: SpecialToken, _ count: Int, _ what: some Sequence<Unicode.Scalar>) -> Scalars {
    [" "] + token.scalars + [" "] + Scalars(of: String(count)) + [" "] + what + [" "]
}

/// Puts something else in place of parts of a text.
/// - Parameter next: the first part at this place or later, and what takes its place.
func replace(_ text: inout Scalars, _ next: (_ text: Letters, _ place: Int) -> (part: Range<Int>, new: Scalars)?) {
    var (result, copied): (Scalars, Int) = ([], 0)
    text.withUnsafeBufferPointer { text in
        while let (part, new) = next(text, copied) {
            result.append(contentsOf: text[copied..<part.lowerBound])
            result.append(contentsOf: new)
            copied = part.upperBound
        }
        if copied > 0 { result.append(contentsOf: text[copied...]) }
    }
    if copied > 0 { text = result }
}

/// Whether the word at a place, which is at the text's beginning or after white space, comes at least three times:
/// where the last one ends, how often, and the first one.
private func repeated(in text: Letters, at start: Int) -> (end: Int, count: Int, word: Range<Int>)? {
    var end = start
    while end < text.count, text[end].isWord { end += 1 }
    let word = start..<end
    var count = 1
    // White space, and the same word again, of which no more follows.
    while end < text.count, text[end].isSpace {
        var next = end
        while next < text.count, text[next].isSpace { next += 1 }
        let after = next + word.count
        guard next < text.count, text[next] == text[start], after <= text.count,
            text[next..<after].elementsEqual(text[word]), after == text.count || !text[after].isWord
        else { break }
        (count, end) = (count + 1, after)
    }
    return count >= 3 ? (end, count, word) : nil
}
