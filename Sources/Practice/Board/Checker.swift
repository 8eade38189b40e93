// Checking an answer: build the chapter's checks, start them afresh for each exercise, read the verdict.
//
// The board itself contains none of the reader's code. So it starts at once, it builds only what the checked chapter
// needs, an answer that does not compile shows what the compiler says, and one that crashes ends only its own check.

import Common
import Foundation
import Practice

/// The checks cannot be built, and no answer is to blame. The text is what the build says, word for word.
public struct DoesNotCompile: Error, CustomStringConvertible {
    public let description: String

    init(_ words: String) { description = words.trimmingCharacters(in: .newlines) }
}

/// A verdict, and what the answer printed while it was checked.
public struct Checked: Equatable, Sendable {
    public let verdict: Verdict
    public let printed: String
}

/// Builds and runs the checks of a project.
public struct Checker: Sendable {
    let root: URL
    /// Where the build puts its programs: the board's own folder.
    public let programs: URL
    /// How long one answer may take.
    let seconds: Int

    public init(root: URL, programs: URL, seconds: Int = 20) {
        self.root = root
        self.programs = programs.resolvingSymlinksInPath()
        self.seconds = seconds
    }

    /// Whether the chapter was built before: building it for the first time takes longer.
    func isBuilt(_ chapter: ExerciseChapter) -> Bool {
        FileManager.default.fileExists(atPath: programs.appending(path: chapter.program).path)
    }

    /// Runs the check of one exercise in a process of its own.
    public func check(_ id: ExerciseID, of chapter: ExerciseChapter) throws -> Checked {
        let file = FileManager.default.temporaryDirectory.appending(path: "verdict-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let child = try Child.run(
            programs.appending(path: chapter.program), [id.description, file.path, "\(seconds)"], in: root,
            environment: ["SWIFT_BACKTRACE": backtrace])
        let verdict = try? JSONDecoder().decode(Verdict.self, from: Data(contentsOf: file))
        return Checked(verdict: verdict ?? verdictWithoutWord(from: child), printed: child.output)
    }

    /// The verdict on a program that ended before its check did.
    private func verdictWithoutWord(from child: Child) -> Verdict {
        if child.signal == SIGALRM { return .tookTooLong(seconds: seconds) }
        if let words = crashReport(child.errors, root: root) { return .crashed(words) }
        let end =
            child.signal.map { "signal \($0)" }
            ?? "the program ended in the middle of the check, with exit code \(child.status)"
        let asked = child.errors.split(separator: "\n").last { $0.hasPrefix("  asked: ") }
        return .crashed(end + (asked.map { "\n\($0)" } ?? ""))
    }
}
