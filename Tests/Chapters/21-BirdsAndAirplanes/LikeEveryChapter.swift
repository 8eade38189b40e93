import Chapter21
import ChapterSupport
import Checks21
import Testing

@Suite struct `Chapter 21, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: BirdsAndAirplanes.self,
            has: ChapterCounts(sections: 12, predictions: 86, bookNumbers: 60, questions: 10, exercises: 16),
            checks: checks21))
    func passes(_ test: ChapterTest) throws { try test() }
}
