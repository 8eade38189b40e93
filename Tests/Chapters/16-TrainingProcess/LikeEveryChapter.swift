import Chapter16
import ChapterSupport
import Checks16
import Testing

@Suite struct `Chapter 16, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: TrainingProcess.self,
            has: ChapterCounts(sections: 0, predictions: 0, bookNumbers: 0, questions: 27, exercises: 0),
            checks: checks16))
    func passes(_ test: ChapterTest) throws { try test() }
}
