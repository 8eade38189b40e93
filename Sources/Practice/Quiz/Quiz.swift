// Going through questions: think, look at the answer, and judge yourself. That is how a quiz teaches: by the effort to
// remember, and by a second look at what was missed.

import Common
import Foundation
import Questions

/// A quiz on one chapter.
public struct Quiz {
    let chapter: Questionnaires.Chapter
    let questions: [Question]
    let ink: Ink
    /// The next key that the reader presses; nil when the terminal is gone.
    let key: () -> Character?
    let say: (String) -> Void

    public init(
        _ chapter: Questionnaires.Chapter, _ questions: [Question], _ ink: Ink, key: @escaping () -> Character?,
        say: @escaping (String) -> Void
    ) {
        (self.chapter, self.questions, self.ink, self.key, self.say) = (chapter, questions, ink, key, say)
    }

    /// Asks until the end, or until q is pressed. Each judgement goes to `remember` at once, so that closing the window
    /// loses nothing.
    public func run(remember: (Question, Bool) throws -> Void) rethrows {
        var (known, missed): (Int, [Question]) = (0, [])
        for (index, question) in questions.enumerated() {
            say("\n\(ink.dim("\(index + 1) of \(questions.count)"))\n\(question.page(ink))\n")
            guard show(question), let isKnown = judged() else { break }
            try remember(question, isKnown)
            if isKnown { known += 1 } else { missed.append(question) }
        }
        say(score(known, missed))
    }

    /// One question and no score.
    public func ask(_ question: Question) {
        say("\(question.page(ink))\n")
        _ = show(question)
    }

    /// Shows the answer on Enter; false when the reader leaves.
    private func show(_ question: Question) -> Bool {
        say(ink.dim("Enter: the answer   q: quit"))
        guard pressed(["\n", "\r", " ", "q"]) != "q" else { return false }
        say("\n\(question.answerPage(of: chapter, ink))")
        return true
    }

    /// Whether the reader knew it; nil when they leave.
    private func judged() -> Bool? {
        say(ink.dim("\nDid you know it?   y: yes   n: no   q: quit"))
        let key = pressed(["y", "n", "q"])
        return key == "q" ? nil : key == "y"
    }

    /// The first key that is one of these. When there are no more keys, it is "q".
    private func pressed(_ keys: Set<Character>) -> Character {
        while let key = key() {
            let key = Character(key.lowercased())
            if keys.contains(key) { return key }
        }
        return "q"
    }

    private func score(_ known: Int, _ missed: [Question]) -> String {
        let asked = known + missed.count
        guard asked > 0 else { return "" }
        let score = "\n\(ink.bold("You knew \(known) of \(asked)."))"
        guard !missed.isEmpty else { return score }
        let numbers = missed.map(\.number).joined(separator: ", ")
        let words = wrapped("Missed: question\(missed.count == 1 ? "" : "s") \(numbers)")
        return "\(score) \(words)\nAgain: swift run ask \(chapter.number) --missed"
    }
}
