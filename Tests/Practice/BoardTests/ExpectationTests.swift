import Practice
import Tensors
import Testing

@Suite struct `An expectation` {
    func message(_ body: () throws -> Void) -> String {
        #expect(throws: WrongAnswer.self, performing: body)?.description ?? "no error"
    }

    func found<Value>(_ value: Value) -> Found<Value> { Found("f()", value) }

    @Test func `that holds says nothing`() throws {
        try expectEqual(found(3), 3)
        try expectEqual(found("a"), "a")
        try expectEqual(found([true, false]), [true, false])
        try expectEqual(found([Float]()), [])
        try expectEqual(found([(1, "a")]), [(1, "a")], by: ==)
    }

    @Test func `that does not hold says what was given, expected and found`() {
        #expect(
            message { try expectEqual(Found("spell(4)", "four"), "4") }
                == "spell(4)\n  expected  \"4\"\n  found     \"four\"")
        #expect(
            message { try expect(found(7), "below 5") { $0 < 5 } } == "f()\n  expected  below 5\n  found     7")
    }

    @Test func `on lists names the first index that differs`() {
        let text = message { try expectEqual(found([1, 5, 6]), [1, 2, 3]) }
        #expect(text.hasSuffix("first difference at index 1: expected 2, found 5"))
        #expect(message { try expectEqual(found([1]), [1, 2]) }.hasSuffix("expected 2 values, found 1"))
    }

    @Test func `on long lists shows their beginning`() {
        let text = message { try expectEqual(found(Array(0..<784)), Array(1...784)) }
        #expect(text.contains("expected  [1, 2, 3, 4, 5, 6, 7, 8, … 784 values]"))
    }

    @Test func `of equal numbers is exact`() {
        #expect(message { try expectEqual(found(0.1 + 0.2), 0.3) } != "no error")
    }

    @Test func `of close numbers allows for rounding, near zero and far from it`() throws {
        try expectClose(found(Float(0.1) + 0.2), 0.3)
        try expectClose(found([Float(0.000001), 1_000_001]), [0, 1_000_000])
        try expectClose(found([Double.infinity, .nan]), [.infinity, .nan])
        try expectClose(found(Float(1.05)), 1, tolerance: 0.03)
        #expect(message { try expectClose(found(Float(1.1)), 1, tolerance: 0.03) }.contains("allowed 0.06"))
        #expect(message { try expectClose(found(Float.infinity), 1) } != "no error")
    }

    @Test func `of numbers that may be nil says which of the two is`() throws {
        try expectClose(found(Float(0.1) + 0.2 as Float?), 0.3)
        try expectClose(found(nil as Float?), nil)
        #expect(message { try expectClose(found(1.5 as Float?), nil) } == "f()\n  expected  nil\n  found     1.5")
        #expect(message { try expectClose(found(nil as Float?), 1.5) } == "f()\n  expected  1.5\n  found     nil")
        #expect(message { try expectClose(found(1.6 as Float?), 1.5) }.contains("expected  1.5\n  found     1.6"))
    }

    @Test func `on lists of them names the largest difference`() {
        let text = message { try expectClose(found([1, 2.5, 7, 4] as [Float]), [1, 2, 3, 4]) }
        #expect(text.hasSuffix("2 of 4 values differ, most at index 2: expected 3.0, found 7.0"))
        let nan = message { try expectClose(found([9, .nan] as [Float]), [1, 2]) }
        #expect(nan.hasSuffix("most at index 1: expected 2.0, found nan"))
        #expect(message { try expectClose(found([Float]()), [1]) }.hasSuffix("expected 1 value, found 0"))
    }
}

@Suite struct `A call in a message` {
    @Test func `is written from the function's name and its arguments`() throws {
        let walk = NamedFunction("walk(from:_:to:)") { (_: Float, _: [Int?], _: String) in 0 }
        #expect(try walk(-1.5, [1, 2], "a").call == #"walk(from: -1.5, [1, 2], to: "a")"#)
        let none = NamedFunction("none()") { 0 }
        #expect(try none().call == "none()")
    }

    @Test func `shows tensors as lists, and large ones by their shape`() throws {
        let f = NamedFunction("f(_:)") { (_: Tensor) in 0 }
        #expect(try f(Tensor([[1, 0.5], [3, -4]])).call == "f([[1, 0.5], [3, -4]])")
        #expect(try f(Tensor(7)).call == "f(7)")
        #expect(try f(.zeros(0, 3)).call == "f([])")
        #expect(try f(.zeros(1000, 28, 28)).call == "f(Tensor [1000, 28, 28])")
        let g = NamedFunction("g(_:)") { (_: [Int]) in 0 }
        #expect(try g(Array(0..<1000)).call == "g([0, 1, 2, 3, 4, 5, 6, 7, … 1000 values])")
        let h = NamedFunction("h(_:)") { (_: [ByteTensor]) in 0 }
        #expect(try h([ByteTensor([[0, 255]]), ByteTensor([7])]).call == "h([[[0, 255]], [7]])")
    }

    @Test func `stays on one line, even where an argument would need several`() throws {
        let f = NamedFunction("f(_:)") { (_: [(x: Tensor, y: Tensor)]) in 0 }
        #expect(try f([(x: Tensor([[1, 2], [3, 4]]), y: Tensor([5]))]).call == "f([1 value])")
    }

    @Test func `shows what a function changes, and what cannot be written, by name`() throws {
        let add = NamedFunction("add(_:_:)", changing { (sum: inout Int, n: Int) in sum += n })
        let sum = Variable("sum", 3)
        #expect(try add(sum, 4).call == "add(&sum, 4)")
        #expect(sum.value == 7)
        typealias Apply = @Sendable (@escaping (Int) -> Int, Int) throws -> Int
        let apply = NamedFunction("apply(_:to:)", naming({ rule, n in rule(n) } as Apply))
        let found = try apply(Named("{ 2 * $0 }", { 2 * $0 }), 5)
        #expect(found.call == "apply({ 2 * $0 }, to: 5)" && found.value == 10)
    }

    @Test func `is followed by the part that is looked at`() throws {
        let f = NamedFunction("f(_:)") { (n: Int) in Array(0..<n) }
        let lengths = try f(3).noting("at first").its("length", \.count)
        #expect(lengths.call == "f(3), at first, length" && lengths.value == 3)
    }
}

@Suite struct `A verdict` {
    struct Trouble: Error {}

    @Test func `is solved only when the check ran to its end`() {
        #expect(Verdict(of: {}) == .solved)
        #expect(Verdict(of: { throw Unanswered("4.1") }) == .unanswered("4.1"))
        #expect(Verdict(of: { throw Trouble() }) == .wrong("the answer threw an error: Trouble()"))
        #expect(Verdict(of: { try expectEqual(Found("f()", 1), 2) }).isWrong)
    }

    @Test func `on both answers comes from one check`() {
        let check = Check("4.1", Answer(1, 2)) { try expectEqual(Found("f()", $0), 2) }
        #expect(check.verdictOnReader().isWrong)
        #expect(check.verdictOnSolution() == .solved)
    }
}
