import Practice
import Testing

@Suite struct `An expectation` {
    func message(_ body: () throws -> Void) -> String {
        #expect(throws: WrongAnswer.self, performing: body)?.description ?? "no error"
    }

    @Test func `that holds says nothing`() throws {
        try expectEqual(3, 3, "")
        try expectEqual("a", "a", "")
        try expectEqual([true, false], [true, false], "")
        try expectEqual([Float](), [], "")
        try expectEqual([(1, "a")], [(1, "a")], "", by: ==)
    }

    @Test func `that does not hold says what was given, expected and found`() {
        #expect(
            message { try expectEqual("four", "4", "spell(4)") }
                == "spell(4)\n  expected  \"4\"\n  found     \"four\"")
    }

    @Test func `on lists names the first index that differs`() {
        let text = message { try expectEqual([1, 5, 6], [1, 2, 3], "f()") }
        #expect(text.hasSuffix("first difference at index 1: expected 2, found 5"))
        #expect(message { try expectEqual([1], [1, 2], "f()") }.hasSuffix("expected 2 values, found 1"))
    }

    @Test func `on long lists shows their beginning`() {
        let text = message { try expectEqual(Array(0..<784), Array(1...784), "f()") }
        #expect(text.contains("expected  [1, 2, 3, 4, 5, 6, 7, 8, … 784 values]"))
    }

    @Test func `on floating-point numbers means close, near zero and far from it`() throws {
        try expectEqual(Float(0.1) + 0.2, 0.3, "")
        try expectEqual([Float(0.000001), 1_000_001], [0, 1_000_000], "")
        try expectEqual([Double.infinity, .nan], [.infinity, .nan], "")
        try expectEqual(Float(1.05), 1, "", tolerance: 0.03)
        #expect(message { try expectEqual(Float(1.1), 1, "f()", tolerance: 0.03) }.contains("allowed 0.06"))
        #expect(message { try expectEqual(Float.infinity, 1, "f()") } != "no error")
    }

    @Test func `on lists of them names the largest difference`() {
        let text = message { try expectEqual([1, 2.5, 7, 4], [1, 2, 3, 4] as [Float], "f()") }
        #expect(text.hasSuffix("2 of 4 values differ, most at index 2: expected 3.0, found 7.0"))
        let nan = message { try expectEqual([9, .nan], [1, 2] as [Float], "f()") }
        #expect(nan.hasSuffix("most at index 1: expected 2.0, found nan"))
        #expect(message { try expectEqual([Float](), [1], "f()") }.hasSuffix("expected 1 value, found 0"))
    }
}

@Suite struct `A verdict` {
    struct Trouble: Error {}

    @Test func `is solved only when the check ran to its end`() {
        #expect(Verdict(of: {}) == .solved)
        #expect(Verdict(of: { throw Unanswered("4.1") }) == .unanswered("4.1"))
        #expect(Verdict(of: { throw Trouble() }) == .wrong("the answer threw an error: Trouble()"))
        #expect(Verdict(of: { try expectEqual(1, 2, "f()") }).isWrong)
    }

    @Test func `on both answers comes from one check`() {
        let check = Check("4.1", 1, 2) { try expectEqual($0, 2, "f()") }
        #expect(check.verdictOnReader().isWrong)
        #expect(check.verdictOnSolution() == .solved)
    }
}
