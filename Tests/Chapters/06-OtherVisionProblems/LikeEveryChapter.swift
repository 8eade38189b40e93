import Chapter06
import ChapterSupport
import Checks06
import Testing

@Suite struct `Chapter 8, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: OtherVisionProblems.self,
            has: ChapterCounts(sections: 8, predictions: 74, bookNumbers: 25, questions: 31, exercises: 18),
            checks: checks06))
    func passes(_ test: ChapterTest) throws { try test() }
}
