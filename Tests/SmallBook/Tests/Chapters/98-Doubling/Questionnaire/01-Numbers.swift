// The questions of chapter 98, each with its answer, and with a test that is the answer in code.

import Testing

@testable import Chapter98

@Suite struct `98 Questionnaire` {
    /// 98.1 · What is twice one?
    ///
    /// Two: to double a number is to add it to itself.
    ///
    /// - Shown by: `twice` in Chapters/98-Doubling/01-Numbers.swift
    @Test func `98.1 twice one is two`() {
        #expect(twice(1) == 2)
    }
}
