// Are all questions of the chapter there, with an answer, a pointer that leads somewhere, and a test?

import Questions
import Testing

@Suite struct `4 The questionnaire is complete` {
    let questionnaire: Questionnaire

    init() throws { questionnaire = try Questionnaire(chapter: 4) }

    @Test func `37 questions in the book's order, each with answer, pointers and proof`() {
        #expect(questionnaire.questions.count == 37)
        #expect(questionnaire.problems(count: 37) == [])
    }

    @Test func `a question can be asked by its number`() throws {
        let question = try #require(questionnaire["4.9"])
        #expect(question.text.hasPrefix("Make a 3×3 tensor"))
        #expect(question.answer.contains("`1...`"))
        #expect(question.proof.code.hasPrefix("let doubled = IntTensor("))
    }
}
