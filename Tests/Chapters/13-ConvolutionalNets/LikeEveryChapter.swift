import Chapter13
import ChapterSupport
import Checks13
import Testing

@Suite struct `Chapter 13, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ConvolutionalNets.self,
            has: ChapterCounts(sections: 14, predictions: 102, bookNumbers: 85, questions: 40, exercises: 27),
            checks: checks13))
    func passes(_ test: ChapterTest) throws { try test() }
}
