import Chapter17
import ChapterSupport
import Checks17
import Testing

@Suite struct `Chapter 17, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: Foundations.self,
            has: ChapterCounts(sections: 9, predictions: 74, bookNumbers: 22, questions: 36, exercises: 23),
            checks: checks17))
    func passes(_ test: ChapterTest) throws { try test() }
}
