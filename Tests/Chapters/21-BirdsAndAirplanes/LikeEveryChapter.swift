import Chapter21
import ChapterSupport
import Checks21
import Testing

@Suite struct `Chapter 21, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: BirdsAndAirplanes.self,
            has: ChapterCounts(sections: 0, predictions: 0, bookNumbers: 0, questions: 10, exercises: 0),
            checks: checks21))
    func passes(_ test: ChapterTest) throws { try test() }
}
