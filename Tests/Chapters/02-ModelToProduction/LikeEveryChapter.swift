import Chapter02
import ChapterSupport
import Checks02
import Testing

@Suite struct `Chapter 2, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ModelToProduction.self,
            has: ChapterCounts(sections: 7, predictions: 83, bookNumbers: 9, questions: 27, exercises: 16),
            checks: checks02))
    func passes(_ test: ChapterTest) throws { try test() }
}
