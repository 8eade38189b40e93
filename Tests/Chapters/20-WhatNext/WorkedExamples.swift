// What the chapter's tools do, checked on examples by hand, and on files of readers.

import Common
import Foundation
import Tensors
import TestSupport
import Testing

@testable import Chapter20

@Suite struct `Worked examples of chapter 20` {
    @Test(
        arguments: [
            ("a *b* **c**", "a <em>b</em> <strong>c</strong>"), ("`a * b *`", "<code>a * b *</code>"),
            ("a < b & c", "a &lt; b &amp; c"),
            ("[x](y.md)", "<a href=\"y.md\">x</a>"), ("![alt](p.png)", "<img src=\"p.png\" alt=\"alt\">"),
            ("`<b>`", "<code>&lt;b&gt;</code>"), ("no end `x", "no end `x"), ("2 * 3 = 6", "2 * 3 = 6"),
            ("[a](b\"onclick)", "[a](b\"onclick)"),
        ])
    func `marks within a line`(_ line: String, _ wanted: String) { #expect(inlineHTML(line) == wanted) }

    @Test func `blocks of a post`() {
        #expect(
            html("# A\ntext\nmore\n\n- x\n- y\nend")
                == "<h1>A</h1>\n<p>text\nmore</p>\n<ul>\n<li>x</li>\n<li>y</li>\n</ul>\n<p>end</p>")
        #expect(html("```\na < b\n# c\n```") == "<pre>a &lt; b\n# c</pre>")
        #expect(html("#### four") == "<p>#### four</p>" && html("") == "")
    }

    @Test func `settings, with what is wrong`() {
        let (values, problems) = siteSettings("title: a: b\ndescription: c\ngithub_username: d\n\n# note\n  email: e")
        #expect(values["title"] == "a: b" && values["email"] == "e" && problems.isEmpty)
        #expect(siteSettings("title:a\ntitle: b\nwords").problems.count == 5)
    }

    @Test func `changes give back both versions`() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<200 {
            let a = (0..<Int.random(in: 0...8, using: &random)).map { _ in "\(Int.random(in: 0...3, using: &random))" }
            let b = (0..<Int.random(in: 0...8, using: &random)).map { _ in "\(Int.random(in: 0...3, using: &random))" }
            let lines = changes(from: a, to: b)
            #expect(lines.filter { !$0.hasPrefix("+") }.map { String($0.dropFirst(2)) } == a)
            #expect(lines.filter { !$0.hasPrefix("-") }.map { String($0.dropFirst(2)) } == b)
            // Merging with a version that is unchanged gives the changed one.
            #expect(merged(base: a, mine: b, theirs: a).lines == b && merged(base: a, mine: a, theirs: b).lines == b)
            #expect(merged(base: a, mine: b, theirs: b).lines == b)
        }
    }

    @Test func `the longest common lines, against all choices`() {
        var random = SplitMix64(seed: 6)
        for _ in 0..<60 {
            let a = (0..<6).map { _ in "\(Int.random(in: 0...2, using: &random))" }
            let b = (0..<6).map { _ in "\(Int.random(in: 0...2, using: &random))" }
            let best = (0..<64).map { mask -> Int in
                let chosen = a.indices.filter { mask >> $0 & 1 == 1 }.map { a[$0] }
                var place = 0
                for line in b where place < chosen.count && line == chosen[place] { place += 1 }
                return place == chosen.count ? chosen.count : 0
            }.max()!
            #expect(commonLines(a, b).count == best)
        }
    }

    @Test func `valley: momentum is lower after forty steps`() {
        func height(_ path: [(x: Double, y: Double)]) -> Double {
            path.last!.x * path.last!.x + 40 * path.last!.y * path.last!.y
        }
        #expect(
            height(walked(steps: 40, rate: 0.0746, rest: 0.53)) < 0.01
                * height(walked(steps: 40, rate: 0.0487, rest: 0)))
    }

    @Test func `returns, and a ranking that does not depend on guesses`() {
        let good = Opportunity("a", driver: "", probability: 1, benefit: 100, cost: 1, weeks: 1)
        let bad = Opportunity("b", driver: "", probability: 0.1, benefit: 1, cost: 100, weeks: 1)
        #expect(good.expectedReturn == 99 && abs(bad.expectedReturn + 0.999) < 1e-12)
        var random = SplitMix64(seed: 1)
        #expect(timesOnTop([bad, good], draws: 100, using: &random) == [0, 100])
    }

    @Test func `a single bad week does not ring, several do`() {
        var monitor = ModelMonitor(usual: 0.9, forgiven: 0.01, limit: 0.1)
        #expect(!monitor.sees(0.85) && !monitor.sees(0.95) && monitor.sum == 0)
        #expect(!monitor.sees(0.85) && !monitor.sees(0.85) && monitor.sees(0.85))
    }

    @Test func `a limit that is right most often, and plans that use it`() {
        let week = WeekOfUse(inputs: [0.1, 0.3, 0.6, 0.9], truths: [false, false, true, true])
        #expect(abs(bestLimit([week]) - 0.3) < 1e-6 && week.accuracy == 0.5 && week.accuracy(above: 0.3) == 1)
        var random = SplitMix64(seed: 3)
        let weeks = stream(weeks: 60, cases: 200, changeAt: 30, using: &random)
        let never = livedThrough(weeks, plan: .never)
        #expect(never.accuracies == weeks.map(\.accuracy) && never.rebuilds == 0)
        // What is learned in a week is used from the next one on.
        let latest = livedThrough(weeks, plan: .everyFewWeeks(20))
        #expect(latest.rebuilds == 3 && Array(latest.accuracies.prefix(20)) == Array(never.accuracies.prefix(20)))
        #expect(latest.accuracies[40] == weeks[40].accuracy(above: bestLimit(Array(weeks[20..<40]))))
    }

    @Test func `inputs that have moved by one standard error`() {
        #expect(abs(inputShift([1.5, 2.5, 1.5, 2.5], trainingMean: 1, trainingDeviation: 2) - 1) < 1e-12)
        #expect(inputShift([], trainingMean: 0, trainingDeviation: 1) == 0)
    }

    @Test func `saved answers find a program that differs, and NaN`() {
        let golden = GoldenAnswers([[1, 2], [3, 3], []], spreadAtFirst)
        #expect(golden.differences(spreadAtFirst).isEmpty)
        #expect(golden.differences { $0.isEmpty ? 0 : spreadAtFirst($0) } == [2])
        #expect(
            golden.differences { spreadAtFirst($0) + 1e-12 }.isEmpty
                && golden.differences { spreadAtFirst($0) + 1 } == [0, 1])
    }
}

@Suite struct `Checklists of readers` {
    @Test func `answers over several lines, parts and notes`() throws {
        let answers = try ChecklistAnswers("# note\npeople.1: two\nand a half\n\nstrategy.8.d: 12 %\ndata.1:\n")
        #expect(answers.answers["people.1"] == "two\nand a half" && answers.answers["strategy.8.d"] == "12 %")
        #expect(answers.missing().count == 64 && answers.missing(in: ChecklistArea.all[0]).count == 9)
        #expect(answers.markdown.contains("## Data scientists: 10 %"))
    }

    @Test(
        arguments: [
            ("people.11: x", "people.11: there is no such item"),
            ("strategy.8: x", "strategy.8: there is no such item"),
            ("data.1: a\ndata.1: b", "data.1 is answered twice"),
            ("data.1: a\npoeple.1: b", "poeple.1: there is no such item; is people.1 meant?"),
            ("data.1: a\nstrateg.8.d: b", "strateg.8.d: there is no such item; is strategy.8.d meant?"),
            ("\r\nhello\r\ndata.1: a", "line 2 belongs to no item"),
        ])
    func `a wrong key is refused`(_ text: String, _ beginning: String) {
        #expect { try ChecklistAnswers(text) } throws: { "\($0)".hasPrefix(beginning) }
    }

    @Test func `answers that cannot be meant`() throws {
        func doubts(_ text: String) throws -> [String] { try ChecklistAnswers(text).doubts }
        #expect(try doubts("strategy.8.d: 12 %\nstrategy.8.e: spring 2027\ndata.1: much").isEmpty)
        #expect(try doubts("strategy.8.d:\nstrategy.8.e: by 2028-02-29").isEmpty)
        #expect(try doubts("strategy.8.d: a lot").count == 1 && doubts("strategy.8.e: soon").count == 1)
        #expect(
            try doubts("strategy.8.e: 2027-02-29 or 2027-13-01")
                == ["strategy.8.e: there is no day 2027-02-29", "strategy.8.e: there is no day 2027-13-01"])
    }

    @Test func `lines of Windows, and words that only look like a key`() throws {
        let answers = try ChecklistAnswers(
            "data.1: tables from\r\ndata.gov: three\r\nPeople.1: two\r\npeople. They said: wait")
        #expect(
            answers.answers == ["data.1": "tables from\ndata.gov: three", "people.1": "two\npeople. They said: wait"])
    }

    @Test func `a post, settings and a page with lines of Windows`() {
        let post = "# A\r\n\r\ntext\r\n- x\r\n```\r\ncode\r\n```\r\n"
        #expect(problems(ofPost: post, named: "2026-11-28-a.md").isEmpty)
        #expect(html(post) == html(post.replacing("\r\n", with: "\n")))
        let settings = siteSettings("title: a\r\ndescription: b\r\ngithub_username: c\r\n")
        #expect(settings.problems.isEmpty && settings.values["title"] == "a")
        #expect(postBlocks("// a\r\n\r\n1 + 1", outputs: [0: "2"]) == [.prose("a"), .code("1 + 1"), .output("2")])
    }

    @Test func `changes in words, and a template that is a post with all parts`() throws {
        let (first, second) = (
            try ChecklistAnswers("data.1: a\ndata.2: b"), try ChecklistAnswers("data.1: c\ndata.3: d")
        )
        let words = second.changesInWords(since: first)
        #expect(words.contains("### New\n\n- data.3:  → d") && words.contains("### Gone\n\n- data.2: b → "))
        #expect(words.contains("- data.1: a → c") && first.changesInWords(since: first).hasSuffix("Nothing."))
        #expect(problems(ofPost: WhatNext.projectTemplate, named: "2026-11-28-a.md").isEmpty)
        #expect(WhatNext.projectTemplate.split(separator: "\n").count { $0.hasPrefix("## ") } == capstone.count)
    }

    @Test func `versions compared`() throws {
        let (first, second) = (try ChecklistAnswers(WhatNext.versions[0]), try ChecklistAnswers(WhatNext.versions[1]))
        let found = second.changes(since: first)
        #expect(found.new == ["strategy.8.b", "maintenance.2"] && found.gone.isEmpty)
        #expect(found.different == ["strategy.4", "strategy.8.d"])
        #expect(first.changes(since: second).gone == ["strategy.8.b", "maintenance.2"])
    }

    @Test func `the board's record is read, whatever else it has`() throws {
        let text =
            #"{"exercises": {"8.3": {"solved": true, "hints": 2}, "8.4": {"hints": 1}, "20.1": {"solved": true}}}"#
        let record = try JSONDecoder().decode(SolvedExercises.self, from: Data(text.utf8))
        #expect(record.byChapter == [8: 1, 20: 1])
        #expect(try JSONDecoder().decode(SolvedExercises.self, from: Data("{}".utf8)).byChapter.isEmpty)
    }
}
