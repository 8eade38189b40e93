import Chapter14
import ChapterSupport
import Checks14
import Testing

@Suite struct `Chapter 14, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ResidualNets.self,
            has: ChapterCounts(sections: 0, predictions: 0, bookNumbers: 0, questions: 22, exercises: 0),
            checks: checks14))
    func passes(_ test: ChapterTest) throws { try test() }
}
