// Nudge: Do not look for what to replace. Look for the words that are to stay.
// Idea: `split` with a closure cuts wherever the closure is true, and leaves out empty pieces. Cut where a character is
//   not a letter or digit of ASCII.
// Almost: `title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }`, joined with "-".

public func postName(_ title: String, year: Int, month: Int, day: Int) throws -> String? {
    let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    guard !words.isEmpty else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))-\(words.joined(separator: "-")).md"
}
