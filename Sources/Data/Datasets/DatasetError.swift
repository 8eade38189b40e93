// What goes wrong outside the program: files that are missing, cut short or of another kind,
// downloads that break, archives that misbehave. None of it may stop the program: all of it
// is thrown, and the message alone should be enough to put it right.

/// Something outside the program is not as expected.
public struct DatasetError: Error, Equatable, CustomStringConvertible {
    /// The file, folder, archive or address at fault.
    public var subject: String
    /// What was expected, and what was found.
    public var problem: String
    /// What to try.
    public var advice: String?

    public init(_ subject: String, _ problem: String, try advice: String? = nil) {
        self.subject = subject
        self.problem = problem
        self.advice = advice
    }

    /// "valid/3/10.png: ends early …" and, on a line of its own, what to try.
    public var description: String {
        "\(subject): \(problem)" + (advice.map { "\n  try: \($0)" } ?? "")
    }
}
