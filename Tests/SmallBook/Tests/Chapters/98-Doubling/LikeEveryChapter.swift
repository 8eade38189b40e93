import Chapter98
import ChapterSupport
import Checks98
import TestSupport
import Testing

@Suite struct `Chapter 98, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: Doubling.self,
            has: ChapterCounts(sections: 1, predictions: 2, bookNumbers: 1, questions: 1, exercises: 1),
            checks: checks98, in: projectFolder.appending(path: "Tests/SmallBook")))
    func passes(_ test: ChapterTest) throws { try test() }
}
