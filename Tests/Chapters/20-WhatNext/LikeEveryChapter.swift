import Chapter20
import ChapterSupport
import Checks20
import Testing

@Suite struct `Chapter 20, like every chapter` {
    @Test(
        arguments: ChapterTest.all(
            of: WhatNext.self,
            has: ChapterCounts(sections: 4, predictions: 18, bookNumbers: 0, questions: 9, exercises: 10),
            checks: checks20))
    func passes(_ test: ChapterTest) throws { try test() }
}
