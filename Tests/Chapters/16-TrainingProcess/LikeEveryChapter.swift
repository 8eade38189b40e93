import Chapter16
import ChapterSupport
import Checks16
import Testing

@Suite struct `Chapter 16, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: TrainingProcess.self,
            has: ChapterCounts(sections: 4, predictions: 26, bookNumbers: 4, questions: 9, exercises: 10),
            checks: checks16))
    func passes(_ test: ChapterTest) throws { try test() }
}
