// All questions of the project: each of the book's is there once, and is a card.

import TestSupport
import Testing

@testable import Quiz

@Suite struct `All questions` {
    /// The first book asks 499 in its chapters 1 to 19. Chapter 20 has none of its own, nor has the second book, whose
    /// chapter here is 21 and whose tasks are exercises; what is asked there is ours.
    @Test func `are as many as the book has, and ours`() throws {
        let chapters = try Questionnaires(root: projectFolder).chapters
        let counts = Dictionary(uniqueKeysWithValues: chapters.map { ($0.number, $0.questions.count) })
        #expect((1...19).compactMap { counts[$0] }.reduce(0, +) == 499)
        #expect(counts[20] == 9 && counts[21] == 10)
    }

    @Test func `are there once, and so are their cards`() throws {
        let questionnaires = try Questionnaires(root: projectFolder)
        let numbers = questionnaires.questions.map(\.number)
        #expect(Set(numbers).count == numbers.count)
        for chapter in questionnaires.chapters {
            let items = chapter.questions.map(\.item)
            #expect(items == items.indices.map { $0 + 1 }, "chapter \(chapter.number)")
        }
        let lines = deck(of: questionnaires).split(separator: "\n").filter { !$0.hasPrefix("#") }
        let cards = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        #expect(cards.allSatisfy { $0.count == 4 })
        #expect(cards.map { String($0.last!) } == numbers.map { "groundup-\($0)" })
        #expect(Set(cards.map { $0[0] }).count == cards.count)
    }
}
