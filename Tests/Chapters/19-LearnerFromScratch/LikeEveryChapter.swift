import Chapter19
import ChapterSupport
import Checks19
import Testing

@Suite struct `Chapter 19, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: LearnerFromScratch.self,
            has: ChapterCounts(sections: 10, predictions: 62, bookNumbers: 61, questions: 34, exercises: 24),
            checks: checks19))
    func passes(_ test: ChapterTest) throws { try test() }
}
