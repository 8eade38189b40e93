import Chapter12
import ChapterSupport
import Checks12
import Testing

@Suite struct `Chapter 12, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: LanguageModel.self,
            has: ChapterCounts(sections: 5, predictions: 43, bookNumbers: 8, questions: 39, exercises: 9),
            checks: checks12))
    func passes(_ test: ChapterTest) throws { try test() }
}
