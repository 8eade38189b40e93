import Chapter03
import ChapterSupport
import Checks03
import Testing

@Suite struct `Chapter 3, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: DataEthics.self,
            has: ChapterCounts(sections: 6, predictions: 32, bookNumbers: 4, questions: 18, exercises: 13),
            checks: checks03))
    func passes(_ test: ChapterTest) throws { try test() }
}
