// Checking an answer: build the chapter's checks, start them anew for each exercise, read the verdict.
//
// The board itself contains none of the reader's code. So it starts at once, it builds only what the checked chapter
// needs, an answer that does not compile shows what the compiler says, and one that crashes takes nothing along.

import Common
import Foundation
import Practice

/// An answer does not compile. The text is what the compiler says, word for word.
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

    /// Brings a chapter's checks up to date, in the same build folder and configuration that the board was built in.
    public func build(_ chapter: ExerciseChapter) throws {
        let scratch = programs.deletingLastPathComponent().deletingLastPathComponent()
        let build = try Child.run(
            "swift",
            [
                "build", "--quiet", "--product", chapter.program, "--package-path", root.path,
                "--scratch-path", scratch.path, "--configuration", programs.lastPathComponent,
            ], in: root)
        guard build.succeeded else { throw DoesNotCompile(build.output + build.errors) }
    }

    /// Runs the check of one exercise in a process of its own.
    public func check(_ id: ExerciseID, of chapter: ExerciseChapter) throws -> Checked {
        let file = FileManager.default.temporaryDirectory.appending(path: "verdict-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let child = try Child.run(
            programs.appending(path: chapter.program), [id.description, file.path, "\(seconds)"], in: root,
            environment: ["SWIFT_BACKTRACE": "enable=no"])
        let verdict = try? JSONDecoder().decode(Verdict.self, from: Data(contentsOf: file))
        return Checked(verdict: verdict ?? verdictWithoutWord(from: child), printed: child.output)
    }

    /// The verdict on a program that ended before its check did.
    private func verdictWithoutWord(from child: Child) -> Verdict {
        if child.signal == SIGALRM { return .tookTooLong(seconds: seconds) }
        if let words = child.lastWords { return .crashed(words) }
        if let signal = child.signal { return .crashed("signal \(signal)") }
        return .crashed("the program ended in the middle, with exit code \(child.status)")
    }
}

extension Child {
    /// The first line of the error output, with the indented ones that belong to it, and at the end the question that
    /// was being answered: a crash prints its stack in between.
    var lastWords: String? {
        let lines = errors.split(separator: "\n")
        guard let first = lines.first else { return nil }
        let asked = lines.last { $0.hasPrefix("  asked: ") }
        let details = lines.dropFirst().prefix { $0.hasPrefix(" ") && $0 != asked }
        return ([first] + details + [asked].compactMap(\.self)).joined(separator: "\n")
    }
}
