import Chapter05
import ChapterSupport
import Checks05
import Testing

@Suite struct `Chapter 5, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ImageClassification.self,
            has: ChapterCounts(sections: 5, predictions: 58, bookNumbers: 25, questions: 15, exercises: 12),
            checks: checks05))
    func passes(_ test: ChapterTest) throws { try test() }
}
