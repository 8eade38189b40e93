// Going through questions: think, look at the answer, and judge yourself. That is how a quiz teaches: by the effort to
// remember, and by a second look at what was missed.

import Common
import Foundation
import Questions

/// A quiz on one chapter.
public struct Quiz {
    let chapter: Questionnaires.Chapter
    let questions: [Question]
    /// With every answer comes the code that proves it.
    let showsCode: Bool
    let ink: Ink
    /// The next key that the reader presses; nil when the terminal is gone.
    let key: () -> Character?
    let say: (String) -> Void

    public init(
        _ chapter: Questionnaires.Chapter, _ questions: [Question], showsCode: Bool = false, _ ink: Ink,
        key: @escaping () -> Character?, say: @escaping (String) -> Void
    ) {
        (self.chapter, self.questions, self.showsCode) = (chapter, questions, showsCode)
        (self.ink, self.key, self.say) = (ink, key, say)
    }

    /// Asks until the end, or until q is pressed. Each judgement goes to `remember` at once, so that closing the window
    /// loses nothing.
    public func run(remember: (Question, Bool) throws -> Void) rethrows {
        var (known, missed): (Int, [Question]) = (0, [])
        for (index, question) in questions.enumerated() {
            say("\n\(ink.dim("\(index + 1) of \(questions.count)"))\n\(question.page(ink))\n")
            guard show(question), let isKnown = judged(question) else { break }
            try remember(question, isKnown)
            if isKnown { known += 1 } else { missed.append(question) }
        }
        say(score(known, missed))
    }

    /// One question and no score.
    public func ask(_ question: Question) {
        say("\(question.page(ink))\n")
        guard show(question), !showsCode else { return }
        say(ink.dim("\nc: its code   Enter: done"))
        if pressed(["\n", "\r", " ", "c", "q"]) == "c" { say("\n\(question.proofPage)") }
    }

    /// Shows the answer on Enter; false when the reader leaves.
    private func show(_ question: Question) -> Bool {
        say(ink.dim("Enter: the answer   q: quit"))
        guard pressed(["\n", "\r", " ", "q"]) != "q" else { return false }
        say("\n\(question.answerPage(of: chapter, withCode: showsCode, ink))")
        return true
    }

    /// Whether the reader knew it; nil when they leave. On c they see the code that proves the answer first.
    private func judged(_ question: Question) -> Bool? {
        let code = showsCode ? "" : "c: its code   "
        say(ink.dim("\nDid you know it?   y: yes   n: no   \(code)q: quit"))
        while true {
            switch pressed(showsCode ? ["y", "n", "q"] : ["y", "n", "c", "q"]) {
            case "c": say("\n\(question.proofPage)")
            case "q": return nil
            case let key: return key == "y"
            }
        }
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
