// Asking the reader, under `--predict`. Surprises are listed at the end: those are the pages worth reading again.

import Foundation

/// Where guesses come from: the reader's keyboard, or a test.
struct Predictor: Sendable {
    /// What is typed in answer to a prediction; nil when there is no more to come.
    let answer: @Sendable (Prediction) -> String?

    static let standard = Predictor { _ in readLine() }
}

/// A prediction that a run came to, whether the reader was asked or not.
public struct Prompt: Sendable, Hashable {
    /// The number of its section, from 1.
    public let section: Int
    public let prediction: Prediction
    /// The statement that asks it.
    public let place: SourcePlace
}

/// What a reader answered.
public struct Guess: Sendable, Hashable {
    public let section: Int
    public let prediction: Prediction
    /// As it was typed.
    public let typed: String
    public let isRight: Bool

    var verdict: String {
        if !isRight { return "  A surprise: you said \(typed), but it is \(prediction.answerText)." }
        return typed == prediction.answerText ? "  Right." : "  Right: it is \(prediction.answerText)."
    }
}

extension Run {
    /// Every prediction that the run came to, in order.
    public var prompts: [Prompt] { with { $0.prompts } }

    /// What the reader answered, in order. Predictions that were passed are not included.
    public var guesses: [Guess] { with { $0.guesses } }

    /// Notes the prediction, and asks the reader if this run asks at all. An empty line passes; what cannot be read is
    /// asked again, once.
    func ask(_ prediction: Prediction, at place: SourcePlace) -> Guess? {
        with { $0.prompts.append(Prompt(section: $0.section, prediction: prediction, place: place)) }
        guard let predictor else { return nil }
        let asked = ContinuousClock.now
        defer { addThinking(ContinuousClock.now - asked) }
        console.say("\n" + console.bold("? ") + console.wrapped(prediction.question))
        console.say(console.faint("  (\(prediction.expectation))"))
        guard let (typed, judgement) = readGuess(prediction, from: predictor) else { return nil }
        return with { state in
            let guess = Guess(
                section: state.section, prediction: prediction, typed: typed, isRight: judgement == .right)
            state.guesses.append(guess)
            return guess
        }
    }

    private func readGuess(
        _ prediction: Prediction, from predictor: Predictor
    ) -> (typed: String, judgement: Prediction.Judgement)? {
        console.prompt("  your guess: ")
        for isLast in [false, true] {
            let typed = predictor.answer(prediction)?.trimmingCharacters(in: .whitespaces) ?? ""
            switch prediction.judge(typed) {
            case .passed: return nil
            case .unreadable where isLast: console.say("  Still not readable; moving on.")
            case .unreadable:
                console.prompt("  “\(typed)” cannot be an answer here (\(prediction.expectation)); try again: ")
            case let judgement: return (typed, judgement)
            }
        }
        return nil
    }

    /// The score, and what surprised the reader; nil when nothing was guessed.
    func predictionSummary(chapter: Int) -> String? {
        let guesses = self.guesses
        if guesses.isEmpty { return nil }
        let surprises = guesses.filter { !$0.isRight }
        let score = "You predicted \(guesses.count - surprises.count) of \(guesses.count) correctly."
        let lines = surprises.flatMap { guess in
            [
                "  Section \(chapter).\(guess.section): \(guess.prediction.question)",
                "    You said \(guess.typed), but it was \(guess.prediction.answerText).",
            ]
        }
        return ([score] + (lines.isEmpty ? [] : ["What surprised you:"]) + lines).joined(separator: "\n")
    }
}
