import Chapter07
import ChapterSupport
import Checks07
import Testing

@Suite struct `Chapter 7, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: StateOfTheArt.self,
            has: ChapterCounts(sections: 7, predictions: 51, bookNumbers: 13, questions: 14, exercises: 15),
            checks: checks07))
    func passes(_ test: ChapterTest) throws { try test() }
}
