import Chapter13
import ChapterSupport
import Checks13
import Testing

@Suite struct `Chapter 13, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ConvolutionalNets.self,
            has: ChapterCounts(sections: 4, predictions: 32, bookNumbers: 25, questions: 11, exercises: 8),
            checks: checks13))
    func passes(_ test: ChapterTest) throws { try test() }
}
