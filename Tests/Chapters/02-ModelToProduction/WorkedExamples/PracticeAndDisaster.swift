// Small examples by hand for sections 2.1, 2.6 and 2.7.

import Common
import Foundation
import Tensors
import TestSupport
import Testing

@testable import Chapter02

@Suite struct `Worked examples of sections 2.1, 2.6 and 2.7` {
    @Test func `the most similar picture decides`() {
        let known = Tensor([[0, 0], [1, 1], [5, 5]])
        let asked = Tensor([[0.2, 0], [4, 4], [1, 0.8]])
        #expect(shareRight(known: known, [7, 3, 1], asked: asked, [7, 1, 3]) == 1)
        #expect(abs(shareRight(known: known, [7, 3, 1], asked: asked, [7, 3, 3]) - 2.0 / 3) < 1e-12)
    }

    @Test func `a project of two parts, week by week`() {
        let project = PlannedProject(first: [0.5, 0.25], best: [1, 0.75])
        let (worth, givenUp) = project.worked(.endToEnd, weeks: 4)
        // Only after two weeks there are both, 0.5 · 0.25; then the weaker part is halfway to its best, 0.5, and after
        // it the first one of the equal ones.
        #expect(worth == [0, 0.125, 0.25, 0.375] && givenUp == nil)
        let other = project.worked(.oneByOne, weeks: 4)
        #expect(other.worth == [0, 0, 0.75 * 0.25, 0.75 * 0.5])
        let hopeless = PlannedProject(first: [0.3, 0.3], best: [1, 0.1])
        #expect(!hopeless.isPossible && hopeless.worked(.endToEnd, weeks: 8).givenUp == 4)
    }

    @Test func `inverted and outlined`() {
        let picture = Tensor([[[0, 0, 1], [0, 0, 1], [0, 0, 1]]])
        #expect(inverted(picture).scalars == [1, 1, 0, 1, 1, 0, 1, 1, 0])
        #expect(outlined(picture).scalars == [0, 1, 0, 0, 1, 0, 0, 0, 0])
        #expect(outlined(inverted(picture)).scalars == outlined(picture).scalars)
    }

    @Test func `sets are filled by those with most in common`() {
        #expect(suggestions(for: [1, 2], from: [[1, 2, 5], [1, 6], [2, 6, 7], [8]]) == [5, 6, 7])
        #expect(suggestions(for: [], from: [[1]]) == [] && suggestions(for: [1], from: []) == [])
    }

    @Test func `pictures of cameras, exactly`() {
        let picture = Tensor((0..<4).map { Float($0) / 4 }).reshaped(1, 1, 4) + Tensor.zeros(3, 4, 4)
        #expect(coarse(picture, by: 2)[0, 0].scalars == [0.125, 0.125, 0.625, 0.625])
        #expect(smeared(picture, over: 2)[0, 0].scalars == [0, 0.125, 0.375, 0.625])
        let small = smaller(picture, by: 2)
        #expect(small[0, 0].scalars == [0.375, 0.375, 0.375, 0.375])
        #expect(small[0, 1].scalars == [0.375, 0.125, 0.625, 0.375])
        #expect(inGrey(Tensor([[[0.25]], [[0.5]], [[0.75]]])).scalars == [0.5, 0.5, 0.5])
    }

    @Test func `what a limit costs, and the cheapest one`() {
        let log = [
            LoggedPicture(score: 0.9, isBear: true), LoggedPicture(score: 0.5, isBear: false),
            LoggedPicture(score: 0.3, isBear: true), LoggedPicture(score: 0.1, isBear: false),
        ]
        #expect([0.05, 0.2, 0.4, 0.95].map { cost(log, limit: $0) } == [0.5, 0.25, 5.25, 10])
        #expect(bestLimit(log, among: [0.05, 0.2, 0.4, 0.95]) == 0.2 && cost([], limit: 0.5) == 0)
    }

    @Test func `arrests that follow arrests`() {
        #expect(arrestRatios(start: 3.73, years: 3, power: 1) == [3.73, 3.73, 3.73, 3.73])
        #expect(arrestRatios(start: 3.73, years: 2, power: 0) == [3.73, 1, 1])
        #expect(arrestRatios(start: 4, years: 2, power: 0.5) == [4, 2, 2.0.squareRoot()])
        #expect(arrestRatios(start: 4, years: 2, power: 0.5, memory: 2)[2] == 3.0.squareRoot())
        #expect(arrestRatios(start: 1, years: 5, power: 1.2).allSatisfy { $0 == 1 })
    }
}

@Suite struct `Worksheets of readers` {
    @Test func `answers, written and read again`() throws {
        var sheet = try Worksheet("# note\r\nLevers: warn,\r\nclose a path\r\n\r\ndata: 500: photos\nextreme:\n")
        #expect(sheet.answers == ["levers": "warn,\nclose a path", "data": "500: photos"])
        sheet.answer(WorksheetQuestion.all[0], "  two\nlines ")
        #expect(sheet.answers["objective"] == "two lines" && sheet.missing.count == 13)
        #expect(try Worksheet(sheet.text) == sheet)
        sheet.answer(WorksheetQuestion.all[0], "  ")
        #expect(sheet.answers["objective"] == nil)
        #expect(sheet.report.contains("14 of 16 questions have no answer yet") && sheet.report.contains("500: photos"))
    }

    @Test(arguments: [
        ("hello", "line 1 belongs to no question"), ("data: a\n\nDATA: b", "line 3: “data” is answered twice"),
    ])
    func `what cannot be read is refused`(_ text: String, _ beginning: String) {
        #expect { try Worksheet(text) } throws: { "\($0)".hasPrefix(beginning) }
    }

    @Test func `each answer is kept at once, and only what is missing is asked`() throws {
        let folder = TemporaryFolder("worksheet")
        try makeFolder(folder.url)
        let file = folder.url.appending(path: "project.txt")
        var asked: [String] = []
        let first = try ModelToProduction.filledIn(file) { question in
            asked.append(question.key)
            // Whoever is asked the third question stops; the first two are kept already.
            if asked.count == 3 {
                let kept = try? String(contentsOf: file, encoding: .utf8)
                #expect(kept?.contains("objective: answer 1") == true && kept?.contains("levers: answer 2") == true)
                return nil
            }
            return "answer \(asked.count)"
        }
        #expect(first.missing.count == 14 && asked == ["objective", "levers", "data"])
        // Another day: passed questions stay open.
        asked = []
        let second = try ModelToProduction.filledIn(file) { question in
            asked.append(question.key)
            return question.key == "power" ? "the council" : ""
        }
        #expect(asked.count == 14 && asked[0] == "data" && second.missing.count == 13)
        #expect(try Worksheet(try String(contentsOf: file, encoding: .utf8)) == second)
    }

    @Test func `a file that is no text is refused and stays as it is`() throws {
        let folder = TemporaryFolder("worksheet")
        try makeFolder(folder.url)
        let file = folder.url.appending(path: "picture.jpg")
        try Data([0xFF, 0xD8, 0xFF, 0xE0]).write(to: file)
        #expect { try ModelToProduction.filledIn(file) { _ in "x" } } throws: {
            "\($0)".contains("picture.jpg is not a text")
        }
        #expect(try Data(contentsOf: file).count == 4)
    }

    @Test func `a draft keeps answers, and asks for the rest`() throws {
        let post = draft("T", of: try Worksheet("objective: none (yet)\nknown: a count"))
        #expect(post.hasPrefix("# T\n\n## What I wanted\n\nnone (yet)\n\n(What can you change"))
        #expect(post.contains("\n\na count\n\n## What surprised me"))
    }
}
