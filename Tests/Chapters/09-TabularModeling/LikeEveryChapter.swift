import Chapter09
import ChapterSupport
import Checks09
import Testing

@Suite struct `Chapter 9, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: TabularModeling.self,
            has: ChapterCounts(sections: 9, predictions: 85, bookNumbers: 76, questions: 30, exercises: 24),
            checks: checks09))
    func passes(_ test: ChapterTest) throws { try test() }
}
