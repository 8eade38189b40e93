// Questions as cards for Anki, which asks each again when it is about to be forgotten. Anki imports a text file: a head
// that says how to read it, then a line for each card, its fields separated by tabs.
//
// Anki recognizes a card by its identity, here made of the question's number alone. So importing a deck again changes
// the wording of cards and keeps what Anki knows about the learner.

import Common
import Foundation
import Questions

/// The text of a deck with all questions.
public func deck(of questionnaires: Questionnaires) -> String {
    let head = [
        "#separator:tab", "#html:true", "#notetype:Basic", "#deck:GroundUp", "#tags column:3", "#guid column:4",
    ]
    let cards = questionnaires.chapters.flatMap { chapter in chapter.questions.map { card($0, of: chapter) } }
    return (head + cards).map { "\($0)\n" }.joined()
}

/// Writes the deck to a file, and makes its folder if it does not exist. A file that is not a deck is not overwritten.
public func writeDeck(of questionnaires: Questionnaires, to file: URL) throws {
    if isFolder(file) { throw Refusal("\(file.path) is a folder; name a file for the cards") }
    if let old = try? readData(file), !old.isEmpty, !old.starts(with: Data("#separator:".utf8)) {
        throw Refusal("\(file.path) is there already and is not a deck; name another file, or remove it first")
    }
    try makeFolder(file.deletingLastPathComponent())
    try writeWhole(Data(deck(of: questionnaires).utf8), to: file)
}

/// Front, back, tag and identity. No field has a tab, a line break or a quote in it: those become HTML.
private func card(_ question: Question, of chapter: Questionnaires.Chapter) -> String {
    let digits = chapter.number < 10 ? "0\(chapter.number)" : "\(chapter.number)"
    let front = "<small>\(question.named)</small><br>\(html(question.text))"
    let answer = question.answer.components(separatedBy: "\n\n").map { "<p>\(html($0))</p>" }.joined()
    let pointers = question.shownBy.map { pointer in
        "<code>\(escaped(pointer.symbol))</code> \(escaped(chapter.questionnaire.place(of: pointer)))"
    }
    let code = "<pre>\(escaped(question.proof.code))</pre>"
    let back = "\(answer)\(code)<p><small>\(pointers.joined(separator: "<br>"))</small></p>"
    return [
        front, "<div style='text-align:left'>\(back)</div>", "groundup::ch\(digits)",
        "groundup-\(question.number)",
    ].joined(separator: "\t")
}

/// Markdown in one paragraph as HTML: `code`, **strong** and *emphasis*. Between backticks nothing else has a meaning.
func html(_ markdown: String) -> String {
    let pieces = markdown.split(separator: "`", omittingEmptySubsequences: false)
    return pieces.enumerated().map { index, piece in
        // Every second piece is between two backticks; after an unpaired last backtick comes plain text.
        if index % 2 == 1 && index < pieces.count - 1 { return "<code>\(escaped(piece))</code>" }
        let text = index % 2 == 1 ? "`\(piece)" : "\(piece)"
        return escaped(text)
            .replacing(/\*\*(\S(?:.*?\S)?)\*\*/) { "<b>\($0.output.1)</b>" }
            .replacing(/\*(\S(?:.*?\S)?)\*/) { "<i>\($0.output.1)</i>" }
    }.joined()
}

/// Text for HTML on one line.
func escaped(_ text: some StringProtocol) -> String {
    let entities: [Character: String] = [
        "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\n": "<br>", "\t": "    ",
    ]
    return text.map { entities[$0] ?? "\($0)" }.joined()
}
