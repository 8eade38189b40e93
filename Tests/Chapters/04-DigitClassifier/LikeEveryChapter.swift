import Chapter04
import ChapterSupport
import Checks04
import Testing

@Suite struct `Chapter 4, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: DigitClassifier.self,
            has: ChapterCounts(sections: 17, predictions: 46, bookNumbers: 39, questions: 37, exercises: 44),
            checks: checks04))
    func passes(_ test: ChapterTest) throws { try test() }
}
