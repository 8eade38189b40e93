import Chapter14
import ChapterSupport
import Checks14
import Testing

@Suite struct `Chapter 14, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ResidualNets.self,
            has: ChapterCounts(sections: 4, predictions: 21, bookNumbers: 8, questions: 6, exercises: 9),
            checks: checks14))
    func passes(_ test: ChapterTest) throws { try test() }
}
