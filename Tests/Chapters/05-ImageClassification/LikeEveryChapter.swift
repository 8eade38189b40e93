import Chapter05
import ChapterSupport
import Checks05
import Testing

@Suite struct `Chapter 5, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ImageClassification.self,
            has: ChapterCounts(sections: 3, predictions: 18, bookNumbers: 9, questions: 9, exercises: 6),
            checks: checks05))
    func passes(_ test: ChapterTest) throws { try test() }
}
