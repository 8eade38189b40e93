import Chapter21
import ChapterSupport
import Checks21
import Testing

@Suite struct `Chapter 21, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: BirdsAndAirplanes.self,
            has: ChapterCounts(sections: 5, predictions: 28, bookNumbers: 16, questions: 5, exercises: 8),
            checks: checks21))
    func passes(_ test: ChapterTest) throws { try test() }
}
