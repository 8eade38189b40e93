import Chapter15
import ChapterSupport
import Checks15
import Testing

@Suite struct `Chapter 15, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: Architectures.self,
            has: ChapterCounts(sections: 6, predictions: 91, bookNumbers: 13, questions: 18, exercises: 16),
            checks: checks15))
    func passes(_ test: ChapterTest) throws { try test() }
}
