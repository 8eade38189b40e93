// A wrong answer is worth a good message: what was asked, what should have come back, what did, and where they differ.

/// Thrown by an expectation that does not hold.
public struct WrongAnswer: Error, Equatable, CustomStringConvertible {
    /// What was asked, as the reader would write it: `sigmoid(0)`.
    public let given: String
    public let expected: String
    public let found: String
    /// Where the two differ, when they are too long to see it.
    public let difference: String?

    public init(given: String, expected: String, found: String, difference: String? = nil) {
        self.given = given
        self.expected = expected
        self.found = found
        self.difference = difference
    }

    public var description: String {
        let lines = [given, "  expected  \(expected)", "  found     \(found)"]
        let text = (lines + [difference.map { "  \($0)" }].compactMap(\.self)).joined(separator: "\n")
        // The sign of a NaN means nothing, but Linux prints it.
        return text.replacing("-nan", with: "nan")
    }
}

/// A list as a reader wants to see it in a message: whole when short, else its first values and how many there are.
func shortened<Element>(_ values: [Element]) -> String {
    guard values.count > 12 else { return "\(values)" }
    let first = values.prefix(8).map { String(reflecting: $0) }.joined(separator: ", ")
    return "[\(first), … \(values.count) values]"
}
