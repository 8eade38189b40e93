import Chapter08
import ChapterSupport
import Checks08
import Testing

@Suite struct `Chapter 8, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: CollaborativeFiltering.self,
            has: ChapterCounts(sections: 0, predictions: 0, bookNumbers: 0, questions: 0, exercises: 0),
            checks: checks08))
    func passes(_ test: ChapterTest) throws { try test() }
}
