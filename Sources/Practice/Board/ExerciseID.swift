// An exercise's number is two numbers, the chapter's and its own, not a decimal: exercise 4.9 comes before exercise
// 4.10.

/// A number of digits alone: `Int` reads "+4", too.
func plainNumber(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
}

/// The number of an exercise, as the book's readers say it: exercise 4.9.
public struct ExerciseID: Hashable, Comparable, Sendable, LosslessStringConvertible {
    public let chapter: Int
    public let number: Int

    public init(chapter: Int, number: Int) {
        self.chapter = chapter
        self.number = number
    }

    /// Reads `"4.9"`, and `"4.09"` as well, which is how file names have it so that they sort.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(plainNumber)
        guard parts.count == 2, let chapter = parts[0], let number = parts[1], chapter >= 0, number > 0
        else { return nil }
        self.init(chapter: chapter, number: number)
    }

    public var description: String { "\(chapter).\(number)" }

    /// "exercise 4.9": in a text, a number says what it is the number of.
    public var named: String { "exercise \(self)" }

    public static func < (a: ExerciseID, b: ExerciseID) -> Bool {
        (a.chapter, a.number) < (b.chapter, b.number)
    }
}

extension Sequence<ExerciseID> {
    /// "exercise 4.9", "exercises 4.15 and 4.19"; empty for none.
    public var named: String {
        let ids = map(\.description)
        guard let last = ids.last else { return "" }
        return ids.count == 1 ? "exercise \(last)" : "exercises \(ids.dropLast().joined(separator: ", ")) and \(last)"
    }
}
