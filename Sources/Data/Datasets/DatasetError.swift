// What goes wrong outside the program: files that are missing, cut short or of another kind,
// downloads that break, archives that misbehave. None of it may stop the program: all of it
// is thrown, and the message alone should be enough to put it right.

import Common

/// Something outside the program is not as expected.
public struct DatasetError: FileProblem {
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

    /// What is at fault need not be a file.
    public var file: String { subject }
}
