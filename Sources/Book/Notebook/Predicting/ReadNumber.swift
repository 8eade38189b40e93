// What readers type when they are asked for a number: 784, 12,396, "about seven hundred", −3, 95 %, 1e-5, 1/4.
//
// A reader who knows the answer must not fail because of the way it is written, so this is generous. What could
// mean two things ("3 or 4", "9 51") is not read at all, and the reader is asked again.

import Foundation

/// The number that a text says; nil when it says none, or could say several.
func readNumber(_ text: String) -> Double? {
    let text = plainly(text)
    return readSigned(text) ?? readSigned(withoutUnit(text))
}

/// A whole number, from 0 on unless it may be less.
func readCount(_ text: String, orLess: Bool) -> Int? {
    readNumber(text).flatMap { Int(exactly: $0) }.flatMap { $0 >= 0 || orLess ? $0 : nil }
}

/// A number from 0 to 1, or in percent with or without the sign.
func readShare(_ text: String) -> Double? {
    guard let number = readNumber(text) else { return nil }
    let saysPercent = text.contains("%") || text.lowercased().contains("cent")
    return saysPercent || number <= 1 ? number : number / 100
}

// MARK: Step by step

/// Lower case, plain signs, single spaces, and without the words that only say how sure someone is.
private func plainly(_ text: String) -> String {
    var text = text.lowercased()
    for (sign, plain) in [("−", "-"), ("–", "-"), ("—", "-"), ("’", "'"), ("·", "*"), ("×", "*"), ("½", " 1/2")] {
        text = text.replacing(sign, with: plain)
    }
    var words = text.replacing(/[~≈=]/, with: " ").split(whereSeparator: \.isWhitespace).map(String.init)
    if words.suffix(2) == ["or", "so"] { words.removeLast(2) }
    text = words.filter { !hedges.contains($0) }.joined(separator: " ")
    while let last = text.last, " .!?;:".contains(last) { text.removeLast() }
    return text
}

private let hedges: Set = [
    "about", "around", "roughly", "approximately", "approx", "approx.", "circa", "ca", "ca.", "some", "nearly",
    "almost", "practically", "virtually", "basically", "maybe", "perhaps", "probably", "it", "is", "it's", "the", "i",
    "think", "guess",
]

private func readSigned(_ text: String) -> Double? {
    for (prefix, sign) in [("-", -1.0), ("+", 1), ("minus ", -1), ("negative ", -1), ("plus ", 1)] {
        if text.hasPrefix(prefix) {
            let rest = text.dropFirst(prefix.count).trimmingCharacters(in: .whitespaces)
            return readUnsigned(rest).map { sign * $0 }
        }
    }
    return readUnsigned(text)
}

private func readUnsigned(_ text: String) -> Double? {
    for ending in ["%", "percent", "per cent"] where text.hasSuffix(ending) {
        let rest = text.dropLast(ending.count).trimmingCharacters(in: .whitespaces)
        return readUnsigned(rest).map { $0 / 100 }
    }
    return readDigits(text) ?? readFraction(text) ?? readWords(text)
}

/// "12,396", "12 396", "1e-5", "2*10^-3", ".5", "0,95"
private func readDigits(_ text: String) -> Double? {
    if ["inf", "infinity", "infinite", "∞"].contains(text) { return .infinity }
    if ["nan", "not a number"].contains(text) { return .nan }
    var text = text
    text = text.replacing(/\s*[*x]\s*10\s*(\^|\*\*)\s*/, with: "e").replacing(/^10\s*(\^|\*\*)\s*/, with: "1e")
    if text.wholeMatch(of: /\d{1,3}([ ,_']\d{3})+(\.\d+)?/) != nil, !text.hasPrefix("0") {
        text = text.filter { $0.isNumber || $0 == "." }
    } else if text.wholeMatch(of: /\d+,\d+/) != nil {
        text = text.replacing(",", with: ".")
    }
    guard text.wholeMatch(of: /(\d+\.?\d*|\.\d+)(e[-+]?\d+)?/) != nil else { return nil }
    return Double(text.hasPrefix(".") ? "0" + text : text)
}

/// "1/4", "3 / 4", "2 1/2", "9 of 10", "9 in 10", "9 out of 10"
private func readFraction(_ text: String) -> Double? {
    if let match = text.wholeMatch(of: /(\d+) (\d+)\/(\d+)/) {
        guard let whole = Double(match.1), let part = readFraction("\(match.2)/\(match.3)") else { return nil }
        return whole + part
    }
    guard let match = text.wholeMatch(of: /(.+?)\s*(?:\/|\bout of\b|\bof\b|\bin\b)\s*(.+)/),
        let above = readDigits(String(match.1)) ?? readWords(String(match.1)),
        let below = readDigits(String(match.2)) ?? readWords(String(match.2)), below != 0
    else { return nil }
    return above / below
}

/// "784 pixels" without its unit; a text that names a second number stays as it is.
private func withoutUnit(_ text: String) -> String {
    let words = text.split(separator: " ").map(String.init)
    let second: Set = ["or", "to", "and", "than", "minus", "plus", "not", "point"]
    for count in 1...4 where words.count > count {
        let unit = words.suffix(count)
        let isUnit = unit.allSatisfy { word in
            word.allSatisfy(\.isLetter) && !second.contains(word) && readWords(word) == nil
        }
        let rest = words.dropLast(count).joined(separator: " ")
        if isUnit, readSigned(rest) != nil { return rest }
    }
    return text
}
