// The questions of section 3.4 as data, and a file of answers checked against them: `swift run ch03 --review FILE`.

import Common
import Foundation
import Notebook
import Tabular

/// A question that a project has to answer.
public struct ReviewQuestion: Sendable, Equatable {
    /// "project-4": what an answer begins with in a file.
    public let key: String
    public let words: String
}

/// A list of questions with a name and a source.
public struct QuestionList: Sendable {
    public let title: String, questions: [ReviewQuestion]

    init(_ title: String, _ prefix: String, _ words: [String]) {
        self.title = title
        questions = words.enumerated().map { ReviewQuestion(key: "\(prefix)-\($0 + 1)", words: $1) }
    }

    /// All lists of the book's section "Identifying and addressing ethical issues", in our words.
    public static let all = [project, circle, lenses, consequences, duties]

    /// By Rachel Thomas.
    static let project = QuestionList(
        "Questions about a project", "project",
        [
            "Should this be done at all?", "Which bias is in the data?", "Can others check code and data?",
            "How large are the errors for each group of people?", "How good is a simple rule?",
            "How can somebody object, and who corrects mistakes?", "How different are the people who have built it?",
        ])
    /// By the Markkula Center for Applied Ethics, as the three lists that follow.
    static let circle = QuestionList(
        "Who is in the circle", "circle",
        [
            "Whose wishes have we assumed and not asked for?",
            "Who is affected directly, and how do we know what they want?",
            "Who is affected indirectly?", "Who might use it, whom we do not expect, or for what we do not mean?",
        ])
    static let lenses = QuestionList(
        "Five ways to look at it", "lens",
        [
            "Rights: does it respect the rights of everybody it touches?",
            "Justice: are people treated equally, or in proportion?",
            "Utility: does it do the most good and the least harm?",
            "Common good: does it serve the community as a whole, or some of it?",
            "Virtue: am I the person I want to be, if I do it?",
        ])
    static let consequences = QuestionList(
        "Consequences", "consequence",
        [
            "Who gains and who loses?", "Is the good larger than the harm?",
            "Have we thought of harm of all kinds: to minds, to politics, to nature, to institutions?",
            "What will it mean for those who come after us?",
            "Do the weakest carry the risks, and the strong have the gains?",
            "What else could it be used for?",
        ])
    static let duties = QuestionList(
        "Duties", "duty",
        [
            "Which rights of others and which of our duties are concerned?",
            "Does it touch people's dignity or their freedom to choose?",
            "Does it keep trust, and is it just?", "Where duties conflict, which one comes first, and why?",
        ])
}

/// The answers of a project, and what is missing.
public struct EthicsReview: Sendable {
    public let answers: [String: String]

    /// - Parameter text: a line for each answer, "project-1: yes, because …"; further lines without a key belong to it.
    ///   Lines that begin with # are passed over. Lines may end as on Windows.
    /// - Throws: `Refusal` for a key that is no question's, or that is there twice, and for words before the first key.
    public init(_ text: String) throws {
        let known = Set(QuestionList.all.flatMap(\.questions).map(\.key))
        var (answers, key) = ([String: String](), String?.none)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (place, line) in lines.enumerated() where !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts[0].trimmingCharacters(in: .whitespaces).lowercased()
            if parts.count == 2, known.contains(name) {
                guard answers[name] == nil else { throw Refusal("\(name) is answered twice") }
                (key, answers[name]) = (name, parts[1].trimmingCharacters(in: .whitespaces))
            } else if parts.count == 2, QuestionList.looksLikeKey(name) {
                throw Refusal("\(name): there is no such question; `swift run ch03 --form` lists all")
            } else if let key {
                answers[key] = (answers[key]! + "\n" + line).trimmingCharacters(in: .whitespacesAndNewlines)
            } else if !line.allSatisfy(\.isWhitespace) {
                throw Refusal(
                    "line \(place + 1) belongs to no question: an answer begins with a key, such as “project-1: ”")
            }
        }
        self.answers = answers
    }

    /// - Throws: `Refusal`, which names the file, if it is no text in UTF-8 or no review.
    init(file: URL) throws {
        guard let text = String(data: try readData(file), encoding: .utf8) else {
            throw Refusal("\(file.lastPathComponent) is not a text in UTF-8: save it as UTF-8")
        }
        do { try self.init(text) } catch let refusal as Refusal {
            throw Refusal("\(file.lastPathComponent): \(refusal)")
        }
    }

    /// The questions without an answer, in their order.
    public var missing: [ReviewQuestion] {
        QuestionList.all.flatMap(\.questions).filter { (answers[$0.key] ?? "").isEmpty }
    }

    /// The same review with answers that were computed: errors by group, for "project-4", and the simplest rule, for
    /// "project-5".
    public func adding(_ report: DisaggregatedReport) -> EthicsReview {
        var review = self
        let tables = [report.table] + (report.calibration.map { [$0] } ?? [])
        let computed = "Computed:\n\n" + tables.map(\.markdown).joined(separator: "\n\n")
        let more = ["project-4": computed, "project-5": "Computed: \(report.baseline)."]
        review = EthicsReview(answers: answers.merging(more) { $0.isEmpty ? $1 : "\($0)\n\n\($1)" })
        return review
    }

    private init(answers: [String: String]) { self.answers = answers }

    /// All questions with their answers, as a page of Markdown.
    public var markdown: String {
        QuestionList.all.map { list in
            "## \(list.title)\n\n"
                + list.questions.map { question in
                    let answer = answers[question.key] ?? ""
                    return "**\(question.words)** (\(question.key))\n\n\(answer.isEmpty ? "_No answer._" : answer)\n"
                }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// A file to fill in.
    public static var form: String {
        QuestionList.all.map { list in
            "# \(list.title)\n" + list.questions.map { "# \($0.words)\n\($0.key): \n" }.joined()
        }.joined(separator: "\n")
    }
}

extension QuestionList {
    /// "project-9": one of the words that keys begin with, and a number.
    static func looksLikeKey(_ name: String) -> Bool {
        let parts = name.split(separator: "-")
        return parts.count == 2 && Int(parts[1]) != nil
            && ["project", "circle", "lens", "consequence", "duty"].contains(String(parts[0]))
    }
}

extension DataEthics {
    /// Runs the chapter as a program that also understands `--report FILE`, `--review FILE` and `--form`.
    public static func mainWithFiles() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["--form"] { return print(EthicsReview.form) }
        do {
            let (files, others) = try FileOptions("--report", "--review").taken(from: arguments)
            // What is wrong with a file is said now, and not after all that comes before.
            let report = try files["--report"].map { file in
                try DisaggregatedReport(DataFrame(csv: file), name: file.lastPathComponent)
            }
            if let file = files["--review"] { return try printReview(file, report) }
            guard let file = files["--report"], let report else { return main(others) }
            if others.isEmpty { return printReport(report) }
            let hasSection = others.contains { $0.hasPrefix("--section") }
            $ownReport.withValue(file) { main(hasSection ? others : others + ["--section", "3"]) }
        } catch {
            warn("ch03: \(sentence(for: error))")
            exit(64)
        }
    }

    /// Prints what a table says, and nothing of the chapter.
    private static func printReport(_ report: DisaggregatedReport) {
        print("Errors by group, with their ranges at 95 percent:\n\n\(report.table)\n")
        for line in report.remarks { print(line) }
        if let calibration = report.calibration {
            print("\nScores, and what is true of people with them:\n\n\(calibration)")
        }
    }

    /// Prints a review as Markdown; ends with an error while an answer is missing.
    private static func printReview(_ file: URL, _ report: DisaggregatedReport?) throws {
        var review = try EthicsReview(file: file)
        if let report { review = review.adding(report) }
        print(review.markdown)
        let missing = review.missing
        if !missing.isEmpty {
            warn("ch03: \(missing.count) of 26 questions have no answer: \(missing.map(\.key).joined(separator: ", "))")
            exit(1)
        }
    }
}
