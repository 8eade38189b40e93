import Chapter19
import ChapterSupport
import Checks19
import Testing

@Suite struct `Chapter 19, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: LearnerFromScratch.self,
            has: ChapterCounts(sections: 4, predictions: 32, bookNumbers: 47, questions: 21, exercises: 10),
            checks: checks19))
    func passes(_ test: ChapterTest) throws { try test() }
}
