import Common
import Foundation
import Testing

@testable import Quiz

@Suite struct `A quiz` {
    /// What is said when these keys are pressed, and what is remembered.
    func take(_ keys: String, _ memory: QuizMemory = QuizMemory()) throws -> (said: String, memory: QuizMemory) {
        try withProject { root in
            let (chapter, questions) = try Questionnaires(root: root).selection("9")
            var (keys, memory, said) = (Array(keys), memory, "")
            let quiz = Quiz(
                chapter, questions, .plain, key: { keys.isEmpty ? nil : keys.removeFirst() }, say: { said += $0 + "\n" }
            )
            quiz.run { memory.remember($0, isKnown: $1) }
            return (said, memory)
        }
    }

    @Test func `shows each answer on Enter, and tells the score`() throws {
        let (said, memory) = try take("\ny\nn\nY")
        #expect(said.contains("3 of 3\nquestion 9.3  Is"))
        #expect(said.contains("You knew 2 of 3. Missed: question 9.2\nAgain: swift run ask 9 --missed\n"))
        #expect(try withProject { try Questionnaires(root: $0).questions.map(memory.knows) } == [true, false, true])
    }

    @Test func `does not show an answer before it was asked for`() throws {
        let (said, _) = try take("yyn")
        #expect(!said.contains("Yes & no.") && !said.contains("You knew"))
    }

    @Test(arguments: ["\nyq", "\ny\nq", "\ny"])
    func `can be left at any time, and keeps what was done`(_ keys: String) throws {
        let (said, memory) = try take(keys)
        #expect(said.hasSuffix("\nYou knew 1 of 1.\n"))
        #expect(try withProject { try Questionnaires(root: $0).questions.map(memory.knows) } == [true, nil, nil])
    }

    @Test func `shows the code of an answer on c, before the answer is judged`() throws {
        let (said, memory) = try take("c\nccy\nn")
        #expect(said.components(separatedBy: "#expect(x[\"k\"] == 1)").count == 3 && !said.contains("== 2"))
        #expect(said.contains("y: yes   n: no   c: its code   q: quit") && said.contains("You knew 1 of 2."))
        #expect(try withProject { try Questionnaires(root: $0).questions.map(memory.knows) } == [true, false, nil])
    }

    @Test func `ignores other keys`() throws {
        #expect(try take("xx\nxxyqqq").said.contains("You knew 1 of 1."))
    }

    @Test func `on one question keeps no score`() throws {
        try withProject { root in
            let (chapter, questions) = try Questionnaires(root: root).selection("9.1")
            for (keys, hasCode) in [("\n\n", false), ("\nc", true)] {
                var (keys, said) = (Array(keys), "")
                let quiz = Quiz(
                    chapter, questions, .plain, key: { keys.isEmpty ? nil : keys.removeFirst() }, say: { said += $0 })
                quiz.ask(questions[0])
                #expect(said.contains("Yes & no.") && !said.contains("Did you know it?"))
                #expect(said.contains("#expect(x") == hasCode)
            }
        }
    }
}
