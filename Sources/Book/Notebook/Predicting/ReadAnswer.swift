// Reading guesses that are not a single number: shapes, lists of numbers, choices, yes and no.

import Foundation

/// "[28, 28]", "28x28", "28 × 28", "(28, 28)", "28 by 28", "torch.Size([28, 28])"; "[]" is the shape of a single
/// number.
/// - Parameter orSize: a number alone, without brackets, is the shape of a vector.
func readShape(_ text: String, orSize: Bool = true) -> [Int]? {
    let inside = withoutBrackets(text.lowercased().replacing("torch.size", with: ""))
    if inside.isEmpty { return text.contains { "[]()".contains($0) } ? [] : nil }
    let isTimes = inside.contains(/\d\s*[x×*]|\bby\b/)
    let parts = isTimes ? inside.split(separator: /\s*[x×*]\s*|\s+by\s+/) : inside.split(separator: /\s*[,;]\s*|\s+/)
    let sizes = parts.map { readNumber(String($0)).flatMap { Int(exactly: $0) } }
    if sizes.contains(where: { $0 == nil || $0! < 0 }) { return nil }
    let isShape = orSize || sizes.count > 1 || text.contains { "[](),".contains($0) }
    return isShape ? sizes.compactMap(\.self) : nil
}

/// "2, 5", "[2, 5]", "2 5", "2 and 5", "-1.5; 1.8"
func readNumbers(_ text: String) -> [Double]? {
    let inside = withoutBrackets(text.lowercased())
    let separators = [/\s*(?:,\s*and\b|[,;])\s*/, /\s*(?:[,;]|\band\b)\s*/, /\s+/]
    for separator in separators {
        let numbers = inside.split(separator: separator).map { readNumber(String($0)) }
        if numbers.count > 1, !numbers.contains(nil) { return numbers.compactMap { $0 } }
    }
    return readNumber(inside).map { [$0] }
}

/// The index of the option that was typed: the whole of it, its number from 1, how it begins, how a word of it begins,
/// or the same number in other words ("NaN" for "not a number"), as long as this fits no other option.
func readChoice(_ text: String, among options: [String]) -> Int? {
    let typed = text.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: " .!)\"'"))
    let options = options.map { $0.lowercased() }
    // An option may itself begin or end with a full stop.
    let whole = text.lowercased().trimmingCharacters(in: .whitespaces)
    if let exact = options.firstIndex(of: whole) ?? options.firstIndex(of: typed) { return exact }
    if typed.isEmpty { return nil }
    if !hasNumbers(options), let number = readOptionNumber(typed), options.indices.contains(number - 1) {
        return number - 1
    }
    let beginning = options.indices.filter { options[$0].hasPrefix(typed) }
    if beginning.count == 1 { return beginning[0] }
    let inside = options.indices.filter { options[$0].contains(" " + typed) }
    if beginning.isEmpty, inside.count == 1 { return inside[0] }
    let same = options.indices.filter { isSame(readNumber(options[$0]), readNumber(typed)) }
    return beginning.isEmpty && inside.isEmpty && same.count == 1 ? same[0] : nil
}

/// The number of an option, alone: "3", "3.", "(3)", "#3", "three", "option 3". Not "three times", which is an answer
/// of another kind, and not "2.0".
private func readOptionNumber(_ text: String) -> Int? {
    guard let match = text.wholeMatch(of: /(?:option|number|no\.)?\s*[(#]?(\d+|[a-z]+)[.):]*/) else { return nil }
    return Int(match.1) ?? readWords(String(match.1)).flatMap { Int(exactly: $0) }
}

/// Whether an option could be taken for the number of another. (Infinity and NaN could not.)
func hasNumbers(_ options: [String]) -> Bool { options.contains { readNumber($0)?.isFinite == true } }

private func isSame(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return false }
    return one == other || (one.isNaN && other.isNaN)
}

func readYesNo(_ text: String) -> Bool? {
    let word = text.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: " .!"))
    if ["y", "yes", "yeah", "yep", "true", "t", "1", "it does", "it is"].contains(word) { return true }
    if ["n", "no", "nope", "false", "f", "0", "it doesn't", "it isn't"].contains(word) { return false }
    return nil
}

private func withoutBrackets(_ text: String) -> String {
    var text = text.trimmingCharacters(in: CharacterSet(charactersIn: " \t[](){}"))
    while let last = text.last, ",. ".contains(last) { text.removeLast() }
    return text
}
