// Trouble outside the program (a folder that isn't there, a full disk) is thrown as a `Refusal`, and ends the run with
// one message.

import Common

/// A section could not be finished.
struct SectionError: Error, CustomStringConvertible {
    let number: Int
    let title: String
    let cause: any Error

    /// `section 2, "Pixel similarity": what was wrong`
    var description: String { "section \(number), \"\(title)\": \(sentence(for: cause))" }
}
