import Chapter17
import ChapterSupport
import Checks17
import Testing

@Suite struct `Chapter 17, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: Foundations.self,
            has: ChapterCounts(sections: 7, predictions: 42, bookNumbers: 8, questions: 25, exercises: 14),
            checks: checks17))
    func passes(_ test: ChapterTest) throws { try test() }
}
