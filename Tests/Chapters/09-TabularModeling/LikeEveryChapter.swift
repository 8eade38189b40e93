import Chapter09
import ChapterSupport
import Checks09
import Testing

@Suite struct `Chapter 8, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: TabularModeling.self,
            has: ChapterCounts(sections: 8, predictions: 74, bookNumbers: 25, questions: 31, exercises: 18),
            checks: checks09))
    func passes(_ test: ChapterTest) throws { try test() }
}
