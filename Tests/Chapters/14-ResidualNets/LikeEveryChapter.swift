import Chapter14
import ChapterSupport
import Checks14
import Testing

@Suite struct `Chapter 14, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ResidualNets.self,
            has: ChapterCounts(sections: 6, predictions: 28, bookNumbers: 11, questions: 16, exercises: 9),
            checks: checks14))
    func passes(_ test: ChapterTest) throws { try test() }
}
