import Chapter11
import ChapterSupport
import Checks11
import Testing

@Suite struct `Chapter 11, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: DataPipelines.self,
            has: ChapterCounts(sections: 8, predictions: 35, bookNumbers: 13, questions: 15, exercises: 14),
            checks: checks11))
    func passes(_ test: ChapterTest) throws { try test() }
}
