import Chapter08
import ChapterSupport
import Checks08
import Testing

@Suite struct `Chapter 8, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: CollaborativeFiltering.self,
            has: ChapterCounts(sections: 8, predictions: 74, bookNumbers: 25, questions: 31, exercises: 18),
            checks: checks08))
    func passes(_ test: ChapterTest) throws { try test() }
}
