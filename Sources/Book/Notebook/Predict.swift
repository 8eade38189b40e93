// `--predict`: guess before you see. Where a page marks a value with a question, the run stops, takes the reader's
// guess, then shows the value. What surprised is listed at the end: those are the pages worth reading again.

import Foundation

/// Takes guesses from the reader.
struct Predictor: Sendable {
    /// The next line of the reader; nil when there is no more.
    let nextLine: @Sendable () -> String?

    static let standard = Predictor { readLine() }
}

/// A guess of the reader beside the value.
struct Guess: Sendable, Equatable {
    let section: Int
    let question: String
    let guess: String
    let answer: String

    /// A number counts as right within five percent, anything else when it reads the same but for blanks and case.
    var isRight: Bool {
        if let guess = number(guess), let answer = number(answer) { return abs(guess - answer) <= 0.05 * abs(answer) }
        return normal(guess) == normal(answer)
    }

    var verdict: String { isRight ? "  You were right." : "  A surprise: you said \(guess)." }

    private func normal(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }

    /// `0.95`, `95 %`, `95%`
    private func number(_ text: String) -> Double? {
        let text = normal(text)
        return text.hasSuffix("%") ? Double(text.dropLast()).map { $0 / 100 } : Double(text)
    }
}

extension Run {
    /// Asks the reader, if this run asks at all. An empty line passes.
    func ask(_ question: String, answer: String) -> Guess? {
        guard let predictor else { return nil }
        console.say("\n" + console.bold("? ") + console.wrapped(question))
        console.prompt("  your guess: ")
        guard let line = predictor.nextLine()?.trimmingCharacters(in: .whitespaces), !line.isEmpty else { return nil }
        return with { state in
            let guess = Guess(section: state.section, question: question, guess: line, answer: answer)
            state.guesses.append(guess)
            return guess
        }
    }

    /// The score, and what surprised; nil when nothing was guessed.
    func predictions(chapter: Int) -> String? {
        let guesses = with { $0.guesses }
        if guesses.isEmpty { return nil }
        let surprises = guesses.filter { !$0.isRight }
        let score = "\(guesses.count - surprises.count) of \(guesses.count) predictions were right."
        let lines = surprises.flatMap { guess in
            [
                "  \(chapter).\(guess.section)  \(guess.question)",
                "       you said \(guess.guess), it was \(guess.answer)",
            ]
        }
        return ([score] + (lines.isEmpty ? [] : ["What surprised:"]) + lines).joined(separator: "\n")
    }
}
