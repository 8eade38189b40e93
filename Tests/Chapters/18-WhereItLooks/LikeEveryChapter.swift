import Chapter18
import ChapterSupport
import Checks18
import Testing

@Suite struct `Chapter 18, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: WhereItLooks.self,
            has: ChapterCounts(sections: 0, predictions: 0, bookNumbers: 0, questions: 13, exercises: 0),
            checks: checks18))
    func passes(_ test: ChapterTest) throws { try test() }
}
