import Chapter19
import ChapterSupport
import Checks19
import Testing

@Suite struct `Chapter 19, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: LearnerFromScratch.self,
            has: ChapterCounts(sections: 0, predictions: 0, bookNumbers: 0, questions: 34, exercises: 0),
            checks: checks19))
    func passes(_ test: ChapterTest) throws { try test() }
}
