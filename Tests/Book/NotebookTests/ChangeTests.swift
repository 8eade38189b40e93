import Testing

@testable import Notebook

@Suite struct `The prediction of a change` {
    @Test(arguments: [
        "bigger", "grows", "it gets bigger", "It rises.", "higher", "more", "up", "goes up", "three times larger",
        "it will increase", "keeps growing", "farther away", "3", "3.", "3)", "(3)", "three", "option 3", "larg",
    ])
    func `knows other words for larger`(_ typed: String) { expect(typed, [.wrong, .wrong, .right]) }

    @Test(arguments: [
        "smaller", "shrinks", "lower", "falls", "less", "down", "it goes down a bit", "it decreases", "it is falling",
        "closer", "1",
        "small",
    ])
    func `knows other words for smaller`(_ typed: String) { expect(typed, [.right, .wrong, .wrong]) }

    @Test(arguments: [
        "unchanged", "no change", "equal", "stays", "same", "it stays the same", "nothing", "nothing happens",
        "it doesn't change", "It does not change.", "it doesn’t change", "2.", "two",
    ])
    func `knows other words for the same`(_ typed: String) { expect(typed, [.wrong, .right, .wrong]) }

    @Test(arguments: [
        "three times", "2 times as much", "3 times", "4", "3 %", "0.5", "more or less", "it does not grow", "not lower",
        "up and down", "no idea at all", "different",
    ])
    func `asks again about everything else`(_ typed: String) { expect(typed, .init(repeating: .unreadable, count: 3)) }

    /// The judgements of what was typed when the number gets smaller, stays the same, and gets larger.
    private func expect(_ typed: String, _ expected: [Prediction.Judgement]) {
        #expect([1.0, 2, 3].map { Prediction.change("?", from: 2, to: $0).judge(typed) } == expected)
    }
}

@Suite struct `The prediction of a choice` {
    @Test(arguments: ["2", "2.", "2)", "(2)", "#2", "two", "Option 2", "number two"])
    func `takes the number of an option`(_ typed: String) {
        #expect(Prediction.choice("?", ["cats", "dogs", "birds"], answer: "dogs").judge(typed) == .right)
    }

    @Test(arguments: ["two times", "2 times", "2 dogs or so", "about 2", "1/2", "200 %", "2.0", "-2", "twenty"])
    func `takes no other number for that of an option`(_ typed: String) {
        #expect(Prediction.choice("?", ["cats", "dogs", "birds"], answer: "dogs").judge(typed) == .unreadable)
    }

    @Test(arguments: ["NaN", "nan.", "4", "not a number", "not"])
    func `takes an option in other words for the same number`(_ typed: String) {
        let options = ["ordinary numbers", "large ones", "infinity", "not a number"]
        let choice = Prediction.choice("?", options, answer: "not a number")
        #expect(choice.judge(typed) == .right)
        #expect(choice.judge("inf") == .wrong && choice.judge("3") == .wrong)
        #expect(Prediction.choice("?", ["9.5", "about 9.6", "10"], answer: "10").judge("ten") == .right)
        #expect(Prediction.choice("?", ["2", "two", "3"], answer: "3").judge("2.0") == .unreadable)
    }

    @Test func `tells the number of an option from those in its words`() {
        let choice = Prediction.choice("?", ["less than 3", "3 to 30", "more than 30"], answer: "3 to 30")
        #expect(choice.expectation == "1) less than 3   2) 3 to 30   3) more than 30")
        #expect(choice.judge("2") == .right && choice.judge("2)") == .right && choice.judge("3 to 30") == .right)
        #expect(choice.judge("3") == .wrong)
    }
}
