import Chapter14
import ChapterSupport
import Checks14
import Testing

@Suite struct `Chapter 14, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ResidualNets.self,
            has: ChapterCounts(sections: 10, predictions: 54, bookNumbers: 19, questions: 22, exercises: 18),
            checks: checks14))
    func passes(_ test: ChapterTest) throws { try test() }
}
