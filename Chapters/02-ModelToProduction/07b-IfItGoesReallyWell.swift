// # What if it goes really well?
//
// Section 2.7 · After this page you can put the questions of this chapter to a project of your own.

import Common
import Figures
import Foundation
import Notebook

// Projects are examined for what could go wrong. The book turns the question round: what if it goes really, really
// well? If the model is used everywhere, by everybody, every day? Who is affected most? What is the most extreme that
// could happen then, and how would anybody know? A loop like that of the last page is mild in one city and one year,
// and it is another thing in a whole country. What helps is not a better loss. It is people who are in charge and
// watch, whom others can reach, and who have the power to act.
//
// The questions of the whole chapter are a worksheet (`WorksheetQuestion`), in its order: the four steps of the
// Drivetrain Approach, what will be different out there, the three stages, and this one.

/// A question of the worksheet, with a key for files.
public struct WorksheetQuestion: Sendable {
    public let key: String, words: String

    public static let all = [
        ("objective", "What do you want to happen? For whom?"),
        ("levers", "What can you change today that acts on it?"),
        ("data", "What data do you have that show how?"),
        ("experiment", "What would you have to try on purpose, by chance, to know what your levers change?"),
        ("models", "What has to be predicted? What goes in that you can change, and what that you cannot?"),
        ("baseline", "How good is the simplest rule, without a model?"),
        ("different", "How will what the model sees in use differ from what it has learned from?"),
        ("signs", "Which number or which picture would show that?"),
        ("beside", "Stage 1: who does the work by hand while the model runs beside, and compares?"),
        ("limited", "Stage 2: where, and for how long, is it tried, and who checks each answer?"),
        ("report", "Stage 3: what is in the report, and who is called if it doubles or halves?"),
        ("affected", "If it goes really well: who is affected most?"),
        ("extreme", "What is the most extreme that could happen then?"),
        ("loop", "Will its answers change the data that it learns from next?"),
        ("known", "How would you know?"),
        ("power", "Who watches, how can those who are affected reach them, and what may they stop?"),
    ].map { WorksheetQuestion(key: $0.0, words: $0.1) }
}

// `swift run ch02 --worksheet FILE` asks what FILE does not answer yet, keeps each answer as soon as it is given, and
// prints a report. Whoever has had enough presses Return to pass, or ends the input (Ctrl-D), and goes on another day.
// `Worksheet` reads such a file and writes it:

/// Answers about a project.
public struct Worksheet: Sendable, Equatable {
    public private(set) var answers: [String: String]

    /// - Parameter text: a line for each answer, "levers: …"; lines without a key go on with the answer before.
    /// - Throws: `Refusal` for an answer that is there twice, and for words before the first key.
    public init(_ text: String = "") throws {
        let known = Set(WorksheetQuestion.all.map(\.key))
        var (answers, last) = ([String: String](), String?.none)
        for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let key = parts[0].trimmingCharacters(in: .whitespaces).lowercased()
            if parts.count == 2, known.contains(key) {
                if answers[key] != nil { throw Refusal("line \(place + 1): “\(key)” is answered twice") }
                (last, answers[key]) = (key, parts[1].trimmingCharacters(in: .whitespaces))
            } else if let last {
                answers[last] = (answers[last]! + "\n" + line).trimmingCharacters(in: .whitespacesAndNewlines)
            } else {
                throw Refusal(
                    "line \(place + 1) belongs to no question; an answer begins with a key, as in “levers: …”")
            }
        }
        self.answers = answers.filter { !$0.value.isEmpty }
    }

    /// The questions without an answer.
    public var missing: [WorksheetQuestion] { WorksheetQuestion.all.filter { answers[$0.key] == nil } }

    /// An answer, whose lines are joined; one of spaces alone is none.
    public mutating func answer(_ question: WorksheetQuestion, _ text: String) {
        let words = text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingCharacters(in: .whitespaces)
        answers[question.key] = words.isEmpty ? nil : words
    }

    /// The file: each question as a remark, and its answer.
    public var text: String {
        WorksheetQuestion.all.map { "# \($0.words)\n\($0.key): \(answers[$0.key] ?? "")\n" }.joined(separator: "\n")
    }

    /// A page of Markdown.
    public var report: String {
        let lines = WorksheetQuestion.all.map { "**\($0.words)**\n\n\(answers[$0.key] ?? "_no answer yet_")" }
        let state =
            missing.isEmpty
            ? "All questions are answered."
            : "\(missing.count) of \(WorksheetQuestion.all.count) questions have no answer yet."
        return "# What we are about to build\n\n\(state)\n\n" + lines.joined(separator: "\n\n") + "\n"
    }
}

extension ModelToProduction {
    func ifItGoesWell() throws {
        var table = TextTable(["key", "question"])
        for question in WorksheetQuestion.all { table.add(question.key, question.words) }
        show(table, "The worksheet")
    }

    func whatIsStillOpen() throws {
        // The bears of the camp, as somebody might begin:
        let sheet = try Worksheet(
            """
            objective: Nobody at the camp meets a bear.
            levers: Warn, close a path,
            or send a ranger.
            data: 500 photos from the internet.
            different: Night, rain, bears from behind, video.
            extreme:
            """)
        show(
            sheet.missing.count, "questions without an answer",
            predict: .count(
                "Of 16 questions, 4 have an answer, and one has a key and nothing behind it. How many are missing?",
                WorksheetQuestion.all.count - 4))
        show(sheet.answers["levers"]!, "an answer of two lines")
        let again = try Worksheet(sheet.text)
        show(again.missing.map(\.key) == sheet.missing.map(\.key), "written and read again, the same is missing")
    }
}
