import Chapter05
import ChapterSupport
import Checks05
import Testing

@Suite struct `Chapter 5, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ImageClassification.self,
            has: ChapterCounts(sections: 0, predictions: 0, bookNumbers: 0, questions: 0, exercises: 0),
            checks: checks05))
    func passes(_ test: ChapterTest) throws { try test() }
}
