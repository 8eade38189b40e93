import Common
import Foundation
import Testing

@testable import Quiz

@Suite struct `A deck for Anki` {
    func lines() throws -> [String] {
        try withProject { try deck(of: Questionnaires(root: $0)).components(separatedBy: "\n") }
    }

    @Test func `says first how it is to be read`() throws {
        #expect(
            try lines().prefix { $0.hasPrefix("#") } == [
                "#separator:tab", "#html:true", "#notetype:Basic", "#deck:GroundUp", "#tags column:3",
                "#guid column:4",
            ])
    }

    @Test func `replaces an older deck, and no other file`() throws {
        try withProject { root in
            let (deck, other) = (root.appending(path: "deck.txt"), root.appending(path: "notes.txt"))
            let questionnaires = try Questionnaires(root: root)
            try writeDeck(of: questionnaires, to: deck)
            try writeDeck(of: questionnaires, to: deck)
            try Data("mine".utf8).write(to: other)
            #expect(throws: Refusal.self) { try writeDeck(of: questionnaires, to: other) }
            #expect(throws: Refusal.self) { try writeDeck(of: questionnaires, to: root) }
            #expect(try String(contentsOf: other, encoding: .utf8) == "mine")
            let below = other.appending(path: "deck.txt")
            let error = #expect(throws: Refusal.self) { try writeDeck(of: questionnaires, to: below) }
            #expect(error?.description == "\(other.path) is a file, and a folder belongs there: rename the file")
        }
    }

    @Test func `has a line for each question, with front, back, tag and identity`() throws {
        let cards = try lines().dropFirst(6).dropLast().map { $0.components(separatedBy: "\t") }
        #expect(cards.map(\.count) == [4, 4, 4])
        #expect(cards.map(\.[2]) == ["groundup::ch09", "groundup::ch09", "groundup::ch09"])
        #expect(cards.map(\.[3]) == ["groundup-9.1", "groundup-9.2", "groundup-9.3"])
    }

    @Test func `keeps what means something in HTML, and in the file, as it was`() throws {
        let card = try lines()[6].components(separatedBy: "\t")
        #expect(
            card[0] == "<small>question 9.1</small><br>Is <code>a &lt; b</code> <i>always</i> &quot;so&quot; in case 1?"
        )
        #expect(card[1].contains("<p>Yes &amp; no.</p><p>Or <code>*</code>.</p>"))
        #expect(card[1].contains("<pre>if a &lt; b {<br>    #expect(x[&quot;k&quot;] == 1)<br>}</pre>"))
        #expect(card[1].contains("<code>linear1</code> Chapters/09-TreesAndForests/01-Root.swift:3"))
        #expect(try !lines().joined().contains("\""))
    }

    @Test(arguments: [
        ("**bold** and *thin*", "<b>bold</b> and <i>thin</i>"), ("2 * 3 * 4", "2 * 3 * 4"),
        ("`a*b*c`", "<code>a*b*c</code>"),
        ("one ` alone", "one ` alone"), ("`<T>`", "<code>&lt;T&gt;</code>"), ("", ""),
    ])
    func `turns Markdown into HTML`(_ markdown: String, _ expected: String) { #expect(html(markdown) == expected) }
}
