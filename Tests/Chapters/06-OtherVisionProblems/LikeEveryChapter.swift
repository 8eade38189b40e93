import Chapter06
import ChapterSupport
import Checks06
import Testing

@Suite struct `Chapter 6, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: OtherVisionProblems.self,
            has: ChapterCounts(sections: 5, predictions: 75, bookNumbers: 23, questions: 17, exercises: 16),
            checks: checks06))
    func passes(_ test: ChapterTest) throws { try test() }
}
