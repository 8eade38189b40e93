import Chapter08
import ChapterSupport
import Checks08
import Testing

@Suite struct `Chapter 8, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: CollaborativeFiltering.self,
            has: ChapterCounts(sections: 3, predictions: 36, bookNumbers: 5, questions: 14, exercises: 8),
            checks: checks08))
    func passes(_ test: ChapterTest) throws { try test() }
}
