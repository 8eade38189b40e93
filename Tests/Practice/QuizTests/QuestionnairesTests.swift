import Common
import Foundation
import Testing

@testable import Quiz

@Suite struct `The questionnaires` {
    @Test func `finds the chapters that have questions`() throws {
        try withProject { root in
            let questionnaires = try Questionnaires(root: root)
            #expect(questionnaires.chapters.map(\.title) == ["Trees And Forests"])
            #expect(questionnaires.questions.map(\.number) == ["9.1", "9.2", "9.3"])
            #expect(
                try Questionnaires.findRoot(from: root.appending(path: "Tests/Chapters/09-TreesAndForests")).path
                    == root.path)
        }
    }

    @Test(arguments: [("9", 3), ("9.2", 1), ("9.02", 1)])
    func `selects a chapter or a question`(_ text: String, _ count: Int) throws {
        try withProject { root in
            let (chapter, questions) = try Questionnaires(root: root).selection(text)
            #expect(chapter.number == 9 && questions.count == count)
        }
    }

    @Test(arguments: [
        ("9.4", "there is no question 9.4; chapter 9 has questions 9.1 to 9.3"),
        ("4", "chapter 4 has no questions; there are questions for chapter 9"),
        ("4.1", "chapter 4 has no questions; there are questions for chapter 9"),
        ("what", "\"what\" is not the number of a question, such as 9.1"),
        ("9.1.1", "\"9.1.1\" is not the number of a question, such as 9.1"),
    ])
    func `says what there is when something is not there`(_ text: String, _ message: String) throws {
        try withProject { root in
            #expect(throws: Refusal(message)) { try Questionnaires(root: root).selection(text) }
        }
    }

    @Test func `lists chapters with what was known and missed`() throws {
        try withProject { root in
            let questionnaires = try Questionnaires(root: root)
            var memory = QuizMemory()
            #expect(questionnaires.page(memory, .plain).contains("\nchapter  9  Trees And Forests    3 questions\n"))
            for (question, isKnown) in zip(questionnaires.questions, [true, false]) {
                memory.remember(question, isKnown: isKnown)
            }
            #expect(questionnaires.page(memory, .plain).contains("  3 questions   1 known, 1 missed\n"))
        }
    }

    @Test func `shows an answer with the place of its proof, and the code only when asked`() throws {
        try withProject { root in
            let (chapter, questions) = try Questionnaires(root: root).selection("9.2")
            #expect(questions[0].page(.plain) == "question 9.2  Is `a < b` *always* \"so\" in case 2?")
            #expect(
                questions[0].answerPage(of: chapter, .plain) == """
                      Yes & no.

                      Or `*`.

                    shown by
                      linear1  Chapters/09-TreesAndForests/01-Root.swift:3

                    proved by Tests/Chapters/09-TreesAndForests/Questionnaire/01-Trees.swift:20
                    """)
            #expect(
                questions[0].answerPage(of: chapter, withCode: true, .plain).hasSuffix(
                    """
                    01-Trees.swift:20
                      if a < b {
                          #expect(x["k"] == 2)
                      }
                    """))
        }
    }
}
