import Foundation
import Synchronization
import Testing

@testable import Notebook

@Suite struct `Predict mode` {
    @Test func `marked values wait for a guess, the others don't`() throws {
        let transcript = Transcript()
        let run = try Run.capture(Tiny.self, console: transcript.console, guessing: answers("[2]"))
        #expect(
            transcript.text.contains(
                """
                ? Which shape?
                  (a shape, like [2, 3])
                  your guess: shape: [3]
                  A surprise: you said [2], but it is [3].

                """))
        #expect(
            run.predictionSummary(chapter: 4) == """
                You predicted 0 of 1 correctly.
                What surprised you:
                  Section 4.1: Which shape?
                    You said [2], but it was [3].
                """)
    }

    @Test func `a right guess is confirmed`() throws {
        let transcript = Transcript()
        let run = try Run.capture(Tiny.self, console: transcript.console, guessing: answers("(3,)"))
        #expect(transcript.text.contains("shape: [3]\n  Right: it is [3].\n"))
        #expect(run.predictionSummary(chapter: 4) == "You predicted 1 of 1 correctly.")
    }

    @Test func `what cannot be read is asked again, once`() throws {
        let transcript = Transcript()
        let run = try Run.capture(Tiny.self, console: transcript.console, guessing: answers("small", "3"))
        #expect(
            transcript.text.contains("“small” cannot be an answer here (a shape, like [2, 3]); try again: shape: [3]"))
        #expect(run.guesses.map(\.isRight) == [true])
        let stubborn = try Run.capture(Tiny.self, guessing: answers("small", "small", "3"))
        #expect(stubborn.guesses.isEmpty)
    }

    @Test(arguments: ["", "  ", "pass", "?"]) func `an empty line passes`(_ line: String) throws {
        let run = try Run.capture(Tiny.self, guessing: answers(line, "[3]"))
        #expect(run.predictionSummary(chapter: 4) == nil)
    }

    @Test func `the end of the input passes`() throws {
        #expect(try Run.capture(Tiny.self, guessing: answers()).guesses.isEmpty)
    }

    @Test func `without the option nothing is asked, but the prompts are known`() throws {
        let transcript = Transcript()
        let run = try Run.capture(Tiny.self, console: transcript.console)
        #expect(!transcript.text.contains("guess"))
        #expect(run.prompts.map(\.prediction) == [.shape("Which shape?", [3])])
        #expect(run.prompts[0].place.line == Tiny.lineOfFirstShow)
        let question = run.outputs[0].question
        #expect(question?.text == "Which shape?" && question?.answer == "[3]")
    }

    @Test func `the run time leaves out the time that the reader thinks`() throws {
        let run = try Run.capture(Tiny.self)
        let before = run.elapsed
        run.addThinking(.seconds(3600))
        #expect(run.elapsed < before - .seconds(3000))
    }

    /// Types these lines one after the other.
    private func answers(_ lines: String...) -> @Sendable (Prediction) -> String? {
        let rest = Rest(lines)
        return { _ in rest.lines.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
    }

    private final class Rest: Sendable {
        let lines: Mutex<[String]>
        init(_ lines: [String]) { self.lines = Mutex(lines) }
    }
}

@Suite struct `A prediction` {
    @Test(arguments: [
        ("0.95", 0.9511), ("95%", 0.9511), ("95 %", 0.9511), ("95 percent", 0.9511), ("about 0.93", 0.9511), ("-3", -3),
        ("−3", -3), ("- 3", -3), ("minus three", -3), ("+3", 3), ("~ 700", 700), ("roughly 700.", 700),
        ("700 or so", 700),
        ("12,396", 12396), ("12 396", 12396), ("12'396", 12396), ("1,234,567.5", 1_234_567.5), ("0,95", 0.95),
        ("1e-5", 1e-5), ("10^-5", 1e-5), ("2 × 10^-3", 2e-3), (".5", 0.5), ("1/4", 0.25), ("½", 0.5), ("2 1/2", 2.5),
        ("784 pixels", 784), ("2 times as much", 2), ("three times", 3), ("a half", 0.5), ("three quarters", 0.75),
        ("two and a half", 2.5), ("zero point five", 0.5), ("seven hundred", 700), ("two million", 2e6),
        ("seven hundred and eighty-four", 784), ("a hundred", 100), ("2.5 million", 2.5e6), ("twelve thousand", 12000),
        ("a dozen", 12), ("9 out of 10", 0.9), ("infinity", .infinity), ("I think it is 6", 6),
        ("one hundred one", 101),
    ])
    func `reads numbers as people write them`(_ typed: String, _ number: Double) {
        #expect(Prediction.number("?", number).judge(typed) == .right, "\(String(describing: readNumber(typed)))")
    }

    @Test(arguments: [
        "three or four", "3 or 4", "9 51", "many", "a", "one twenty", "twenty thirteen", "1.2.3", "1/0", "and", "--3",
        "x",
        "ten minus two", ".", "%", "one two",
    ])
    func `does not guess what else could be meant`(_ typed: String) { #expect(readNumber(typed) == nil) }

    @Test func `of a number is right within its tolerance`() {
        #expect(Prediction.number("?", 100).judge("95") == .right)
        #expect(Prediction.number("?", 100).judge("94") == .wrong)
        #expect(Prediction.number("?", 100, within: .percent(10)).judge("90") == .right)
        #expect(Prediction.number("?", 0, within: .plusMinus(0.5)).judge("-0.5") == .right)
        #expect(Prediction.number("?", Float(0.1), within: .percent(0)).judge("0.1") == .right)
        #expect(Prediction.number("?", Double.nan).judge("nan") == .right)
        #expect(Prediction.number("?", Double.infinity).judge("1000") == .wrong)
    }

    @Test(arguments: ["0", "zero", "almost 0", "practically zero", "nothing", "-0.0000001", "1e-9"])
    func `of a number that is all but zero takes zero`(_ typed: String) {
        for answer in [1e-9, -4.2e-8, 0] { #expect(Prediction.number("?", answer).judge(typed) == .right, "\(answer)") }
        #expect(Prediction.number("?", 0.001).judge(typed) == .wrong)
        #expect(Prediction.numbers("?", [1e-9]).judge(typed) == .right)
        #expect(Prediction.number("?", 3e-7, within: .percent(5, atLeast: 0)).judge(typed) == .wrong)
    }

    @Test(arguments: ["0.95", "95", "95 %", "19 out of 20", "ninety-five percent"])
    func `of a share may be in percent`(_ typed: String) {
        #expect(Prediction.share("?", 0.9511).judge(typed) == .right)
    }

    @Test func `of a count is exact`() {
        #expect(Prediction.count("?", 784).judge("785") == .wrong)
        #expect(Prediction.count("?", 784).judge("784.0") == .right)
        #expect(Prediction.count("?", 784).judge("a lot") == .unreadable)
    }

    @Test(arguments: [
        "[28, 28]", "28x28", "28 X 28", "28 × 28", "(28, 28)", "28,28", "28 28", "28 by 28", "[28,28,]", "28*28",
        "torch.Size([28, 28])",
    ])
    func `of a shape is read in all its forms`(_ typed: String) {
        #expect(Prediction.shape("?", [28, 28]).judge(typed) == .right)
        #expect(Prediction.shape("?", [28, 27]).judge(typed) == .wrong)
    }

    @Test func `of a shape knows vectors and single numbers`() {
        #expect(Prediction.shape("?", [3]).judge("3") == .right)
        #expect(Prediction.shape("?", []).judge("[]") == .right)
        #expect(Prediction.shape("?", [1010, 28, 28]).judge("1,010 x 28 x 28") == .right)
        #expect(Prediction.shape("?", [3]).judge("a vector") == .unreadable)
        #expect(Prediction.shape("?", [3]).judge("-3") == .unreadable)
    }

    @Test(arguments: ["2, 5", "[2, 5]", "2 5", "2 and 5", "(2; 5)", "two and five", "2.0, 5.0"])
    func `of several numbers is read as a list`(_ typed: String) {
        #expect(Prediction.numbers("?", [2, 5]).judge(typed) == .right)
        #expect(Prediction.numbers("?", [2, 6]).judge(typed) == .wrong)
        #expect(Prediction.numbers("?", [2]).judge(typed) == .unreadable)
    }

    @Test(arguments: [
        ("the same", true), ("the s", true), ("same", true), ("2", true), ("Same.", true), ("smaller", false),
        ("3", false),
    ])
    func `of a choice takes a number, a word or its beginning`(_ typed: String, _ isRight: Bool) {
        #expect(Prediction.change("?", from: 1.0, to: 1.0).judge(typed) == (isRight ? .right : .wrong))
    }

    @Test func `of a choice takes an option that begins or ends with a full stop`() {
        let choice = Prediction.choice("?", [". two .", ". three .", "two . three", "."], answer: ". three .")
        #expect(choice.judge(" . three . ") == .right)
        #expect(choice.judge(". two .") == .wrong)
        #expect(choice.judge(".") == .wrong)
        #expect(choice.judge("!") == .unreadable)
    }

    @Test func `of a choice does not take what could be two options, or none`() {
        let choice = Prediction.choice("?", ["larger", "lower", "2"], answer: "lower")
        for typed in ["l", "9", "4", "huge"] { #expect(choice.judge(typed) == .unreadable, "\(typed)") }
        #expect(choice.judge("2") == .wrong)
        #expect(choice.expectation == "larger · lower · 2")
        #expect(Prediction.change("?", from: 1.0, to: 2).expectation == "1 smaller   2 the same   3 larger")
        #expect(Prediction.change("?", from: 1.0, to: 1.001, margin: 0.01).answerText == "the same")
    }

    @Test func `is asked again when it could never be right`() {
        #expect(Prediction.shape("?", [2, 3, 4]).judge("6") == .unreadable)
        #expect(Prediction.shape("?", []).judge("0") == .unreadable)
        #expect(Prediction.numbers("?", [2, 5]).judge("0.92") == .unreadable)
        #expect(Prediction.count("?", 3).expectation == "a whole number, 0 or more")
        for typed in ["0.5", "-3", "50 %", "infinity", "nan"] {
            #expect(Prediction.count("?", 3).judge(typed) == .unreadable, "\(typed)")
        }
        for typed in ["-0.2", "150", "120 %", "infinity"] {
            #expect(Prediction.share("?", 0.5).judge(typed) == .unreadable, "\(typed)")
        }
    }

    @Test func `is wrong when it is only not right`() {
        for typed in ["[6]", "(6,)", "2, 3", "[]"] {
            #expect(Prediction.shape("?", [2, 3, 4]).judge(typed) == .wrong, "\(typed)")
        }
        #expect(Prediction.shape("?", [3]).judge("6") == .wrong)
        #expect(Prediction.count("?", -2).judge("-3") == .wrong && Prediction.count("?", -2).judge("2") == .wrong)
        #expect(Prediction.count("?", -2).expectation == "a whole number")
        for typed in ["0", "1", "100 %"] { #expect(Prediction.share("?", 0.5).judge(typed) == .wrong, "\(typed)") }
        #expect(Prediction.number("?", 3).judge("-0.5") == .wrong)
    }

    @Test(arguments: ["y", "Yes", "true", "n", "NO", "false"]) func `of yes and no`(_ typed: String) {
        let isYes = "yYt".contains(typed.first!)
        #expect(Prediction.yesNo("?", isYes).judge(typed) == .right)
        #expect(Prediction.yesNo("?", !isYes).judge(typed) == .wrong)
        #expect(Prediction.yesNo("?", isYes).judge("perhaps") == .unreadable)
    }

    @Test(arguments: [
        Prediction.number("?", 0), .number("?", -2.592, within: .percent(80)), .number("?", 1e-30), .number("?", 3e30),
        .number("?", -Double.infinity), .number("?", Double.nan), .share("?", 0), .share("?", 1.0), .share("?", 0.4),
        .count("?", -1), .shape("?", []), .shape("?", [2, 3]), .numbers("?", [2, 5]), .numbers("?", [0.1, -0.2]),
        .choice("?", ["a", "b"], answer: "b"), .yesNo("?", true),
    ])
    func `gives an example of a right and of a wrong answer`(_ prediction: Prediction) {
        #expect(prediction.judge(prediction.exampleOfRight) == .right, "\(prediction.exampleOfRight)")
        #expect(prediction.judge(prediction.exampleOfWrong) == .wrong, "\(prediction.exampleOfWrong)")
    }

    @Test func `whose answer is not one of its options stops the program`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Prediction.choice("Which?", ["a", "b"], answer: "c")
        }
        #expect(errors(of: result).contains(#"the prediction "Which?": "c" is not one of ["a", "b"]"#))
    }
}
