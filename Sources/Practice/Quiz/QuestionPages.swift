// How a question looks, and its answer with the code that shows it.

import Common
import Questions

extension Questionnaires {
    /// The chapters, how many questions each has, and how the reader did.
    public func page(_ memory: QuizMemory, _ ink: Ink) -> String {
        let width = chapters.map(\.title.count).max() ?? 0
        let rows = chapters.map { chapter in
            let known = chapter.questions.count { memory.knows($0) == true }
            let missed = chapter.questions.count { memory.knows($0) == false }
            let remarks = [known > 0 ? "\(known) known" : nil, missed > 0 ? "\(missed) missed" : nil].compactMap(\.self)
            let row = "chapter \(right(chapter.number, 2))  \(chapter.title.padded(to: width))"
            return "\(row)  \(right(chapter.questions.count, 3)) questions"
                + ink.dim(remarks.isEmpty ? "" : "   \(remarks.joined(separator: ", "))")
        }
        let ways = [
            "swift run ask 4              goes through a chapter, and keeps the score",
            "swift run ask 4 --missed     asks again what you did not know",
            "swift run ask 4.12           asks question 4.12; --answer shows its answer at once, --code its proof too",
        ]
        return (["\(ink.bold("Questions"))  \(questions.count)", ""] + rows + [""] + ways).joined(separator: "\n")
    }
}

extension Question {
    /// "question 4.12": in a text, a number says what it is the number of.
    var named: String { "question \(number)" }

    /// The question with its number.
    public func page(_ ink: Ink) -> String {
        let margin = named.count + 2
        return "\(ink.bold(named))  \(indented(wrapped(text), by: margin).dropFirst(margin))"
    }

    /// The answer, where the code is that shows it, and the place of the test that proves it.
    /// - Parameter withCode: the test's code as well.
    public func answerPage(of chapter: Questionnaires.Chapter, withCode: Bool = false, _ ink: Ink) -> String {
        let width = shownBy.map(\.symbol.count).max() ?? 0
        let pointers = shownBy.map { "\($0.symbol.padded(to: width))  \(chapter.questionnaire.place(of: $0))" }
        let page = """
            \(indented(wrapped(answer), by: 2))

            \(ink.dim("shown by"))
            \(indented(pointers.joined(separator: "\n"), by: 2))

            \(ink.dim("proved by \(proof.file):\(proof.line)"))
            """
        return withCode ? "\(page)\n\(proofPage)" : page
    }

    /// The code that proves the answer.
    var proofPage: String { indented(proof.code, by: 2) }
}
