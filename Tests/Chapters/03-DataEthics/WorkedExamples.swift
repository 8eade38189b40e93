// Numbers on the pages that can be checked by hand, and files of readers.

import Common
import Foundation
import Notebook
import Tabular
import Tensors
import TestSupport
import Testing

@testable import Chapter03

@Suite struct `Worked examples of chapter 3` {
    @Test func `chi-square of a table, by hand`() {
        // Expected 87 and 113 in both rows: 2 · 81/87 + 2 · 81/113.
        let wanted: Double = 162.0 / 87 + 162.0 / 113
        expectNear(chiSquare([[96, 104], [78, 122]]), wanted, 1e-12)
        #expect(chiSquare([[5, 5], [10, 10]]) == 0 && chiSquare([[0, 0], [3, 4]]) == 0)
    }

    @Test func `a permutation test is small for a difference and large without one`() {
        var random = SplitMix64(seed: 1)
        // The true table counts with the shuffles, so the share is never 0.
        #expect(shareOfShuffles([[30, 0], [0, 30]], shuffles: 199, using: &random) == 1.0 / 200)
        #expect(shareOfShuffles([[15, 15], [15, 15]], shuffles: 200, using: &random) == 1)
    }

    @Test func `Newton's method finds the logarithm of the odds`() {
        // 3 of 4 are 1 where x is 0, and 1 of 4 where x is 1: bias log 3, weight -2 log 3.
        let x = Tensor([[0], [0], [0], [0], [1], [1], [1], [1]])
        let model = LogisticModel(x, Tensor([1, 1, 1, 0, 1, 0, 0, 0]))
        expectNear(model.bias, 1.0986, 0.01)
        expectNear(model.weights[0], -2.1972, 0.01)
        let weighted = LogisticModel(
            x, Tensor([1, 1, 1, 0, 1, 0, 0, 0]), rowWeights: Tensor([1, 1, 1, 3, 1, 1, 1, 1]))
        expectNear(weighted.bias, 0, 0.01)
    }

    @Test func `Wilson's interval`() {
        // 10 of 100, from the formula's own paper by hand: 0.0552 to 0.1744.
        let range = wilsonInterval(10, of: 100)
        expectNear(range.lowerBound, 0.0552, 1e-4)
        expectNear(range.upperBound, 0.1744, 1e-4)
        #expect(
            wilsonInterval(0, of: 10).lowerBound == 0 && wilsonInterval(10, of: 10).upperBound == 1
                && wilsonInterval(0, of: 0) == 0...1)
    }

    @Test func `patrols: each rule over a hundred seeds`() {
        func ends(_ rule: PatrolRule) -> [Double] {
            (1...100).map { seed in
                var random = SplitMix64(seed: UInt64(seed))
                return patrolled(rule, days: 1000, using: &random).last!
            }
        }
        #expect(ends(.top).allSatisfy { $0 == 1 })
        let share = ends(.share)
        expectNear(share.reduce(0, +) / 100, 0.6, 0.05)
        #expect(share.max()! - share.min()! > 0.4)
        for rule in [PatrolRule.corrected, .reported] {
            let found = ends(rule)
            expectNear(found.reduce(0, +) / 100, 0.5, 0.03)
            #expect(found.allSatisfy { abs($0 - 0.5) < 0.25 })
        }
    }

    @Test func `patrols: where B has more, the first rule never finds out and the last two do`() {
        func mean(_ rule: PatrolRule) -> Double {
            (1...100).reduce(0) { sum, seed in
                var random = SplitMix64(seed: UInt64(seed))
                return sum + patrolled(rule, days: 2000, finds: (0.3, 0.6), using: &random).last! / 100
            }
        }
        expectNear(mean(.top), 1, 1e-9)
        #expect(mean(.share) < 0.2)
        for rule in [PatrolRule.corrected, .reported] { expectNear(mean(rule), 1.0 / 3, 0.03) }
    }

    @Test func `channels: the loop loses whole channels, the way out does not`() {
        var (with, without) = (0.0, 0.0)
        for seed in 1...20 as ClosedRange<UInt64> {
            var random = SplitMix64(seed: seed)
            let all = channels(50, using: &random)
            with += labelled(all, rounds: 6, loop: true).lost / 20
            without += labelled(all, rounds: 6, loop: false).lost / 20
        }
        #expect(with > without + 0.02)
    }

    @Test func `two groups that differ are both served worse by one line`() {
        let (x, y) = ([1.0, 2, 3, 4], [2.0, 4, 6, 8])
        let line = fittedLine(x, y)
        expectNear(line.slope, 2, 1e-12)
        expectNear(line.intercept, 0, 1e-12)
    }

    @Test func `an empty collection has no false match, a large one nearly always`() {
        #expect(anyFalseMatch(0.001, faces: 0) == 0 && anyFalseMatch(0, faces: 1000) == 0)
        expectNear(anyFalseMatch(0.5, faces: 2), 0.75, 1e-12)
    }
}

@Suite struct `Files of readers of chapter 3` {
    private func report(_ text: String) throws -> DisaggregatedReport {
        try DisaggregatedReport(try DataFrame(csvText: text), name: "x.csv")
    }

    @Test func `counts by group, in any of the usual words`() throws {
        let found = try report("group,target,prediction,age\nB,1,0,7\nA,yes,no,8\n\"A\",TRUE,true,9\n")
        #expect(found.groups.map(\.name) == ["A", "B"])
        #expect(found.groups[0].counts == GroupCounts(truePositives: 1, falseNegatives: 1))
        #expect(found.groups[1].counts == GroupCounts(falseNegatives: 1))
        #expect(found.remarks.contains { $0.hasPrefix("false negatives: B has most") })
    }

    @Test func `numbers as groups, and shares of nobody`() throws {
        let found = try report("prediction,target,group\n1,1,7\n1,1,7\n0,0,12\n")
        #expect(found.groups.map(\.name) == ["7", "12"] && found.table.rows.count == 3)
        #expect(!found.table.description.contains("nan") && found.calibration == nil)
        #expect(found.remarks.contains { $0.hasPrefix("12 has 1 person") })
    }

    @Test func `capitals, spaces, lines of Windows, and a group called all`() throws {
        let found = try report(" Prediction,TARGET,group\r\n Yes ,no,all\r\n0,0,B\r\n")
        #expect(found.groups.map(\.name) == ["B", "all"] && found.table.description.contains("all groups"))
        #expect(found.groups[1].counts == GroupCounts(falsePositives: 1))
    }

    @Test func `scores are predictions, and calibrated or not in each group`() throws {
        // 0.9 for everybody: nine in ten of A are a yes, and one in ten of B.
        let rows = (0..<20).map { "0.9,\($0 % 10 < ($0 < 10 ? 9 : 1) ? 1 : 0),\($0 < 10 ? "A" : "B")" }
        let found = try report((["score,target,group"] + rows).joined(separator: "\n"))
        #expect(found.groups[0].counts == GroupCounts(truePositives: 9, falsePositives: 1))
        let table = try #require(found.calibration)
        #expect(table.rows.map { $0[0].cellText(decimals: 3) } == ["A", "B"])
        #expect(table.rows.map { $0[3].cellText(decimals: 3) } == ["0.900", "0.900"])
        #expect(table.rows.map { $0[4].cellText(decimals: 3) } == ["0.900", "0.100"])
        // Both columns: the predictions are taken as they are.
        let both = try report("score,prediction,target,group\n1,no,yes,A\n0.5,yes,yes,A\n0,no,no,A\n")
        #expect(both.groups[0].counts == GroupCounts(truePositives: 1, trueNegatives: 1, falseNegatives: 1))
        let bands = try #require(both.calibration).rows.map { $0[1].cellText(decimals: 1) }
        #expect(bands == ["0.0 to 0.2", "0.4 to 0.6", "0.8 to 1.0"])
    }

    @Test(
        arguments: [
            ("prediction,target\n1,1\n", "x.csv: there is no column “group”"),
            ("prediction,target,group\nmaybe,1,A\n", "x.csv, row 1: the prediction is “maybe”"),
            ("prediction,target,group\n1,1,A\n1,,A\n", "x.csv, row 2: the target is “”"),
            ("prediction,target,group\n1,1,A\n1,0.7,A\n", "x.csv, row 2: the target is “0.7"),
            ("prediction,target,group\n1,1,\n0,0,A\n", "x.csv, row 1: the group is missing"),
            ("score,target,group\n1.2,1,A\n", "x.csv, row 1: the score is “1.2"),
            ("score,target,group\n0.2,1,A\n,1,A\n", "x.csv, row 2: the score is “”"),
            ("target,group\n1,A\n", "x.csv: there is no column “prediction”"),
        ])
    func `a table that is none is refused, with its row`(_ text: String, _ beginning: String) {
        #expect { try report(text) } throws: { "\($0)".hasPrefix(beginning) }
    }

    @Test func `the form can be read back, and everything is missing`() throws {
        let review = try EthicsReview(EthicsReview.form)
        #expect(review.missing.count == 26)
        let full = QuestionList.all.flatMap(\.questions).map { "\($0.key): yes, because of this" }.joined(
            separator: "\n")
        #expect(try EthicsReview(full).missing.isEmpty)
        #expect(try EthicsReview(full).markdown == EthicsReview(full).markdown)
    }

    @Test(
        arguments: [
            ("project-8: yes", "project-8: there is no such question"),
            ("project-1: a\nproject-1: b", "project-1 is answered twice"),
            ("# note\r\n\r\nsome words\r\nproject-1: a", "line 3 belongs to no question"),
        ])
    func `a wrong key is refused, and words before the first`(_ text: String, _ beginning: String) {
        #expect { try EthicsReview(text) } throws: { "\($0)".hasPrefix(beginning) }
    }

    @Test func `answers from Windows, with keys in capitals`() throws {
        let review = try EthicsReview("project-1: yes\r\nand more\r\n\r\nProject-2: no\r\n")
        #expect(review.answers == ["project-1": "yes\nand more", "project-2": "no"])
    }

    @Test func `computed errors by group answer the fourth question`() throws {
        let review = try EthicsReview("project-4: see below").adding(report("prediction,target,group\n1,1,A\n0,1,B\n"))
        #expect(
            review.answers["project-4"]!.hasPrefix("see below\n\nComputed:")
                && !review.missing.map(\.key).contains("project-4"))
        // Both are a yes: always saying yes is right for both, and the table for one.
        #expect(review.answers["project-5"] == "Computed: right answers: 0.50; always saying yes, 1.00.")
    }
}
