// Nudge: A number has up to four parts, always in the same order: thousands, hundreds, tens, ones. Take them off one
//   by one from the front, and look at what is left in the end.
// Idea: A digit and “thousand” are two words; if the second of what is left is “thousand” and the first is one to
//   nine, take both. Then the same with “hundred”. Then a word for the tens and perhaps one to nine, or else one word
//   from one to nineteen.
// Almost: Keep the rest in an `ArraySlice` and shorten it by `dropFirst`. The result is a number only if nothing is
//   left over and something was taken: `rest.isEmpty && result > 0`.

public func number(of words: [String]) throws -> Int? {
    let ones = """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
        eighteen nineteen
        """.split(separator: " ").map(String.init)
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var (rest, result) = (words[...], 0)
    // Takes a digit and the word that follows it, if both are there.
    for (name, unit) in [("thousand", 1000), ("hundred", 100)] where rest.count > 1 {
        guard rest[rest.startIndex + 1] == name, let digit = ones.prefix(9).firstIndex(of: rest.first!) else {
            continue
        }
        result += (digit + 1) * unit
        rest = rest.dropFirst(2)
    }
    if let first = rest.first, let ten = tens.firstIndex(of: first) {
        result += (ten + 2) * 10
        rest = rest.dropFirst()
        if let last = rest.first {
            guard let digit = ones.prefix(9).firstIndex(of: last) else { return nil }
            result += digit + 1
            rest = rest.dropFirst()
        }
    } else if let first = rest.first, let one = ones.firstIndex(of: first) {
        result += one + 1
        rest = rest.dropFirst()
    }
    return rest.isEmpty && result > 0 ? result : nil
}
