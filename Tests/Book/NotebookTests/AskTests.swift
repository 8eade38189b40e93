import Tensors
import Testing

@testable import Notebook

@Suite struct `A page that asks for a value` {
    @Test func `says value and question once`() throws {
        let run = try Run.capture(Asking.self, guessing: \.exampleOfRight)
        #expect(
            run.prompts.map(\.prediction) == [
                .count("How many?", 3), .number("Which slope?", 6.5), .number("Which slope?", Float(0.1)),
                .shape("Which shape?", [2, 3]), .yesNo("Is it tracked?", true), .numbers("Which two?", [2, 5]),
                .numbers("Which one?", [0.5]), .number("Which loss?", 0.25),
                .count("How many images?", 7), .number("Which mean?", 2.0),
            ])
        #expect(run.guesses.allSatisfy(\.isRight) && run.guesses.count == 10)
        #expect(run.outputs.compactMap(\.question?.answer).prefix(5) == ["3", "6.5", "0.1", "[2, 3]", "yes"])
        #expect(run.outputs.compactMap(\.question?.answer).suffix(5) == ["2, 5", "0.5", "0.25", "7", "2"])
        #expect(run.outputs.prefix(2).map(\.text) == ["3", "6.5"] && run.outputs[0].caption == "count")
    }

    @Test func `may ask for something other than the value`() {
        show([28, 28], predict: .count("How many pixels?", 784))
        show(0.25, predict: .yesNo("Is it small?", true))
        show("3 of 4", predict: .share("Which share?", 0.75))
        show(Float(0.1), predict: .number("Which number?", 0.1))
        show(Double.nan, predict: .number("Which number?", Double.nan))
    }

    @Test func `stops when its answer is not the count that it shows`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            show(3, predict: .count("How many is three?", 4))
        }
        #expect(
            errors(of: result).contains(
                """
                show(3): "How many is three?" has the answer 4, but what is shown is 3
                  try: ask: "How many is three?", which takes its answer from the value
                """))
    }

    @Test func `stops when its answer is not the number that it shows`() async {
        await #expect(processExitsWith: .failure) { show(Float(3), predict: .number("What?", 3.1)) }
        await #expect(processExitsWith: .failure) { show(0.9, predict: .share("What?", 0.8)) }
    }

    @Test func `stops when its answer is not the shape or the truth that it shows`() async {
        await #expect(processExitsWith: .failure) { show([2, 3], predict: .shape("What?", [3, 2])) }
        await #expect(processExitsWith: .failure) { show(true, predict: .yesNo("What?", false)) }
    }

    @Test func `stops when its answer is not what it records`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            record("net/accuracy", 0.9, predict: .share("Which share?", 0.8))
        }
        #expect(
            errors(of: result).contains(
                #"record "net/accuracy": "Which share?" has the answer 0.8, but what is shown is 0.9"#))
        await #expect(processExitsWith: .failure) { record("images", 7, predict: .count("What?", 8)) }
        await #expect(processExitsWith: .failure) { record("mean", over: [1.0, 3], predict: .number("What?", 3.0)) }
    }
}

/// A chapter that asks for one value of every kind.
private final class Asking: Chapter {
    static let number = 9
    static let title = "Questions"
    static let sections = [Section("Only", Asking.only)]

    init(_ run: Run) {}

    func only() {
        show(3, "count", ask: "How many?")
        show(6.5, ask: "Which slope?")
        show(Float(0.1), ask: "Which slope?")
        show([2, 3], ask: "Which shape?")
        show(true, ask: "Is it tracked?")
        show(IntTensor([2, 5]), ask: "Which two?")
        show(Tensor([0.5]), ask: "Which one?")
        record("a/loss", 0.25, book: 0.3, ask: "Which loss?")
        record("a/images", 7, ask: "How many images?")
        record("a/mean", over: [1.0, 3], ask: "Which mean?")
    }
}
