// Trouble outside the program (a folder that isn't there, a full disk) is thrown as a `Refusal`, and ends the run with
// one message.

import Foundation

/// A section could not be finished.
struct SectionError: Error, CustomStringConvertible {
    let number: Int
    let title: String
    let cause: any Error

    /// `section 2, "Pixel similarity": what was wrong`
    var description: String { "section \(number), \"\(title)\": \(sentence(for: cause))" }
}

/// An error in one sentence. Foundation's own errors print as debug output; their sentence is in another property.
func sentence(for error: any Error) -> String {
    if let sentence = (error as? any LocalizedError)?.errorDescription { return sentence }
    guard let error = error as? CocoaError else { return String(describing: error) }
    return (error.filePath.map { $0 + ": " } ?? "") + error.localizedDescription
}

/// One line on standard error.
func complain(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
}
