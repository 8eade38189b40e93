import Chapter07
import ChapterSupport
import Checks07
import Testing

@Suite struct `Chapter 8, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: StateOfTheArt.self,
            has: ChapterCounts(sections: 8, predictions: 74, bookNumbers: 25, questions: 31, exercises: 18),
            checks: checks07))
    func passes(_ test: ChapterTest) throws { try test() }
}
