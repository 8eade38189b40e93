// What a word tokenizer has to know of English: short forms, abbreviations, and what stays whole.

/// Where the last short form of a word begins: “n't” of “don't”, “'ll” of “they'll”, “not” of “cannot”.
func shortForm(_ text: Letters, _ word: Range<Int>) -> Int? {
    let end = word.upperBound
    guard word.count > 2 else { return nil }
    // Few words end like one; the last letter tells.
    switch text[end - 1] {
    case "t", "T":
        if isSmallOrCapital(text[end - 2], "n") { return withoutApostrophe(text, word) }
        if word.count > 3, isApostrophe(text[end - 2]), isSmallOrCapital(text[end - 3], "n") { return end - 3 }
        return isSame(text, word, "cannot") ? end - 3 : nil
    case "s", "S", "m", "M", "d", "D":
        if ["thats", "whats", "theres"].contains(where: { isSame(text, word, $0) }) { return end - 1 }
        return isApostrophe(text[end - 2]) ? end - 2 : nil
    case "l", "L", "e", "E":
        let isForm = ["ll", "re", "ve"].contains { isSame(text, end - 2..<end, $0) }
        return word.count > 3 && isForm && isApostrophe(text[end - 3]) ? end - 3 : nil
    case "a", "A":
        return isSame(text, word, "gonna") || isSame(text, word, "gotta") ? end - 2 : nil
    default: return nil
    }
}

/// “dont” and the like, which some people write.
private func withoutApostrophe(_ text: Letters, _ word: Range<Int>) -> Int? {
    let stem = word.dropLast(2)
    return (2...5).contains(stem.count) && negated.contains { isSame(text, stem, $0) } ? stem.upperBound : nil
}

private let negated = [
    "do", "ca", "wo", "did", "does", "is", "was", "could", "would", "should", "are", "were", "has", "have", "had", "ai",
]

/// Whether a part of a text is a word of small ASCII letters, written with capitals or not.
private func isSame(_ text: Letters, _ part: Range<Int>, _ word: String) -> Bool {
    part.count == word.utf8.count
        && zip(text[part], word.unicodeScalars).allSatisfy { $0.value | 32 == $1.value }
}

func isSmallOrCapital(_ scalar: Unicode.Scalar, _ letter: Unicode.Scalar) -> Bool { scalar.value | 32 == letter.value }
func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }

/// Signs that are not taken off a word's beginning or end.
let staysAtWords: Set<Unicode.Scalar> = ["-", "/", "\\", "@", "~", "^", "|", "="]

/// Whether a chunk is one token as it is: an address of the web, a face, a special token, or “'em”.
func staysWhole(_ text: Letters, _ chunk: Range<Int>) -> Bool {
    let (first, last) = (text[chunk.lowerBound], text[chunk.upperBound - 1])
    if chunk.count < 5, chunk.count > 1, first.kind == .sign || last.kind == .sign || first.isDigit {
        if faces.contains(Scalars(text[chunk])) { return true }
    }
    if first == "'", chunk.count < 7 {
        return isSame(text, chunk.dropFirst(), "em") || isSame(text, chunk.dropFirst(), "cause")
    }
    return isAddress(text, chunk)
}

private let faces: Set<Scalars> = Set(
    [
        ":)", ":-)", ":(", ":-(", ";)", ";-)", ":D", ":-D", ":P", ":-P", ":p", ":-p", ":/", ":-/", ":O", ":o", ":|",
        ":-|", "=)",
        "=(", "8)", "8-)", "<3", "xD", "XD", ":')", ":'(", "^_^", "-_-", ";D", ":]", ":d", ";d", "xd",
    ].map(Scalars.init(of:)))

/// “http://…” or “www.…” that ends with a letter, a number or a slash.
private func isAddress(_ text: Letters, _ chunk: Range<Int>) -> Bool {
    let last = text[chunk.upperBound - 1]
    guard chunk.count > 6, last.isWord || last == "/" else { return false }
    if text[chunk].starts(with: "www.".unicodeScalars) { return true }
    guard let colon = text[chunk].firstIndex(of: ":") else { return false }
    return colon > chunk.lowerBound && text[colon..<chunk.upperBound].starts(with: "://".unicodeScalars)
}

/// Whether the dot at the end of a chunk belongs to it: “U.S.”, “J.”, “Mr.”
func isAbbreviated(_ text: Letters, _ chunk: Range<Int>) -> Bool {
    let isAcronym =
        chunk.count % 2 == 0
        && chunk.enumerated().allSatisfy { $0 % 2 == 0 ? text[$1].isLetter : text[$1] == "." }
    return isAcronym && (chunk.count > 2 || text[chunk.lowerBound] != "I")
        || chunk.count <= 7 && abbreviations.contains(Scalars(text[chunk]))
}

private let abbreviations: Set<Scalars> = Set(
    [
        "Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Jr.", "Prof.", "Rev.", "Gen.", "Gov.", "Rep.", "Sen.", "Inc.", "Ltd.",
        "Co.", "co.",
        "Corp.", "Bros.", "Adm.", "Messrs.", "Mo.", "Mont.", "Md.", "Ph.D.", "vs.", "v.s.", "Jan.", "Feb.", "Mar.",
        "Apr.",
        "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.",
    ].map(Scalars.init(of:)))
