// Building the checks even though an answer does not compile. The answers of a chapter are one module, so the broken
// one would keep all others from being checked. It is found from the compiler's errors, and the chapter is built again
// from a copy that has the original stub in its place.

import Common
import Foundation

/// Where the copies are, from the root of the project.
let copiedAnswers = ".groundup/compiling"

extension Checker {
    /// Brings a chapter's checks up to date.
    /// - Returns: for each answer that does not compile, what the compiler says. That answer is then not checked.
    /// - Throws: `DoesNotCompile` when the checks cannot be built, and no answer is to blame.
    /// - Parameter helper: is told about each file of the reader's that is no answer, and is left out since it does not
    ///   compile.
    public func build(
        _ chapter: ExerciseChapter, helper: (_ file: String, _ words: String) -> Void = { _, _ in }
    ) throws -> [ExerciseID: String] {
        try build(chapter, helper: helper) { environment in
            let build = SwiftBuild(root: root, programs: programs)
            let child = try build.build(chapter.program, environment: environment)
            return child.succeeded ? nil : child.output + child.errors
        }
    }

    /// The same with another build step, which returns what it says when it fails, and nil when it succeeds.
    func build(
        _ chapter: ExerciseChapter, helper: (_ file: String, _ words: String) -> Void = { _, _ in },
        _ attempt: (_ environment: [String: String]) throws -> String?
    ) throws -> [ExerciseID: String] {
        var broken: [ExerciseID: String] = [:]
        var leftOut: Set<String> = []
        // What is wrong with the reader's other files, for the exercises that then lack them.
        var elsewhere = ""
        var environment: [String: String] = [:]
        while let words = try attempt(environment) {
            let errors = errors(in: words, of: chapter).filter { !leftOut.contains($0.file) }
            if errors.isEmpty { throw DoesNotCompile(readersPath(words, root)) }
            for (file, words) in errors {
                leftOut.insert(file)
                if let id = ExerciseID(String(file.prefix { $0 != "-" })) {
                    broken[id, default: elsewhere] += words
                } else {
                    elsewhere += words
                    helper("Exercises/\(chapter.folder)/\(file)", words)
                }
            }
            if chapter.exercises.allSatisfy({ broken[$0.id] != nil }) { break }
            environment = ["GROUNDUP_ANSWERS": try copyAnswers(of: chapter, without: leftOut)]
        }
        return broken
    }

    /// The reader's files with errors, and what is wrong. An error in the check of an exercise means that the answer's
    /// declaration has changed, and the check can no longer call it.
    private func errors(in words: String, of chapter: ExerciseChapter) -> [(file: String, words: String)] {
        CompilerMessages(words).errors.sorted { $0.key < $1.key }.compactMap { path, words in
            let file = URL(filePath: path)
            let words = readersPath(words, root) + otherPlaces(of: words, in: chapter, besides: URL(filePath: path))
            let folder = file.deletingLastPathComponent()
            guard folder.lastPathComponent == chapter.folder else { return nil }
            switch folder.deletingLastPathComponent().lastPathComponent {
            case "Exercises", copies.lastPathComponent: return (file.lastPathComponent, words)
            case "Checks":
                return (file.lastPathComponent, "Is it declared as in the stub? The check cannot call it:\n\(words)")
            default: return nil
            }
        }
    }

    /// Where else a name is declared that the compiler calls a redeclaration: the answers of a chapter are one module.
    private func otherPlaces(of words: String, in chapter: ExerciseChapter, besides file: URL) -> String {
        let plain = withoutColours(words)
        let names = plain.matches(of: #/error: invalid redeclaration of '(\w+)/#).map { String($0.output.1) }
        let folder = "Exercises/\(chapter.folder)"
        let files = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
        return Set(names).sorted().flatMap { name in
            (files ?? []).filter { $0.hasSuffix(".swift") && $0 != file.lastPathComponent }.compactMap { other in
                let text = try? String(contentsOf: root.appending(path: "\(folder)/\(other)"), encoding: .utf8)
                let line = lines(of: text ?? "").firstIndex { declares(name, $0) }
                return line.map {
                    "'\(name)' is declared in \(folder)/\(other):\($0 + 1), too; "
                        + "write `private` before one of the two, or before both\n"
                }
            }
        }.joined()
    }

    private func declares(_ name: String, _ line: some StringProtocol) -> Bool {
        let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        let kinds: Set = ["func", "struct", "class", "enum", "let", "var", "typealias", "protocol", "actor"]
        guard let place = words.firstIndex(where: { $0 == name }), place > 0, line.first?.isWhitespace == false
        else { return false }
        return kinds.contains(String(words[place - 1])) && !words[..<place].contains("private")
    }

    private var copies: URL { root.appending(path: copiedAnswers) }

    /// Copies a chapter's answers, with the original stubs in place of some.
    /// - Returns: the folder of all chapters' copies, from the root of the project.
    private func copyAnswers(of chapter: ExerciseChapter, without leftOut: Set<String>) throws -> String {
        let files = FileManager.default
        try? files.removeItem(at: copies)
        for folder in try files.contentsOfDirectory(atPath: root.appending(path: "Exercises").path)
        where ChapterFolder(folder) != nil {
            let answers = root.appending(path: "Exercises/\(folder)")
            try makeFolder(copies)
            try files.copyItem(at: answers, to: copies.appending(path: folder))
        }
        for file in leftOut {
            let copy = copies.appending(path: "\(chapter.folder)/\(file)")
            let original = root.appending(path: "\(Exercise.originals)/\(chapter.folder)/\(file)")
            try? files.removeItem(at: copy)
            if files.fileExists(atPath: original.path) { try files.copyItem(at: original, to: copy) }
        }
        return copiedAnswers
    }
}
