// Chapter 20 and the appendices have no questionnaire. These nine, questions 20.1 to 20.9, are ours, each with its
// answer, and with a test that is the answer in code. The module Questions reads them from here; the form of the
// comments is described there.
//
// To run one of them: `swift test --filter "Questionnaire./.20.3 "`

import Foundation
import Tensors
import TestSupport
import Testing

@testable import Chapter20

@Suite struct `20 Questionnaire` {}

extension `20 Questionnaire` {
    /// 20.1 · What must the repository of a blog on GitHub Pages be named, and what is on its first page?
    ///
    /// Exactly `name.github.io`, with your own user name. Its first page is `index.md`, in Markdown, and lists the
    /// posts, the newest first.
    ///
    /// - Shown by: `homePage` in Chapters/20-WhatNext/02b-ASite.swift
    @Test func `20.1 the home page lists posts only, the newest first`() {
        let files = ["2020-01-14-b.md", "index.md", "2021-01-01-a.md", "2020-01-14-a.md", "2020-13-01-no.md"]
        #expect(
            homePageLines(files) == [
                "- [a](_posts/2021-01-01-a.md)", "- [b](_posts/2020-01-14-b.md)", "- [a](_posts/2020-01-14-a.md)",
            ])
    }

    /// 20.2 · Which name does the file of a post need?
    ///
    /// Its date, YYYY-MM-DD with two digits for month and day, a hyphen, words, and .md; it lies in the folder
    /// `_posts`. The date has to exist.
    ///
    /// - Shown by: `nameOfAPost` in Chapters/20-WhatNext/02-ABlogPost.swift
    @Test(
        arguments: [
            ("2020-01-14-welcome.md", true), ("2020-02-29-x.md", true), ("2021-02-29-x.md", false),
            ("1900-02-29-x.md", false),
            ("2000-02-29-x.md", true), ("2020-1-14-x.md", false), ("2020-01-14.md", false), ("2020-00-14-x.md", false),
            ("2020-04-31-x.md", false), ("2020-01-14-x.txt", false), ("x-2020-01-14-y.md", false),
        ])
    func `20.2 a date that exists, words, and the ending md`(_ file: String, _ isPost: Bool) {
        #expect((PostName(file) != nil) == isPost)
    }

    /// 20.3 · How must a post begin?
    ///
    /// With a heading of the first level, `# ` and the title, on its first line. It is the only one of that level;
    /// further headings have ## or ###.
    ///
    /// - Shown by: `beginningOfAPost` in Chapters/20-WhatNext/02-ABlogPost.swift
    @Test func `20.3 one heading of the first level, on the first line`() {
        func wrong(_ text: String) -> Int { problems(ofPost: text, named: "2026-11-28-x.md").count }
        #expect(wrong("# A\n\ntext\n## B") == 0 && wrong("# A\n```\n# code\n```") == 0)
        #expect(wrong("text\n# A") == 1 && wrong("## A") == 1 && wrong("# A\n# B") == 1 && wrong("") == 1)
        #expect(wrong("# A\n```\nno end") == 1 && problems(ofPost: "# A", named: "a.md").count == 1)
    }

    /// 20.4 · What changes on the site before you commit? And when two people change the same post?
    ///
    /// Nothing, not even when a file was deleted. What both have changed is brought together when their copies are
    /// synced; if both have changed the same place differently, somebody has to decide, and nothing is lost until then.
    ///
    /// - Shown by: `twoEditors` in Chapters/20-WhatNext/02c-TwoEditors.swift
    /// - Shown by: `whatHasChanged` in Chapters/20-WhatNext/02c-TwoEditors.swift
    @Test func `20.4 changes at different places are both kept, and a conflict keeps both versions`() {
        let base = ["a", "b", "c", "d"]
        let both = merged(base: base, mine: ["A", "b", "c", "d"], theirs: ["a", "b", "d", "e"])
        #expect(both.lines == ["A", "b", "d", "e"] && both.conflicts.isEmpty)
        let conflict = merged(base: base, mine: ["a", "x", "c", "d"], theirs: ["a", "y", "z", "c", "d"])
        #expect(conflict.conflicts == [.init(mine: ["x"], theirs: ["y", "z"])])
        #expect(
            conflict.lines == ["a", "<<<<<<< mine", "x", "=======", "y", "z", ">>>>>>> theirs", "c", "d"])
        #expect(merged(base: base, mine: ["x"], theirs: ["x"]) == merged(base: ["x"], mine: ["x"], theirs: ["x"]))
    }

    /// 20.5 · What does #hide at the beginning of a cell do?
    ///
    /// The cell, with its outputs, stays out of the post: imports, and whatever readers need not see.
    ///
    /// - Shown by: `pageToPost` in Chapters/20-WhatNext/02b-ASite.swift
    @Test func `20.5 a hidden cell leaves neither code nor output, and the others keep their outputs`() {
        let page = "// Text\n\nlet a = 1\na\n\n// #hide\nsecret\n\n// More\n// text\n\na + 1"
        let blocks = postBlocks(page, outputs: [0: "1", 1: "hidden", 2: "2"])
        #expect(
            blocks == [
                .prose("Text"), .code("let a = 1\na"), .output("1"), .prose("More\ntext"), .code("a + 1"), .output("2"),
            ])
    }

    /// 20.6 · Why should the last value of a cell not be printed?
    ///
    /// A notebook shows it by itself. Code that is not needed makes readers work.
    ///
    /// - Shown by: `pageToPost` in Chapters/20-WhatNext/02b-ASite.swift
    @Test func `20.6 a cell without print has its output behind it`() {
        #expect(postBlocks("1 + 1", outputs: [0: "2"]) == [.code("1 + 1"), .output("2")])
    }

    /// 20.7 · Which six areas are in the analytics value chain?
    ///
    /// Strategy, data, analytics, implementation, maintenance, and the constraints on each. (The checklist has the data
    /// scientists in front of them.)
    ///
    /// - Shown by: `sixAreas` in Chapters/20-WhatNext/03-Checklist.swift
    @Test func `20.7 seven lists, 56 items, 66 answers`() throws {
        #expect(
            ChecklistArea.all.dropFirst().map(\.title) == [
                "Strategy", "Data", "Analytics", "Implementation", "Maintenance", "Constraints",
            ])
        #expect(ChecklistArea.all.map(\.items.count) == [10, 8, 12, 10, 4, 7, 5])
        let keys = ChecklistArea.all.flatMap(\.items).flatMap(\.leaves)
        #expect(
            keys.count == 66 && Set(keys).count == 66 && keys.contains("strategy.8.d")
                && keys.contains("implementation.4.g"))
        let answers = try ChecklistAnswers(ChecklistAnswers.form)
        #expect(answers.missing() == keys && answers.completeness() == 0)
    }

    /// 20.8 · Why does one have to watch a model that is in use?
    ///
    /// Because the world that it has learned from changes, and a model that was right becomes one that does harm,
    /// without any error message.
    ///
    /// - Shown by: `weeksOfUse` in Chapters/20-WhatNext/03c-ModelMonitor.swift
    /// - Shown by: `delayOrFalseAlarm` in Chapters/20-WhatNext/03d-DelayOrFalseAlarm.swift
    @Test func `20.8 the alarm rings soon after a change, and hardly ever without one`() {
        func first(_ change: Int?, _ seed: UInt64) -> Int? {
            var random = SplitMix64(seed: seed)
            var monitor = ModelMonitor(usual: 0.879)
            return stream(weeks: 60, cases: 200, changeAt: change, using: &random).firstIndex {
                monitor.sees($0.accuracy)
            }
        }
        let changed = (1...30).map { first(20, UInt64($0)) }
        #expect(changed.count { $0.map { (20...27).contains($0) } ?? false } >= 25)
        #expect((1...30).count { first(nil, UInt64($0)) != nil } <= 5)
    }

    /// 20.9 · Why does momentum help, in an optimizer and after a book?
    ///
    /// Steps in the same direction add up, to 1/(1 - β) times a single one, while those across cancel out. After a
    /// break it takes as long again to come up to speed. So small steps, but steadily.
    ///
    /// - Shown by: `velocityOfSteps` in Chapters/20-WhatNext/01-KeepMomentum.swift
    /// - Shown by: `walkInARavine` in Chapters/20-WhatNext/01-KeepMomentum.swift
    @Test func `20.9 equal steps come to ten times one step, alternating ones stay small`() {
        let equal = velocities(Array(repeating: 1, count: 200), rest: 0.9)
        let across = velocities((0..<200).map { $0 % 2 == 0 ? 1 : -1 }, rest: 0.9)
        #expect(abs(equal.last! - 10) < 1e-6 && across.allSatisfy { abs($0) <= 1 })
        let formula = (1 - pow(0.9, 7)) / (1 - 0.9)
        #expect(abs(equal[6] - formula) < 1e-12)
    }
}
