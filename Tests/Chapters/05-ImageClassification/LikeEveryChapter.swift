import Chapter05
import ChapterSupport
import Checks05
import Testing

@Suite struct `Chapter 5, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ImageClassification.self,
            has: ChapterCounts(sections: 7, predictions: 86, bookNumbers: 35, questions: 23, exercises: 18),
            checks: checks05))
    func passes(_ test: ChapterTest) throws { try test() }
}
