// Numbers in English words: "seven hundred and eighty-four", "a dozen", "three quarters", "two and a half",
// "zero point five".

/// The number that the words say; nil when there is any other word among them.
func readWords(_ text: String) -> Double? {
    let words = text.split { $0 == " " || $0 == "-" }.map(String.init)
    if words.isEmpty || text.hasPrefix("-") { return nil }
    return readPoint(words) ?? readWithFraction(words) ?? readWhole(words)
}

private let small: [String: Double] = [
    "zero": 0, "none": 0, "nothing": 0, "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
]
private let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
]
private let multiples = ["hundred": 100.0, "dozen": 12]
private let scales = ["thousand": 1e3, "million": 1e6, "billion": 1e9]
private let fractions = [
    "half": 2.0, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "tenth": 10, "tenths": 10,
]

/// "two million three hundred and five"; digits may come before a scale, "2.5 million".
private func readWhole(_ words: [String]) -> Double? {
    var (total, group) = (0.0, 0.0)
    // The next word of a group must say less than this: after "twenty" less than ten, after "one" nothing.
    var room = 1000.0
    var lastScale = Double.infinity
    for word in words where word != "and" {
        if let scale = scales[word] {
            guard scale < lastScale else { return nil }
            total += (group == 0 ? 1 : group) * scale
            (group, room, lastScale) = (0, 1000, scale)
        } else if let factor = multiples[word] {
            guard group < 100 else { return nil }
            (group, room) = ((group == 0 ? 1 : group) * factor, 100)
        } else if let value = small[word] ?? tens[word] ?? digits(word) {
            guard value < room || room == 1000 else { return nil }
            group += value
            room = tens[word] == nil ? 0 : 10
        } else {
            return nil
        }
    }
    let saysNumber = words.contains { !["and", "a", "an"].contains($0) }
    return saysNumber ? total + group : nil
}

private func digits(_ word: String) -> Double? { word.first?.isNumber == true ? Double(word) : nil }

/// "a half", "three quarters", "two and a half"
private func readWithFraction(_ words: [String]) -> Double? {
    guard let below = fractions[words[words.count - 1]] else { return nil }
    var before = Array(words.dropLast())
    if let and = before.lastIndex(of: "and") {
        let part = before.suffix(from: and + 1)
        guard let whole = readWhole(Array(before.prefix(upTo: and))), part == ["a"] || part == ["one"] else {
            return nil
        }
        return whole + 1 / below
    }
    if before.last == "a" || before.last == "one" { before.removeLast() }
    if before.isEmpty { return 1 / below }
    return readWhole(before).map { $0 / below }
}

/// "zero point five", "point nine five"
private func readPoint(_ words: [String]) -> Double? {
    guard let point = words.firstIndex(of: "point"), point + 1 < words.count else { return nil }
    let before = words.prefix(upTo: point)
    guard let whole = before.isEmpty ? 0 : readWhole(Array(before)) else { return nil }
    let places = words.suffix(from: point + 1).map { small[$0] ?? digits($0) ?? 99 }
    guard places.allSatisfy({ $0 < 10 && $0.rounded() == $0 }), whole < 1e15 else { return nil }
    return Double("\(Int(whole)).\(places.map { "\(Int($0))" }.joined())")
}
