// A chapter's questions, and the check that they are all there.

import Common
import Foundation

/// The questions of one chapter, in the book's order.
public struct Questionnaire: Sendable {
    public let chapter: Int
    public let questions: [Question]
    private let project: URL

    /// Reads the questions of a chapter.
    /// - Parameters:
    ///   - project: the folder that `Package.swift` is in.
    ///   - file: any file of the project, to find that folder from; by default the caller's.
    /// - Throws: `Refusal` when there are none, or when one is not as it should be.
    public init(chapter: Int, project: URL? = nil, from file: String = #filePath) throws {
        self.chapter = chapter
        self.project = try project ?? projectRoot(around: URL(fileURLWithPath: file).deletingLastPathComponent())
        guard let folder = Self.folder(ofChapter: chapter, in: self.project) else {
            throw Refusal("Tests/Chapters: chapter \(chapter) has no Questionnaire folder there")
        }
        let files = swiftFiles(in: self.project.appending(path: folder))
        if files.isEmpty { throw Refusal("\(folder): there are no questions in it") }
        func place(_ question: Question) -> Int { Int(question.number.drop { $0 != "." }.dropFirst()) ?? 0 }
        let found = try files.flatMap { [project = self.project] in try read("\(folder)/\($0)", in: project) }
        // A file may have questions of one subject that are not next to each other in the book.
        let order = found.indices.sorted { (place(found[$0]), $0) < (place(found[$1]), $1) }
        questions = order.map { found[$0] }
    }

    /// Where a chapter's questions are, "Tests/Chapters/04-DigitClassifier/Questionnaire"; nil when it has none yet.
    public static func folder(ofChapter chapter: Int, in project: URL) -> String? {
        let chapters = "Tests/Chapters"
        let names = try? FileManager.default.contentsOfDirectory(atPath: project.appending(path: chapters).path)
        return (names ?? []).sorted().filter { Int($0.prefix { $0.isNumber }) == chapter }
            .map { "\(chapters)/\($0)/Questionnaire" }
            .first { !swiftFiles(in: project.appending(path: $0)).isEmpty }
    }

    /// The question of that number, `"4.29"`; nil when there is none.
    public subscript(number: String) -> Question? { questions.first { $0.number == number } }

    /// Where a pointer leads: "Sources/Engine/Tensors/Arrays/Tensor.swift:41", or only the file if that declares no
    /// such thing.
    public func place(of pointer: Pointer) -> String {
        let source = try? readLines(project.appending(path: pointer.file))
        let line = source.flatMap { lineDeclaring(pointer.symbol, in: $0) }
        return line.map { "\(pointer.file):\($0)" } ?? pointer.file
    }
}

/// The questions of one file.
private func read(_ file: String, in project: URL) throws -> [Question] {
    try QuestionReader(file: file, lines: readLines(project.appending(path: file))).questions()
}

/// The Swift files of a folder, in the order of their names; none where there is no such folder.
private func swiftFiles(in folder: URL) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted()
}

// MARK: Is everything there?

extension Questionnaire {
    /// What is wrong with the questions, in words; empty when the numbers run from 1 to `count` without a gap, every
    /// pointer leads to a declaration, and every test carries its question's number and expects something that could be
    /// false.
    public func problems(count: Int) -> [String] {
        var problems = questions.flatMap { question in
            complaints(about: question).map { "\(question.proof.file):\(question.proof.line): \($0)" }
        }
        for file in Dictionary(grouping: questions, by: \.proof.file).values {
            let lines = file.sorted { $0.proof.line < $1.proof.line }.map(\.number)
            // `questions` are sorted, and so is each file in it.
            if let (expected, found) = zip(file.map(\.number), lines).first(where: !=) {
                return problems + ["expected \(expected), found \(found)"]
            }
        }
        let expected = (0..<max(count, 0)).map { "\(chapter).\($0 + 1)" } + ["no further question"]
        let found = questions.map(\.number) + ["no further question"]
        if let (expected, found) = zip(expected, found).first(where: !=) {
            problems.append("expected \(expected), found \(found)")
        }
        return problems
    }

    private func complaints(about question: Question) -> [String] {
        var complaints = question.shownBy.compactMap(complaint)
        if !question.proof.name.hasPrefix(question.number + " ") {
            complaints.append("the test of question \(question.number) is called “\(question.proof.name)”")
        }
        let expectations = Expectation.all(in: question.proof.code)
        if expectations.isEmpty { complaints.append("the test of question \(question.number) expects nothing") }
        for expectation in expectations {
            guard let emptiness = expectation.emptiness else { continue }
            complaints.append("`\(expectation.text)` proves nothing: it \(emptiness)")
        }
        return complaints
    }

    private func complaint(about pointer: Pointer) -> String? {
        guard let source = try? readLines(project.appending(path: pointer.file)) else {
            return "\(pointer): there is no such file"
        }
        return lineDeclaring(pointer.symbol, in: source) != nil ? nil : "\(pointer): it declares no such thing"
    }
}

/// The first line, from 1, that declares `symbol`: `public func linear1(`, `static func .< (`, `final class Linear:`.
private func lineDeclaring(_ symbol: String, in lines: [String]) -> Int? {
    let keywords = ["func", "var", "let", "struct", "class", "enum", "protocol", "typealias"]
    return lines.firstIndex { line in
        let words = line.split(separator: " ").map(String.init)
        return zip(words, words.dropFirst()).contains { keyword, name in
            keywords.contains(keyword) && (name == symbol || name.split { "(<:,".contains($0) }.first ?? "" == symbol)
        }
    }.map { $0 + 1 }
}
