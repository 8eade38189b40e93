import Chapter17
import ChapterSupport
import Checks17
import Testing

@Suite struct `Chapter 17, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: Foundations.self,
            has: ChapterCounts(sections: 13, predictions: 99, bookNumbers: 25, questions: 40, exercises: 37),
            checks: checks17))
    func passes(_ test: ChapterTest) throws { try test() }
}
