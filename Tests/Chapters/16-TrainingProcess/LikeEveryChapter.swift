import Chapter16
import ChapterSupport
import Checks16
import Testing

@Suite struct `Chapter 16, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: TrainingProcess.self,
            has: ChapterCounts(sections: 6, predictions: 37, bookNumbers: 19, questions: 18, exercises: 10),
            checks: checks16))
    func passes(_ test: ChapterTest) throws { try test() }
}
