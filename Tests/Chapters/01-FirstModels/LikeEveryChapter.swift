import Chapter01
import ChapterSupport
import Checks01
import Testing

@Suite struct `Chapter 1, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: FirstModels.self,
            has: ChapterCounts(sections: 11, predictions: 59, bookNumbers: 8, questions: 32, exercises: 15),
            checks: checks01))
    func passes(_ test: ChapterTest) throws { try test() }
}
