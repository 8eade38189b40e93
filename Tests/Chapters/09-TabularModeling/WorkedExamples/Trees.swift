// The small examples of sections 9.4 to 9.6, exactly.

import Foundation
import Tabular
import Tensors
import TestSupport
import Testing

@testable import Chapter09

@Suite struct `9.4 Decision trees` {
    @Test func `the book's rule lets the future in, and the latest rows do not`() throws {
        let dates = ["9/30/2011", "10/1/2011", "12/31/2011", "1/5/2012", "4/30/2012", "11/2/2010", "3/3/2009"]
        let table = try DataFrame([("saledate", Column(dates))]).addingDateparts("saledate")
        let book = bookSplit(table)
        #expect(book.valid == [1, 2])
        #expect(book.train == [0, 3, 4, 5, 6])
        #expect(leaks(book, in: table) == 2)
        let latest = latestSplit(table, share: 0.25)
        #expect(latest.valid == [3, 4])
        #expect(leaks(latest, in: table) == 0)
    }

    @Test func `a day is never on both sides of the latest split`() throws {
        let dates = ["1/1/2012", "1/2/2012", "1/3/2012", "1/3/2012", "1/3/2012", "1/3/2012"]
        let table = try DataFrame([("saledate", Column(dates))]).addingDateparts("saledate")
        let split = latestSplit(table, share: 0.2)
        #expect(split.valid == [2, 3, 4, 5] && leaks(split, in: table) == 0)
    }

    @Test func `four levels have seven partings, three cuts, and the same best one`() {
        let (codes, y) = ([0, 0, 1, 1, 2, 2, 3, 3], [5.0, 6, 1, 2, 8, 9, 1, 3])
        let byMean = [1, 3, 0, 2]
        let (all, few) = (allPartings([0, 1, 2, 3]), cuts(byMean))
        #expect(all.count == 7 && Set(all).count == 7 && few.count == 3)
        let best = bestParting(codes, y, among: all)!, cut = bestParting(codes, y, among: few)!
        #expect(abs(best.error - cut.error) < 1e-9)
        #expect(best.left == cut.left || best.left == Set(0..<4).subtracting(cut.left))
        // By the numbers of the levels, no cut is as good.
        #expect(bestParting(codes, y, among: cuts([0, 1, 2, 3]))!.error > best.error + 1)
    }

    @Test func `for random targets, a cut by the mean is as good as the best of all partings`() {
        var random = SplitMix64(seed: 94)
        for levels in 2...7 {
            let codes = (0..<60).map { $0 % levels }
            let y = (0..<60).map { _ in random.uniform() }
            let means = (0..<levels).map { level in
                let some = (0..<60).filter { codes[$0] == level }
                return some.reduce(0) { $0 + y[$1] } / Double(some.count)
            }
            let order = (0..<levels).sorted { means[$0] < means[$1] }
            #expect(allPartings(Array(0..<levels)).count == (1 << (levels - 1)) - 1)
            let all = bestParting(codes, y, among: allPartings(Array(0..<levels)))!
            #expect(abs(all.error - bestParting(codes, y, among: cuts(order))!.error) < 1e-9)
        }
    }

    @Test func `the naive search finds the engine's first question`() throws {
        var random = SplitMix64(seed: 95)
        for _ in 0..<10 {
            let x = try Features(Tensor.randn(40, 3, using: &random))
            let y = (0..<40).map { Double(x.columns[1][$0]) + random.uniform() }
            let found = bestQuestion(x, y)!, root = try DecisionTree(x, y, maxLeaves: 2).nodes[0]
            #expect(x.names[Int(root.column)] == found.column)
            #expect(abs(root.threshold - found.threshold) < 1e-6)
        }
    }

    @Test func `a question that gains a little keeps a greedy tree from the two that gain all`() throws {
        let a: [Float] = [0, 0, 0, 0, 1, 1, 1, 1], b: [Float] = [0, 0, 1, 1, 0, 0, 1, 1]
        let isOn = [0.0, 0, 1, 1, 1, 1, 0, 0]
        let both = try Features(["a", "b"], [a, b])
        let three = try Features(["a", "b", "c"], [a, b, [0, 1, 1, 1, 1, 0, 0, 0]])
        #expect(try DecisionTree(both, isOn, maxDepth: 2).rootMeanSquaredError(both, isOn) == 0)
        let greedy = try DecisionTree(three, isOn, maxDepth: 2)
        #expect(greedy.nodes[0].column == 2)
        #expect(abs(try greedy.rootMeanSquaredError(three, isOn) - (1 / 8.0).squareRoot()) < 1e-9)
    }
}

@Suite struct `9.6 Model interpretation` {
    @Test func `importances and contributions by hand are the engine's`() throws {
        var random = SplitMix64(seed: 96)
        let x = try Features(Tensor.randn(200, 4, using: &random))
        let y = (0..<200).map { Double(x.columns[0][$0] + x.columns[1][$0] * x.columns[1][$0]) }
        let tree = try DecisionTree(x, y, maxLeaves: 12)
        #expect(zip(importances(of: tree), tree.importances).allSatisfy { abs($0 - $1) < 1e-12 })
        let why = try tree.contributions(x)
        for row in [0, 50, 199] {
            let (bias, changes) = contributions(of: tree, to: x.row(row))
            #expect(abs(bias - why.bias) < 1e-12)
            for (name, change) in zip(x.names, why.rows[row]) {
                #expect(abs(changes[name, default: 0] - change) < 1e-12)
            }
        }
        let mean = try meanPrediction(tree, x, if: "x0", is: 0.5)
        #expect(abs(mean - (try tree.partialDependence(on: "x0", x, values: [0.5]).means[0])) < 1e-12)
    }

    @Test func `only decided applications have a person, and only accepted ones a Sunday`() {
        var random = SplitMix64(seed: 97)
        let decided = grantApplications(500, isDecided: true, using: &random)
        let accepted = decided["accepted"].numbers
        #expect(zip(decided["person"].ints, accepted).allSatisfy { $0 == nil || $1 == 1 })
        #expect(zip(decided["weekday"].ints, accepted).allSatisfy { $0! < 5 || $1 == 1 })
        let new = grantApplications(500, isDecided: false, using: &random)
        #expect(new["person"].missingCount == 500 && new["accepted"].numbers.contains(1))
    }
}
