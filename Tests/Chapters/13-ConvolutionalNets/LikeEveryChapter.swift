import Chapter13
import ChapterSupport
import Checks13
import Testing

@Suite struct `Chapter 13, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: ConvolutionalNets.self,
            has: ChapterCounts(sections: 9, predictions: 69, bookNumbers: 43, questions: 21, exercises: 17),
            checks: checks13))
    func passes(_ test: ChapterTest) throws { try test() }
}
