import Synchronization
import Testing

@testable import Notebook

@Suite struct `Predict mode` {
    @Test(arguments: [
        ("[3]", "[3]", true), ("[ 3 ]", "[3]", true), ("0.93", "0.9511", true), ("95%", "0.9511", true),
        ("0.5", "0.9511", false), ("three", "Three", true), ("", "x", false),
    ])
    func `a guess near the value is right`(_ guess: String, _ answer: String, _ isRight: Bool) {
        #expect(Guess(section: 1, question: "?", guess: guess, answer: answer).isRight == isRight)
    }

    @Test func `marked values wait for a guess, the others don't`() throws {
        let transcript = Transcript()
        let run = try Run.capture(Tiny.self, console: transcript.console, predictor: guesses("[2]"))
        #expect(transcript.text.contains("? Which shape?\n  your guess: shape: [3]\n  A surprise: you said [2].\n"))
        #expect(
            run.predictions(chapter: 4) == """
                0 of 1 predictions were right.
                What surprised:
                  4.1  Which shape?
                       you said [2], it was [3]
                """)
    }

    @Test func `an empty line passes`() throws {
        let run = try Run.capture(Tiny.self, predictor: guesses(""))
        #expect(run.predictions(chapter: 4) == nil)
    }

    @Test func `without the option nobody is asked`() throws {
        let transcript = Transcript()
        _ = try Run.capture(Tiny.self, console: transcript.console)
        #expect(!transcript.text.contains("guess"))
    }

    func guesses(_ lines: String...) -> Predictor {
        let rest = Rest(lines)
        return Predictor { rest.lines.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
    }

    final class Rest: Sendable {
        let lines: Mutex<[String]>
        init(_ lines: [String]) { self.lines = Mutex(lines) }
    }
}
