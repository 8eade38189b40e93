// Every prompt of the chapter is answered, right and wrong, as a reader would do it under `--predict`.

import Chapter04
import Foundation
import Notebook
import Synchronization
import Testing

@Suite struct `Predicting chapter 4` {
    @Test func `every prompt is answered right, and told so`() throws {
        let (run, told) = try answered(\.exampleOfRight)
        #expect(run.guesses.count == run.prompts.count && run.prompts.count >= 12)
        #expect(run.guesses.allSatisfy { $0.isRight })
        #expect(told.count { $0.hasPrefix("  Right") } == run.prompts.count)
    }

    @Test func `every prompt is answered wrong, and told so`() throws {
        let (run, told) = try answered(\.exampleOfWrong)
        #expect(run.guesses.count == run.prompts.count)
        #expect(run.guesses.allSatisfy { !$0.isRight })
        #expect(told.count { $0.hasPrefix("  A surprise: you said ") } == run.prompts.count)
    }

    /// A quick run in which each prompt is answered this way, and the lines that the reader saw.
    private func answered(_ answer: @escaping @Sendable (Prediction) -> String) throws -> (Run, [Substring]) {
        let transcript = Mutex("")
        var options = RunOptions()
        options.size = .quick
        let run = try Run.capture(
            DigitClassifier.self, options: options,
            console: .plain { text in transcript.withLock { $0 += text } }, guessing: answer)
        return (run, transcript.withLock { $0.split(separator: "\n") })
    }
}
