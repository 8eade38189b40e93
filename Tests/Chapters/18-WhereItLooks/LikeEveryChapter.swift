import Chapter18
import ChapterSupport
import Checks18
import Testing

@Suite struct `Chapter 18, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: WhereItLooks.self,
            has: ChapterCounts(sections: 7, predictions: 33, bookNumbers: 15, questions: 13, exercises: 13),
            checks: checks18))
    func passes(_ test: ChapterTest) throws { try test() }
}
