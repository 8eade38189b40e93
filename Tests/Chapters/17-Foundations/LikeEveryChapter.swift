import Chapter17
import ChapterSupport
import Checks17
import Testing

@Suite struct `Chapter 17, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: Foundations.self,
            has: ChapterCounts(sections: 13, predictions: 25, bookNumbers: 3, questions: 40, exercises: 14),
            checks: checks17))
    func passes(_ test: ChapterTest) throws { try test() }
}
