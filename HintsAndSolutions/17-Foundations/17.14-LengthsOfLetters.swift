// Nudge: Take the string apart first, at the arrow and at the commas. Then each line of the list is one `guard`. For
//   the missing arrow, count how often each letter occurs.
// Idea: `split(separator: "->", omittingEmptySubsequences: false)` gives two parts if there is one arrow; empty parts
//   have to be kept, since an operand may have no axes. Then fill a dictionary: a letter that is new gets its length,
//   one that is known has to have it already.
// Almost: For each pair of a letter and a length: `if lengths[letter] ?? length != length { return nil }`, then store
//   it. For the result: every letter has to be in the dictionary, and `Set(result).count == result.count`. For the
//   letters: `$0.isLetter && $0.isASCII`. Without an arrow, the result is `Set(letters).filter { letter in
//   letters.count { $0 == letter } == 1 }.sorted()`.

public func lengthsOfLetters(_ equation: String, _ shapes: [[Int]]) throws -> [Character: Int]? {
    let sides = equation.filter { $0 != " " }.split(separator: "->", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    let groups = sides[0].split(separator: ",", omittingEmptySubsequences: false)
    let result = Array(sides[1])
    let letters = groups.flatMap { $0 } + result
    guard letters.allSatisfy({ $0.isLetter && $0.isASCII }), groups.count == shapes.count else { return nil }
    var lengths: [Character: Int] = [:]
    for (group, shape) in zip(groups, shapes) {
        guard group.count == shape.count else { return nil }
        for (letter, length) in zip(group, shape) {
            if lengths[letter] ?? length != length { return nil }
            lengths[letter] = length
        }
    }
    guard result.allSatisfy({ lengths[$0] != nil }), Set(result).count == result.count else { return nil }
    return lengths
}

public func withArrow(_ equation: String) throws -> String? {
    let text = equation.filter { $0 != " " }
    let sides = text.split(separator: "->", omittingEmptySubsequences: false)
    let letters = sides.joined().filter { $0 != "," }
    guard sides.count <= 2, letters.allSatisfy({ $0.isLetter && $0.isASCII }) else { return nil }
    if sides.count == 2 { return text }
    let once = Set(letters).filter { letter in letters.count { $0 == letter } == 1 }
    return "\(text)->\(String(once.sorted()))"
}
