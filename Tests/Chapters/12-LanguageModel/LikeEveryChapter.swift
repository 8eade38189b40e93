import Chapter12
import ChapterSupport
import Checks12
import Testing

@Suite struct `Chapter 12, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: LanguageModel.self,
            has: ChapterCounts(sections: 0, predictions: 0, bookNumbers: 0, questions: 39, exercises: 0),
            checks: checks12))
    func passes(_ test: ChapterTest) throws { try test() }
}
