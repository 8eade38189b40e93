import Chapter12
import ChapterSupport
import Checks12
import Testing

@Suite struct `Chapter 12, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: LanguageModel.self,
            has: ChapterCounts(sections: 15, predictions: 101, bookNumbers: 30, questions: 39, exercises: 26),
            checks: checks12))
    func passes(_ test: ChapterTest) throws { try test() }
}
