import Chapter16
import ChapterSupport
import Checks16
import Testing

@Suite struct `Chapter 16, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: TrainingProcess.self,
            has: ChapterCounts(sections: 10, predictions: 79, bookNumbers: 23, questions: 27, exercises: 27),
            checks: checks16))
    func passes(_ test: ChapterTest) throws { try test() }
}
