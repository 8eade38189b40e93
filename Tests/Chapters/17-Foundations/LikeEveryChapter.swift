import Chapter17
import ChapterSupport
import Checks17
import Testing

@Suite struct `Chapter 17, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: Foundations.self,
            has: ChapterCounts(sections: 2, predictions: 32, bookNumbers: 14, questions: 11, exercises: 9),
            checks: checks17))
    func passes(_ test: ChapterTest) throws { try test() }
}
