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
        var program = Program(
            programs.appending(path: chapter.program), [id.description, file.path, "\(seconds)"], in: root,
            environment: ["SWIFT_BACKTRACE": backtrace])
        program.endsSession = true
        var child = try program.run()
        child.output = readersPath(child.output, root)
        if let verdict = try? JSONDecoder().decode(Verdict.self, from: Data(contentsOf: file)) {
            let printed = [child.output, readersPath(child.errors, root)].filter { !$0.isEmpty }
            return Checked(verdict: verdict, printed: printed.joined(separator: "\n"))
        }
        return checkedWithoutWord(from: child)
    }

    /// The verdict on a program that ended before its check did.
    private func checkedWithoutWord(from child: Child) -> Checked {
        let asked = child.errors.split(separator: "\n").last(where: isQuestion).map(String.init)
        if child.signal == SIGALRM {
            return Checked(verdict: .tookTooLong(seconds: seconds, asked: asked), printed: child.output)
        }
        let report = CrashReport(child.errors, signal: child.signal, root: root)
        let printed = [child.output, report.printed].filter { !$0.isEmpty }.joined(separator: "\n")
        if let words = report.words { return Checked(verdict: .crashed(words), printed: printed) }
        let end = "the program ended in the middle of the check, with exit code \(child.status)"
        return Checked(verdict: .crashed(end + (asked.map { "\n\($0)" } ?? "")), printed: printed)
    }
}
