import Chapter13
import ChapterSupport
import Checks13
import Testing

@Suite struct `Chapter 13, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ConvolutionalNets.self,
            has: ChapterCounts(sections: 5, predictions: 31, bookNumbers: 18, questions: 19, exercises: 10),
            checks: checks13))
    func passes(_ test: ChapterTest) throws { try test() }
}
