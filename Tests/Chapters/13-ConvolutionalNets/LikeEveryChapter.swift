import Chapter13
import ChapterSupport
import Checks13
import Testing

@Suite struct `Chapter 13, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ConvolutionalNets.self,
            has: ChapterCounts(sections: 0, predictions: 0, bookNumbers: 0, questions: 40, exercises: 0),
            checks: checks13))
    func passes(_ test: ChapterTest) throws { try test() }
}
