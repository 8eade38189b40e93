import Chapter10
import ChapterSupport
import Checks10
import Testing

@Suite struct `Chapter 10, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: FilmReviews.self,
            has: ChapterCounts(sections: 4, predictions: 63, bookNumbers: 11, questions: 22, exercises: 17),
            checks: checks10))
    func passes(_ test: ChapterTest) throws { try test() }
}
